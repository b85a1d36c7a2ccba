"""Stretches laid onto days by the wall clock."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from bonddiary.analysis.spans import pieces
from bonddiary.domain.when import When

ZONES = (
    "Europe/London",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "America/Havana",
    "Asia/Beirut",
)
STARTS = st.datetimes(datetime(2010, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


def wall(text: str, zone: str = "Europe/London", *, second: bool = False) -> When:
    return When.from_wall(datetime.fromisoformat(text), zone, second=second)


def test_a_night_is_split_at_midnight() -> None:
    first, second = pieces(wall("2026-11-02T22:30"), wall("2026-11-03T05:15"))
    assert (first.day, first.start, first.end, first.begins, first.ends) == (
        date(2026, 11, 2),
        22.5,
        24.0,
        True,
        False,
    )
    assert (second.day, second.start, second.end, second.begins, second.ends) == (
        date(2026, 11, 3),
        0.0,
        5.25,
        False,
        True,
    )
    assert (first.lasting, second.lasting) == (timedelta(hours=1.5), timedelta(hours=5.25))


def test_until_midnight_exactly_stays_in_its_day() -> None:
    (only,) = pieces(wall("2026-11-02T22:00"), wall("2026-11-03T00:00"))
    assert (only.start, only.end, only.ends) == (22.0, 24.0, True)


def test_an_instant_is_one_piece_without_length() -> None:
    (only,) = pieces(wall("2026-11-02T03:12"), None)
    assert only.start == only.end
    assert only.lasting == timedelta(0)


def test_the_day_of_23_hours_keeps_the_clock_and_the_true_length() -> None:
    night = pieces(wall("2026-03-28T22:00"), wall("2026-03-29T07:00"))
    assert [piece.end for piece in night] == [24.0, 7.0]
    assert [piece.lasting for piece in night] == [timedelta(hours=2), timedelta(hours=6)]


def test_the_day_of_25_hours_keeps_the_clock_and_the_true_length() -> None:
    night = pieces(wall("2026-10-24T22:00"), wall("2026-10-25T07:00"))
    assert [piece.lasting for piece in night] == [timedelta(hours=2), timedelta(hours=8)]


def test_a_feed_in_the_hour_that_happens_twice_stays_where_it_began() -> None:
    (only,) = pieces(wall("2026-10-25T01:45"), wall("2026-10-25T01:15", second=True))
    assert only.start == only.end == 1.75
    assert only.lasting == timedelta(minutes=30)


def test_a_sleep_on_a_flight_is_drawn_by_the_clock_where_it_began() -> None:
    start = wall("2026-11-02T22:00")
    end = When.of(start.utc + timedelta(hours=4), "America/New_York")
    assert [piece.end for piece in pieces(start, end)] == [24.0, 2.0]


@given(
    STARTS,
    st.timedeltas(timedelta(0), timedelta(days=3)),
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
)
@example(datetime(2011, 12, 29, 20, tzinfo=UTC), timedelta(days=2), "Pacific/Apia", "Pacific/Apia")
def test_pieces_keep_time_and_order(start: datetime, length: timedelta, here: str, there: str) -> None:
    at = When.of(start, here)
    found = pieces(at, When.of(start + length, there))
    assert sum((piece.lasting for piece in found), timedelta(0)) == length
    assert found[0].day == at.day
    assert found[0].begins
    assert found[-1].ends
    assert all(0 <= piece.start <= piece.end <= 24 for piece in found)
    assert all(piece.lasting >= timedelta(0) for piece in found)
    assert all(
        earlier.day + timedelta(days=1) == later.day and earlier.end == 24 and later.start == 0
        for earlier, later in pairwise(found)
    )
