"""Times over clock changes and travel: the wall clock is the place's own, the order is that of instants."""

import pickle
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bonddiary.domain.errors import UnknownZone
from bonddiary.domain.when import When
from tests.builders import when

ZONES = ("Europe/London", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia")
instants = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
zones = st.sampled_from(ZONES)
HALF_PAST_ONE = datetime(2026, 10, 25, 1, 30)


@given(instants, zones)
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/London")
@example(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/London")
@example(datetime(2011, 12, 30, 9, 59, 59, tzinfo=UTC), "Pacific/Apia")
@example(datetime(2011, 12, 30, 10, 0, tzinfo=UTC), "Pacific/Apia")
def test_an_instant_keeps_its_wall_time_and_comes_back_exactly(instant: datetime, zone: str) -> None:
    at = When.of(instant, zone)
    assert at.utc == instant
    assert at.wall == instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert at.local == instant
    assert When.from_micros(at.micros, at.offset, zone) == at
    assert When.from_micros(at.micros, at.offset, zone).wall == at.wall
    assert 0 <= at.hour < 24


@given(instants, zones)
def test_a_copy_shows_the_same_clock(instant: datetime, zone: str) -> None:
    at = When.of(instant, zone)
    for again in (copy(at), pickle.loads(pickle.dumps(at)), replace(at)):
        assert again == at
        assert again.wall == at.wall


@given(instants, zones)
def test_a_wall_time_leads_back_to_one_of_its_instants(instant: datetime, zone: str) -> None:
    at = When.of(instant, zone)
    assert at in {When.from_wall(at.wall, zone), When.from_wall(at.wall, zone, second=True)}


@given(st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)), zones)
@example(datetime(2026, 3, 29, 1, 30), "Europe/London")
@example(datetime(2026, 3, 8, 2, 30), "America/St_Johns")
@example(datetime(2011, 12, 30, 12, 0), "Pacific/Apia")
def test_every_wall_time_that_people_type_has_an_instant(wall: datetime, zone: str) -> None:
    at = When.from_wall(wall, zone)
    assert at.wall == wall or at.wall > wall  # a time that the clock skipped lies after the change


@given(st.lists(st.tuples(instants, zones), min_size=2, max_size=5))
def test_the_order_of_entries_is_that_of_instants_whatever_the_clocks_said(
    stops: list[tuple[datetime, str]],
) -> None:
    travelled = [When.of(instant, zone) for instant, zone in stops]
    by_instant = [at.utc for at in sorted(travelled, key=lambda at: at.micros)]
    assert by_instant == sorted(instant for instant, _ in stops)


@given(instants, zones, st.timedeltas(timedelta(days=-3), timedelta(days=3)))
def test_a_shift_is_an_exact_length_of_time(instant: datetime, zone: str, by: timedelta) -> None:
    at = When.of(instant, zone)
    assert at.shifted(by).utc - at.utc == by
    assert at.shifted(by) == When.of(instant + by, zone)


def test_both_half_past_ones_of_the_night_the_clocks_go_back() -> None:
    first = When.from_wall(HALF_PAST_ONE, "Europe/London")
    second = When.from_wall(HALF_PAST_ONE, "Europe/London", second=True)
    assert first.wall == second.wall == HALF_PAST_ONE
    assert second.utc - first.utc == timedelta(hours=1)
    assert (first.offset, second.offset) == (3600, 0)


def test_a_time_skipped_in_spring_is_as_far_after_the_change() -> None:
    assert when("2026-03-29T01:30").wall == datetime(2026, 3, 29, 2, 30)


def test_the_day_that_apia_skipped() -> None:
    before = when("2011-12-29T23:59", "Pacific/Apia")
    after = before.shifted(timedelta(minutes=1))
    assert after.wall == datetime(2011, 12, 31, 0, 0)
    assert after.day - before.day == timedelta(days=2)
    assert when("2011-12-30T12:00", "Pacific/Apia").day.isoformat() == "2011-12-31"


def test_offsets_that_are_no_whole_hours() -> None:
    assert when("2026-01-01T00:00", "America/St_Johns").offset == -(3 * 3600 + 1800)
    assert when("2026-01-01T00:00", "Asia/Kathmandu").offset == 5 * 3600 + 2700


def test_a_flight_home_arrives_before_it_left_by_the_clock_but_not_in_order() -> None:
    left = when("2026-06-01T12:00", "Europe/London")
    landed = when("2026-06-01T11:30", "America/St_Johns")
    assert landed.wall < left.wall
    assert landed.utc > left.utc


def test_naive_times_are_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        When.of(datetime(2026, 1, 1), "Europe/London")
    with pytest.raises(ValueError, match="UTC"):
        When(datetime(2026, 1, 1, tzinfo=ZoneInfo("Asia/Kathmandu")), 0, "Asia/Kathmandu")


@pytest.mark.parametrize("name", ["Europe/Lundon", "", "../etc/passwd", "Europe", "a\0b", "x" * 300])
def test_a_zone_that_does_not_exist_is_said_in_one_sentence(name: str) -> None:
    with pytest.raises(UnknownZone, match="There is no time zone called"):
        When.of(datetime(2026, 1, 1, tzinfo=UTC), name)
