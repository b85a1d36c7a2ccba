"""What of these days can be chosen or left out: notes, days, entries. What is private is in no list."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from bonddiary.analysis.names import Names
from bonddiary.analysis.privacy import kept_back
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.report.records import ReportRecords
from bonddiary.ui.models.entry_row import row_of
from bonddiary.ui.pages.report.choices import Choices
from bonddiary.ui.pages.report.state import DayLine, EntryLine, NoteRow

Entry = Moment | CareEvent


def open_entries(records: ReportRecords, period: Period, names: Names) -> list[Entry]:
    """The entries of the days that aren't private, in order of time."""
    entries: list[Entry] = [
        *(moment for moment in records.moments if not kept_back(moment, names.catalog)),
        *records.care,
    ]
    here = (entry for entry in entries if entry.at.day in period and entry.deleted is None)
    return sorted(here, key=lambda entry: (entry.at.utc, entry.id))


def note_rows(entries: Iterable[Entry], choices: Choices, names: Names) -> tuple[NoteRow, ...]:
    """Each note, with its day, its time and what it was about."""
    rows = []
    for entry in entries:
        if entry.note.strip():
            row = row_of(entry, names)
            lead = f"{wording.weekday(entry.at.day)}, {row.time} · {row.title}"
            rows.append(NoteRow(entry.id, lead, entry.note.strip(), entry.id in choices.notes))
    return tuple(rows)


def day_lines(entries: Iterable[Entry], choices: Choices, names: Names) -> tuple[DayLine, ...]:
    """Each day with something in it."""
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.at.day].append(entry)
    return tuple(
        DayLine(
            day=day,
            words=f"{wording.weekday(day)} · {wording.counted(len(inside), 'entry', 'entries')}",
            kept=day not in choices.without_days,
            entries=tuple(_line(entry, choices, names) for entry in inside),
        )
        for day, inside in sorted(by_day.items())
    )


def _line(entry: Entry, choices: Choices, names: Names) -> EntryLine:
    row = row_of(entry, names)
    said = " · ".join(part for part in (row.title, row.tried, row.outcome) if part)
    return EntryLine(entry.id, f"{row.time} {said}", entry.id not in choices.without)
