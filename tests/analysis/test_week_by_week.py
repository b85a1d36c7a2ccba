"""How weeks change: counts of logged days, medians, and a sentence where chance would hardly give it."""

from datetime import timedelta

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.week_by_week import WeekByWeek
from bonddiary.domain.care import CareEvent, DayMarkKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from tests.analysis.made import FIRST, care, day_mark, insights, moment, when

FOUR = Period(FIRST, FIRST + timedelta(days=27))


def crying(*counts: int | None) -> list[Moment]:
    """So much crying on each day from the first; a day with none has another moment, None has nothing."""
    made = []
    for day, count in enumerate(counts):
        made += [moment(when(day, 8 + n), ["building"]) for n in range(count or 0)]
        made += [moment(when(day, 7), ["yawn"])] if count == 0 else []
    return made


def weeks(made: list[Moment], events: list[CareEvent] | None = None, **more: object) -> Insight[object]:
    return insights(made, events or [], period=FOUR, **more).charts["weeks"]  # type: ignore[arg-type]


def test_golden_weeks() -> None:
    thin = [2, 3, None, None, None, None, None]
    found = weeks(crying(1, 2, 2, 3, 2, 1, 2, *thin, 0, 2, 2, 3, None, 4, 4, 2, 2, 2, 2, 3, 3, 3))
    assert isinstance(found.data, WeekByWeek)
    assert found.title == "Crying: median 2 to 2.5 a day"
    assert found.subtitle == "How often a day: crying and all moments, 2 to 29 November 2026. 4 weeks."
    assert found.words[1] == (
        "Crying, median a day, in the week to: 8 November 2, 15 November too few days, "
        "22 November 2.5, 29 November 2."
    )
    assert found.table.headers[:4] == (
        "Week to",
        "Crying, days logged",
        "Crying, median a day",
        "Crying, day by day",
    )
    assert found.table.rows[1][:4] == ("15 November 2026", "2", "too few days", "2 3 – – – – –")
    assert found.table.rows[2][:4] == ("22 November 2026", "6", "2.5", "0 2 2 3 – 4 4")
    assert found.sure[0] == "Looked at, nothing found: 2 comparisons of the newest week with the oldest."


def test_more_often_is_said_with_its_numbers() -> None:
    found = weeks(crying(*[1, 2, 2, 3, 2, 1, 2] * 3, 6, 7, 5, 8, 6, 7, 6))
    assert found.title == "Crying was logged more often in the newest week"
    assert found.words[0] == found.found[0].words
    assert found.words[0] == (
        "Crying was logged more often in the week to 29 November than in the week to 8 November. "
        "Median a day on logged days: 6 and 2."
    )
    less = weeks(crying(6, 7, 5, 8, 6, 7, 6, *[1, 2, 2, 3, 2, 1, 2] * 3))
    assert less.title == "Crying was logged more often in the oldest week"
    assert len(found.title.split()) <= 10


def test_a_week_without_a_median_is_not_called_the_newest_or_the_oldest() -> None:
    few, many, thin = [1, 2, 2, 3, 2, 1, 2], [6, 7, 5, 8, 6, 7, 6], [2, None, None, None, None, None, None]
    found = weeks(crying(*few, *few, *many, *thin))
    assert found.title == "Crying was logged more often, week to 22 November"
    assert found.words[0].startswith("Crying was logged more often in the week to 22 November than in ")
    assert found.sure[0].endswith(" of the newest week with the oldest, of those with a median.")
    less = weeks(crying(*thin, *many, *few, *few))
    assert less.title == "Crying was logged more often, week to 15 November"
    even = weeks(crying(*thin, *few, *few, *few))
    assert "No clear difference between the newest and the oldest week with a median." in even.words


def test_it_starts_at_three_weeks_of_four_logged_days() -> None:
    found = weeks(crying(*[2, 2, 2, 2, None, None, None] * 2, *[2, 2, 2, None, None, None, None] * 2))
    assert not found.ready
    assert found.words == (
        "Too few to see a pattern yet.",
        "2 weeks have 4 logged days or more. This chart starts at 3 weeks.",
    )
    assert weeks(crying(*[2, 2, 2, 2, None, None, None] * 3, *[None] * 7)).ready


def test_a_day_with_feeds_alone_says_nothing_of_crying() -> None:
    events = [care(when(day, 9)) for day in range(28)]
    found = weeks(crying(2, 2, 2), events)
    assert isinstance(found.data, WeekByWeek)
    assert [panel.name for panel in found.data.panels] == ["Feeds"]
    assert found.subjects == ("feeds",)


def test_a_day_marked_without_crying_counts_as_none() -> None:
    marks = [day_mark(day, DayMarkKind.NO_CRYING) for day in range(21, 28)]
    made = crying(*[2] * 21)
    found = insights(made, [], marks, period=FOUR).charts["weeks"]
    assert isinstance(found.data, WeekByWeek)
    assert [day.count for day in found.data.panels[0].weeks[-1].days] == [0] * 7


def test_today_is_left_out() -> None:
    found = weeks(crying(*[2] * 28), now=when(27, 9))
    assert isinstance(found.data, WeekByWeek)
    assert found.data.weeks == tuple(FIRST + timedelta(days=day) for day in (12, 19, 26))
    assert "Today is left out: it isn’t over." in found.words


def test_words_table_and_dots_show_the_same() -> None:
    found = weeks(crying(*[1, 0, 3, None, 2, 5, 2] * 4))
    assert isinstance(found.data, WeekByWeek)
    for place, panel in enumerate(found.data.panels):
        for row, week in zip(found.table.rows, panel.weeks, strict=True):
            logged, median, days = row[1 + 3 * place : 4 + 3 * place]
            assert days.split() == ["–" if day.count is None else str(day.count) for day in week.days]
            assert (int(logged), float(median)) == (week.logged, week.median)
            assert f"{week.last.day} November {week.median:g}" in " ".join(found.words)
