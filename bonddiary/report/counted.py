"""Everything that the parts of a page are counted from, made once for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bonddiary.analysis.behaviour_cells import OF_CARE
from bonddiary.analysis.coverage import coverage
from bonddiary.analysis.day_rows import families_of
from bonddiary.analysis.insight import View
from bonddiary.analysis.names import Names
from bonddiary.analysis.spans import DAY, wall_end
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When
from bonddiary.report.kept import Kept
from bonddiary.report.records import ReportRecords
from bonddiary.report.request import ReportRequest, Section
from bonddiary.report.saying import Saying

E = TypeVar("E", Moment, CareEvent)
SHOWN: Mapping[Section, frozenset[CareKind]] = {
    Section.TYPICAL_DAY: frozenset({CareKind.SLEEP, CareKind.FEED}),
    Section.CARE: frozenset({CareKind.FEED, CareKind.NAPPY}),
    Section.DAYS: frozenset(OF_CARE),
}
"""The care events that parts of the page show. Medicines, weights and the like are on none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One page's request, records and words, and the view of its days."""

    request: ReportRequest
    records: ReportRecords
    kept: Kept
    names: Names
    say: Saying
    view: View
    crying: Sequence[Moment]
    """Moments with a cue of the family of crying and fussing."""
    care: Sequence[CareEvent]
    """The care events that something on the page shows, in order of time."""

    @property
    def period(self) -> Period:
        """The page's days."""
        return self.request.period

    @property
    def days(self) -> int:
        """How many of them have begun, those left out not counted: what days are counted out of."""
        out = sum(day <= self.view.now.day for day in self.kept.left_out)
        return self.view.coverage.days - out

    @property
    def used(self) -> int:
        """On how many days something is logged."""
        return len(self.view.coverage.used)

    @property
    def moments(self) -> Sequence[Moment]:
        """The period's, in order of time."""
        return self.view.begun

    def prints_note(self, entry: Moment | CareEvent) -> bool:
        """Whether its note is on the page."""
        return _prints_note(self.request, entry)

    def asks(self, section: Section) -> bool:
        """Whether a part is on the page."""
        return section in self.request.sections

    def look(self, period: Period) -> View:
        """Other days of the same kept entries."""
        return _view(self.kept, period, self.view.now, self.names)


def count(
    request: ReportRequest, records: ReportRecords, found: Kept, names: Names, say: Saying, now: When
) -> Counted:
    """Looks at the page's days, and at as many before them."""
    period = request.period
    view = _view(found, period, now, names)
    before = _view(found, period.before(), now, names)
    view = replace(view, previous=before if before.coverage.used else None)
    return Counted(
        request=request,
        records=records,
        kept=found,
        names=names,
        say=say,
        view=view,
        crying=[moment for moment in view.begun if Family.CRYING in families_of(moment, names)],
        care=_shown(request, view),
    )


def _shown(request: ReportRequest, view: View) -> list[CareEvent]:
    kinds = {kind for section in request.sections for kind in SHOWN.get(section, ())}
    asked = (event for event in view.care if event.kind in kinds or _prints_note(request, event))
    return [event for event in asked if event.at.day in request.period]


def _prints_note(request: ReportRequest, entry: Moment | CareEvent) -> bool:
    """Notes are asked for, and a parent chose this one."""
    chosen = Section.NOTES in request.sections and entry.id in request.notes
    return chosen and bool(entry.note.strip())


def _view(found: Kept, period: Period, now: When, names: Names) -> View:
    moments, care = _around(found.moments, period), _around(found.care, period)
    return View(
        moments=moments,
        begun=[moment for moment in moments if moment.at.day in period],
        care=care,
        marks=found.marks,
        period=period,
        now=now,
        names=names,
        coverage=coverage(moments, care, found.marks, period, now),
    )


def _around(entries: Sequence[E], period: Period) -> list[E]:
    """Those that touch the period or the day before it: a sleep that runs past midnight is drawn whole."""
    first = period.first - DAY
    return [
        entry
        for entry in entries
        if entry.at.day <= period.last
        and (entry.at.day >= first or wall_end(entry.at, entry.until).date() >= first)
    ]
