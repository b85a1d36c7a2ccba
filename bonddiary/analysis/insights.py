"""Everything a period's entries have to say: coverage first, then one insight per chart."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bonddiary.analysis.coverage import Coverage, coverage
from bonddiary.analysis.findings.said import Said
from bonddiary.analysis.insight import Insight, View
from bonddiary.analysis.names import Names
from bonddiary.analysis.one_day import one_day
from bonddiary.analysis.settling import settling
from bonddiary.analysis.tried import tried
from bonddiary.analysis.two_weeks import two_weeks
from bonddiary.analysis.week_by_week import weeks
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

BUILDERS: tuple[Callable[[View], Insight[object]], ...] = (two_weeks, one_day, tried, settling, weeks)
"""In the order of the page; one line per chart."""


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
) -> Insights:
    """Reads one baby's entries of a period; deleted ones are left out, order doesn't matter.

    With what was said `before`, statements beyond counts change at most once a day; their counts are today's.
    Give entries that began the day before too, so that a sleep that runs past midnight is drawn whole.
    """
    kept = sorted((moment for moment in moments if moment.deleted is None), key=lambda moment: moment.at.utc)
    events = sorted((event for event in care if event.deleted is None), key=lambda event: event.at.utc)
    marks = tuple(marks)
    view = View(
        moments=kept,
        begun=[moment for moment in kept if moment.at.day in period],
        care=events,
        marks=marks,
        period=period,
        now=now,
        names=names,
        coverage=coverage(kept, events, marks, period, now),
        before=before,
    )
    charts = [build(view) for build in BUILDERS]
    said = Said(now.day, period, frozenset(each.key for chart in charts for each in chart.found))
    return Insights(period, view.coverage, {chart.key: chart for chart in charts}, said)
