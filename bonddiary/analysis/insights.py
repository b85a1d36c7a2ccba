"""Everything a period's entries have to say: coverage first, then one insight per chart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TypeVar

from bonddiary.analysis.before_cues import before_cues
from bonddiary.analysis.coverage import Coverage, coverage
from bonddiary.analysis.findings.said import Said
from bonddiary.analysis.insight import Insight, View
from bonddiary.analysis.names import Names
from bonddiary.analysis.one_day import one_day
from bonddiary.analysis.privacy import discreet
from bonddiary.analysis.reference import Beside
from bonddiary.analysis.settling import settling
from bonddiary.analysis.spans import DAY, wall_end
from bonddiary.analysis.time_of_day import time_of_day
from bonddiary.analysis.tried import tried
from bonddiary.analysis.two_weeks import two_weeks
from bonddiary.analysis.typical_day import typical_day
from bonddiary.analysis.week_by_week import weeks
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

BUILDERS: tuple[Callable[[View], Insight[object]], ...] = (
    two_weeks,
    one_day,
    time_of_day,
    tried,
    settling,
    weeks,
    typical_day,
    before_cues,
)
"""In the order of the page; one line per chart."""
REACH = 3 * DAY
"""How far around a period entries are looked at. Before it: what runs on, and the feed, sleep or nappy of the 24 hours
before a moment, which the clock of another zone may put on the third day before. After it: what is logged soon after
midnight, so that the hours before it aren't called "not logged"; and a feed that another zone's clock puts on a later day.
"""


@dataclass(frozen=True, slots=True)
class Insights:
    """A snapshot that a page, a picture and a report all draw from."""

    period: Period
    coverage: Coverage
    charts: Mapping[str, Insight[object]]
    """By key, in the order of the page."""
    said: Said
    """Give it to `build_insights` the next time these days are looked at."""

    @property
    def ready(self) -> tuple[Insight[object], ...]:
        """Those with enough logged to be drawn."""
        return tuple(chart for chart in self.charts.values() if chart.ready)


def build_insights(
    moments: Iterable[Moment],
    care: Iterable[CareEvent],
    marks: Iterable[DayMark],
    period: Period,
    now: When,
    names: Names,
    before: Said | None = None,
    beside: Beside | None = None,
) -> Insights:
    """Reads one baby's entries of a period; deleted ones are left out, order doesn't matter.

    With what was said `before`, statements beyond counts change at most once a day; their counts are today's.
    Give those that began in the three days before and after too, so that a sleep that runs past midnight is drawn whole.
    Those of as many days before (`needed`) are what these days are set beside. What content keeps private is never named.
    `beside` is the crying reference, for a parent who switched it on; it changes no title.
    """
    kept = sorted((moment for moment in moments if moment.deleted is None), key=lambda moment: moment.at.utc)
    events = sorted((event for event in care if event.deleted is None), key=lambda event: event.at.utc)
    marks, names = tuple(marks), discreet(names).apart()
    view = _view(_since(kept, period), _since(events, period), marks, period, now, names)
    view = replace(view, before=before, beside=beside, previous=_previous(kept, events, marks, view))
    charts = [build(view) for build in BUILDERS]
    said = Said(now.day, period, frozenset(each.key for chart in charts for each in chart.found))
    return Insights(period, view.coverage, {chart.key: chart for chart in charts}, said)


def needed(period: Period) -> Period:
    """The days whose entries a look at a period takes: its own, as many before, and three around for what reaches in."""
    return Period(period.before().first - REACH, period.last + REACH)


def _view(
    moments: Sequence[Moment],
    care: Sequence[CareEvent],
    marks: Sequence[DayMark],
    period: Period,
    now: When,
    names: Names,
) -> View:
    return View(
        moments=moments,
        begun=[moment for moment in moments if moment.at.day in period],
        care=care,
        marks=marks,
        period=period,
        now=now,
        names=names,
        coverage=coverage(moments, care, marks, period, now),
    )


def _previous(
    moments: Sequence[Moment], care: Sequence[CareEvent], marks: Sequence[DayMark], view: View
) -> View | None:
    period = view.period.before()
    then = _since([moment for moment in moments if moment.at.day <= period.last + REACH], period)
    there = _since([event for event in care if event.at.day <= period.last + REACH], period)
    found = _view(then, there, marks, period, view.now, view.names)
    return found if found.coverage.used else None


E = TypeVar("E", Moment, CareEvent)


def _since(entries: Sequence[E], period: Period) -> Sequence[E]:
    """Those that touch the period or the days before it that it looks at, or come later."""
    midnight = datetime.combine(period.first - REACH, time())
    return [entry for entry in entries if wall_end(entry.at, entry.until) >= midnight]
