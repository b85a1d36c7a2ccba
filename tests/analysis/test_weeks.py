"""Weeks compared by medians of logged days."""

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.findings.weeks import DAYS_LOGGED, FEWEST_WEEKS, Weekly, weekly, weigh

LAST = date(2026, 11, 29)
DAY = timedelta(days=1)


def weeks(*counts: list[int | None], key: str = "crying") -> Weekly:
    """Weeks from their days' counts, the oldest first; None: not logged."""
    days = [count for week in counts for count in week]
    dated = {LAST - (len(days) - 1 - n) * DAY: count for n, count in enumerate(days)}
    logged = {day for day, count in dated.items() if count is not None}
    seen = {day: count for day, count in dated.items() if count}
    return weekly(key, "Crying was", seen, logged, min(dated), LAST)


def said(*series: Weekly) -> list[str]:
    return [
        one.statement().words
        for one, found in zip(series, weigh(series), strict=True)
        if found.enough and found.clear
    ]


SAID = (
    "Crying was logged more often in the week to {} November than in the week to {} November. "
    "Median a day on logged days: 6 and 2."
)
LOW: list[int | None] = [1, 2, 2, 3, 2, 1, 2]
HIGH: list[int | None] = [6, 7, 5, 8, 6, 7, 6]


def test_more_and_less_are_said_of_what_was_logged() -> None:
    assert said(weeks(LOW, LOW, HIGH)) == [SAID.format(29, 15)]
    assert said(weeks(HIGH, LOW, LOW)) == [SAID.format(15, 29)]


def test_days_that_were_not_logged_are_no_zeros_and_logged_ones_without_any_are() -> None:
    found = weeks([None, 4, 0, None, 4, 5, None], LOW, LOW)
    assert found.weeks[0].counts == (4, 0, 4, 5)
    assert found.weeks[0].median == 4


def test_three_weeks_of_four_logged_days_are_needed() -> None:
    thin: list[int | None] = [1, 2, 2, None, None, None, None]
    assert not weeks(LOW, HIGH).ready
    assert said(weeks(LOW, HIGH)) == []
    assert not weeks(LOW, thin, HIGH).ready
    assert weeks(LOW, thin, HIGH, HIGH).ready


def test_part_of_a_week_at_the_start_is_left_out() -> None:
    assert len(weeks([1, 2, 3, 4, 5], LOW, LOW).weeks) == 2


def test_more_that_is_looked_at_makes_it_harder() -> None:
    edge = weeks([1, 2, 2, 3, 2, 1, 2], LOW, [2, 3, 2, 4, 3, 3, 4])
    flat = [weeks(LOW, LOW, LOW, key=f"other {n}") for n in range(9)]
    assert len(said(edge)) == 1
    assert said(edge, *flat) == []


def test_diaries_without_a_change_hardly_ever_get_one() -> None:
    dice, found = random.Random(5), 0
    for _ in range(200):
        days = [[dice.choice([None, 0, 1, 2, 3, 4, 5]) for _ in range(7)] for _ in range(4)]
        found += bool(said(weeks(*days)))
    assert found <= 10


@given(st.lists(st.lists(st.none() | st.integers(0, 9), min_size=7, max_size=7), min_size=1, max_size=5))
def test_laws(days: list[list[int | None]]) -> None:
    found = weeks(*days)
    assert all(len(week.counts) >= DAYS_LOGGED for week in found.weeks)
    assert found.ready == (len(found.weeks) >= FEWEST_WEEKS)
    assert 0 < found.chance <= 1
    (evidence,) = weigh([found])
    assert found.ready or not evidence.enough
    assert evidence.still or not evidence.clear
