"""What is in a diary's file or a copy of one, and whether it is whole."""

import hashlib
from datetime import date
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.errors import DiaryDamaged
from bonddiary.keys.key import Key
from bonddiary.store.database import version
from bonddiary.store.faults import as_damage, as_diary_error
from bonddiary.store.reading_only import opened

NOT_WHOLE = "The copy {name} isn’t whole any more. It was left as it is. Choose another one."


class Facts:
    """What two files of the same diary have in common: revision, rows, and a digest of every row."""

    __slots__ = ("entries", "first", "last", "revision", "tables")

    def __init__(
        self, revision: str, tables: dict[str, str], entries: int, first: date | None, last: date | None
    ) -> None:
        self.revision, self.tables = revision, tables
        self.entries, self.first, self.last = entries, first, last

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facts) and (self.revision, self.tables) == (other.revision, other.tables)

    __hash__ = None  # type: ignore[assignment]  # compared, never looked up


def look_at(path: Path, key: Key | None = None) -> list[str]:
    """What SQLite finds wrong with a file, in its own words; nothing for a whole one. Raises DiaryError."""
    with as_diary_error(path), opened(path, key) as connection:
        if key is not None:  # every page has a sum of its own, kept with the key
            broken = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
            if broken:
                return broken
        wrong = [str(row[0]) for row in connection.execute("PRAGMA integrity_check").fetchall()]
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [line for line in wrong if line != "ok"] + [
        f"a row of {row[0]} belongs to nothing" for row in loose
    ]


def facts_of(path: Path, key: Key | None = None) -> Facts:
    """What the file holds. Raises DiaryDamaged for one that isn't whole."""
    if look_at(path, key):
        raise DiaryDamaged(NOT_WHOLE.format(name=path.name.strip(".").removesuffix(".part")))
    with opened(path, key) as connection:
        return look(connection)


def look(connection: sqlite.Connection) -> Facts:
    """What the open file holds. Raises DiaryDamaged for one without a diary."""
    revision = version(connection)
    if revision is None:
        raise DiaryDamaged("This file holds no diary.")
    names = (
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    tables = {str(name): _digest(connection, str(name)) for (name,) in connection.execute(names).fetchall()}
    entries, days = 0, []
    for table in ("moment", "care"):
        count, first, last = connection.execute(
            f"SELECT count(*), min(day), max(day) FROM main.{table} WHERE deleted IS NULL"  # noqa: S608  # our own names
        ).fetchone()
        entries += count
        with as_damage():
            days += [date.fromisoformat(day) for day in (first, last) if day]
    return Facts(revision, tables, entries, min(days, default=None), max(days, default=None))


def _digest(connection: sqlite.Connection, table: str) -> str:
    """Of every row and column, in the table's own order."""
    found = hashlib.sha256()
    for row in connection.execute(f'SELECT * FROM main."{table}"'):  # noqa: S608  # the file's own names
        found.update(repr(row).encode("utf-8", "surrogatepass"))
    return found.hexdigest()
