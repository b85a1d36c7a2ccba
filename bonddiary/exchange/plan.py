"""What bringing a file in would do to a diary, before anything is done."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.board import BoardChoice, OwnWord, Pin
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.private_note import PrivateNote
from bonddiary.domain.records import TYPES, Kind, Record, kind_of, ref_to
from bonddiary.domain.timer import Timer
from bonddiary.domain.tip_choice import TipChoice
from bonddiary.domain.visit import Question, Visit
from bonddiary.exchange.spec import Reading, Skipped

Said = tuple[str, ...]
_ORDER = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """To be shown, then carried out as one step. Each record of `new` refers only to earlier ones."""

    new: tuple[Record, ...]
    already_here: int
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]

    @property
    def rows(self) -> int:
        """Rows of the file: each is new, already here or skipped."""
        return len(self.new) + self.already_here + len(self.skipped)


def plan_import(reading: Reading, known_keys: Collection[str], known_ids: Collection[str]) -> ImportPlan:
    """Which records of a file are new to a diary.

    `known_keys` are the source keys and `known_ids` the ids of all its records of every kind. Those in
    Recently deleted belong to both, and keys of what was erased should be kept: then nothing that was
    deleted here comes back.
    """
    planner = _Planner(reading, frozenset(known_keys), frozenset(known_ids))
    return planner.plan()


class _Planner:
    def __init__(self, reading: Reading, known_keys: frozenset[str], known_ids: frozenset[str]) -> None:
        self._reading = reading
        self._known_keys = known_keys
        self._known_ids = known_ids
        self._present = {*known_ids} | ({reading.baby} if reading.baby is not None else set())
        """Ids that a record may refer to."""
        self._new: list[Record] = []
        self._new_ids: set[str] = set()
        self._said: set[Said] = set()
        self._already_here = 0
        self._skipped = list(reading.skipped)
        self._loosened = 0

    def plan(self) -> ImportPlan:
        pairs = zip(self._reading.records, self._reading.lines, strict=True)
        for record, line in sorted(pairs, key=lambda pair: _ORDER[kind_of(pair[0])]):
            self._take(record, line)
        notes = self._reading.notes
        if self._loosened:
            what = f"Entries that name a carer or visit which isn’t there: {self._loosened}."
            notes += (f"{what} They come in without it.",)
        skipped = tuple(sorted(self._skipped, key=lambda row: row.line))
        return ImportPlan(new=tuple(self._new), already_here=self._already_here, skipped=skipped, notes=notes)

    def _take(self, record: Record, line: int) -> None:
        said = said_once(record)
        source = record.source if isinstance(record, CareEvent | Moment) else None
        if record.id in self._known_ids or (source is not None and source.key in self._known_keys):
            self._already_here += 1
        elif record.id in self._new_ids or said in self._said:
            self._skip(record, line, "This entry is in the file twice; the first one comes in.")
        elif (baby := _baby_of(record)) is not None and baby not in self._present:
            self._skip(
                record, line, "This entry belongs to a baby who is neither in the file nor in the diary."
            )
        else:
            whole = _without_missing(record, self._present)
            self._loosened += whole is not record
            self._new.append(whole)
            self._new_ids.add(record.id)
            self._present.add(record.id)
            if said is not None:
                self._said.add(said)

    def _skip(self, record: Record, line: int, reason: str) -> None:
        self._skipped.append(Skipped.of(line, reason, f"{ref_to(record).kind.value} {record.id}"))


def said_once(record: Record) -> Said | None:
    """What a diary says once at most, whatever the record's id: two computers give it two."""
    match record:
        case DayMark():
            return kind_of(record), record.baby, record.day.isoformat(), record.kind
        case TipChoice():
            return kind_of(record), record.tip
        case BoardChoice():
            return kind_of(record), record.key
        case Timer():
            return kind_of(record), record.baby, record.kind
        case _:
            return None


def _baby_of(record: Record) -> str | None:
    match record:
        case (
            Baby() | Carer() | OwnWord() | Pin() | BoardChoice() | TipChoice() | NoteVersion() | PrivateNote()
        ):
            return None
        case Visit() | Question() | DayMark() | CareEvent() | Moment() | Timer():
            return record.baby


def _without_missing(record: Record, present: Collection[str]) -> Record:
    """A carer or visit that is lost is no reason to lose the entry."""
    match record:
        case CareEvent() | Moment() | PrivateNote() if (
            record.carer is not None and record.carer not in present
        ):
            return replace(record, carer=None)
        case Question() if record.visit is not None and record.visit not in present:
            return replace(record, visit=None)
        case _:
            return record


assert set(_ORDER) == set(TYPES)
