"""Small words around numbers, times and dates."""

from datetime import date, datetime, timedelta

import pytest

from bonddiary.domain import wording
from bonddiary.domain.baby import Age
from bonddiary.domain.period import Period
from tests.builders import when


@pytest.mark.parametrize(
    ("time", "words", "plain"),
    [
        ((0, 0), "midnight", "12:00am"),
        ((12, 0), "noon", "12:00pm"),
        ((0, 5), "12:05am", "12:05am"),
        ((3, 12), "3:12am", "3:12am"),
        ((12, 30), "12:30pm", "12:30pm"),
        ((18, 0), "6pm", "6:00pm"),
        ((23, 59), "11:59pm", "11:59pm"),
    ],
)
def test_clock(time: tuple[int, int], words: str, plain: str) -> None:
    assert wording.clock(datetime(2026, 1, 1, *time)) == words
    assert wording.clock_plain(datetime(2026, 1, 1, *time)) == plain


@pytest.mark.parametrize(
    ("hour", "words"), [(0, "midnight"), (3, "3am"), (12, "noon"), (18, "6pm"), (24, "midnight")]
)
def test_hour(hour: int, words: str) -> None:
    assert wording.hour(hour) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 3), date(2026, 11, 16), "3 to 16 November 2026"),
        (date(2026, 10, 28), date(2026, 11, 3), "28 October to 3 November 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 to 2 January 2026"),
        (date(2026, 11, 3), date(2026, 11, 3), "3 November 2026"),
    ],
)
def test_period(first: date, last: date, words: str) -> None:
    assert wording.period(Period(first, last)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 16), date(2026, 11, 16), "today"),
        (date(2026, 11, 15), date(2026, 11, 15), "on Sunday 15 November"),
        (date(2026, 11, 10), date(2026, 11, 16), "this week"),
        (date(2026, 11, 9), date(2026, 11, 15), "in these 7 days"),
        (date(2026, 11, 3), date(2026, 11, 16), "in these 2 weeks"),
        (date(2026, 10, 20), date(2026, 11, 16), "in these 4 weeks"),
        (date(2026, 11, 7), date(2026, 11, 16), "in these 10 days"),
    ],
)
def test_within(first: date, last: date, words: str) -> None:
    assert wording.within(Period(first, last), date(2026, 11, 16)) == words


def test_often() -> None:
    assert [wording.often(count) for count in (1, 2, 4207)] == ["once", "2 times", "4,207 times"]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-11-16T03:12", "3:12am"),
        ("2026-11-15T23:55", "yesterday 11:55pm"),
        ("2026-03-03T03:12", "Tuesday 3 March, 3:12am"),
        ("2025-11-16T12:00", "16 November 2025, noon"),
        ("2026-11-17T00:00", "Tuesday 17 November, midnight"),
    ],
)
def test_a_time_seen_from_now(at: str, words: str) -> None:
    assert wording.at(when(at), when("2026-11-16T21:00")) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "under 1 min"),
        (0.9, "under 1 min"),
        (5, "5 min"),
        (60, "1 h"),
        (693, "11 h 33 min"),
        (1500, "25 h"),
    ],
)
def test_length(minutes: float, words: str) -> None:
    assert wording.length(timedelta(minutes=minutes)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "0 days"), (1, "1 day"), (13, "13 days"), (14, "2 weeks"), (90, "12 weeks"), (91, "2 months"),
        (152, "4 months"), (366, "1 year"), (430, "1 year 2 months"), (800, "2 years 2 months"),
    ],
)  # fmt: skip
def test_age(days: int, words: str) -> None:
    assert wording.age(Age(days)) == words


def test_counts() -> None:
    assert wording.counted(1, "moment") == "1 moment"
    assert wording.counted(4207, "entry", "entries") == "4,207 entries"
    assert wording.times(14, 16) == "14 of 16 times"
    assert wording.times(1, 1) == "1 of 1 time"


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ([], ""),
        (["fed"], "fed"),
        (["fed", "winded"], "fed and winded"),
        (["fed", "winded", "rocked"], "fed, winded and rocked"),
    ],
)
def test_listed(words: list[str], listed: str) -> None:
    assert wording.listed(words) == listed
