"""What came before a moment: laws, and the words for it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.context import REACH, Before, Context, context_of, context_words, contexts
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.ids import BabyId, new_id
from tests.builders import NOW, care, moment, when

AT = when("2026-11-16T09:00")
MOMENT = moment(at=AT)
KINDS = (CareKind.FEED, CareKind.SLEEP, CareKind.NAPPY)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def event(kind: CareKind, before: int, lasted: int | None = None) -> CareEvent:
    """An event that began some minutes before the moment, or after it where that is below zero."""
    at = AT.shifted(-minutes(before))
    return care(kind=kind, at=at, until=None if lasted is None else at.shifted(minutes(lasted)))


EVENTS = st.lists(
    st.builds(event, st.sampled_from(KINDS), st.integers(-600, 3000), st.none() | st.integers(0, 900)),
    max_size=8,
)


@given(EVENTS)
def test_the_order_of_entries_does_not_matter(events: list[CareEvent]) -> None:
    shuffled = sorted(events, key=lambda one: one.id, reverse=True)
    assert context_of(MOMENT, events) == context_of(MOMENT, shuffled)


@given(EVENTS, st.sampled_from(KINDS), st.integers(1, 600), st.none() | st.integers(0, 90))
def test_entries_after_the_moment_never_count(
    events: list[CareEvent], kind: CareKind, after: int, lasted: int | None
) -> None:
    assert context_of(MOMENT, [*events, event(kind, -after, lasted)]) == context_of(MOMENT, events)


@given(EVENTS, st.sampled_from(KINDS), st.integers(0, 600), st.none() | st.integers(0, 90))
def test_deleted_entries_and_other_babies_never_count(
    events: list[CareEvent], kind: CareKind, before: int, lasted: int | None
) -> None:
    one = event(kind, before, lasted)
    extra = [replace(one, deleted=NOW.utc), replace(one, baby=BabyId(new_id()))]
    assert context_of(MOMENT, [*events, *extra]) == context_of(MOMENT, events)


@given(EVENTS, st.sampled_from(KINDS), st.integers(0, 1440))
def test_one_that_comes_late_counts_as_if_it_had_always_been_there(
    events: list[CareEvent], kind: CareKind, before: int
) -> None:
    late = replace(event(kind, before), entered=NOW)
    found = getattr(context_of(MOMENT, [*events, late]), kind.value)
    was = getattr(context_of(MOMENT, events), kind.value)
    assert found is not None
    assert found.after == min(minutes(before), was.after if was is not None else REACH)


@given(EVENTS)
def test_what_is_found_is_never_further_back_than_it_says(events: list[CareEvent]) -> None:
    found = context_of(MOMENT, events)
    for before in (found.feed, found.sleep, found.nappy):
        assert before is None or timedelta() <= before.after <= REACH


@given(EVENTS, st.lists(st.integers(-600, 3000), max_size=6), st.booleans())
def test_many_moments_are_told_as_each_alone(
    events: list[CareEvent], before: list[int], other_baby: bool
) -> None:
    moments = [replace(MOMENT, at=AT.shifted(-minutes(each))) for each in before]
    if other_baby:
        moments = [replace(one, baby=BabyId(new_id())) for one in moments]
    about = [replace(one, about=place % 2 == 0) for place, one in enumerate(events)]
    assert contexts(moments, about) == [context_of(one, about) for one in moments]


@pytest.mark.parametrize(
    ("context", "words"),
    [
        (
            Context(Before(minutes(130), ended=True), Before(minutes(40), ended=True), Before(minutes(65))),
            "2 h 10 min after a feed · 40 min after waking · 1 h 5 min after a nappy",
        ),
        (
            Context(Before(minutes(5)), Before(minutes(50))),
            "5 min after a feed began · 50 min after a sleep began · no nappy logged in the 24 h before",
        ),
        (
            Context(Before(timedelta(), during=True), None, None),
            "during a feed · no sleep or nappy logged in the 24 h before",
        ),
        (Context(), "No feed, sleep or nappy logged in the 24 h before"),
    ],
)
def test_in_words(context: Context, words: str) -> None:
    assert context_words(context) == words


def test_a_clock_change_between_them_is_not_time_that_passed() -> None:
    night = moment(at=when("2026-10-25T03:00"))
    before = care(at=when("2026-10-25T00:30"), until=when("2026-10-25T00:45"))
    assert context_of(night, [before]).feed == Before(minutes(195), ended=True)
