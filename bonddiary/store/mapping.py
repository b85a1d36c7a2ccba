"""Records to rows and back. Rows are plain dictionaries by column: no ORM object leaves this package."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Column, Table

from bonddiary.domain.care import CareEvent, CareKind, Unit
from bonddiary.domain.codec import decode, encode
from bonddiary.domain.ids import (
    BabyId,
    CareId,
    CarerId,
    CueKey,
    MomentId,
    PrivateNoteId,
    TimerId,
)
from bonddiary.domain.moment import Intensity, Moment, Settle, SettleBin, Source, State
from bonddiary.domain.private_note import PrivateNote
from bonddiary.domain.records import TYPES, Kind, Record, kind_of
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.domain.when import EPOCH, MICROSECOND, When
from bonddiary.store.rows import (
    BabyRow,
    BoardChoiceRow,
    CareRow,
    CarerRow,
    DayMarkRow,
    MomentRow,
    NoteVersionRow,
    PinRow,
    PrivateNoteRow,
    QuestionRow,
    Row,
    TimerRow,
    TipChoiceRow,
    VisitRow,
    WordRow,
)  # fmt: skip

Columns = dict[str, Any]

ROWS: dict[Kind, type[Row]] = {
    Kind.BABY: BabyRow,
    Kind.CARER: CarerRow,
    Kind.WORD: WordRow,
    Kind.PIN: PinRow,
    Kind.BOARD: BoardChoiceRow,
    Kind.TIP_CHOICE: TipChoiceRow,
    Kind.VISIT: VisitRow,
    Kind.QUESTION: QuestionRow,
    Kind.DAY_MARK: DayMarkRow,
    Kind.CARE: CareRow,
    Kind.MOMENT: MomentRow,
    Kind.NOTE: NoteVersionRow,
    Kind.PRIVATE_NOTE: PrivateNoteRow,
    Kind.TIMER: TimerRow,
}

_OF_EITHER = (
    "id", "baby", "at", "at_offset", "at_zone", "until", "until_offset", "until_zone",
    "entered", "entered_offset", "entered_zone", "about", "note", "carer",
    "source_provider", "source_key", "source_row", "deleted", "day",
)  # fmt: skip
_VALUES = {
    Kind.MOMENT: (*_OF_EITHER, "state", "intensity", "outcome", "settle_step", "settle_minutes", "private"),
    Kind.CARE: (*_OF_EITHER, "kind", "value", "unit", "details"),
}
"""What moments and care events are read from, by place: in a long list names would be looked up a hundred thousand times."""
_STATES = {each.value: each for each in State}
_INTENSITIES = {each.value: each for each in Intensity}
_STEPS = {each.value: each for each in SettleBin}
_KINDS = {each.value: each for each in CareKind}
_UNITS = {each.value: each for each in Unit}


def table_of(kind: Kind) -> Table:
    """The kind's table."""
    table = ROWS[kind].__table__
    assert isinstance(table, Table)
    return table


@cache
def columns_of(kind: Kind) -> tuple[Column[Any], ...]:
    """The columns that a record of the kind is read from, in that order."""
    columns = table_of(kind).c
    return tuple(columns[name] for name in _VALUES[kind]) if kind in _VALUES else tuple(columns)


def to_columns(record: Record) -> Columns:
    """The record's own columns; a moment's cues and responses are rows of other tables."""
    if isinstance(record, Moment):
        return _moment_columns(record)
    if isinstance(record, CareEvent):
        return _care_columns(record)
    if isinstance(record, Timer):
        return _timer_columns(record)
    if isinstance(record, PrivateNote):
        return _private_columns(record)
    plain = encode(record)
    kind = kind_of(record)
    return {column.name: plain.get(column.name, _default(kind, column.name)) for column in table_of(kind).c}


def to_record(kind: Kind, row: Mapping[Any, Any]) -> Record:
    """The record of any kind but moment (its cues and responses come from other tables: `to_moment`)."""
    if kind is Kind.CARE:
        return to_care([row[name] for name in _VALUES[kind]])
    if kind is Kind.TIMER:
        return _to_timer(row)
    if kind is Kind.PRIVATE_NOTE:
        return _to_private(row)
    return decode({**{name: value for name, value in row.items() if value is not None}, "record": kind.value})


def to_moment(row: Sequence[Any], cues: tuple[str, ...], responses: tuple[str, ...]) -> Moment:
    """A moment from its `columns_of` and the keys in their order."""
    at, until, entered = _times(*row[2:11])
    about, note, carer, provider, key, text, deleted = row[11:18]
    state, intensity, outcome, step, minutes, private = row[19:25]
    return Moment(
        id=row[0],
        baby=row[1],
        at=at,
        until=until,
        entered=entered,
        about=about,
        note=note,
        carer=carer,
        source=None if provider is None else Source(provider, key, text),
        deleted=None if deleted is None else _instant(deleted),
        cues=cues,  # type: ignore[arg-type]  # keys are texts
        responses=responses,  # type: ignore[arg-type]
        state=None if state is None else _STATES[state],
        intensity=None if intensity is None else _INTENSITIES[intensity],
        outcome=outcome,
        settle=None if step is None else Settle(_STEPS[step], minutes),
        private=private,
    )


def to_care(row: Sequence[Any]) -> CareEvent:
    """A care event from its `columns_of`."""
    at, until, entered = _times(*row[2:11])
    about, note, carer, provider, key, text, deleted = row[11:18]
    kind, value, unit, details = row[19:23]
    return CareEvent(
        id=row[0],
        baby=row[1],
        at=at,
        until=until,
        entered=entered,
        about=about,
        note=note,
        carer=carer,
        source=None if provider is None else Source(provider, key, text),
        deleted=None if deleted is None else _instant(deleted),
        kind=_KINDS[kind],
        value=value,
        unit=None if unit is None else _UNITS[unit],
        details=() if details == "[]" else _read_details(details),
    )


@lru_cache(maxsize=1024)
def _read_details(details: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in json.loads(details))


@lru_cache(maxsize=4096)
def read_keys(listed: str) -> tuple[str, ...]:
    """Keys from a JSON list. Few combinations come again and again."""
    return tuple(json.loads(listed))


def _to_timer(row: Mapping[Any, Any]) -> Timer:
    return Timer(
        id=TimerId(row["id"]),
        baby=BabyId(row["baby"]),
        kind=TimerKind(row["kind"]),
        started=When.from_micros(row["started"], row["started_offset"], row["started_zone"]),
        entered=When.from_micros(row["entered"], row["entered_offset"], row["entered_zone"]),
        cue=None if row["cue"] is None else CueKey(row["cue"]),
        moment=None if row["moment"] is None else MomentId(row["moment"]),
        care=None if row["care"] is None else CareId(row["care"]),
    )


def _timer_columns(timer: Timer) -> Columns:
    started, entered = timer.started, timer.entered
    return {
        "id": timer.id,
        "baby": timer.baby,
        "kind": timer.kind.value,
        "started": started.micros,
        "started_offset": started.offset,
        "started_zone": started.zone,
        "entered": entered.micros,
        "entered_offset": entered.offset,
        "entered_zone": entered.zone,
        "cue": timer.cue,
        "moment": timer.moment,
        "care": timer.care,
    }


def _to_private(row: Mapping[Any, Any]) -> PrivateNote:
    return PrivateNote(
        id=PrivateNoteId(row["id"]),
        written=When.from_micros(row["written"], row["written_offset"], row["written_zone"]),
        text=row["text"],
        carer=None if row["carer"] is None else CarerId(row["carer"]),
    )


def _private_columns(note: PrivateNote) -> Columns:
    return {
        "id": note.id,
        "written": note.written.micros,
        "written_offset": note.written.offset,
        "written_zone": note.written.zone,
        "text": note.text,
        "carer": note.carer,
    }


def _moment_columns(moment: Moment) -> Columns:
    return {
        **_entry_columns(moment),
        "state": moment.state and moment.state.value,
        "intensity": moment.intensity and moment.intensity.value,
        "outcome": moment.outcome,
        "settle_step": moment.settle and moment.settle.step.value,
        "settle_minutes": moment.settle and moment.settle.minutes,
        "private": moment.private,
    }


def _care_columns(event: CareEvent) -> Columns:
    return {
        **_entry_columns(event),
        "kind": event.kind.value,
        "value": event.value,
        "unit": event.unit and event.unit.value,
        "details": _details(event.details),
    }


@lru_cache(maxsize=1024)
def _details(details: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(details, ensure_ascii=False)


def _entry_columns(entry: Moment | CareEvent) -> Columns:
    at, until, entered, source = entry.at, entry.until, entry.entered, entry.source
    return {
        "id": entry.id,
        "baby": entry.baby,
        "day": at.day.isoformat(),
        "at": at.micros,
        "at_offset": at.offset,
        "at_zone": at.zone,
        "until": until and until.micros,
        "until_offset": until and until.offset,
        "until_zone": until and until.zone,
        "entered": entered.micros,
        "entered_offset": entered.offset,
        "entered_zone": entered.zone,
        "about": entry.about,
        "note": entry.note,
        "carer": entry.carer,
        "source_provider": source and source.provider,
        "source_key": source and source.key,
        "source_row": source and source.row,
        "deleted": None if entry.deleted is None else (entry.deleted - EPOCH) // MICROSECOND,
    }


def _times(
    at: int, at_offset: int, at_zone: str,
    until: int | None, until_offset: Any, until_zone: Any,
    entered: int, entered_offset: int, entered_zone: str,
) -> tuple[When, When | None, When]:  # fmt: skip
    """When it began, ended and was written down: most are written down at once."""
    begun = When.from_micros(at, at_offset, at_zone)
    at_once = entered == at and entered_offset == at_offset and entered_zone == at_zone
    return (
        begun,
        None if until is None else When.from_micros(until, until_offset, until_zone),
        begun if at_once else When.from_micros(entered, entered_offset, entered_zone),
    )


def _instant(micros: int) -> datetime:
    return EPOCH + timedelta(microseconds=micros)


@cache
def _default(kind: Kind, name: str) -> Any:
    """What a blank field of a flat record is kept as."""
    default = next(field.default for field in fields(TYPES[kind]) if field.name == name)
    return default.value if isinstance(default, StrEnum) else default
