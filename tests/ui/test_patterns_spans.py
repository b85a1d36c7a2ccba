"""Which days the Patterns page shows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.domain.period import Period
from bonddiary.ui.pages.patterns import spans
from bonddiary.ui.pages.patterns.spans import MOST_DAYS, Span, window

TODAY = date(2026, 11, 16)
SPANS = st.sampled_from(Span)
DAYS = st.integers(0, 800).map(lambda back: TODAY - timedelta(days=back))
WHOLES = st.tuples(DAYS, DAYS).map(lambda days: Period(min(days), max(days)))


def test_two_weeks_end_today() -> None:
    shown = window(Span.TWO_WEEKS, None, Period(date(2026, 9, 1), TODAY), TODAY)
    assert shown.period == Period(date(2026, 11, 3), TODAY)
    assert (shown.earlier, shown.later, shown.behind, shown.in_parts) == (True, False, False, False)


def test_an_empty_diary_shows_the_days_up_to_today() -> None:
    for span in Span:
        shown = window(span, None, None, TODAY)
        assert shown.period.last == TODAY
        assert (shown.earlier, shown.later, shown.behind) == (False, False, False)


def test_after_a_pause_the_newest_entries_are_shown() -> None:
    whole = Period(date(2026, 1, 1), date(2026, 6, 22))
    shown = window(Span.TWO_WEEKS, None, whole, TODAY)
    assert shown.period == Period(date(2026, 6, 9), date(2026, 6, 22))
    assert shown.behind
    assert not shown.later


@pytest.mark.parametrize(
    ("newest", "ends"), [(date(2026, 11, 3), TODAY), (date(2026, 11, 2), date(2026, 11, 2))]
)
def test_one_entry_in_the_last_days_is_enough_to_end_today(newest: date, ends: date) -> None:
    assert window(Span.TWO_WEEKS, None, Period(date(2026, 1, 1), newest), TODAY).period.last == ends


def test_all_is_the_diary_from_first_to_last_entry() -> None:
    whole = Period(date(2026, 9, 20), date(2026, 11, 14))
    shown = window(Span.ALL, None, whole, TODAY)
    assert shown.period == whole
    assert (shown.earlier, shown.later, shown.in_parts) == (False, False, False)


def test_all_of_a_long_diary_comes_in_parts() -> None:
    whole = Period(date(2025, 12, 1), date(2026, 11, 14))
    shown = window(Span.ALL, None, whole, TODAY)
    assert shown.in_parts
    assert shown.period == Period.ending(whole.last, MOST_DAYS)
    parts = [shown]
    while parts[-1].earlier:
        parts.append(window(Span.ALL, spans.earlier(parts[-1]), whole, TODAY))
    assert parts[-1].period.first == whole.first
    assert {part.period.days for part in parts} == {MOST_DAYS}
    assert len(parts) == 4


@given(SPANS, WHOLES)
def test_stepping_back_reaches_every_entry(span: Span, whole: Period) -> None:
    shown, seen = window(span, None, whole, TODAY), set[date]()
    for _ in range(200):
        seen |= set(shown.period)
        if not shown.earlier:
            break
        shown = window(span, spans.earlier(shown), whole, TODAY)
    assert set(whole) <= seen


@given(SPANS, WHOLES, DAYS)
def test_stepping_on_ends_at_the_latest(span: Span, whole: Period, start: date) -> None:
    shown = window(span, start, whole, TODAY)
    for _ in range(200):
        if not shown.later:
            break
        last = spans.later(shown, span, whole, TODAY)
        shown = window(span, last, whole, TODAY)
    assert shown.period == window(span, None, whole, TODAY).period


@given(SPANS, WHOLES)
def test_back_and_on_again_is_where_it_was(span: Span, whole: Period) -> None:
    latest = window(span, None, whole, TODAY)
    if latest.earlier:
        back = window(span, spans.earlier(latest), whole, TODAY)
        assert back.later
        assert window(span, spans.later(back, span, whole, TODAY), whole, TODAY) == latest


@pytest.mark.parametrize(
    ("first", "last", "seen"),
    [
        (-30, -2, (-30, -2)),
        (-30, 0, (-30, 0)),
        (-30, 1, (-30, 1)),  # noted where it was tomorrow already
        (-30, 60_000, (-30, 1)),
        (60_000, 60_000, (1, 1)),
    ],
)
def test_a_day_far_ahead_leads_nowhere(first: int, last: int, seen: tuple[int, int]) -> None:
    whole = Period(TODAY + timedelta(days=first), TODAY + timedelta(days=last))
    so_far = spans.so_far(whole, TODAY)
    assert so_far == Period(*(TODAY + timedelta(days=days) for days in seen))
    assert spans.so_far(None, TODAY) is None
