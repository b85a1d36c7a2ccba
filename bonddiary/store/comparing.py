"""A diary held against its newest copy: what differs though no step of its history says so.

SQLite notices damage to its own structure, not a changed letter within a row: it keeps no sums of what rows hold.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.keys.key import Key
from bonddiary.store.faults import as_diary_error
from bonddiary.store.reading_only import opened
from bonddiary.store.unlocking import key_for

OWN = ("alembic_version", "about", "draft", "history")
"""Tables that hold no record."""
PARTS = ("moment_cue", "moment_response")
"""What belongs to a moment, in tables of its own."""
AN_ID = re.compile(r'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')
Steps = Mapping[tuple[str, int], str]


def changed_by_nobody(diary: Path, copy: Path, key: Key | None = None) -> int:
    """How many records differ that no step accounts for; 0 too where the history doesn't reach back to the copy.

    Raises DiaryError.
    """
    with as_diary_error(diary), opened(diary, key) as now, opened(copy, key_for(copy, key)) as then:
        tables = _tables(now)
        steps, before = _steps(now), _steps(then)
        if tables != _tables(then) or not _reaches_back(steps, before):
            return 0
        since = steps.items() ^ before.items()  # also those that were taken back since
        accounted = {id for _, step in since for id in AN_ID.findall(step)}
        differing: set[str] = set()
        for table in tables:
            was = _digests(then, table)
            differing |= {id for id, digest in _digests(now, table).items() if was.get(id, digest) != digest}
        return len(differing - accounted)


def _tables(connection: sqlite.Connection) -> list[str]:
    names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    return [str(name) for (name,) in connection.execute(names).fetchall() if name not in OWN]


def _steps(connection: sqlite.Connection) -> Steps:
    rows = connection.execute("SELECT stack, place, command FROM history").fetchall()
    return {(str(stack), int(place)): str(command) for stack, place, command in rows}


def _reaches_back(steps: Steps, before: Steps) -> bool:
    """Whether no step has been forgotten since: the oldest go first, so one that both hold says so."""
    undo = {place: step for place, step in steps.items() if place[0] == "undo"}
    if any(before.get(place) == step for place, step in undo.items()):
        return True
    return not before and min((place for _, place in steps), default=1) == 1


def _digests(connection: sqlite.Connection, table: str) -> dict[str, bytes]:
    """Of each record's row, or of all its rows where it has several."""
    owner, order = ("moment", "moment, place") if table in PARTS else ("id", "id")
    found: dict[str, bytes] = {}
    query = f'SELECT {owner}, * FROM "{table}" ORDER BY {order}'  # noqa: S608  # our own names
    for id, *row in connection.execute(query):
        whole = found.get(str(id), b"") + repr(row).encode("utf-8", "surrogatepass")
        found[str(id)] = hashlib.sha256(whole).digest()
    return found
