"""The last resort for a damaged diary: every row that can still be read, put into a new file."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Table, delete, func, select, update
from sqlalchemy.dialects.sqlite import dialect, insert

from bonddiary.domain.baby import Baby
from bonddiary.domain.copies import Salvaged
from bonddiary.domain.errors import DiaryDamaged, DiaryError
from bonddiary.domain.ids import BabyId
from bonddiary.domain.records import Kind, Ref
from bonddiary.keys.key import Key
from bonddiary.store.database import HEAD, Database, version
from bonddiary.store.faults import DAMAGED, as_diary_error
from bonddiary.store.mapping import table_of
from bonddiary.store.reading_only import opened
from bonddiary.store.rows import AboutRow, BabyRow, MomentCueRow, MomentResponseRow, MomentRow, Row
from bonddiary.store.work import CHUNK, Work

NOTHING = "Nothing in {path} can be read any more. It was left as it is."
_KEYS: tuple[Table, ...] = (MomentCueRow.__table__, MomentResponseRow.__table__)  # type: ignore[assignment]
"""Tables without row numbers: what was noted of a moment, asked for moment by moment."""
_NOT_TAKEN = ("history", *(table.name for table in _KEYS))
"""Steps to undo name rows that may be gone, so they aren't taken over."""
_TABLES = [table for table in Row.metadata.sorted_tables if table.name not in _NOT_TAKEN]
FAR = 2_000
"""Row numbers tried beyond the last that was read, where nothing tells where a table ends."""


def salvage(damaged: Path, into: Path, key: Key | None = None) -> Salvaged:
    """Reads a damaged diary row by row and writes what it can into a new file. The old file isn't changed.

    `key`: of a locked diary; the new file is locked with the same.
    Raises DiaryDamaged where nothing can be read, and other DiaryErrors where the new file can't be written.
    """
    with as_diary_error(damaged), opened(damaged, key) as source:
        if version(source) != HEAD:
            raise DiaryDamaged(NOTHING.format(path=damaged))
        new = Database(into, key=key)
        try:
            with new.write() as connection:
                connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                unread = _take_over(source, connection)
                unread += _without_what_makes_no_record(connection)
                _mend_ties(connection)
                records = sum(_count(connection, table_of(kind)) for kind in Kind)
        finally:
            new.close()
    if not records:
        raise DiaryDamaged(NOTHING.format(path=damaged))
    return Salvaged(records, unread)


def _take_over(source: sqlite.Connection, target: Connection) -> int:
    """Copies row by row; the result: how many places can't be read."""
    unread = 0
    for table in _TABLES:
        insertion = _insertion(table)
        for row in _rows(source, table):
            taken = row is not None and target.exec_driver_sql(insertion, row).rowcount
            unread += not taken and table.name != AboutRow.__tablename__  # a new file says some of it already
    moments = target.execute(select(MomentRow.id)).scalars().all()
    for table in _KEYS:
        unread += sum(not _take_over_keys(source, target, table, moment) for moment in moments)
    return unread


def _take_over_keys(source: sqlite.Connection, target: Connection, table: Table, moment: str) -> bool:
    query = f"SELECT {_columns(table)} FROM {table.name} WHERE moment = ?"  # noqa: S608  # our own names
    try:
        found = source.execute(query, (moment,)).fetchall()
    except sqlite.DatabaseError:
        return False
    for row in found:
        target.exec_driver_sql(_insertion(table), row)
    return True


@cache
def _insertion(table: Table) -> str:
    """Rows that break a rule of the schema are left out. The driver takes them as they are."""
    statement = insert(table).on_conflict_do_nothing()
    return str(statement.compile(dialect=dialect(paramstyle="qmark")))


def _columns(table: Table) -> str:
    return ", ".join(table.columns.keys())


def _rows(source: sqlite.Connection, table: Table) -> Iterator[tuple[Any, ...] | None]:
    """Each row that can be read, in the order of row numbers, and None for each number where damage was met."""
    query = f"SELECT rowid, {_columns(table)} FROM {table.name} WHERE rowid >= ? ORDER BY rowid"  # noqa: S608
    known_end = _last_number(source, table.name)
    place, end = 1, FAR if known_end is None else known_end
    while place <= end:
        try:
            for number, *row in source.execute(query, (place,)):
                if number < place:
                    break  # a page that leads back to one that was read
                place = number + 1
                end = end if known_end is not None else place + FAR
                yield tuple(row)
            else:
                return
        except sqlite.DatabaseError:
            yield from _alone(source, table, place)
        place += 1


def _alone(source: sqlite.Connection, table: Table, place: int) -> Iterator[tuple[Any, ...] | None]:
    """The row with one number: the driver reads ahead, so what stopped a walk may be the row behind it."""
    query = f"SELECT {_columns(table)} FROM {table.name} WHERE rowid = ?"  # noqa: S608  # our own names
    try:
        yield from source.execute(query, (place,)).fetchall()
    except sqlite.DatabaseError:
        yield None


def _last_number(source: sqlite.Connection, table: str) -> int | None:
    """The highest row number, from the table or else from an index of it; None where neither can be read."""
    for way in ("NOT INDEXED", f"INDEXED BY sqlite_autoindex_{table}_1"):
        try:
            found = source.execute(f'SELECT max(rowid) FROM "{table}" {way}').fetchone()  # noqa: S608  # our own names
            return int(found[0] or 0)
        except sqlite.DatabaseError:
            continue
    return None


def _without_what_makes_no_record(target: Connection) -> int:
    """Takes away what was read and still says nothing: a moment without its cue, a time no clock shows."""
    gone = 0
    for kind in Kind:
        table = table_of(kind)
        ids = target.execute(select(table.c.id)).scalars().all()
        for start in range(0, len(ids), CHUNK):
            chunk = ids[start : start + CHUNK]
            if _make_records(target, kind, chunk):
                continue
            for id in chunk:
                if not _make_records(target, kind, [id]):
                    target.execute(delete(table).where(table.c.id == id))
                    gone += 1
    return gone


def _make_records(target: Connection, kind: Kind, ids: Sequence[str]) -> bool:
    try:
        Work(target).get([Ref(kind, id) for id in ids])
    except (*DAMAGED, DiaryError):
        return False
    return True


def _mend_ties(target: Connection) -> None:
    """A baby whose row is gone is there again, without a name; what belonged to other lost rows stands alone."""
    for table in (*_TABLES, *_KEYS):
        for key in table.foreign_keys:
            column, parent = key.parent, key.column
            loose = column.is_not(None) & column.not_in(select(parent))
            if parent.table is BabyRow.__table__:
                for id in target.execute(select(column).where(loose).distinct()).scalars().all():
                    Work(target).put([Baby(id=BabyId(id))], known=())
            elif table in _KEYS:
                target.execute(delete(table).where(loose))
            else:
                target.execute(update(table).where(loose).values({column: None}))


def _count(target: Connection, table: Table) -> int:
    return int(target.execute(select(func.count()).select_from(table)).scalar_one())
