"""Overlaps: joining covers exactly both, trimming leaves no overlap, and nothing that was noted is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bonddiary.analysis.names import Names
from bonddiary.analysis.overlaps import Entry, Overlap, joined, overlaps, same_kind, trimmed
from bonddiary.content.loader import load_catalog
from bonddiary.domain.care import CareEvent, CareKind, Unit
from bonddiary.domain.ids import CareId, MomentId, OutcomeKey, new_id
from bonddiary.domain.moment import Moment, Settle
from tests.builders import care, cue_keys, moment, response_keys, when

NAMES = Names(load_catalog())
START = when("2026-11-15T20:00")
CUES = ("cry-fuss", "state-crying", "state-quiet-alert", "rooting")
KINDS = (CareKind.SLEEP, CareKind.FEED, CareKind.HOLDING)
minutes = st.integers(0, 12 * 60)


@st.composite
def stretches(draw: st.DrawFn) -> Entry:
    first, second = sorted(draw(st.lists(minutes, min_size=2, max_size=2, unique=True)))
    at, until = START.shifted(timedelta(minutes=first)), START.shifted(timedelta(minutes=second))
    entered = START.shifted(timedelta(hours=13, minutes=draw(st.integers(0, 3))))
    note = draw(st.sampled_from(("", "at the window", "with the lamp on")))
    about = draw(st.booleans())
    if draw(st.booleans()):
        amount = draw(st.sampled_from((None, 60.0, 90.0)))
        return care(
            kind=draw(st.sampled_from(KINDS)), at=at, until=until, entered=entered, note=note, about=about,
            value=amount, unit=None if amount is None else Unit.ML,
            details=draw(st.sampled_from(((), (("method", "bottle"),), (("method", "breast"),)))),
        )  # fmt: skip
    return moment(
        cues=cue_keys(draw(st.sampled_from(CUES))), at=at, until=until, entered=entered, note=note, about=about,
        responses=response_keys(*draw(st.permutations(("r-hold", "r-talk")).map(lambda keys: keys[:1]))),
        outcome=draw(st.sampled_from((None, OutcomeKey("out-settled"), OutcomeKey("out-partly")))),
        settle=draw(st.sampled_from((None, Settle.in_minutes(5), Settle.in_minutes(20)))),
        private=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def overlapping(draw: st.DrawFn, *, alike: bool = False) -> Overlap:
    """Two that share some time; alike: of one kind."""
    one, two = draw(stretches()), draw(stretches())
    if alike and isinstance(one, Moment):
        two = moment(
            at=two.at, until=two.until, entered=two.entered, cues=one.cues, note=two.note,
            responses=response_keys("r-rock"), outcome=draw(st.sampled_from((None, OutcomeKey("out-passed")))),
        )  # fmt: skip
    elif alike and isinstance(one, CareEvent):
        two = (
            replace(two, kind=one.kind)
            if isinstance(two, CareEvent)
            else care(kind=one.kind, at=two.at, until=two.until)
        )
    first, second = sorted((one, two), key=lambda each: (each.at.utc, each.id))
    assert first.until is not None and second.until is not None  # noqa: PT018
    assume(min(first.until.utc, second.until.utc) > second.at.utc)
    return Overlap(first, second)


def covered(*entries: Entry) -> set[int]:
    """The minutes that they cover."""
    found: set[int] = set()
    for each in entries:
        assert each.until is not None
        first, last = ((at.utc - START.utc) // timedelta(minutes=1) for at in (each.at, each.until))
        found |= set(range(first, last))
    return found


@given(overlapping(alike=True))
def test_join_covers_exactly_the_union(pair: Overlap) -> None:
    one = joined(pair, NAMES)
    assert covered(one) == covered(pair.first, pair.second)
    assert one.id == pair.first.id


@given(overlapping(alike=True))
def test_join_loses_nothing_that_was_noted(pair: Overlap) -> None:
    one = joined(pair, NAMES)
    for each in (pair.first, pair.second):
        assert each.note in one.note
        assert not each.about or one.about
        if isinstance(each, Moment):
            assert isinstance(one, Moment)
            assert set(each.cues) <= set(one.cues)
            assert set(each.responses) <= set(one.responses)
            assert (
                each.outcome in (None, one.outcome)
                or NAMES.outcome_name(each.outcome).lower() in one.note.lower()
            )
            assert each.settle in (None, one.settle) or NAMES.settle(each.settle) in one.note
            assert one.private or not each.private
        else:
            assert isinstance(one, CareEvent)
            assert each.value in (None, one.value) or f"{each.value:g} ml" in one.note
            assert all(dict(one.details)[name] == said or said in one.note for name, said in each.details)


@given(overlapping())
def test_trim_leaves_no_overlap_and_no_negative_length(pair: Overlap) -> None:
    assume(pair.trimmable)
    written = trimmed(pair, new_id())
    after = {pair.first.id: pair.first, pair.second.id: pair.second} | {each.id: each for each in written}
    parts = list(after.values())
    for place, each in enumerate(parts):
        assert each.length is not None
        assert each.length > timedelta(0)
        for other in parts[place + 1 :]:
            assert not covered(each) & covered(other)
    assert covered(*parts) == covered(pair.first, pair.second)


@given(overlapping())
def test_trim_keeps_both_and_all_they_say(pair: Overlap) -> None:
    assume(pair.trimmable)
    written = {each.id: each for each in trimmed(pair, new_id())}
    for each in (pair.first, pair.second):
        kept = written.get(each.id, each)
        assert replace(kept, at=each.at, until=each.until) == each
    assert len(written) - len(written.keys() & {pair.first.id, pair.second.id}) <= 1


@given(overlapping())
def test_what_is_cut_is_what_was_painted_last_unless_nothing_would_be_left_of_it(pair: Overlap) -> None:
    assume(pair.trimmable)
    cut = next(each for each in trimmed(pair, new_id()) if each.id in (pair.first.id, pair.second.id))
    last, other = pair.painted_last, pair.other
    assert (cut.id == last.id) == bool(covered(last) - covered(other))


@given(overlapping())
def test_two_exactly_alike_are_never_trimmed(pair: Overlap) -> None:
    one = pair.first
    two = (
        replace(one, id=MomentId(new_id())) if isinstance(one, Moment) else replace(one, id=CareId(new_id()))
    )
    twin = Overlap(one, two)
    assert not twin.trimmable
    with pytest.raises(ValueError, match="alike"):
        trimmed(twin, new_id())


@given(st.lists(stretches(), max_size=6))
def test_each_pair_is_found_once_and_shares_some_time(entries: list[Entry]) -> None:
    found = overlaps(entries, NAMES)
    assert len({pair.key for pair in found}) == len(found)
    for pair in found:
        assert covered(pair.first) & covered(pair.second)
        assert pair.first.at.utc <= pair.second.at.utc


def stretch(kind: CareKind, start: str, end: str) -> CareEvent:
    return care(kind=kind, at=when(f"2026-11-16T{start}"), until=when(f"2026-11-16T{end}"))


def crying(start: str, end: str, *cues: str) -> Moment:
    keys = cue_keys(*(cues or ("state-crying",)))
    return moment(cues=keys, at=when(f"2026-11-16T{start}"), until=when(f"2026-11-16T{end}"))


def test_two_sleeps_and_sleep_with_crying_are_named_and_holding_goes_beside_anything() -> None:
    sleep, again = stretch(CareKind.SLEEP, "01:00", "03:00"), stretch(CareKind.SLEEP, "02:30", "04:00")
    held, cry = stretch(CareKind.HOLDING, "01:00", "04:00"), crying("02:00", "02:20")
    found = overlaps([sleep, again, held, cry], NAMES)
    assert [pair.key for pair in found] == [frozenset((sleep.id, cry.id)), frozenset((sleep.id, again.id))]
    assert [pair.joinable for pair in found] == [False, True]


def test_stretches_that_touch_and_moments_without_an_end_overlap_nothing() -> None:
    sleep = stretch(CareKind.SLEEP, "01:00", "03:00")
    assert not overlaps([sleep, stretch(CareKind.FEED, "03:00", "03:20")], NAMES)
    assert not overlaps([sleep, moment(cues=cue_keys("state-crying"), at=when("2026-11-16T02:00"))], NAMES)
    assert not overlaps([sleep, crying("01:30", "02:00", "rooting")], NAMES)


def test_different_kinds_are_never_joined() -> None:
    sleep, cry = stretch(CareKind.SLEEP, "01:00", "03:00"), crying("02:00", "02:20")
    assert not same_kind(sleep, cry)
    with pytest.raises(ValueError, match="different kinds"):
        joined(Overlap(sleep, cry), NAMES)
