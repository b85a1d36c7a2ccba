"""Diaries of any length, made in seconds: what a diary holds depends on its length only in how far back it goes.

Entries are spaced evenly backwards from now, a mixture of moments, sleeps, feeds and nappies. The newest entries of a
short and of a long diary are the same, so that whatever looks at two weeks finds the same two weeks in both.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from shutil import copyfile
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from bonddiary.diary.commands import Write
from bonddiary.diary.title import Title, Verb
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import new_id
from bonddiary.domain.records import Kind, Ref
from bonddiary.domain.when import When
from bonddiary.store.database import BUSY_MS, SETTINGS
from tests.builders import ROBIN, care, empty_diary, moment, open_at

ZONE = "UTC"
NOW = When.of(datetime.now(UTC).replace(microsecond=0), ZONE)
"""The same for all diaries and all clocks of a run."""
A_DAY = 35
DAY = 86_400_000_000
SEED = 2_654_435_761
CHUNK = 10_000
MINUTE = 60_000_000
CARE = (("sleep", 75, "[]"), ("feed", 20, '[["method", "breast"]]'), ("nappy", 0, '[["what", "wet"]]'))
"""Kind, minutes, details."""
HASTY = {
    "synchronous": 0,
    "journal_mode": "off",
    "foreign_keys": 0,
    "secure_delete": 0,
    "cache_size": -400_000,
}
"""Settings for a file that nobody would miss."""
INDEXES = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """An insertion that is made again and again."""

    text: str
    columns: tuple[str, ...]

    def values(self, row: dict[str, Any]) -> Values:
        """A row's values in the order of the statement."""
        return tuple(row[column] for column in self.columns)


def connect(path: Path, **changes: object) -> sqlite.Connection:
    """The driver itself with the diary's own settings, or with others."""
    connection = sqlite.connect(str(path), isolation_level=None)
    for name, value in ({"busy_timeout": BUSY_MS, **SETTINGS} | changes).items():
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def insertion(table: str, row: dict[str, Any]) -> Statement:
    """Inserts rows with these columns."""
    columns = tuple(row)
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    return Statement(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', columns)


class Diaries:
    """Makes diaries in one folder, each length once."""

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self._folder = folder
        self._cues = [cue.key for cue in catalog.cues.values() if not cue.retired]
        self._responses = [response.key for response in catalog.responses.values() if not response.retired]
        self._outcomes = list(catalog.outcomes)
        self._copies = 0

    def of_length(self, entries: int) -> Path:
        """The diary with so many entries, shared by all who only read it."""
        path = self._folder / f"{entries}.db"
        if not path.exists():
            self._make(path, entries)
        return path

    def copy(self, entries: int) -> Path:
        """One of this length that may be written in."""
        return self.copy_in(self.folder(), entries)

    def copy_in(self, folder: Path, entries: int) -> Path:
        """The same in a folder that is a program's --data-dir."""
        return Path(copyfile(self.of_length(entries), folder / "diary.db"))

    def with_robin(self) -> Path:
        """One that knows the baby and holds nothing else."""
        return self.copy(0)

    def folder(self) -> Path:
        """An empty folder."""
        self._copies += 1
        made = self._folder / f"data-{self._copies}"
        made.mkdir(mode=0o700)
        return made

    def _make(self, path: Path, entries: int) -> None:
        path.write_bytes(empty_diary())
        with closing(open_at(path, NOW)) as diary:
            diary.add(ROBIN)
        with closing(connect(path, **HASTY)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            indexes = connection.execute(INDEXES).fetchall()
            for name, _ in indexes:  # made at the end: sorting once is quicker
                connection.execute(f'DROP INDEX "{name}"')
            place = iter(range(entries - 1, -1, -1))
            while chunk := list(islice(place, CHUNK)):
                for statement, rows in self._rows(chunk):
                    connection.executemany(statement.text, rows)
            for _, made in indexes:
                connection.execute(made)
            connection.executemany(
                "INSERT INTO history (stack, title, command) VALUES (?, ?, ?)", _undo_steps()
            )
            connection.execute("COMMIT")

    def _rows(self, chunk: Sequence[int]) -> Iterator[tuple[Statement, list[Values]]]:
        """`chunk`: places counted backwards from the newest entry, which has 0."""
        moments = [n for n in chunk if n % 5 < 2]
        statements = _statements()
        yield statements["moment"], [self._moment(n) for n in moments]
        yield (
            statements["moment_cue"],
            [(_id(n), 0, self._cues[_odd(n, 1) % len(self._cues)]) for n in moments],
        )
        tried = [n for n in moments if n % 2]
        yield (
            statements["moment_response"],
            [(_id(n), 0, self._responses[_odd(n, 2) % len(self._responses)]) for n in tried],
        )
        yield statements["care"], [_care(n) for n in chunk if n % 5 >= 2]

    def _moment(self, n: int) -> Values:
        row = _entry("moment", n, 0)
        row["outcome"] = self._outcomes[_odd(n, 3) % len(self._outcomes)] if n % 2 else None
        return _statements()["moment"].values(row)


def _care(n: int) -> Values:
    kind, minutes, details = CARE[n % 5 - 2]
    row = _entry("care", n, minutes)
    row.update(kind=kind, details=details)
    return _statements()["care"].values(row)


def _entry(table: str, n: int, minutes: int) -> dict[str, Any]:
    step = DAY // A_DAY
    at = NOW.micros - n * step - _odd(n, 0) % step
    row = dict(_blank(table))
    row.update(id=_id(n), day=_day(at // DAY), at=at, entered=at)
    if minutes:
        row.update(until=at + minutes * MINUTE, until_offset=0, until_zone=ZONE)
    return row


def _odd(n: int, salt: int) -> int:
    """Looks like chance, and is the same in every run."""
    return (((n + 1) * SEED + salt * 40_503) ^ (n * 97 >> 3)) % 4_294_967_291


def _id(n: int) -> str:
    """As long as any id; the older the entry, the smaller."""
    return f"0192d3a1-0000-7000-8000-{10**11 - n:012x}"


@lru_cache(maxsize=64)
def _day(number: int) -> str:
    return datetime.fromordinal(number + 719_163).date().isoformat()


@cache
def _blank(table: str) -> dict[str, Any]:
    """The columns of an entry in which nothing is said."""
    from bonddiary.store.mapping import to_columns

    row = to_columns(
        moment(at=NOW, entered=NOW) if table == "moment" else care(at=NOW, entered=NOW, until=None)
    )
    return {
        name: int(value) if isinstance(value, bool) else value for name, value in row.items()
    }  # binds quicker


@cache
def _statements() -> dict[str, Statement]:
    whole = {table: insertion(table, _blank(table)) for table in ("moment", "care")}
    keys = {
        table: insertion(table, {"moment": "", "place": 0, column: ""})
        for table, column in (("moment_cue", "cue"), ("moment_response", "response"))
    }
    return whole | keys


def _undo_steps(depth: int = 100) -> list[Values]:
    """As many as are kept, so that another one forgets the oldest."""
    title = Title(Verb.LOG, "rooting").as_text()
    return [("undo", title, Write(remove=(Ref(Kind.MOMENT, new_id()),)).as_text()) for _ in range(depth)]
