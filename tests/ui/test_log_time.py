"""The times parents type, and what the page says of them."""

from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.when import When
from bonddiary.ui.pages.log.clock_text import HELP, read_time
from tests.builders import when

EVENING = when("2026-11-16T21:00")


@pytest.mark.parametrize(
    ("text", "days_back", "expected"),
    [
        ("3:12", 0, "2026-11-16T15:12"),
        ("3:12am", 0, "2026-11-16T03:12"),
        ("3.12 AM", 0, "2026-11-16T03:12"),
        ("3:12pm", 0, "2026-11-16T15:12"),
        ("15:40", 0, "2026-11-16T15:40"),
        ("9:30", 0, "2026-11-16T09:30"),
        ("9pm", 0, "2026-11-16T21:00"),
        ("10pm", 0, "2026-11-15T22:00"),
        ("23:55", 0, "2026-11-15T23:55"),
        ("12am", 0, "2026-11-16T00:00"),
        ("12pm", 0, "2026-11-16T12:00"),
        ("0:05", 0, "2026-11-16T00:05"),
        ("40 min", 0, "2026-11-16T20:20"),
        ("40min ago", 0, "2026-11-16T20:20"),
        ("40m", 0, "2026-11-16T20:20"),
        ("2 h", 0, "2026-11-16T19:00"),
        ("2 hours ago", 0, "2026-11-16T19:00"),
        ("1 h 30 min", 0, "2026-11-16T19:30"),
        ("1h30m", 0, "2026-11-16T19:30"),
        ("25", 0, "2026-11-16T20:35"),
        ("  40 MIN ", 0, "2026-11-16T20:20"),
        ("3:12am", 1, "2026-11-15T03:12"),
        ("11pm", 1, "2026-11-15T23:00"),
        ("11:30", 2, "2026-11-14T23:30"),
        ("7", 1, "2026-11-15T19:00"),
    ],
)
def test_reads(text: str, days_back: int, expected: str) -> None:
    assert read_time(text, EVENING, days_back) == when(expected)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "soon", "25:00", "3:75", "13pm", "0am", "3:1", "min", "h", "ago", "-5", "3:12:10", "12345"],
)
def test_refuses_in_words(text: str) -> None:
    with pytest.raises(InvalidEntry, match="Type a time such as 3:12am"):
        read_time(text, EVENING)


def test_the_future_of_today_is_refused_where_the_day_was_said() -> None:
    """Today's 10pm is still to come and yesterday's is meant; a day that was said is kept to."""
    assert read_time("10pm", EVENING).day.day == 15
    with pytest.raises(InvalidEntry) as told:
        read_time("40 min", EVENING, days_back=1)
    assert str(told.value) == HELP


class TestClockChange:
    """25 October 2026 in London: 2am becomes 1am again."""

    def test_the_hour_that_happens_twice_is_read_as_its_latest_pass(self) -> None:
        now = when("2026-10-25T01:45", second=True)
        assert read_time("1:30am", now) == when("2026-10-25T01:30", second=True)

    def test_the_second_pass_is_not_taken_before_it_has_come(self) -> None:
        now = when("2026-10-25T01:10", second=True)
        assert read_time("1:30am", now) == when("2026-10-25T01:30")

    def test_the_morning_after_means_the_later_of_the_two(self) -> None:
        assert read_time("1:30am", when("2026-10-25T08:00")) == when("2026-10-25T01:30", second=True)

    def test_minutes_ago_are_real_minutes(self) -> None:
        now = when("2026-10-25T01:15", second=True)
        assert read_time("30", now) == when("2026-10-25T01:45")

    def test_an_hour_that_was_skipped_is_never_the_future(self) -> None:
        """29 March 2026: 1am becomes 2am."""
        now = when("2026-03-29T02:05")
        assert read_time("1:30am", now).utc <= now.utc


instants = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1))
zones = st.sampled_from(["Europe/London", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "UTC"])
typed = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"\A\d{1,3}([:.]\d{2})?\s?(am|pm|AM|min|h|h \d{1,3} min)?( ago)?\Z"),
    st.builds(
        "{}:{:02d}{}".format, st.integers(0, 30), st.integers(0, 70), st.sampled_from(["", "am", "pm"])
    ),
)


@given(typed, instants, zones, st.integers(0, 3))
@example("²", datetime(2026, 1, 1), "UTC", 0)
@example("٣:١٢", datetime(2026, 1, 1), "UTC", 0)
@example("99 h 999 min ago", datetime(2026, 1, 1), "Pacific/Apia", 0)
def test_any_text_is_a_past_time_or_is_refused_in_words(
    text: str, wall: datetime, zone: str, back: int
) -> None:
    now = When.from_wall(wall, zone)
    try:
        read = read_time(text, now, back)
    except InvalidEntry:
        return
    assert read.utc <= now.utc
    assert read.zone == zone
    assert now.utc - read.utc <= timedelta(days=6)
