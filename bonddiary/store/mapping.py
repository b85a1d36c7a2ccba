"""Records to rows and back. Rows are plain dictionaries by column: no ORM object leaves this package."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Table

from bonddiary.domain.care import CareEvent, CareKind, Unit
from bonddiary.domain.codec import decode, encode
from bonddiary.domain.ids import (
    BabyId,
    CareId,
    CarerId,
    CueKey,
    MomentId,
    OutcomeKey,
    PrivateNoteId,
    ResponseKey,
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


def table_of(kind: Kind) -> Table:
    """The kind's table."""
    table = ROWS[kind].__table__
    assert isinstance(table, Table)
    return table


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
        return to_care(row)
    if kind is Kind.TIMER:
        return _to_timer(row)
    if kind is Kind.PRIVATE_NOTE:
        return _to_private(row)
    return decode({**{name: value for name, value in row.items() if value is not None}, "record": kind.value})


def to_moment(row: Mapping[Any, Any], cues: tuple[str, ...], responses: tuple[str, ...]) -> Moment:
    """A moment from its row and the keys in their order."""
    step = row["settle_step"]
    return Moment(
        **_entry_values(row),
        id=MomentId(row["id"]),
        cues=tuple(map(CueKey, cues)),
        responses=tuple(map(ResponseKey, responses)),
        state=None if row["state"] is None else State(row["state"]),
        intensity=None if row["intensity"] is None else Intensity(row["intensity"]),
        outcome=None if row["outcome"] is None else OutcomeKey(row["outcome"]),
        settle=None if step is None else Settle(SettleBin(step), row["settle_minutes"]),
        private=row["private"],
    )


def to_care(row: Mapping[Any, Any]) -> CareEvent:
    """A care event from its row."""
    details = row["details"]
    return CareEvent(
        **_entry_values(row),
        id=CareId(row["id"]),
        kind=CareKind(row["kind"]),
        value=row["value"],
        unit=None if row["unit"] is None else Unit(row["unit"]),
        details=tuple((name, value) for name, value in json.loads(details)) if details != "[]" else (),
    )


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


def _entry_values(row: Mapping[Any, Any]) -> dict[str, Any]:
    until, provider = row["until"], row["source_provider"]
    return {
        "baby": BabyId(row["baby"]),
        "at": When.from_micros(row["at"], row["at_offset"], row["at_zone"]),
        "until": None if until is None else When.from_micros(until, row["until_offset"], row["until_zone"]),
        "entered": When.from_micros(row["entered"], row["entered_offset"], row["entered_zone"]),
        "about": row["about"],
        "note": row["note"],
        "carer": None if row["carer"] is None else CarerId(row["carer"]),
        "source": None if provider is None else Source(provider, row["source_key"], row["source_row"]),
        "deleted": _instant(row["deleted"]),
    }


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else EPOCH + timedelta(microseconds=micros)


@cache
def _default(kind: Kind, name: str) -> Any:
    """What a blank field of a flat record is kept as."""
    default = next(field.default for field in fields(TYPES[kind]) if field.name == name)
    return default.value if isinstance(default, StrEnum) else default
