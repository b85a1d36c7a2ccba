"""Rows per day: marks, lanes, and hours nobody logged."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.day_rows import REACH, DayRow, LaneKind
from bonddiary.analysis.insights import needed
from bonddiary.analysis.two_weeks import TwoWeeks
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When
from tests.analysis.made import CUES, LONDON, TWO_WEEKS, care, day_mark, diary, insights, moment, when

PLACES = st.tuples(st.integers(-1, 14), st.floats(0, 23.99), st.sampled_from(sorted(CUES)))


def rows(*made: Moment, events: tuple[CareEvent, ...] = (), now: When | None = None) -> tuple[DayRow, ...]:
    data = insights(made, events, now=now).charts["two-weeks"].data
    assert isinstance(data, TwoWeeks)
    return data.rows


def gaps(row: DayRow) -> list[tuple[float, float]]:
    return [(gap.start, gap.end) for gap in row.gaps]


def test_a_moment_with_cues_of_two_families_is_one_moment() -> None:
    row = rows(moment(when(0, 3.2), ["rooting", "building", "whimper"]))[0]
    assert row.moments == 1
    assert row.marks[0].families == (Family.CRYING, Family.MOVEMENT)
    assert row.counts == {Family.CRYING: 1, Family.MOVEMENT: 1}


def test_words_of_a_moment() -> None:
    start = when(0, 3.2)
    made = moment(
        start,
        ["rooting", "yawn"],
        tried=["fed", "winded"],
        then="out-partly",
        until=start.shifted(timedelta(minutes=5)),
        about=True,
    )
    assert rows(made)[0].marks[0].words == (
        "3:12am, Rooting, Yawn; for 5 min; fed, then winded; what happened next: settled a bit; "
        "about that time"
    )


def test_a_sleep_lies_in_both_its_days_and_is_counted_once() -> None:
    found = rows(events=(care(when(0, 22), CareKind.SLEEP, when(1, 6)),))
    assert [lane.kind for lane in found[0].lanes + found[1].lanes] == [LaneKind.SLEEP] * 2
    assert [lane.begins for lane in found[0].lanes + found[1].lanes] == [True, False]
    assert (found[0].asleep, found[1].asleep) == (timedelta(hours=2), timedelta(hours=6))
    assert found[1].lanes[0].words == "10pm to 6am, Sleep, 8 h"


def test_one_sleep_that_two_people_noted_counts_once() -> None:
    """Else a night of 10 hours would be one of 19."""
    twice = (care(when(0, 20), CareKind.SLEEP, when(1, 6)), care(when(0, 20.5), CareKind.SLEEP, when(1, 5.5)))
    again = care(when(1, 5), CareKind.SLEEP, when(1, 7))
    found = rows(events=(*twice, again))
    assert (found[0].asleep, found[1].asleep) == (timedelta(hours=4), timedelta(hours=7))
    assert [len(row.lanes) for row in found[:2]] == [2, 3]
    assert insights((), (*twice, again, care(when(3, 9)))).charts["two-weeks"].table.rows[1][-1] == "7 h"


def test_a_sleep_in_the_night_of_the_clock_change_counts_the_hours_that_passed() -> None:
    autumn = Period(date(2026, 10, 24), date(2026, 10, 26))
    nights = [
        care(When.from_wall(datetime(2026, 10, 24, 22), LONDON), CareKind.SLEEP, until=end)
        for end in (
            When.from_wall(datetime(2026, 10, 25, 1, 30), LONDON, second=True),
            When.from_wall(datetime(2026, 10, 25, 5), LONDON),
        )
    ]
    data = insights((), nights, period=autumn).charts["two-weeks"].data
    assert isinstance(data, TwoWeeks)
    assert [row.asleep for row in data.rows] == [timedelta(hours=2), timedelta(hours=6), timedelta(0)]


def test_a_day_with_nothing_is_not_logged_from_end_to_end() -> None:
    found = rows(moment(when(0, 23.9)))
    assert gaps(found[1]) == [(0.0, 24.0)]
    assert not found[1].logged


def test_hours_far_from_everything_are_not_logged() -> None:
    found = rows(moment(when(0, 9)), moment(when(0, 20)), moment(when(1, 1)))
    assert gaps(found[0]) == [(0.0, 6.0), (12.0, 17.0)]
    assert gaps(found[1]) == [(4.0, 24.0)]


def test_slivers_stay_plain() -> None:
    found = rows(moment(when(0, 2)), moment(when(0, 8.9)), moment(when(0, 15)), moment(when(0, 21)))
    assert gaps(found[0]) == []


def test_a_whole_logged_day_has_no_such_hours() -> None:
    data = insights([moment(when(0, 9))], marks=[day_mark(0)]).charts["two-weeks"].data
    assert isinstance(data, TwoWeeks)
    assert gaps(data.rows[0]) == []


def test_what_is_still_to_come_is_neither_logged_nor_not() -> None:
    found = rows(moment(when(0, 9)), now=when(1, 10))
    assert gaps(found[1]) == [(0.0, 10.0)]
    assert found[2].ahead
    assert gaps(found[2]) == []


def test_days_of_23_and_25_hours_keep_marks_in_the_row_of_their_wall_day() -> None:
    for spring_or_autumn in ("2026-03-29", "2026-10-25"):
        day = datetime.fromisoformat(spring_or_autumn).date()
        times = [
            When.from_wall(datetime.combine(day, datetime.min.time()) + timedelta(hours=hour), LONDON)
            for hour in range(24)
        ]
        made = [moment(at) for at in times]
        period = Period(day - timedelta(days=1), day + timedelta(days=1))
        data = insights(made, period=period).charts["two-weeks"].data
        assert isinstance(data, TwoWeeks)
        assert [row.moments for row in data.rows] == [0, 24, 0]
        assert all(0 <= mark.start < 24 for mark in data.rows[1].marks)


@given(st.lists(PLACES, max_size=30))
def test_counts_add_up_to_the_moments(places: list[tuple[int, float, str]]) -> None:
    made = [moment(when(day, hour), [cue]) for day, hour, cue in places]
    inside = sum(0 <= day < 14 for day, _, _ in places)
    found = insights(made)
    data = found.charts["two-weeks"].data
    assert isinstance(data, TwoWeeks)
    assert found.coverage.moments == inside
    assert sum(row.moments for row in data.rows) == inside
    assert data.band.total == inside
    assert sum(sum(row.counts.values()) for row in data.rows) == inside, "one family each"


def test_the_hours_before_something_soon_after_midnight_are_logged_whatever_days_are_looked_at() -> None:
    made = [*(moment(when(day, 9)) for day in range(14)), moment(when(14, 0.5))]
    given_then = needed(TWO_WEEKS)
    found = rows(*(one for one in made if one.at.day in given_then), now=when(20, 9))
    assert gaps(found[-1])[-1] == (12.0, 21.5)


@given(st.lists(PLACES, min_size=1, max_size=12))
def test_nothing_logged_lies_in_hours_not_logged(places: list[tuple[int, float, str]]) -> None:
    made = [moment(when(day, hour), [cue]) for day, hour, cue in places]
    reach = REACH / timedelta(hours=1) - 1e-6
    for row in rows(*made):
        for gap in row.gaps:
            assert 0 <= gap.start < gap.end <= 24
            assert all(not gap.start - reach < mark.start < gap.end + reach for mark in row.marks)


def test_sleep_and_feeds_of_a_busy_diary_keep_their_length() -> None:
    moments, events = diary()
    found = rows(*moments, events=tuple(events))
    slept = sum((row.asleep for row in found), timedelta(0))
    last = timedelta(hours=5.5)  # of the last night lies after the period
    assert slept == sum(
        (event.length or timedelta(0) for event in events if event.kind is CareKind.SLEEP), -last
    )
