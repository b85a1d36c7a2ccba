"""What a page may be counted from: everything that stays out is taken away before anything is counted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from bonddiary.analysis.coverage import days_touched
from bonddiary.analysis.names import Names
from bonddiary.analysis.privacy import kept_back
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.report.records import ReportRecords
from bonddiary.report.request import ReportRequest

E = TypeVar("E", Moment, CareEvent)


@dataclass(frozen=True, slots=True)
class Kept:
    """Entries in order of time; of the period, of as many days before, and of one day more."""

    moments: tuple[Moment, ...]
    care: tuple[CareEvent, ...]
    marks: tuple[DayMark, ...]
    left_out: tuple[date, ...]
    """Days of the period that a parent left out, in order."""


def kept(request: ReportRequest, records: ReportRecords, names: Names) -> Kept:
    """Without what was deleted, what is private, and the entries and days that a parent left out."""
    days = request.without_days
    return Kept(
        moments=tuple(m for m in _present(records.moments, request) if not kept_back(m, names.catalog)),
        care=tuple(_present(records.care, request)),
        marks=tuple(mark for mark in records.marks if mark.day not in days),
        left_out=tuple(sorted(day for day in days if day in request.period)),
    )


def from_birth(request: ReportRequest, born: date | None, found: Kept) -> ReportRequest:
    """The request without days before the birth, unless something is noted there: nobody could have logged them."""
    first, last = request.period.first, request.period.last
    if born is None or not first < born <= last:
        return request
    noted = {moment.at.day for moment in found.moments} | {event.at.day for event in found.care}
    noted |= {mark.day for mark in found.marks}
    if any(first <= day < born for day in noted):
        return request
    return replace(request, period=Period(born, last))


def _present(entries: Iterable[E], request: ReportRequest) -> list[E]:
    """An entry that runs into a day that was left out goes with it: cut short, it would say what isn't so."""
    found = [
        entry
        for entry in entries
        if entry.deleted is None
        and entry.id not in request.without
        and request.without_days.isdisjoint(days_touched(entry))
    ]
    return sorted(found, key=lambda entry: (entry.at.utc, entry.id))
