"""The typical day: counts of logged days, the minimum, the days before, words and table from the same numbers."""

import re
from datetime import timedelta

import pytest

from bonddiary.analysis.half_hours import A_DAY
from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import Insights, needed
from bonddiary.analysis.typical_day import StrandKind, TypicalDay, half_hour, place_words
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from tests.analysis.made import FIRST, TWO_WEEKS, care, day_mark, diary, insights, moment, when


def of(found: Insights) -> tuple[Insight[object], TypicalDay]:
    chart = found.charts["typical-day"]
    assert isinstance(chart.data, TypicalDay)
    return chart, chart.data


def usual(days: range) -> tuple[list[Moment], list[CareEvent]]:
    """Crying on even days at 6pm for 40 minutes, sleep from 9pm to 6am, a feed at 9am and at noon."""
    moments = [
        moment(when(day, 18), ["building"], until=when(day, 18).shifted(timedelta(minutes=40)))
        for day in days
        if day % 2 == 0
    ]
    events = [care(when(day, 21), CareKind.SLEEP, when(day, 30)) for day in days]
    events += [care(when(day, hour)) for day in days for hour in (9, 12)]
    return moments, events


def test_golden_numbers() -> None:
    chart, data = of(insights(*usual(range(12))))
    assert chart.ready
    assert chart.title == "A typical day, from 13 logged days"
    crying = [data.now.of(StrandKind.CRYING, place) for place in range(35, 39)]
    assert crying == [(0, 13), (6, 13), (6, 13), (0, 13)]
    assert [data.now.of(StrandKind.SLEEP, place) for place in (11, 12, 42)] == [(12, 13), (0, 13), (12, 13)]
    assert data.now.of(StrandKind.FEEDS, 18) == (12, 13)
    assert [data.now.logged[place] for place in (2, 18, 30, 35, 36)] == [12, 12, 6, 6, 12]
    assert [place for place in range(A_DAY) if not data.now.enough(place)] == [30, 31, 32, 33, 34, 35]
    assert place_words(data, StrandKind.CRYING, 36) == (
        "6pm to 6:30pm, Crying or fussing: 6 of 13 logged days, about 2 to 8 in 10"
    )
    assert chart.table.rows[36] == ("6pm to 6:30pm", "6 of 13", "0 of 13", "0 of 13")
    assert chart.subjects == ("crying", "sleep", "feeds")
    assert "Crying or fussing, 6 of 13 days: could be about 2 to 8 in 10." in chart.sure
    first = chart.sure.index("Crying or fussing, 6 of 13 days: could be about 2 to 8 in 10.")
    assert chart.sure[first - 1] == "Here is each line’s highest half hour.", "not the crying of a day"
    assert "Too little is logged in the 14 days before to set beside these." in chart.words
    assert chart.subtitle == (
        "Logged days with crying or fussing, sleep and feeds, half hour by half hour, "
        "2 to 15 November 2026. 13 of 14 days have something logged."
    )


def test_days_that_were_not_logged_are_no_zeros() -> None:
    _, data = of(insights(*usual(range(12)), [day_mark(13)]))
    assert data.now.of(StrandKind.CRYING, 36) == (6, 14), "a day logged whole without crying is one without"
    _, data = of(insights(*usual(range(12))))
    assert set(data.now.days) == {13}, (
        "the sleep of the last night runs into one day more; the 14th is not logged"
    )


def test_hours_far_from_anything_logged_are_not_counted() -> None:
    made = [moment(when(day, 18), ["building"]) for day in range(12)]
    chart, data = of(insights(made))
    assert data.now.logged[29:44] == (0, *[12] * 12, 0, 0)
    assert place_words(data, StrandKind.CRYING, 2) == "1am to 1:30am, Crying or fussing: not logged"
    assert chart.table.rows[2] == ("1am to 1:30am", "not logged")
    assert "36 of 48 half hours have too little logged near them to draw a line." in chart.words
    assert "Not logged in these days, and not drawn: sleep and feeds." in chart.words


def test_a_half_hour_with_little_logged_is_said_and_not_drawn() -> None:
    made = [moment(when(day, 18), ["building"]) for day in range(12)]
    made += [moment(when(day, 6), ["building"]) for day in range(4)]
    chart, data = of(insights(made))
    assert not data.now.enough(12)
    assert chart.table.rows[12] == ("6am to 6:30am", "4 of 12, too little logged")
    assert place_words(data, StrandKind.CRYING, 12).endswith(
        ": 4 of 12 logged days, too little logged to draw"
    )


def test_crying_logged_alone_is_not_on_every_day() -> None:
    """With days that have something near as the whole, crying would be on 10 of 10 days here."""
    made = [moment(when(day, 18), ["building"]) for day in range(10)]
    made += [moment(when(day, 8), ["yawn"]) for day in range(14)]
    _, data = of(insights(made))
    assert data.now.enough(36)
    assert data.now.of(StrandKind.CRYING, 36) == (10, 14)


@pytest.mark.parametrize(("days", "used", "ready"), [(14, 10, True), (14, 9, False), (13, 13, False)])
def test_it_starts_at_fourteen_days_with_seven_in_ten_logged(days: int, used: int, ready: bool) -> None:
    made = [moment(when(day, 18), ["building"]) for day in range(used)]
    chart, _ = of(insights(made, period=Period(FIRST, FIRST + timedelta(days=days - 1))))
    assert chart.ready is ready
    if not ready:
        assert chart.words[1] == (
            f"{used} of {days} days have something logged. The typical day starts at 14 days, "
            "with something logged on 7 of every 10."
        )


def test_it_says_what_else_is_missing() -> None:
    chart, _ = of(insights([moment(when(day, 18), ["yawn"]) for day in range(12)]))
    assert not chart.ready
    assert chart.words[1].endswith("This chart starts with crying, sleep or feeds.")
    chart, _ = of(insights([moment(when(day, day * 2), ["building"]) for day in range(12)]))
    assert not chart.ready
    assert chart.words[1].endswith("This chart starts when the same hours are logged on 8 days.")


def test_the_days_before_stand_beside_where_enough_is_logged() -> None:
    moments, events = usual(range(-14, 14))
    chart, data = of(insights(moments, events))
    assert data.before is not None
    assert data.before.period == TWO_WEEKS.before()
    assert data.before.of(StrandKind.CRYING, 36) == (7, 14)
    assert place_words(data, StrandKind.CRYING, 36).endswith("; the 14 days before 7 of 14")
    assert chart.table.headers[4:] == (
        "Crying or fussing, the 14 days before",
        "Sleep, the 14 days before",
        "Feeds, the 14 days before",
    )
    assert chart.table.rows[36][4] == "7 of 14"
    assert chart.subtitle.endswith("Dots: the 14 days before, 14 of 14 logged.")
    assert any("the two differ is not said" in line for line in chart.sure)
    few, _ = usual(range(-8, 14))
    _, data = of(insights(few))
    assert data.before is None


def test_the_days_before_change_nothing_else() -> None:
    moments, events = diary()
    older, fed = usual(range(-15, 0))
    alone, both = insights(moments, events), insights([*older, *moments], [*fed, *events])
    assert both.coverage.moments == alone.coverage.moments
    for key, rows, columns in (("time-of-day", -1, None), ("tried", None, -1)):  # said beside, not mixed in
        plain, beside = alone.charts[key].table, both.charts[key].table
        assert plain.caption == beside.caption
        assert plain.headers == beside.headers[:columns]
        assert plain.rows == tuple(row[:columns] for row in beside.rows[:rows])
    now = of(both)[1].now
    assert now.seen[StrandKind.CRYING] == of(alone)[1].now.seen[StrandKind.CRYING]


def test_needed_days_hold_the_days_before_and_three_more_around() -> None:
    assert needed(TWO_WEEKS) == Period(FIRST - timedelta(days=17), TWO_WEEKS.last + timedelta(days=3))


def test_the_days_before_know_what_came_soon_after_them() -> None:
    """The half hour before midnight of their last day is near to what was noted at half past."""
    older, fed = usual(range(-14, 0))
    made = [one for one in (*older, *usual(range(14))[0]) if one.at.hour < 15]
    _, data = of(
        insights([*made, moment(when(0, 0.5), ["building"])], [event for event in fed if event.until is None])
    )
    assert data.before is not None
    assert data.before.logged[47] == 1


@pytest.mark.parametrize("seed", range(3))
def test_table_words_and_line_have_the_same_numbers(seed: int) -> None:
    chart, data = of(insights(*diary(seed)))
    for place, row in enumerate(chart.table.rows):
        assert row[0] == half_hour(place)
        for kind, cell in zip(data.kinds, row[1:], strict=True):
            count, total = data.now.of(kind, place)
            assert 0 <= count <= total <= 14
            assert cell.startswith(f"{count} of {total}")
            assert f"{count} of {total} logged day" in place_words(data, kind, place)
    for kind, sentence in zip(data.kinds, chart.words[1:], strict=False):
        low, high = re.findall(r"6pm to 9pm (\d+) to (\d+) of|$", sentence)[0]
        shown = [data.now.seen[kind][place] for place in range(36, 42)]
        assert not low or (int(low), int(high)) == (min(shown), max(shown))


def test_no_half_hour_is_named() -> None:
    chart, _ = of(insights(*usual(range(14))))
    assert not chart.found
    assert len({half_hour(place) for place in range(A_DAY)}) == A_DAY
    assert half_hour(0) == "midnight to 12:30am"
    assert half_hour(47) == "11:30pm to midnight"
