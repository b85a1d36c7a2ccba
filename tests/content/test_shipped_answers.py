"""What may be tried, how long settling took, and the states: the shipped words that stand beside a cue."""

import pytest

from bonddiary.content.loader import content_languages, load_catalog
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Settle, SettleBin, State

CATALOG = load_catalog()


@pytest.mark.parametrize("language", content_languages())
@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("r-feed-responsive", ["late", "never prop"]),
        ("r-paced-bottle", ["Never force", "few people"]),
        ("r-family-meal", ["6 months", "upright", "stay with"]),
        ("r-hold-upright", ["raising its head end is not advised"]),
        ("r-adjust-layers", ["16 to 20C", "hat"]),
        ("r-skin-to-skin", ["awake", "head", "nose", "sofa", "armchair"]),
        ("r-containment", ["Warm", "stroke"]),
        ("r-carry-walk", ["floor", "head"]),
        ("r-wait-before-laydown", ["wide awake"]),
        ("r-sling", ["tight", "view", "kiss", "chin off", "back", "early", "small", "unwell"]),
        ("r-rock", ["gentle", "never shake"]),
        ("r-pram-walk", ["car seat", "flat", "2 hours"]),
        (
            "r-swaddle",
            [
                "thin",
                "shoulders",
                "hips loose",
                "tight",
                "warm",
                "Never",
                "roll",
                "2 to 3 months",
                "shared",
                "unwell",
            ],
        ),
        ("r-teether", ["freeze", "necklaces", "pharmacist", "last resort"]),
        ("r-bath", ["Never", "alone in water"]),
        ("r-massage", ["break"]),
        ("r-white-noise", ["low", "across the room", "short", "nursery"]),
        (
            "r-put-down-safe",
            [
                "6 months",
                "smoke",
                "16 to 20C",
                "sofa",
                "armchair",
                "shared bed",
                "early",
                "drank",
                "medicine",
            ],
        ),
        ("r-safe-break", ["calm", "careful", "caring"]),
    ],
)
def test_a_caution_is_whole(key: str, words: list[str], language: str) -> None:
    caution = load_catalog(language).response(key).caution
    assert [word for word in words if word not in caution] == []


def test_each_step_of_settling_has_its_words() -> None:
    assert list(CATALOG.bins) == list(SettleBin)
    assert {step: one.name for step, one in CATALOG.bins.items()} == {
        "lt-5": "under 5 min",
        "5-15": "5 to 15 min",
        "15-30": "15 to 30 min",
        "30-60": "30 to 60 min",
        "gt-60": "over an hour",
        "not-settled": "not settled",
        "unsure": "not sure how long",
    }
    assert [one.label for one in CATALOG.bins.values() if one.label] == [
        "Over an hour",
        "Not settled",
        "Not sure",
    ]


@pytest.mark.parametrize(
    ("said", "minutes"), [("quarter of an hour", 15), ("half an hour", 30), ("ten minutes or so", 10)]
)
def test_a_step_answers_to_the_time_it_holds(said: str, minutes: int) -> None:
    assert said in CATALOG.bins[Settle.in_minutes(minutes).step].synonyms


@pytest.mark.parametrize(
    ("state", "name"),
    [
        (State.DEEP_SLEEP, "Deep sleep"),
        (State.LIGHT_SLEEP, "Light sleep"),
        (State.DROWSY, "Drowsy"),
        (State.QUIET_ALERT, "Quiet and alert"),
        (State.ACTIVE_ALERT, "Awake and fidgety"),
        (State.CRYING, "Crying"),
    ],
)
def test_a_state_is_named_by_its_cue(state: State, name: str) -> None:
    assert CATALOG.state(state) is CATALOG.cues[CueKey(f"state-{state}")]
    assert CATALOG.state(state).name == name
