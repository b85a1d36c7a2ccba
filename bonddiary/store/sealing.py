"""The same diary written anew, locked or plain, compared row by row before it takes the other's place."""

import os
import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.errors import DiaryDamaged, DiaryError
from bonddiary.keys.key import Key
from bonddiary.keys.plain import MAGIC
from bonddiary.store.database import APPLICATION_ID, BUSY_MS, make_private_file
from bonddiary.store.faults import as_diary_error
from bonddiary.store.looking import facts_of, look
from bonddiary.store.reading_only import opened
from bonddiary.store.standing import Standing
from bonddiary.store.unlocking import give_key
from bonddiary.system.running import Holder

CHUNK = 1 << 20
COPYING = re.compile(r"\.(\d+)-[0-9a-f]{8}\.part")
"""How the name of a copy in the making ends: with the process that makes it."""
LONG = 3_600
"""Seconds: no copy takes so long, and by then its number may be another process's."""
NOT_THE_SAME = (
    "The diary could not be written anew as it is. It stays as it was. Check the disk, then try again."
)


def asks_for_a_key(path: Path) -> bool:
    """Whether SQLite can read nothing of it as it is. It may be open: a look at its bytes would drop SQLite's locks."""
    try:
        with opened(path) as connection:
            connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    except sqlite.DatabaseError as error:
        return "not a database" in str(error).lower()
    return False


def part_of(path: Path, word: str = "") -> Path:
    """A file in the making, of this attempt alone: another program may be at the same, and fails at the swap."""
    return path.with_name(f".{path.name}{word}.{os.getpid()}-{secrets.token_hex(4)}.part")


def change(
    path: Path, before: Key | None, after: Key | None, ready: Callable[[], None] = lambda: None
) -> None:
    """Puts a locked file in a plain one's place, or the other way round; the plain one's bytes are written over.

    Nobody else can write to the file in between. Links stay: it is done to the file that they lead to. `ready` is called
    when all is written and compared, before the swap. Raises DiaryError; the file is as it was then.
    """
    path = path.resolve()
    part = part_of(path)
    old = part_of(path, ".old")  # what it takes the place of, until that is written over
    try:
        with converted(path, part, before, after):
            ready()
            if before is None:
                with suppress(OSError):  # a memory stick knows no second names: then it can't be written over
                    os.link(path, old)
            _journal(path).unlink(
                missing_ok=True
            )  # empty: the file is locked for others, and nothing is written
            part.replace(path)
            with suppress(
                OSError
            ):  # from here on it is done: what is left over is written over at the next copying
                sync_folder(path.parent)
                erase(old)
    finally:
        with suppress(OSError):
            erase(old)


@contextmanager
def converted(source: Path, target: Path, before: Key | None, after: Key | None) -> Iterator[None]:
    """`target` holds what `source` does, each row compared. Until the block is left, nobody can write to `source`.

    Raises DiaryError, also for what the block runs into; there is no target then.
    """
    try:
        standing = Standing(source)
        with as_diary_error(source), closing(_open(source, before)) as connection:
            erase(target)
            _journal(target).unlink(missing_ok=True)  # beside another file it would damage it
            make_private_file(target)
            _write_anew(connection, target, after)
            standing.refuse_exchanged()
            if os.name == "nt":
                connection.close()  # there nothing takes the place of an open file
            yield
    except BaseException as error:
        with suppress(OSError):
            try:
                erase(target)
            except OSError:
                target.unlink()
        if isinstance(error, OSError):
            raise DiaryError(
                f"{source.name} can’t be written anew ({error.strerror or 'no reason given'}). It is as it was."
            ) from None
        raise


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _open(path: Path, key: Key | None) -> sqlite.Connection:
    there = f"{path.resolve().as_uri()}?mode=rw"  # not for reading alone: a journal that a crash left is taken back
    connection = sqlite.connect(there, uri=True, isolation_level=None, check_same_thread=False)
    try:
        if key is not None:
            give_key(connection, key)
        connection.execute("PRAGMA cipher_log_level = NONE")
        for setting in (
            f"busy_timeout = {BUSY_MS}",
            "trusted_schema = 0",
            "temp_store = 2",
            "synchronous = 3",
        ):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _write_anew(connection: sqlite.Connection, target: Path, key: Key | None) -> None:
    secret = "" if key is None else f"x'{key.read().hex()}'"
    connection.execute("ATTACH ? AS anew KEY ?", (str(target), secret))
    del secret
    connection.execute("PRAGMA main.locking_mode = EXCLUSIVE")  # COMMIT keeps the lock: until it is closed
    connection.execute("BEGIN EXCLUSIVE")
    told = look(connection)
    if _flat(connection, "PRAGMA main.application_id") != [APPLICATION_ID]:
        raise DiaryDamaged("This file holds no diary.")
    connection.execute("SELECT sqlcipher_export('anew')").fetchall()
    connection.execute(f"PRAGMA anew.application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA anew.user_version = {_flat(connection, 'PRAGMA main.user_version')[0]}")
    same = _schema(connection, "main") == _schema(connection, "anew")
    connection.execute("COMMIT")
    connection.execute("DETACH anew")
    try:
        same = same and facts_of(target, key) == told
    except DiaryDamaged:
        same = False
    if not same:
        raise DiaryError(NOT_THE_SAME)
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _schema(connection: sqlite.Connection, name: str) -> list[tuple[object, ...]]:
    query = f"SELECT type, name, tbl_name, sql FROM {name}.sqlite_schema WHERE name NOT LIKE 'sqlite%'"  # noqa: S608
    return sorted(tuple(row) for row in connection.execute(query).fetchall())


def _flat(connection: sqlite.Connection, query: str) -> list[object]:
    return [row[0] for row in connection.execute(query).fetchall()]


def erase(path: Path) -> None:
    """Writes over a file, then deletes it. One that is there by another name too loses this name alone.

    What a disk keeps elsewhere of what was written over can't be reached. Raises OSError.
    """
    if not path.is_file():
        return
    if path.stat().st_nlink == 1:
        left = path.stat().st_size
        with path.open("r+b") as file:
            while left > 0:
                left -= file.write(bytes(min(CHUNK, left)))
            file.flush()
            os.fsync(file.fileno())
    path.unlink()


def erase_unfinished(folder: Path, pattern: str) -> None:
    """What was cut off and isn't locked, or isn't begun. What is locked may be in the making."""
    for path in folder.glob(pattern):
        with suppress(OSError):
            if _in_the_making(path):
                continue
            with path.open("rb") as file:
                head = file.read(len(MAGIC))
            if head == MAGIC or not any(head):  # its first page comes last
                erase(path)


def sweep_cut_off(folder: Path) -> None:
    """Copies whose program ended before they had their name. Those that another program is making stay."""
    for path in folder.glob(".*.part"):
        with suppress(OSError):
            if COPYING.search(path.name) and not _in_the_making(path):
                erase(path)


def _in_the_making(path: Path) -> bool:
    """Whether another program that still runs is copying into it."""
    named = COPYING.search(path.name)
    if named is None or int(named[1]) == os.getpid() or time.time() - path.stat().st_mtime > LONG:
        return False  # of our own there is one at a time: whoever sweeps holds its lock
    return Holder(int(named[1])).runs


def sync_folder(folder: Path) -> None:
    """What has got another name is on the disk."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # some network folders can't
                os.fsync(handle)
        finally:
            os.close(handle)
