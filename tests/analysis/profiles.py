"""Small diaries of what a baby did, seen as the days' rulers."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from bonddiary.analysis.behaviour_cells import Behaviour, DayRuler
from bonddiary.analysis.behaviours import ProfileDays, profile_days
from bonddiary.analysis.coverage import coverage
from bonddiary.analysis.insight import Insight, View
from bonddiary.analysis.names import Names
from bonddiary.content.loader import load_catalog
from bonddiary.domain.care import CareEvent, CareKind, DayMark, DayMarkKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When
from tests.analysis.made import LONDON, TWO_WEEKS, care, day_mark, moment, when

WORDS = Names.of(load_catalog())
"""Of the real catalogue: its keys are what is looked up."""


def view(
    moments: Sequence[Moment] = (),
    events: Sequence[CareEvent] = (),
    marks: Iterable[DayMark] = (),
    *,
    period: Period = TWO_WEEKS,
    now: When | None = None,
) -> View:
    """A period seen the day after it ended."""
    marks = tuple(marks)
    after = now or When.from_wall(datetime.combine(period.last + timedelta(days=1), time(9)), LONDON)
    return View(
        moments=sorted(moments, key=lambda each: each.at.utc),
        begun=[each for each in moments if each.at.day in period],
        care=sorted(events, key=lambda each: each.at.utc),
        marks=marks,
        period=period,
        now=after,
        names=WORDS,
        coverage=coverage(moments, events, marks, period, after),
    )


def profile(
    moments: Sequence[Moment] = (),
    events: Sequence[CareEvent] = (),
    marks: Iterable[DayMark] = (),
    *,
    period: Period = TWO_WEEKS,
    now: When | None = None,
) -> Insight[ProfileDays]:
    """The insight of these days."""
    return profile_days(view(moments, events, marks, period=period, now=now))


def rulers(
    *entries: Moment | CareEvent, period: Period = TWO_WEEKS, now: When | None = None
) -> tuple[DayRuler, ...]:
    """The days alone."""
    moments = [each for each in entries if isinstance(each, Moment)]
    events = [each for each in entries if isinstance(each, CareEvent)]
    return profile(moments, events, period=period, now=now).data.days


def cells(day: DayRuler) -> list[tuple[Behaviour, int, int]]:
    """A day's stretches, short enough to read."""
    return [(each.behaviour, each.start, each.end) for each in day.stretches]


def all_six() -> tuple[list[Moment], list[CareEvent], list[DayMark]]:
    """A week with each behaviour, marks without a length, remembered times, two days without a note and marked days."""
    moments, events = [], []
    for day in (0, 1, 3, 4, 6):
        events += [
            care(when(day, 0.5), CareKind.SLEEP, when(day, 5)),
            care(when(day, 5), CareKind.FEED, when(day, 5.5)),
            care(when(day, 9), CareKind.FEED),
            care(when(day, 13), CareKind.SLEEP, when(day, 15)),
        ]
        moments += [
            moment(when(day, 6), ["state-quiet-alert"], until=when(day, 7)),
            moment(when(day, 16), ["cry-fuss"], until=when(day, 16.5), about=day == 3),
            moment(when(day, 17), ["state-crying", "rooting"], until=when(day, 17.5)),
            moment(when(day, 19), ["cry-inconsolable"], until=when(day, 20)),
            moment(when(day, 11), ["cry-rising"]),
            moment(when(day, 12), ["rooting"]),
        ]
    return moments, events, [day_mark(3), day_mark(4, DayMarkKind.NO_CRYING)]
