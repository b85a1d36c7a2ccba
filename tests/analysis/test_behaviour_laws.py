"""Whatever is logged: no cell holds two things, nothing is counted twice, nothing lies outside the period."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.behaviour_cells import CELLS
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When
from tests.analysis.made import care, moment
from tests.analysis.profiles import rulers

Entry = Moment | CareEvent
ZONES = ("Europe/London", "Pacific/Auckland", "America/St_Johns")
CHANGES = {"2026-03-29": 23, "2026-10-25": 25, "2026-11-10": 24}
"""Days in the middle of what is looked at, and how many hours they have in London."""
KINDS = (
    "sleep",
    "feed",
    "play",
    "cry-fuss",
    "state-crying",
    "cry-inconsolable",
    "state-quiet-alert",
    "rooting",
)
SOME = st.lists(
    st.tuples(st.integers(-2, 4), st.integers(0, 1439), st.integers(0, 1500), st.sampled_from(KINDS)),
    max_size=14,
)
"""Day, minute it began, minutes it lasted, what it is."""


def made(middle: date, places: Sequence[tuple[int, int, int, str]], zone: str) -> list[Entry]:
    entries: list[Entry] = []
    for day, minute, long, kind in places:
        wall = datetime.combine(middle + timedelta(days=day - 1), time()) + timedelta(minutes=minute)
        start = When.from_wall(wall, zone)
        end = start.shifted(timedelta(minutes=long)) if long else None
        if kind in ("sleep", "feed", "play"):
            entries.append(care(start, CareKind(kind), end))
        else:
            entries.append(moment(start, [kind], until=end))
    return entries


@pytest.mark.parametrize("on", CHANGES)
@given(SOME, st.sampled_from(ZONES))
def test_no_cell_holds_two_things_and_none_lies_outside_its_day(
    on: str, places: list[tuple[int, int, int, str]], zone: str
) -> None:
    middle = date.fromisoformat(on)
    period = Period(middle - timedelta(days=1), middle + timedelta(days=1))
    found = rulers(*made(middle, places, zone), period=period)
    assert [day.day for day in found] == list(period)
    for day in found:
        reached = 0
        for stretch in day.stretches:
            assert reached <= stretch.start < stretch.end <= CELLS
            reached = stretch.end
        assert all(0 <= point.cell < CELLS for point in day.points)
        assert all(0 <= start < end <= CELLS for start, end in day.gaps)
        assert {stretch.behaviour for stretch in day.stretches} <= set(day.noted)
        assert day.logged or not (day.stretches or day.points)


@pytest.mark.parametrize("on", CHANGES)
@given(SOME)
def test_no_day_is_longer_than_it_was(on: str, places: list[tuple[int, int, int, str]]) -> None:
    middle = date.fromisoformat(on)
    day = rulers(*made(middle, places, "Europe/London"), period=Period(middle, middle))[0]
    assert sum(day.noted.values(), timedelta(0)) <= timedelta(hours=CHANGES[on])


@pytest.mark.parametrize("on", CHANGES)
@given(SOME, st.sampled_from(ZONES))
def test_time_noted_is_what_the_entries_cover_together(
    on: str, places: list[tuple[int, int, int, str]], zone: str
) -> None:
    middle = date.fromisoformat(on)
    entries = made(middle, places, zone)
    period = Period(middle - timedelta(days=6), middle + timedelta(days=6))
    said = sum(
        (sum(day.noted.values(), timedelta(0)) for day in rulers(*entries, period=period)), timedelta(0)
    )
    spans = sorted(
        (each.at.utc, each.until.utc)
        for each in entries
        if each.until and not (isinstance(each, Moment) and each.cues == ("rooting",))
    )
    covered, reached = timedelta(0), None
    for start, end in spans:
        begins = start if reached is None else max(start, reached)
        covered += max(timedelta(0), end - begins)
        reached = end if reached is None else max(end, reached)
    assert said == covered


@given(SOME)
def test_the_order_of_entries_changes_nothing(places: list[tuple[int, int, int, str]]) -> None:
    entries = made(date(2026, 11, 10), places, "Europe/London")
    period = Period(date(2026, 11, 9), date(2026, 11, 11))
    assert rulers(*entries, period=period) == rulers(*reversed(entries), period=period)
