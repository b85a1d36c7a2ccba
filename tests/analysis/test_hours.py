"""A day's or a night's hours: steps on the clock of the place, also where the clocks change, and typed times in them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.hours import (
    HELP,
    NOT_HERE,
    STEP,
    STILL_TO_COME,
    Hours,
    clock_change_words,
    clock_words,
    first_hours,
    full_hours,
    hours_words,
    read_span,
    read_time,
    span_words,
)
from bonddiary.domain.errors import InvalidEntry
from tests.builders import LONDON, NOW, when
from tests.strategies import ZONES

NIGHT = Hours(date(2026, 11, 15), True, LONDON)
DAY = Hours(date(2026, 11, 16), False, LONDON)
MORNING = when("2026-11-16T08:30")


def test_until_noon_it_is_the_night_before_then_today() -> None:
    assert first_hours(when("2026-11-16T03:00")) == NIGHT
    assert first_hours(when("2026-11-16T11:55")) == NIGHT
    assert first_hours(when("2026-11-16T12:00")) == DAY


def test_hours_are_named_as_people_say_them() -> None:
    assert hours_words(NIGHT, MORNING) == "last night, 8pm to 8am"
    assert hours_words(NIGHT, when("2026-11-15T23:00")) == "tonight, 8pm to 8am"
    assert hours_words(NIGHT.moved(-1), MORNING) == "the night after Saturday 14 November, 8pm to 8am"
    assert hours_words(DAY, NOW) == "today, Monday 16 November"
    assert hours_words(DAY.moved(-1), NOW) == "yesterday, Sunday 15 November"


@pytest.mark.parametrize(
    ("day", "night", "hours", "words"),
    [
        (date(2026, 10, 25), False, 25, "The clocks change here. This day has 25 hours."),
        (date(2026, 3, 29), False, 23, "The clocks change here. This day has 23 hours."),
        (date(2026, 10, 24), True, 13, "The clocks change here. This night has 13 hours."),
        (date(2026, 3, 28), True, 11, "The clocks change here. This night has 11 hours."),
        (date(2026, 11, 15), True, 12, ""),
        (date(2026, 11, 15), False, 24, ""),
    ],
)
def test_where_the_clocks_change_there_are_more_hours_or_fewer(
    day: date, night: bool, hours: int, words: str
) -> None:
    shown = Hours(day, night, LONDON)
    assert (shown.steps, clock_change_words(shown)) == (hours * 12, words)
    assert len(full_hours(shown)) == hours + 1


def test_the_hour_that_happens_twice_is_told_apart() -> None:
    night = Hours(date(2026, 10, 24), True, LONDON)
    step = int(night.step_of(when("2026-10-25T01:30")))
    assert [clock_words(night.at(step)), clock_words(night.at(step + 12))] == [
        "1:30am (first)",
        "1:30am (second)",
    ]
    now = when("2026-10-25T09:00")
    assert read_time("1:30am (first)", night, now) == night.at(step)
    assert read_time("1:30am", night, now) == night.at(step + 12), "the most recent one, as elsewhere"


@given(
    st.sampled_from(ZONES), st.dates(date(2015, 1, 1), date(2030, 12, 31)), st.booleans(), st.integers(0, 400)
)
def test_steps_and_times_are_the_same_thing(zone: str, day: date, night: bool, step: int) -> None:
    hours = Hours(day, night, zone)
    step = min(step, hours.steps)
    assert hours.step_of(hours.at(step)) == step
    assert hours.start.utc + STEP * hours.steps == hours.end.utc
    assert hours.at(step).zone == zone


@given(
    st.sampled_from(ZONES), st.dates(date(2015, 1, 1), date(2030, 12, 31)), st.booleans(), st.integers(0, 287)
)
def test_every_step_can_be_typed_as_it_is_shown(zone: str, day: date, night: bool, step: int) -> None:
    hours = Hours(day, night, zone)
    at, now = hours.at(min(step, hours.steps - 1)), hours.end.shifted(timedelta(hours=1))
    assert read_time(clock_words(at), hours, now).utc == at.utc


@given(st.text(max_size=20))
def test_reading_raises_nothing_else(text: str) -> None:
    try:
        at, until = read_span(text, NIGHT, MORNING)
    except InvalidEntry:
        return
    assert at.utc <= (until or at).utc <= MORNING.utc


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("1:40am", "2026-11-16T01:40"),
        ("1.40", "2026-11-16T01:40"),
        ("9:20", "2026-11-15T21:20"),
        ("23:05", "2026-11-15T23:05"),
        ("3am", "2026-11-16T03:00"),
        ("midnight", "2026-11-16T00:00"),
        ("8am", "2026-11-16T08:00"),
        ("40 min ago", "2026-11-16T07:50"),
    ],
)
def test_times_as_people_type_them(text: str, at: str) -> None:
    assert read_time(text, NIGHT, MORNING) == when(at)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1:00 to 3:00am", "2026-11-16T01:00", "2026-11-16T03:00"),
        ("1 to 3am", "2026-11-16T01:00", "2026-11-16T03:00"),
        ("11:30pm – 1am", "2026-11-15T23:30", "2026-11-16T01:00"),
        ("11:30pm to midnight", "2026-11-15T23:30", "2026-11-16T00:00"),
        ("7pm-9.30pm", "2026-11-15T19:00", "2026-11-15T21:30"),
        ("7 to 9:30pm", "2026-11-15T19:00", "2026-11-15T21:30"),
        ("12:10 to 1am", "2026-11-16T00:10", "2026-11-16T01:00"),
    ],
)
def test_a_start_and_an_end(text: str, start: str, end: str) -> None:
    assert read_span(text, NIGHT, MORNING) == (when(start), when(end))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("soon", HELP),
        ("25:00", HELP),
        ("13pm", HELP),
        ("40", HELP),
        ("1 to 2 to 3am", HELP),
        ("8:30 to 40", HELP),
        ("noon", NOT_HERE),
        ("20 h ago", NOT_HERE),
        ("9am to 10am", NOT_HERE),
        ("3 to 1am", "The end is before the start. Change one of the two times."),
        ("3am to 1am", "The end is before the start. Change one of the two times."),
    ],
)
def test_what_is_no_time_is_said_kindly(text: str, words: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_span(text, NIGHT, when("2026-11-16T11:00"))
    assert str(refused.value) == words


def test_nothing_is_in_the_future() -> None:
    now = when("2026-11-16T03:00")
    for text in ("5am", "2am to 5am", "3:01am"):
        with pytest.raises(InvalidEntry) as refused:
            read_span(text, NIGHT, now)
        assert str(refused.value) == STILL_TO_COME
    assert NIGHT.past(now) == 7 * 12


def test_spans_name_half_of_the_day_once() -> None:
    assert span_words(when("2026-11-16T01:00"), when("2026-11-16T03:00")) == "1:00 to 3:00am"
    assert span_words(when("2026-11-15T23:30"), when("2026-11-16T01:00")) == "11:30pm to 1:00am"
    assert span_words(when("2026-11-15T23:30"), when("2026-11-16T00:00")) == "11:30pm to midnight"
