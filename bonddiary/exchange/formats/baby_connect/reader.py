"""Baby Connect's CSV: one row per event, clock times without a zone, units inside a sentence.

Two headers are known, with their columns in any order:
- `Date and Time,End Time,Duration (min),Activity,Quantity,Extra data,Text,Notes,Caregiver`, with US dates;
- `Start Time,End Time,Activity,Duration (min),Quantity,Extra data,Text,Notes,Caregiver,Child Name`, with
  ISO dates.

Rules that aren't plain from the columns:
- Start and end are believed before Duration, which for a breastfeed is the time at the breast. Where there
  is no end, it is start + Duration.
- An end that can't be read, is before the start or over 24 hours after it doesn't cost the row: the start
  comes in, what was written stays in the details ("end as written"), and a note counts such rows.
- An amount comes from the sentence, which holds the unit and is exact where Quantity is rounded ("3.65 oz",
  3.6). A Quantity that says something else, or has no unit, stays in the details.
- Notes become the note. Where the sentence is all there is (a milestone, a diary entry), the sentence does.
- The caregiver is a label, so it stays in the details ("logged by").
"""

import re
from collections.abc import Iterable
from datetime import timedelta
from operator import itemgetter
from typing import NamedTuple

from bonddiary.domain.care import CareEvent
from bonddiary.domain.errors import ImportProblem
from bonddiary.domain.ids import CareId, new_id
from bonddiary.domain.moment import Source
from bonddiary.domain.when import When, zone_named
from bonddiary.exchange.amounts import number
from bonddiary.exchange.cleaning import clean_label, clean_note
from bonddiary.exchange.formats.baby_connect.words import What, what_happened
from bonddiary.exchange.provenance import SourceKeys
from bonddiary.exchange.rows import Header, Row, find_header, rows
from bonddiary.exchange.spec import FileFormat, ReadContext, Reading, Skipped
from bonddiary.exchange.walltime import Stamp, UnreadableError, WallReader, date_order

KEY = "baby-connect"
_LASTED = re.compile(r" \((?:[0-9]+h)?(?:[0-9]+m)?\)$")
"""The length at the end of a sentence, which start and end already tell."""
_START = ("date and time", "start time")
_WANTED = frozenset({"end time", "activity", "quantity", "extra data", "text"})
_LONGEST = timedelta(hours=24)
_LONGEST_MINUTES = 24 * 60
_AHEAD = timedelta(days=1)
"""How far a clock may be ahead before an entry can't be true."""


class _Columns(NamedTuple):
    """Where each column is; -1 is an empty cell that is put at the end of every row."""

    start: int
    end: int
    minutes: int
    activity: int
    quantity: int
    extra: int
    text: int
    note: int
    caregiver: int
    child: int

    @classmethod
    def of(cls, header: Header) -> "_Columns":
        return cls(
            start=header.place(*_START),
            end=header.place("end time"),
            minutes=header.place("duration (min)"),
            activity=header.place("activity"),
            quantity=header.place("quantity"),
            extra=header.place("extra data"),
            text=header.place("text"),
            note=header.place("notes"),
            caregiver=header.place("caregiver"),
            child=header.place("child name"),
        )

    @property
    def needed(self) -> int:
        """How many cells a row must have; what stands after the sentence may be missing."""
        return 1 + max(self[: self._fields.index("note")])


def _header(text: str) -> Header | None:
    header = find_header(text, _WANTED)
    return header if header is not None and header.place(*_START) >= 0 else None


def recognises(head: str, name: str) -> bool:
    """By the set of columns."""
    return _header(head) is not None


def read(text: str, context: ReadContext) -> Reading:
    """Every row as a care event, or with the reason why not. Raises ImportProblem, UnknownZone."""
    zone_named(context.zone)
    header = _header(text)
    if header is None:
        raise ImportProblem(
            "The first line lacks columns of Baby Connect. Export the file again and try again."
        )
    return _File(header, list(rows(text, header, _Columns.of(header).needed)), context).reading()


class _File:
    """One file while it is read."""

    def __init__(self, header: Header, found: list[Row | Skipped], context: ReadContext) -> None:
        self._columns = _Columns.of(header)
        self._context = context
        self._latest = context.now.utc + _AHEAD
        self._skipped = [row for row in found if isinstance(row, Skipped)]
        self._rows = [row for row in found if isinstance(row, Row) and any(row.cells)]
        for row in self._rows:
            row.cells.append("")
        starts = (row.cells[self._columns.start] for row in self._rows)
        ends = (row.cells[self._columns.end] for row in self._rows)
        order, self._order_proved = date_order((*starts, *ends))
        self._walls = WallReader(context.zone, order)
        self._keys = SourceKeys(KEY, context.baby)
        self._tellings: dict[tuple[str, ...], _Told] = {}
        place = self._columns
        # without Duration, which follows from the two times
        self._payload = itemgetter(place.activity, place.quantity, place.extra, place.note, place.caregiver)
        self._dropped_ends = 0

    def reading(self) -> Reading:
        """All rows."""
        records: list[CareEvent] = []
        lines: list[int] = []
        wanted = _child_wanted((row.cells[self._columns.child] for row in self._rows), self._context.child)
        for row in self._rows:
            if wanted and row.cells[self._columns.child].strip().casefold() not in {wanted, ""}:
                self._skipped.append(Skipped.of(row.line, "This row is about another child.", row.text))
                continue
            try:
                records.append(self._event(row))
                lines.append(row.line)
            except UnreadableError as problem:
                self._skipped.append(Skipped.of(row.line, str(problem), row.text))
        return Reading(
            records=tuple(records),
            lines=tuple(lines),
            skipped=tuple(sorted(self._skipped, key=lambda skipped: skipped.line)),
            notes=self._notes(),
            baby=self._context.baby,
        )

    def _event(self, row: Row) -> CareEvent:
        """Raises UnreadableError with the reason why the row can't come in."""
        cells = row.cells
        told, written = self._told(cells), cells[self._columns.end]
        start = self._walls.read(cells[self._columns.start])
        end = self._end(written) if written else None
        at, until = self._span(start, end, cells)
        details = told.details
        if until is None and written.strip():
            self._dropped_ends += 1
            details += (("end as written", clean_label(written)),)
        ended = written.strip() if end is None else end.iso
        key = self._keys.key(start.iso, ended, cells[self._columns.text].strip(), told.payload)
        return CareEvent(
            id=CareId(new_id()),
            baby=self._context.baby,
            kind=told.what.kind,
            at=at,
            until=until,
            entered=self._context.now,
            value=told.what.value,
            unit=told.what.unit,
            details=details,
            note=told.note,
            source=Source(KEY, key, row.text),
        )

    def _end(self, written: str) -> Stamp | None:
        """None where it can't be read: that doesn't cost the row."""
        try:
            return self._walls.read(written)
        except UnreadableError:
            return None

    def _span(self, start: Stamp, end: Stamp | None, cells: list[str]) -> tuple[When, When | None]:
        """The instants; no end where none can be right."""
        at, until = self._walls.instant(start), None
        if at.utc > self._latest:
            raise UnreadableError("This row lies in the future.")
        if end is not None and end.day.steady and start.day.steady:
            until = self._walls.instant(end)
        elif end is not None:
            at, until = self._walls.span(start, end, self._length(cells))
        elif not cells[self._columns.end].strip() and (length := self._length(cells)) is not None:
            until = at.shifted(length)
        if until is None or at.utc <= until.utc <= at.utc + _LONGEST:
            return at, until
        return at, None

    def _length(self, cells: list[str]) -> timedelta | None:
        """Duration, where it is more than nothing and no more than a day."""
        minutes = number(cells[self._columns.minutes].strip())
        return timedelta(minutes=minutes) if minutes and minutes <= _LONGEST_MINUTES else None

    def _told(self, cells: list[str]) -> "_Told":
        """A year repeats itself, so each different row is understood once, whatever its length ("(45m)")."""
        payload, text = self._payload(cells), _LASTED.sub("", cells[self._columns.text])
        found = self._tellings.get((text, *payload))
        if found is None:
            found = self._tellings[text, *payload] = _tell(text, *payload)
        return found

    def _notes(self) -> tuple[str, ...]:
        notes = []
        if self._walls.guessed and not self._order_proved:
            notes.append("No date shows whether the day or the month comes first: month first was assumed.")
        if self._dropped_ends:
            notes.append(
                f"Rows whose end can’t be right: {self._dropped_ends}. They come in with their start; "
                "the end that was written stays in their details."
            )
        return tuple(notes)


class _Told(NamedTuple):
    """All that a row says besides its times."""

    what: What
    details: tuple[tuple[str, str], ...]
    note: str
    payload: str
    """The cells but for times and sentence as one text: with those, what the row is known by again."""


def _tell(text: str, activity: str, quantity: str, extra: str, note: str, caregiver: str) -> _Told:
    """Raises UnreadableError for a row without an activity."""
    if not activity.strip():
        raise UnreadableError("This row doesn’t say what happened.")
    what = what_happened(clean_label(activity), clean_label(quantity), clean_label(extra), clean_label(text))
    note, details = clean_note(note), dict(what.details)
    if what.words and note:
        details["text"] = what.words
    if caregiver.strip():
        details["logged by"] = clean_label(caregiver)
    payload = "\x1f".join(map(str.strip, (activity, quantity, extra, note, caregiver)))
    return _Told(what, tuple(details.items()), note or what.words, payload)


def _child_wanted(names: Iterable[str], nickname: str) -> str:
    """The child to take rows of, or "" for all. Raises ImportProblem when there are several and none fits."""
    children = {name.strip().casefold() for name in names} - {""}
    if len(children) < 2:
        return ""
    if nickname.strip().casefold() in children:
        return nickname.strip().casefold()
    raise ImportProblem(
        f"The file holds entries of {len(children)} children. Give the baby here the nickname used in the "
        "file, then their entries come in, and no others."
    )


FORMAT = FileFormat(key=KEY, name="Baby Connect (CSV)", suffixes=(".csv",), recognises=recognises, read=read)
