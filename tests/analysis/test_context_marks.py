"""What else went on: on its own days, in words and tables, never read from notes and never explained."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonddiary.analysis.context_marks import ContextMarks, MarkKind
from bonddiary.analysis.coverage import days_touched
from bonddiary.analysis.insights import Insights
from bonddiary.analysis.names import Names
from bonddiary.analysis.one_day import OneDay
from bonddiary.analysis.two_weeks import TwoWeeks
from bonddiary.analysis.week_by_week import WeekByWeek
from bonddiary.content.loader import load_catalog
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.care import OWN_KIND, CareEvent, CareKind
from bonddiary.domain.ids import WordId
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from tests.analysis.made import FIRST, TWO_WEEKS, care, diary, insights, moment, when

OWN = OwnWord(id=WordId("own-teeth"), kind=WordKind.CUE, name="Teething again")
NAMES = Names.of(load_catalog(), [OWN])
CHEWS = "gum-chewing-dribble"


def marks(moments: list[Moment], events: list[CareEvent]) -> ContextMarks:
    data = insights(moments, events, names=NAMES).charts["two-weeks"].data
    assert isinstance(data, TwoWeeks)
    return data.context


def said(found: ContextMarks) -> dict[int, list[str]]:
    return {(day - FIRST).days: [mark.words for mark in each] for day, each in sorted(found.days.items())}


def test_jab_illness_and_outing_stand_on_their_days() -> None:
    events = [
        care(when(2, 11.25), CareKind.JAB),
        care(when(3, 14), CareKind.ILLNESS, when(5, 9)),
        care(when(4, 14.5), CareKind.OUTING, when(4, 15.25)),
        care(when(6, 8), CareKind.MILESTONE),
    ]
    found = marks([], events)
    assert said(found) == {
        2: ["11:15am, Jab"],
        3: ["2pm, Illness, into the next day"],
        4: ["Illness, all day", "2:30pm to 3:15pm, Outing"],
        5: ["Illness, since the day before, until 9am"],
    }
    assert found.kinds == (MarkKind.JAB, MarkKind.ILLNESS, MarkKind.TRAVEL)


def test_a_new_time_zone_is_marked_where_clocks_differ() -> None:
    moments = [
        moment(when(1, 9)),
        moment(when(2, 18, "Asia/Tokyo")),
        moment(when(3, 9, "Asia/Seoul")),
        moment(when(9, 9)),
    ]
    assert said(marks(moments, [])) == {2: ["6pm, new time zone: Tokyo"], 9: ["9am, new time zone: London"]}
    assert not marks([moment(when(1, 9)), moment(when(2, 9, "Europe/Lisbon"))], []).days


def test_clocks_that_change_are_no_journey() -> None:
    night = [moment(when(-8, 23)), moment(when(-7, 9))]
    found = insights(night, period=Period(FIRST - timedelta(days=9), FIRST), names=NAMES)
    data = found.charts["two-weeks"].data
    assert isinstance(data, TwoWeeks)
    assert not data.context.days


def test_teething_is_named_as_it_was_noted() -> None:
    kind = replace(care(when(5, 9), CareKind.OTHER), details=((OWN_KIND, OWN.id),))
    made = [moment(when(1, 9), [CHEWS, "yawning"]), moment(when(2, 10), [OWN.id], about=True)]
    found = marks(made, [kind])
    assert said(found) == {
        1: ["9am, Chews and dribbles"],
        2: ["about 10am, Teething again"],
        5: ["9am, Teething again"],
    }
    assert found.kinds == (MarkKind.TEETHING,)
    assert found.label(MarkKind.TEETHING) == "chews and dribbles or teething again"


def test_notes_are_not_read_and_private_moments_not_shown() -> None:
    noted = replace(moment(when(1, 9)), note="teething, poorly, jab")
    hidden = replace(moment(when(2, 9), [CHEWS]), private=True)
    assert not marks([noted, hidden], []).days


def charts() -> Insights:
    moments, events = diary(days=35)
    extra = [
        care(when(32, 11.25), CareKind.JAB),
        care(when(28, 14), CareKind.OUTING, when(28, 15)),
        care(when(34, 14), CareKind.OUTING, when(34, 15)),
    ]
    return insights(moments, [*events, *extra], period=Period(FIRST, FIRST + timedelta(days=34)))


ALSO = "Jab: 4 December. Outing: 30 November and 6 December."


@pytest.mark.parametrize("key", ["two-weeks", "weeks"])
def test_charts_with_days_say_them_in_words_and_table(key: str) -> None:
    found = charts().charts[key]
    assert f"Also logged in these days. {ALSO}" in found.words
    assert found.table.headers[-1] == "Also logged"
    last = [cells[-1] for cells in found.table.rows]
    assert last[-1] == ("outing" if key == "two-weeks" else "jab, outing on 2 days")
    assert last[0] == "–"


@pytest.mark.parametrize("key", ["time-of-day", "typical-day"])
def test_charts_without_days_say_on_which_days(key: str) -> None:
    assert f"Also logged in these days, and not drawn here. {ALSO}" in charts().charts[key].words


def test_a_day_says_them_with_their_hours_and_moments_once() -> None:
    made = [moment(when(3, 9), [CHEWS])]
    events = [care(when(1, 14), CareKind.ILLNESS, when(5, 9)), care(when(3, 10.5), CareKind.JAB)]
    found = insights(made, events, names=NAMES).charts["day"]
    assert isinstance(found.data, OneDay)
    assert [mark.words for mark in found.data.context] == ["Illness, all day", "10:30am, Jab"]
    assert {"Illness, all day.", "10:30am, Jab."} <= set(found.words)
    assert ("10:30am", "Jab", "–", "–", "–") in found.table.rows
    assert ("–", "Illness, all day", "–", "–", "–") in found.table.rows
    assert sum("Chews and dribbles" in cells for cells in found.table.rows) == 1


def test_without_any_nothing_changes() -> None:
    found = insights(*diary())
    assert not any("Also logged" in line for chart in found.charts.values() for line in chart.words)
    assert not any("Also logged" in chart.table.headers for chart in found.charts.values())


def test_the_last_weeks_alone_are_marked_below_weeks() -> None:
    moments, events = diary(days=33)
    early = care(when(0, 9), CareKind.JAB)
    data = insights(moments, [*events, early], period=Period(FIRST, FIRST + timedelta(days=32)))
    weeks = data.charts["weeks"].data
    assert isinstance(weeks, WeekByWeek)
    assert not weeks.context.days


ZONES = st.sampled_from(["Europe/London", "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu"])
AT = st.tuples(st.integers(-3, 16), st.integers(0, 287), ZONES).map(
    lambda given: when(given[0], given[1] / 12, given[2])
)
CARE = st.builds(
    lambda at, kind, long: care(at, kind, None if long is None else at.shifted(timedelta(minutes=long))),
    AT,
    st.sampled_from([CareKind.JAB, CareKind.ILLNESS, CareKind.OUTING, CareKind.NAPPY]),
    st.none() | st.integers(0, 5000),
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.builds(moment, AT, st.sampled_from([["rooting"], [CHEWS]])), max_size=8),
    st.lists(CARE, max_size=8),
)
def test_marks_are_never_outside_their_day(moments: list[Moment], events: list[CareEvent]) -> None:
    found = marks(moments, events)
    cared = [event for event in events if event.kind is not CareKind.NAPPY]
    entries: list[Moment | CareEvent] = [*moments, *events]
    touched: set[date] = {day for entry in entries for day in days_touched(entry)}
    for day, each in found.days.items():
        assert day in TWO_WEEKS
        assert day in touched
        assert all(0 <= mark.start <= mark.end <= 24 for mark in each)
    for event in cared:
        for day in days_touched(event):
            assert day not in TWO_WEEKS or found.on(day)
