"""The content that ships: whole, kind, sourced, and safe to rely on."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bonddiary.content.check import check_content
from bonddiary.content.guidance import load_safety, load_tips
from bonddiary.content.loader import content_folder, content_languages, load_catalog
from bonddiary.content.reading import read_content
from bonddiary.content.schema import GENERAL, TABLES, TIP_WORDS, TOPICS
from bonddiary.content.wording import BANNED, banned_words
from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import UnknownKey
from bonddiary.domain.guidance import Tip, Urgency
from bonddiary.domain.ids import CueKey

CATALOG = load_catalog()
TIPS = load_tips()
GUIDE = load_safety(country="england")


def test_the_shipped_content_passes_the_check() -> None:
    assert [str(problem) for problem in check_content(content_folder())] == []


def test_counts() -> None:
    assert len(CATALOG.cues) == 136
    assert len(CATALOG.responses) == 59
    assert len(CATALOG.outcomes) == 10
    assert len(TIPS) >= 140


@pytest.mark.parametrize("family", list(Family))
def test_each_family_has_a_board_row_of_four_or_five_tiles(family: Family) -> None:
    tiles = CATALOG.board(family)
    assert len(tiles) in (4, 5)
    assert [tile.board for tile in tiles] == list(range(len(tiles)))


def test_the_first_suggestions_come_from_all_four_families() -> None:
    likely = [cue for cue in CATALOG.cues.values() if cue.likely is not None]
    assert sorted(cue.likely or 0 for cue in likely) == [0, 1, 2, 3]
    assert {cue.family for cue in likely} == set(Family)


@pytest.mark.parametrize("key", CATALOG.cues)
def test_a_cue_never_means_one_thing(key: str) -> None:
    assert len({meaning.group for meaning in CATALOG.cue(key).meanings if not meaning.early}) >= 2


# Table 1.12 of the facts: the groups its columns stand for, row by row
AMBIGUOUS = {
    "hand-to-mouth": {"hunger", "tired", "connect", "self-soothing", "discomfort"},
    "yawning": {"tired", "break"},
    "looks-away": {"tired", "break", "connect", "self-soothing"},
    "back-arching": {"tired", "break", "discomfort"},
    "clenched-fists": {"hunger", "tired", "break", "discomfort"},
    "ear-pulling": {"tired", "break", "self-soothing", "discomfort", "unwell"},
    "hiccups": {"break", "discomfort"},
    "staring": {"tired", "break", "connect"},
    "squirming-stretching": {"hunger", "break", "connect", "discomfort"},
    "kicks-squirms-off": {"hunger", "break", "connect", "discomfort"},
    "jerky-movements": {"tired", "break", "connect"},
    "eye-rubbing": {"hunger", "tired", "self-soothing", "discomfort"},
    "hand-to-head": {"tired", "break", "self-soothing", "discomfort"},
    "finger-splay": {"break", "growing"},
    "hands-together": {"break", "connect", "self-soothing"},
    "tongue-out-feeding": {"hunger", "break", "connect"},
    "rooting": {"hunger"},
    "turns-away-fully": {"break", "hunger", "connect"},
    "turning-to-you": {"connect"},
    "state-crying": {"hunger", "break", "growing", "discomfort", "unwell"},
    "fast-breathing-cue": {"break", "connect", "unwell"},
    "stills-to-listen": {"tired", "break", "connect", "unwell"},
}


@pytest.mark.parametrize("key", AMBIGUOUS)
def test_an_ambiguous_sign_keeps_all_its_meanings(key: str) -> None:
    assert {meaning.group for meaning in CATALOG.cue(key).meanings} >= AMBIGUOUS[key]


def test_cries_are_named_by_sound_or_time_and_never_by_a_cause() -> None:
    causes = re.compile(r"\b(hungry|tired|pain|lonely|bored|cold|hot|wind|colic)\b", re.IGNORECASE)
    assert [cue.name for cue in CATALOG.of_family(Family.CRYING) if causes.search(cue.name)] == []


@pytest.mark.parametrize(
    ("cue", "sign"),
    [
        ("cry-different", "rf-weak-high-cry"),
        ("cry-inconsolable", "rf-cannot-cope"),
        ("jerky-movements", "rf-fit"),
        ("staring", "rf-wont-wake"),
    ],
)
def test_cues_that_may_be_illness_carry_the_sign(cue: str, sign: str) -> None:
    assert sign in CATALOG.cue(cue).signs
    assert sign in {one.key for one in GUIDE.signs}


def test_a_meaning_said_of_early_babies_is_marked() -> None:
    early = {
        (cue.key, meaning.group) for cue in CATALOG.cues.values() for meaning in cue.meanings if meaning.early
    }
    assert early == {("hiccups", "break"), ("sneezing", "break")}


def test_the_first_class_answers_are_there_and_hard_ones_start_private() -> None:
    for key in ("r-watch-wait", "r-safe-break", "r-share-care", "r-could-not", "r-nothing-needed", "r-other"):
        assert CATALOG.response(key).name
    private = {key for key, response in CATALOG.responses.items() if response.private}
    assert private == {"r-safe-break", "r-could-not"}


ABOUT_SLEEP = (
    "r-settle-sleep", "r-rock", "r-hold-upright", "r-tummy-comfort", "r-wait-before-laydown", "r-put-down-safe", "r-swaddle",
    "r-pram-walk", "r-white-noise", "r-skin-to-skin", "r-adjust-layers", "r-tummy-time", "r-change-position",
)  # fmt: skip


@pytest.mark.parametrize("key", ABOUT_SLEEP)
def test_responses_about_sleep_carry_the_safer_sleep_words(key: str) -> None:
    caution = CATALOG.response(key).caution
    assert "on the back" in caution
    assert "flat" in caution


def test_the_quick_outcomes() -> None:
    assert [outcome.name for outcome in CATALOG.quick_outcomes()] == [
        "Settled",
        "Settled a bit",
        "No change yet",
    ]


@pytest.mark.parametrize("tip", TIPS, ids=lambda tip: tip.key)
def test_a_tip_is_one_short_reviewable_idea(tip: Tip) -> None:
    assert len(tip.text.split()) <= TIP_WORDS
    assert tip.review == "Not yet reviewed by a clinician"
    assert tip.provenance.sources
    assert tip.provenance.checked >= date(2026, 1, 1)


def test_every_cue_is_reached_by_a_tip() -> None:
    named = {key for tip in TIPS for key in tip.cues}
    assert set(CATALOG.cues) - named == set()


def test_tips_are_spread_over_the_shelves() -> None:
    assert {tip.topic for tip in TIPS} == set(TOPICS)


def test_the_safety_page_begins_with_instincts_and_holds_every_sign() -> None:
    assert GUIDE.intro[0].startswith("Trust your instincts")
    assert set(GUIDE.headings) == set(Urgency)
    assert len(GUIDE.signs) >= 27
    assert {sign.urgency for sign in GUIDE.signs} == set(Urgency)
    words = " ".join(GUIDE.intro)
    assert "Northern Ireland" in words
    assert "day of birth" in words
    assert len(GUIDE.hard_now) >= 4
    assert GUIDE.sharing_computer


def test_fever_thresholds_are_the_ones_in_the_facts() -> None:
    text = {sign.key: sign.text for sign in GUIDE.signs}
    assert "under 3 months" in text["rf-fever-u3m"]
    assert "38C" in text["rf-fever-u3m"]
    assert "3 to 6 months" in text["rf-fever-3to6m"]
    assert "39C" in text["rf-fever-3to6m"]
    assert "36C" in text["rf-low-temp"]


def test_nothing_names_a_medicine_or_a_dose() -> None:
    content = read_content(content_folder(), tuple(TABLES))
    everything = str(
        {name: entries for name, entries in content.entries.items() if name != "source"}
    ).casefold()
    assert "rooting" in everything
    for word in ("paracetamol", "ibuprofen", "calpol", " mg", " ml", "gripe water", "infacol"):
        assert word not in everything


def test_services_are_verified_and_those_that_are_not_stay_out() -> None:
    guides = [load_safety(country=each.key) for each in GUIDE.countries]
    services = {service.key: service for guide in guides for service in guide.services}
    assert len(services) >= 15
    routes = " ".join(service.route for service in services.values())
    for unverified in (
        "0808 1961 776",
        "0808 800 2222",
        "0808 2000 247",
        "08451",
        "1-833-943-5746",
        "13 11 14",
    ):
        assert unverified not in routes
    for service in services.values():
        assert service.provenance.verified
        assert GENERAL not in service.provenance.sources
        assert service.provenance.checked >= date(2026, 1, 1)


def test_no_banned_word_anywhere() -> None:
    content = read_content(content_folder(), tuple(TABLES))
    seen = 0
    for name, entries in content.entries.items():
        shown = [field.name for field in TABLES[name].fields if field.words and field.name != "synonyms"]
        for row in entries.values() if name != "source" else ():
            for field in shown:
                seen += 1
                found = set(banned_words(str(row.get(field, ""))))
                assert found == ({"diagnose", "monitor"} if (name, field) == ("about", "limits") else set())
    assert seen > 400


@pytest.mark.parametrize("word", BANNED)
def test_every_banned_word_is_found(word: str) -> None:
    assert list(banned_words(f"So, {word.capitalize()}: here.")) == [word.capitalize()]
    assert list(banned_words(f"pre{word}ed")) == []


def test_reading_does_not_depend_on_the_current_folder(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    program = "from bonddiary.content.loader import load_catalog; print(len(load_catalog().cues))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) == len(CATALOG.cues)


def test_start_up_reads_no_tips_and_no_safety_page(folder: Path) -> None:
    for later in ("safety.toml", "services.toml", *(f"tips/{topic}.toml" for topic in TOPICS)):
        (folder / later).unlink()
    assert load_catalog(folder=folder).cues.keys() == CATALOG.cues.keys()


def test_an_unknown_key_is_answered_with_near_ones() -> None:
    with pytest.raises(UnknownKey, match="rooting"):
        CATALOG.cue("roting")


# ------------------------------------------------------------------------------------------------ languages


def test_american_words_replace_words_and_nothing_else() -> None:
    american = load_catalog("en-US")
    assert american.language == "en-US"
    assert american.response("r-nappy").name == "Changed diaper"
    assert american.response("r-wind").name == "Burped"
    assert american.cue("rooting") == CATALOG.cue("rooting")
    knees, british = american.cue("knees-up"), CATALOG.cue("knees-up")
    assert [meaning.group for meaning in knees.meanings] == [meaning.group for meaning in british.meanings]
    assert knees.meanings[0].text.startswith("May be gas")
    assert knees.meanings[2] == british.meanings[2]


def test_no_british_word_is_left_for_american_readers() -> None:
    american = load_catalog("en-US")
    british = re.compile(r"\b(nappy|nappies|dummy|cot|wind|poo|pram|health visitor)\b", re.IGNORECASE)
    shown = [
        *(cue.description for cue in american.cues.values()),
        *(cue.caution for cue in american.cues.values()),
        *(meaning.text for cue in american.cues.values() for meaning in cue.meanings),
        *(f"{one.name} {one.title} {one.description} {one.caution}" for one in american.responses.values()),
        *(group.description for group in american.groups.values()),
        *(tip.text for tip in load_tips("en-US")),
    ]
    assert len(shown) > 200
    assert [text for text in shown if british.search(text)] == []


@pytest.mark.parametrize("language", content_languages())
def test_every_language_loads_and_keeps_every_key(language: str) -> None:
    assert load_catalog(language).cues.keys() == CATALOG.cues.keys()
    assert [tip.key for tip in load_tips(language)] == [tip.key for tip in TIPS]
    assert len(load_safety(language, "england").signs) == len(GUIDE.signs)


def test_english_comes_first() -> None:
    assert content_languages()[0] == "en"
    assert "en-US" in content_languages()
    assert CueKey("rooting") in CATALOG.cues
