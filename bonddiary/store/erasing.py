"""Erasing entries for good: their rows, what hangs on them, and what the diary has counted of them.

`secure_delete` is on, so SQLite writes zeros over what it lets go of.
"""

from collections.abc import Callable, Collection, Iterable

from sqlalchemy import Connection, delete, insert, select, update

from bonddiary.domain.records import Kind, Ref
from bonddiary.store.finding import CARE, MOMENT
from bonddiary.store.rows import AboutRow, HistoryRow, NoteVersionRow

CHUNK = 500
"""Facts taken away in one statement."""
_TABLES = ((Kind.MOMENT, MOMENT), (Kind.CARE, CARE))
_GONE_SINCE = "deleted:"
"""Before an entry's id: how many seconds the diary had counted when it first saw that the entry is deleted."""
_COUNTED, _CLOCK = "seconds counted", "clock seen"


def deleted_before(connection: Connection, micros: int, most: int) -> list[Ref]:
    """Entries of all babies that were deleted before an instant, at most so many, the oldest deletion first."""
    found: list[tuple[int, Ref]] = []
    for kind, table in _TABLES:
        query = select(table.c.deleted, table.c.id).where(table.c.deleted < micros)
        rows = connection.execute(query.order_by(table.c.deleted).limit(most))
        found += [(at, Ref(kind, id)) for at, id in rows]
    return [ref for _, ref in sorted(found)[:most]]


def all_deleted(connection: Connection) -> dict[Ref, int]:
    """Every entry in Recently deleted, with when that was (µs since 1970, UTC)."""
    found: dict[Ref, int] = {}
    for kind, table in _TABLES:
        rows = connection.execute(select(table.c.id, table.c.deleted).where(table.c.deleted.is_not(None)))
        found.update((Ref(kind, id), at) for id, at in rows)
    return found


def erase(connection: Connection, refs: Collection[Ref], without: Callable[[str], str | None]) -> None:
    """Takes entries away with their earlier notes. `without`: a step of the history as it is to be; None: gone."""
    ids = [ref.id for ref in refs]
    for place, command in connection.execute(select(HistoryRow.place, HistoryRow.command)).all():
        if any(id in command for id in ids):
            fresh = without(command)
            step = HistoryRow.place == place
            connection.execute(
                delete(HistoryRow).where(step)
                if fresh is None
                else update(HistoryRow).where(step).values(command=fresh)
            )
    connection.execute(delete(NoteVersionRow).where(NoteVersionRow.entry.in_(ids)))
    for kind, table in _TABLES:  # a moment's cues and responses go with it
        connection.execute(delete(table).where(table.c.id.in_([ref.id for ref in refs if ref.kind is kind])))
    _forget(connection, ids)


def counted(connection: Connection) -> tuple[int, int | None]:
    """Seconds that the diary has counted, and what its clock showed then (seconds since 1970); None: it hasn't yet."""
    query = select(AboutRow.name, AboutRow.value).where(AboutRow.name.in_((_COUNTED, _CLOCK)))
    facts = {row.name: row.value for row in connection.execute(query)}
    clock = facts.get(_CLOCK)
    return int(facts.get(_COUNTED, "0")), None if clock is None else int(clock)


def set_counted(connection: Connection, seconds: int, clock: int) -> None:
    """Keeps both."""
    _say(connection, {_COUNTED: seconds, _CLOCK: clock})


def gone_since(connection: Connection) -> dict[str, int]:
    """For each id that was seen deleted: the seconds counted by then."""
    query = select(AboutRow.name, AboutRow.value).where(AboutRow.name.startswith(_GONE_SINCE))
    return {name.removeprefix(_GONE_SINCE): int(value) for name, value in connection.execute(query)}


def set_gone_since(connection: Connection, fresh: Iterable[str], seconds: int, back: Iterable[str]) -> None:
    """Notes what is seen deleted for the first time, and forgets what came back."""
    _say(connection, {f"{_GONE_SINCE}{id}": seconds for id in fresh})
    _forget(connection, back)


def _forget(connection: Connection, ids: Iterable[str]) -> None:
    _take(connection, [f"{_GONE_SINCE}{id}" for id in ids])


def _say(connection: Connection, facts: dict[str, int]) -> None:
    _take(connection, list(facts))
    if facts:
        rows = [{"name": name, "value": str(value)} for name, value in facts.items()]
        connection.execute(insert(AboutRow), rows)


def _take(connection: Connection, names: list[str]) -> None:
    for start in range(0, len(names), CHUNK):
        connection.execute(delete(AboutRow).where(AboutRow.name.in_(names[start : start + CHUNK])))
