"""The power goes at any moment: the diary is whole, as after the last acknowledged command or the one under way."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from bonddiary.store.unlocking import give_key
from tests.crash import deeds
from tests.crash.figures import WHOLE, count
from tests.crash.nursery import Nursery
from tests.crash.power import CALLS, Call, Disk, calls

ROUNDS = 4 if WHOLE else 1
PARTS = 4 if WHOLE else 1
"""Random states at each call, beside nothing and all."""
EVERY = 1 if WHOLE else 5
"""How many calls go by between two cuts."""
WEAK: dict[str, dict[str, object]] = {
    "synchronous NORMAL": {"synchronous": 1},
    "synchronous OFF": {"synchronous": 0},
    "the library's defaults": {"journal_mode": "delete", "synchronous": 2},
    "the usual advice": {"journal_mode": "wal", "synchronous": 1},
}


def record(
    nursery: Nursery, folder: Path, rounds: int, locked: bool = False, **settings: object
) -> tuple[Disk, list[Call]]:
    """A session's calls, and the disk before them."""
    deeds.begin(folder, locked=locked)
    disk = Disk(folder)
    ended = nursery.run(
        "tests.crash.deeds:live", folder, watch=CALLS, wide=True, rounds=rounds, settings=settings
    )
    assert ended.code == 0, ended.told
    assert not ended.told["refused"]
    made = list(calls(ended.calls))
    assert "".join(call.data.decode() for call in made if call.name == "ack") == ended.acks
    return disk, made


def replay(disk: Disk, made: list[Call], place: Path, every: int = EVERY) -> Iterator[str]:
    """Cuts the power after each call, in each way; yields "" for a good state, else what is wrong with it."""
    dice = random.Random(7)
    snapshots = [_held(disk, place)]
    for call in made:
        if call.name == "ack":
            after: dict[str, str | None] = {**snapshots[-1], **deeds.expected(call.data.decode())}
            snapshots.append({id: left for id, left in after.items() if left is not None})
    acked, seen = 0, 0
    for call in made:
        if call.name == "ack":
            acked += 1
        elif not disk.do(call):
            continue
        seen += 1
        if seen % every and call.name != "ack":
            continue
        allowed = snapshots[acked : acked + 2]
        for files in disk.states(dice, PARTS):
            yield judge(files, allowed, place)


def judge(files: dict[str, bytes], allowed: list[dict[str, str]], place: Path) -> str:
    """What is wrong with a state; "" for one that holds one of the allowed diaries whole."""
    for each in place.iterdir():
        each.unlink()
    for name, content in files.items():
        (place / name).write_bytes(content)
    try:
        held = _look(place)
    except Exception as error:  # noqa: BLE001  # whatever it says, the diary can't be opened
        return f"can’t be opened: {type(error).__name__} {error}"
    if held in allowed:
        return ""
    missing = len(set(allowed[0]) - set(held))
    return f"{missing} acknowledged entries are missing, {len(held)} there"


_SEEN: dict[int, dict[str, str]] = {}
"""What diaries with these rows hold: most states are one of a few diaries."""


def _look(place: Path) -> dict[str, str]:
    """SQLite takes back what was under way, and looks at every page; the program reads the rows."""
    with closing(sqlite.connect(str(place / "diary.db"), isolation_level=None)) as connection:
        if (key := deeds.key_of(place)) is not None:
            give_key(connection, key)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        rows = hash(
            tuple((name, *connection.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in names)
        )
    if rows not in _SEEN:
        _SEEN[rows] = deeds.held(place)
    return _SEEN[rows]


def _held(disk: Disk, place: Path) -> dict[str, str]:
    for name, inode in disk.names.items():
        (place / name).write_bytes(inode.sure)
    return deeds.held(place)


@pytest.fixture
def folders(place: Path) -> tuple[Path, Path]:
    """One to live in, one to look at states in."""
    made = place / "lived", place / "cut"
    for each in made:
        each.mkdir()
    return made


@pytest.mark.parametrize("locked", [False, True] if WHOLE else [False], ids=["plain", "locked"][: 1 + WHOLE])
def test_a_power_cut_at_any_moment_loses_nothing_that_was_acknowledged(
    nursery: Nursery, folders: tuple[Path, Path], locked: bool
) -> None:
    disk, made = record(nursery, folders[0], ROUNDS, locked)
    found = list(replay(disk, made, folders[1]))
    bad = [each for each in found if each]
    acks = sum(call.name == "ack" for call in made)
    count(recorded_commands=acks, crash_states_replayed=len(found), bad=len(bad))
    assert acks >= 9 * ROUNDS
    assert len(found) > 100
    assert bad == []


@pytest.mark.parametrize("name", WEAK if WHOLE else [*WEAK][::2])
def test_the_trial_notices_settings_that_are_too_weak(
    nursery: Nursery, folders: tuple[Path, Path], name: str
) -> None:
    disk, made = record(nursery, folders[0], 1, False, **WEAK[name])
    states = bad = 0
    for wrong in replay(disk, made, folders[1], every=1):
        states += 1
        bad += bool(wrong)
        if bad and not WHOLE:
            break
    count(weak_states=states, weak_bad=bad)
    assert bad, "nothing was lost: the trial is blind"
