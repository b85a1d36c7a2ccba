"""What this version knows of a diary that a newer one wrote. It is read and nothing is written, not even beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Table, create_engine, func, select, text
from sqlalchemy import table as sql_table
from sqlalchemy.pool import NullPool

from bonddiary.domain.errors import NewerDiary
from bonddiary.domain.records import Kind, Record, Ref
from bonddiary.keys.key import Key
from bonddiary.store.faults import DAMAGED, as_diary_error
from bonddiary.store.mapping import table_of
from bonddiary.store.rows import Row
from bonddiary.store.unlocking import give_key
from bonddiary.store.work import Work

ROLLBACK = b"\x01\x01"
"""In the header of a file that is whole by itself."""
_COLUMNS = text("SELECT name FROM pragma_table_info(:name)")


@dataclass(frozen=True, slots=True)
class Known:
    """The records that can be read, and how much can't."""

    records: tuple[Record, ...]
    left_out: int
    """Entries of kinds, or with values, that this version doesn't know."""
    fields: int
    """Fields that a newer version added to what this one knows."""


def read_known(path: Path, key: Key | None = None) -> Known:
    """Everything that this version can read. `key`: of a locked diary. Raises DiaryError."""
    with as_diary_error(path), _reading(path, key) as connection:
        names = set(connection.execute(text("SELECT name FROM sqlite_schema WHERE type = 'table'")).scalars())
        records: list[Record] = []
        left_out = fields = 0
        for kind in Kind:
            table = table_of(kind)
            if table.name in names:
                found, more = _of_kind(connection, kind, table)
                records += found
                fields += more
                left_out += _count(connection, table.name) - len(found)
        for name in names - set(Row.metadata.tables) - {"alembic_version"}:
            left_out += 0 if name.startswith("sqlite_") else _count(connection, name)
    return Known(tuple(records), left_out, fields)


@contextmanager
def _reading(path: Path, key: Key | None) -> Iterator[Connection]:
    if not _is_whole_alone(path, key):
        # its newest entries may be in another file, which reading alone would change
        raise NewerDiary(f"{path} is kept in another way than this version can read. It was left as it is.")
    engine = create_engine(
        "sqlite://",
        creator=lambda: _open(path, key),
        module=sqlite,
        poolclass=NullPool,
        hide_parameters=True,
    )
    with engine.connect() as connection:
        yield connection


def _is_whole_alone(path: Path, key: Key | None) -> bool:
    if key is None:
        with path.open("rb") as file:
            return file.read(20)[18:20] == ROLLBACK
    # its own first page is locked, and says nothing
    beside = [path.with_name(f"{path.name}-{end}") for end in ("wal", "journal")]
    return not any(each.exists() and each.stat().st_size for each in beside)


def _open(path: Path, key: Key | None) -> sqlite.Connection:
    # whatever a locked first page says, nothing is made beside the file
    how = "mode=ro" if key is None else "mode=ro&immutable=1"
    connection = sqlite.connect(f"{path.absolute().as_uri()}?{how}", uri=True)
    try:
        if key is not None:
            give_key(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _of_kind(connection: Connection, kind: Kind, table: Table) -> tuple[list[Record], int]:
    """The records of a kind, and how many fields they have that aren't known here."""
    there = set(connection.execute(_COLUMNS, {"name": table.name}).scalars())
    if not there.issuperset(table.c.keys()):
        return [], 0
    work = Work(connection)
    found: list[Record] = []
    for id in connection.execute(select(table.c.id).order_by(table.c.id)).scalars().all():
        try:
            found += work.get([Ref(kind, id)]).values()
        except DAMAGED:
            continue
    return found, len(there) - len(table.c)


def _count(connection: Connection, name: str) -> int:
    return connection.execute(select(func.count()).select_from(sql_table(name))).scalar_one()
