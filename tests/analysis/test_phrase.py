"""What is understood of a typed phrase, and what stays in the note and why. Now is 9pm on 16 November 2026."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bonddiary.analysis.phrase.draft import draft_of
from bonddiary.analysis.phrase.parser import read_phrases
from bonddiary.analysis.phrase.reading import Part, Sure, Why
from bonddiary.analysis.phrase.words import WordIndex, one_slip
from bonddiary.content.loader import load_catalog
from bonddiary.content.phrases import load_phrase_words
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Settle, SettleBin
from bonddiary.domain.phrases import PhraseWord
from tests.analysis.phrases import one, read
from tests.builders import NOW, ROBIN, when


@pytest.mark.parametrize(
    "text",
    [
        "rooting 10 min ago, fed, settled in 5",
        "ro 10 f s5",
        "ROOTING 10 MIN AGO FED SETTLED IN 5",
        "fed, settled in 5 min, 10 minutes ago, rooting",
        "settled in 5, 10m ago, rooting and then fed",
        "rooting 10 ago. Fed! Settled 5 minutes",
        "Röoting 10 mins ago, féd, setled in 5",
    ],
)
def test_the_same_moment_in_many_ways(text: str) -> None:
    reading = one(text)
    assert reading.cues == ("rooting",)
    assert reading.at == NOW.shifted(-timedelta(minutes=10))
    assert reading.responses == ("r-feed-responsive",)
    assert reading.outcome == "out-settled"
    assert reading.settle == Settle(SettleBin.FROM_5, 5)
    assert reading.note == ""


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("now", "2026-11-16T21:00"),
        ("10", "2026-11-16T20:50"),
        ("10 min ago", "2026-11-16T20:50"),
        ("10m ago", "2026-11-16T20:50"),
        ("2h ago", "2026-11-16T19:00"),
        ("1h30 ago", "2026-11-16T19:30"),
        ("1 h 30 min ago", "2026-11-16T19:30"),
        ("an hour ago", "2026-11-16T20:00"),
        ("half an hour ago", "2026-11-16T20:30"),
        ("quarter of an hour ago", "2026-11-16T20:45"),
        ("ago 10 min", "2026-11-16T20:50"),
        ("0 min ago", "2026-11-16T21:00"),
        ("168 hours ago", "2026-11-09T21:00"),
        ("3:12", "2026-11-16T15:12"),
        ("3.12", "2026-11-16T15:12"),
        ("03:12am", "2026-11-16T03:12"),
        ("at 3:12 am", "2026-11-16T03:12"),
        ("at 3", "2026-11-16T15:00"),
        ("9:30", "2026-11-16T09:30"),
        ("9pm", "2026-11-16T21:00"),
        ("9:01pm", "2026-11-15T21:01"),
        ("21:01", "2026-11-15T21:01"),
        ("0:15", "2026-11-16T00:15"),
        ("noon", "2026-11-16T12:00"),
        ("at midnight", "2026-11-16T00:00"),
        ("12am", "2026-11-16T00:00"),
        ("12:30", "2026-11-16T12:30"),
        ("last night 11", "2026-11-15T23:00"),
        ("last night at 3", "2026-11-16T03:00"),
        ("11 last night", "2026-11-15T23:00"),
        ("11:20pm last night", "2026-11-15T23:20"),
        ("last night, at midnight", "2026-11-16T00:00"),
        ("yesterday 6pm", "2026-11-15T18:00"),
        ("yesterday at 6", "2026-11-15T18:00"),
        ("6am yesterday", "2026-11-15T06:00"),
        ("yestreday 6pm", "2026-11-15T18:00"),
        ("today 6am", "2026-11-16T06:00"),
        ("this morning at 8", "2026-11-16T08:00"),
        ("this evening 7:30", "2026-11-16T19:30"),
    ],
)
@pytest.mark.parametrize("form", ["rooting {}", "rooting, {}, fed", "rooting {} fed"])
def test_times(form: str, words: str, at: str) -> None:
    reading = one(form.format(words))
    assert reading.at == when(at)
    assert reading.note == ""
    assert reading.cues == ("rooting",)


def test_last_night_in_the_small_hours_is_never_still_to_come() -> None:
    now = when("2026-11-16T02:00")
    assert one("rooting last night 11", now).at == when("2026-11-15T23:00")
    assert one("rooting last night at 3", now).at == when("2026-11-15T03:00")


def test_the_hour_that_comes_twice_means_the_later_one_that_has_been() -> None:
    again = when("2026-10-25T01:30", second=True)
    assert one("rooting 1:15", again).at == when("2026-10-25T01:15", second=True)
    assert one("rooting 1:45", again).at == when("2026-10-25T01:45")


@pytest.mark.parametrize(
    ("words", "settle"),
    [
        ("settled in 5", Settle(SettleBin.FROM_5, 5)),
        ("settled 5", Settle(SettleBin.FROM_5, 5)),
        ("s5", Settle(SettleBin.FROM_5, 5)),
        ("settled in 1h", Settle(SettleBin.OVER_60, 60)),
        ("settled in an hour", Settle(SettleBin.OVER_60, 60)),
        ("in 20 min settled", Settle(SettleBin.FROM_15, 20)),
        ("settled under 5 minutes", Settle(SettleBin.UNDER_5)),
        ("settled in half an hour", Settle(SettleBin.FROM_30)),
        ("settled in 5-15", Settle(SettleBin.FROM_5)),
        ("not settled", Settle(SettleBin.NOT_SETTLED)),
    ],
)
def test_time_to_settle(words: str, settle: Settle) -> None:
    reading = one(f"rooting, {words}, fed")
    assert reading.settle == settle
    assert reading.at is None
    assert reading.note == ""


@pytest.mark.parametrize(
    ("text", "note", "why"),
    [
        ("rooting flbg", "flbg", Why.UNKNOWN),
        ("rooting 10 min ago fed settled in 5 poor thing", "poor thing", Why.UNKNOWN),
        ("rooting (Poor Thing!)", "(Poor Thing!)", Why.UNKNOWN),
        ("rooting 😀", "😀", Why.UNKNOWN),
        ("rooting, it was a long day, she went to bed as usual", "it was a long day, she went to bed as usual", Why.UNKNOWN),
        ("rooting 60 ml", "60 ml", Why.UNKNOWN),
        ("rooting fed 60", "60", Why.UNKNOWN),
        ("rooting at 3 weeks", "at 3 weeks", Why.UNKNOWN),
        ("rooting in 5 weeks", "in 5 weeks", Why.UNKNOWN),
        ("rooting 25:00", "25:00", Why.UNKNOWN),
        ("rooting 13pm", "13pm", Why.UNKNOWN),
        ("rooting 90000 ago", "90000 ago", Why.UNKNOWN),
        ("rooting 200 hours ago", "200 hours ago", Why.TOO_LONG),
        ("rooting 38.5", "38.5", Why.UNKNOWN),
        ("rooting settled in 25 hours", "in 25 hours", Why.TOO_LONG),
        ("rooting gr", "gr", Why.SEVERAL),
        ("rooting someone else took over", "someone else took over", Why.SEVERAL),
        ("rooting, fed after 20 min", "after 20 min", Why.NO_OUTCOME),
        ("in 5, rooting", "in 5", Why.NO_OUTCOME),
        ("rooting and poor thing", "and poor thing", Why.UNKNOWN),
        ("rooting, Nan was here and fed and rocked", "Nan was here and", Why.UNKNOWN),
        ("rooting and, then, we fed", "", None),
        ("rooting 20 min", "20 min", Why.NO_AGO),
        ("rooting last night", "last night", Why.NO_CLOCK),
        ("rooting yesterday", "yesterday", Why.NO_CLOCK),
        ("rooting today 11pm", "today 11pm", Why.FUTURE),
        ("rooting 3am 4am", "4am", Why.SECOND),
        ("rooting settled asleep", "asleep", Why.SECOND),
        ("rooting settled 5 in 6", "in 6", Why.SECOND),
        ("rooting not fed", "not fed", Why.NOT_SO),
        ("rooting not at 3:12", "not at 3:12", Why.NOT_SO),
        ("rooting, wasn't winded", "wasn't winded", Why.NOT_SO),
        ("rooting, not been fed", "not been fed", Why.NOT_SO),
    ],
)  # fmt: skip
def test_what_stays_in_the_note(text: str, note: str, why: Why | None) -> None:
    reading = one(text)
    assert reading.cues == ("rooting",)
    assert reading.note == note
    assert next((chip.why for chip in reversed(reading.kept)), None) is why


def test_a_no_ends_at_a_comma_and_at_a_joining_word() -> None:
    assert one("not fed, rooting").cues == ("rooting",)
    assert one("not fed and rooting").cues == ("rooting",)
    assert one("won’t settle, no change").note == ""


def test_what_words_could_mean_is_listed() -> None:
    (kept,) = one("rooting gr").kept
    assert "Grizzling" in kept.candidates
    assert "Straining, grunting" in kept.candidates
    (kept,) = one("rooting, someone else took over").kept
    assert kept.candidates == ("Handed over", "Someone took over")


@pytest.mark.parametrize(
    ("text", "key", "sure"),
    [
        ("rooting", "rooting", Sure.EXACT),
        ("nuzzling", "rooting", Sure.EXACT),
        ("ro", "rooting", Sure.EXACT),
        ("root", "rooting", Sure.STEM),
        ("hic", "hiccups", Sure.STEM),
        ("hands to mo", "hand-to-mouth", Sure.STEM),
        ("rootng", "rooting", Sure.NEAR),
        ("rootting", "rooting", Sure.NEAR),
        ("roating", "rooting", Sure.NEAR),
        ("orooting", "rooting", Sure.NEAR),
        ("orting", "", Sure.EXACT),
        ("hnads to mouth", "hand-to-mouth", Sure.NEAR),
        ("coughs splutters", "coughing-spluttering", Sure.EXACT),
        ("coo ing", "cooing", Sure.EXACT),
        ("zebra dance", "own-1", Sure.EXACT),
        ("zebra dnace", "own-1", Sure.NEAR),
        ("old word", "", Sure.EXACT),
        ("12", "", Sure.EXACT),
    ],
)
def test_how_sure_a_cue_is(text: str, key: str, sure: Sure) -> None:
    chips = [chip for chip in one(text).chips if chip.part is Part.CUE]
    assert [(chip.key, chip.sure) for chip in chips] == ([(key, sure)] if key else [])


@pytest.mark.parametrize(
    "word",
    [
        "feel",
        "head",
        "need",
        "long",
        "look",
        "told",
        "kind",
        "nap",
        "temp",
        "wanting",
        "it",
        "as",
        "go",
        "dad",
        "mum",
        "got",
    ],
)
def test_ordinary_words_are_never_taken_for_others(word: str) -> None:
    reading = one(f"rooting {word}")
    assert reading.note == word
    assert reading.kept[0].why is Why.UNKNOWN


def test_a_comma_ends_what_it_does_not_belong_to() -> None:
    assert one("rooting, sounds").cues == ("rooting",)
    assert one("rooting sounds").cues == ("small-hungry-sounds",)
    assert one("calmed, then fed").responses == ("r-calm-then-feed",)


def test_several_moments() -> None:
    text = "rooting 10 min ago, fed\n\n yawning; smile last night 11;"
    first, second, third = read(text)
    assert (first.cues, second.cues, third.cues) == (("rooting",), ("yawning",), ("smile",))
    assert second.at is None
    assert third.at == when("2026-11-15T23:00")
    assert [text[one.chips[0].start : one.chips[-1].end] for one in (first, second, third)] == [
        "rooting 10 min ago, fed",
        " yawning",
        " smile last night 11",
    ]
    assert read(" ;\n; ") == ()


def test_the_same_twice_is_there_once() -> None:
    reading = one("rooting fed rooting fed settled calm")
    assert (reading.cues, reading.responses) == (("rooting",), ("r-feed-responsive",))
    assert (reading.outcome, reading.note) == ("out-settled", "")


def test_a_draft_of_what_was_read() -> None:
    reading = one("rooting fussing 40 min ago, fed, winded, settled in 5, Nan was here")
    draft = draft_of(reading, ROBIN.id, NOW, load_catalog())
    assert draft.cues == ("rooting", "cry-fuss")
    assert (draft.at, draft.entered, draft.about) == (when("2026-11-16T20:20"), NOW, True)
    assert draft.responses == ("r-feed-responsive", "r-wind")
    assert (draft.outcome, draft.settle, draft.note) == (
        "out-settled",
        Settle(SettleBin.FROM_5, 5),
        "Nan was here",
    )
    assert not draft.private


def test_a_draft_without_a_time_is_now_and_a_hard_one_is_private() -> None:
    draft = draft_of(one("crying, took a breather"), ROBIN.id, NOW, load_catalog())
    assert (draft.at, draft.about, draft.private) == (NOW, False, True)
    with pytest.raises(InvalidEntry, match="at least one cue"):
        draft_of(one("fed"), ROBIN.id, NOW, load_catalog())


def test_another_language_brings_its_own_words() -> None:
    words = load_phrase_words()
    german = replace(
        words,
        words={PhraseWord.AGO: ("vor",), PhraseWord.MINUTES: ("Minuten",), PhraseWord.JOIN: ("und",)},
        short={},
    )
    index = WordIndex(load_catalog(), german)
    (reading,) = read_phrases("rooting und yawning vor 10 minuten", index, NOW)
    assert reading.at == NOW.shifted(-timedelta(minutes=10))
    assert (reading.cues, reading.note) == (("rooting", "yawning"), "")


def test_retired_cues_are_not_met() -> None:
    catalog = load_catalog()
    key = CueKey("rooting")
    gone = replace(catalog, cues={**catalog.cues, key: replace(catalog.cues[key], retired=True)})
    (reading,) = read_phrases("nuzzling", WordIndex(gone, load_phrase_words()), NOW)
    assert (reading.cues, reading.note) == ((), "nuzzling")


@pytest.mark.parametrize(
    ("typed", "word", "near"),
    [
        ("abcd", "abcd", False), ("abc", "abcd", True), ("abcde", "abcd", True), ("abxd", "abcd", True),
        ("bacd", "abcd", True), ("abdc", "abcd", True), ("badc", "abcd", False), ("ab", "abcd", False),
        ("axyd", "abcd", False), ("", "a", True), ("dcba", "abcd", False),
    ],
)  # fmt: skip
def test_one_slip_of_the_keys(typed: str, word: str, near: bool) -> None:
    assert one_slip(typed, word) is near
    assert one_slip(word, typed) is near


def test_every_shipped_name_is_understood_alone() -> None:
    catalog = load_catalog()
    for cue in catalog.cues.values():
        assert one(cue.name).cues == (cue.key,), cue.name
    for response in catalog.responses.values():
        assert one(response.name).responses == (response.key,), response.name
    for outcome in catalog.outcomes.values():
        assert one(outcome.name).outcome == outcome.key, outcome.name
    for step in catalog.bins.values():
        assert one(f"settled in {step.name}").settle == Settle(step.step), step.name
