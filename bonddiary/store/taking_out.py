"""Takes things out of a diary's file for good, and packs it so that no byte of them is left in it.

It works on the tables as it finds them, for copies may be as old as the first version. Undo begins anew: any of its steps
might hold what is to go.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.erasing import ToErase
from bonddiary.keys.key import Key
from bonddiary.store.database import BUSY_MS, SETTINGS
from bonddiary.store.unlocking import give_key

Ids = Mapping[str, frozenset[str]]
"""Of each table, the ids of rows."""
ENTRIES = ("moment", "care")
OF_DAYS = {
    **dict.fromkeys((*ENTRIES, "day_mark", "visit"), "day"),
    "question": "asked_on",
    "timer": "date(2440587.5 + (started / 1000000 + started_offset) / 86400.0)",
    "private_note": "date(2440587.5 + (written / 1000000 + written_offset) / 86400.0)",
}
"""What belongs to a day, and how its table tells the day (1970 began on Julian day 2440587.5)."""
OF_ALL = ("private_note",)
"""What belongs to no baby."""
TO_PACK = "to pack"
"""A fact the file says of itself from the erasing on until it is packed."""


@contextmanager
def open_to_erase(path: Path, key: Key | None = None) -> Iterator[sqlite.Connection]:
    """A file opened for writing, with the diary's own settings."""
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        if key is not None:
            give_key(connection, key)
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        for name, value in SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        yield connection


def ids_of(connection: sqlite.Connection, what: ToErase, known: Ids | None = None) -> dict[str, set[str]]:
    """The rows that are to go. `known`: rows that go whatever day they are on here; an entry may have been moved since."""
    found: dict[str, set[str]] = {}
    for table, day in OF_DAYS.items():
        if _columns(connection, table):
            ids = {*(known or {}).get(table, ()), *what.entries} if table in ENTRIES or known else set()
            found[table] = _rows(connection, table, *_which(table, day, what)) | _there(
                connection, table, ids
            )
    if what.days and found.get("visit") and "question" in found:  # answers go with their visit
        answers = "visit IN (SELECT value FROM json_each(?)) AND length(answer) > 0"
        found["question"] |= _rows(connection, "question", answers, (_listed(found["visit"]),))
    if "timer" in found:
        gone = _listed(found["moment"] | found["care"])
        for owner in {"moment", "care"} & _columns(connection, "timer"):
            of_entry = f"{owner} IN (SELECT value FROM json_each(?))"  # noqa: S608  # our own names
            found["timer"] |= _rows(connection, "timer", of_entry, (gone,))
    return found


def take_out(
    connection: sqlite.Connection, what: ToErase, ids: Mapping[str, Collection[str]], *, note: bool = True
) -> None:
    """One transaction, begun already or here. `pack` is to follow; with `note` the file says so of itself until then."""
    if not connection.in_transaction:
        connection.execute("BEGIN IMMEDIATE")
    try:
        _take_rows(connection, what, ids)
        connection.execute("DELETE FROM about WHERE name = ?", (TO_PACK,))
        if note:
            connection.execute("INSERT INTO about (name, value) VALUES (?, ?)", (TO_PACK, ""))
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def pack(connection: sqlite.Connection) -> None:
    """Writes the file anew, without what lies unused between its rows."""
    connection.execute("VACUUM")
    connection.execute("DELETE FROM about WHERE name = ?", (TO_PACK,))


def _take_rows(connection: sqlite.Connection, what: ToErase, ids: Mapping[str, Collection[str]]) -> None:
    entries = _listed([id for table in ENTRIES for id in ids.get(table, ())])
    among = "(SELECT value FROM json_each(?))"
    there = {table for table in (*OF_DAYS, "note_version", "draft", "history") if _columns(connection, table)}
    for table in ("timer", "question"):
        _delete(connection, table, ids.get(table, ()))
    if "question" in there:  # what is left to ask is free of the visit, and of the moment
        visits = _listed(ids.get("visit", ()))
        connection.execute(f"UPDATE question SET visit = NULL WHERE visit IN {among}", (visits,))  # noqa: S608
        if "about" in _columns(connection, "question"):
            of_moments = "about IN (SELECT ? || value FROM json_each(?))"
            values = ("", "moment:", entries)
            connection.execute(f"UPDATE question SET about = ? WHERE {of_moments}", values)  # noqa: S608
    for table in ("visit", "day_mark", "private_note", *ENTRIES):  # a moment's cues and responses go with it
        _delete(connection, table, ids.get(table, ()))
    if (
        "note_version" in there
    ):  # also those of entries that were taken back: only Undo could have brought them
        connection.execute(
            "DELETE FROM note_version WHERE entry NOT IN (SELECT id FROM moment UNION SELECT id FROM care)"
        )
    connection.execute(
        "DELETE FROM about WHERE name IN (SELECT ? || value FROM json_each(?))", ("deleted:", entries)
    )
    if what.whole_baby:
        connection.execute("DELETE FROM baby WHERE id = ?", (what.whole_baby,))
    if "draft" in there:
        _forget_drafts(connection, what)
    if "history" in there:
        connection.execute("DELETE FROM history")


def _forget_drafts(connection: sqlite.Connection, what: ToErase) -> None:
    """Of single entries, what names them; else all: what is half typed says of no day, and often of no baby."""
    for place, text in connection.execute("SELECT place, text FROM draft").fetchall():
        if not what.entries or any(id in f"{place} {text}" for id in what.entries):
            connection.execute("DELETE FROM draft WHERE place = ?", (place,))


def _which(table: str, day: str, what: ToErase) -> tuple[str, tuple[str, ...]]:
    """The condition for a table's rows, with its values."""
    of_baby = ("baby = ?", (str(what.baby),)) if what.baby else ("1", ())
    if what.days:
        if what.baby and table in OF_ALL:
            return "0", ()
        return f"{of_baby[0]} AND {day} BETWEEN ? AND ?", (
            *of_baby[1],
            what.days.first.isoformat(),
            what.days.last.isoformat(),
        )
    return of_baby if what.baby and table not in OF_ALL else ("0", ())


def _rows(connection: sqlite.Connection, table: str, where: str, values: tuple[str, ...]) -> set[str]:
    query = f"SELECT id FROM {table} WHERE {where}"  # noqa: S608  # our own names
    return {str(id) for (id,) in connection.execute(query, values)}


def _there(connection: sqlite.Connection, table: str, ids: Collection[str]) -> set[str]:
    return _rows(connection, table, "id IN (SELECT value FROM json_each(?))", (_listed(ids),))


def _delete(connection: sqlite.Connection, table: str, ids: Collection[str]) -> None:
    if not ids:
        return  # an older file may not have the table
    connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(id,) for id in ids])  # noqa: S608


def _columns(connection: sqlite.Connection, table: str) -> set[str]:
    """None for a table that this version of the file hasn't got."""
    return {str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")}


def _listed(ids: Collection[str]) -> str:
    return json.dumps(sorted(ids))
