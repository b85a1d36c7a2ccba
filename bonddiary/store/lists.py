"""Queries for everything that isn't an entry: babies, carers, day marks, visits, questions, words, pins, tip choices, timers,
earlier notes, what is half typed, facts."""

from collections.abc import Collection, Iterator
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, select

from bonddiary.domain.care import DayMark
from bonddiary.domain.ids import BabyId
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.period import Period
from bonddiary.domain.records import TYPES, Kind, Record, Ref
from bonddiary.store.faults import as_damage
from bonddiary.store.mapping import table_of, to_record
from bonddiary.store.rows import AboutRow, DayMarkRow, DraftRow, NoteVersionRow
from bonddiary.store.work import Work

T = TypeVar("T", bound=Record)
PAGE = 1_000


def all_of(connection: Connection, shape: type[T]) -> tuple[T, ...]:
    """Every record of one kind, the oldest first. For small lists: not for moments and care events."""
    kind = next(kind for kind, type_ in TYPES.items() if type_ is shape)
    table = table_of(kind)
    rows = connection.execute(select(table).order_by(table.c.id)).mappings()
    with as_damage():
        return tuple(record for row in rows if isinstance(record := to_record(kind, row), shape))


def day_marks(connection: Connection, baby: BabyId, period: Period) -> tuple[DayMark, ...]:
    """What the parent said of days in the period."""
    table = table_of(Kind.DAY_MARK)
    days = DayMarkRow.day.between(period.first.isoformat(), period.last.isoformat())
    rows = connection.execute(
        select(table).where(DayMarkRow.baby == baby, days).order_by(DayMarkRow.day)
    ).mappings()
    records = (to_record(Kind.DAY_MARK, row) for row in rows)
    return tuple(record for record in records if isinstance(record, DayMark))


def note_versions(connection: Connection, entry: str) -> tuple[NoteVersion, ...]:
    """Earlier wordings of an entry's note, the newest first."""
    table = table_of(Kind.NOTE)
    query = select(table).where(NoteVersionRow.entry == entry).order_by(NoteVersionRow.id.desc())
    records = (to_record(Kind.NOTE, row) for row in connection.execute(query).mappings())
    return tuple(record for record in records if isinstance(record, NoteVersion))


def draft(connection: Connection, place: str) -> str:
    """What is half typed in a place."""
    return connection.execute(select(DraftRow.text).where(DraftRow.place == place)).scalar() or ""


def drafts(connection: Connection) -> dict[str, str]:
    """All that is half typed, by its place."""
    rows = connection.execute(select(DraftRow.place, DraftRow.text))
    return {str(place): str(text) for place, text in rows}


def set_draft(connection: Connection, place: str, text: str) -> None:
    """Keeps what is half typed, in place of what was kept before; a blank text leaves no row."""
    connection.execute(delete(DraftRow).where(DraftRow.place == place))
    if text:
        connection.execute(insert(DraftRow).values(place=place, text=text))


def every_record(connection: Connection) -> Iterator[Record]:
    """All that the diary holds, Recently deleted too, by kind and then by id."""
    work = Work(connection)
    for kind in Kind:
        table = table_of(kind)
        last = ""
        while (
            ids := connection.execute(
                select(table.c.id).where(table.c.id > last).order_by(table.c.id).limit(PAGE)
            )
            .scalars()
            .all()
        ):
            with as_damage():
                found = work.get([Ref(kind, id) for id in ids])
            yield from (found[Ref(kind, id)] for id in ids)
            last = ids[-1]


def existing(connection: Connection, refs: Collection[Ref]) -> frozenset[Ref]:
    """Those of the references that the diary holds."""
    return frozenset(Work(connection).get(refs))


def fact(connection: Connection, name: str) -> str | None:
    """One of the things the file says of itself."""
    return connection.execute(select(AboutRow.value).where(AboutRow.name == name)).scalar()


def set_fact(connection: Connection, name: str, value: str) -> None:
    """Says something of the file that isn't said yet."""
    connection.execute(insert(AboutRow).values(name=name, value=value))
