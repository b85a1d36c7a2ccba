"""Holds a diary's file while it is moved elsewhere, so that no other program saves anything that would be lost."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.errors import DiaryError, DiaryExchanged, DiaryLocked, PassphraseNeeded
from bonddiary.keys.key import Key
from bonddiary.store.database import BUSY_MS
from bonddiary.store.faults import as_diary_error
from bonddiary.store.reading_only import opened
from bonddiary.store.standing import Standing
from bonddiary.store.taking_out import open_to_erase
from bonddiary.store.unlocking import give_key


@contextmanager
def nobody_writes(diary: Path, key: Key | None) -> Iterator[sqlite.Connection]:
    """Until the block is left, the diary can be read, and no other program can save anything in it. Raises DiaryError."""
    standing = Standing(diary)
    with as_diary_error(diary), open_to_erase(diary, key) as connection:
        connection.execute("BEGIN IMMEDIATE")
        standing.refuse_exchanged()
        try:
            yield connection
        finally:
            with suppress(sqlite.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")


@contextmanager
def nobody_else_writes(diary: Path, key: Key | None) -> Iterator[bool]:
    """The same while another file takes the diary's place, whatever state it is in. False where that isn't sure: SQLite
    can't read it as it is, so it is to be kept. Raises DiaryLocked where another program goes on writing.
    """
    with ExitStack() as held:
        yield (
            os.name == "nt" or not diary.exists() or _holds(held, diary, key)
        )  # there no open file is exchanged


def _holds(held: ExitStack, diary: Path, key: Key | None) -> bool:
    try:
        with opened(diary, key) as reading:  # a journal that a crash left stays as it is: this fails then
            reading.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        held.enter_context(_held(diary, key))
    except (DiaryLocked, DiaryExchanged, PassphraseNeeded):
        raise
    except (DiaryError, sqlite.Error):
        return False
    return True


@contextmanager
def _held(diary: Path, key: Key | None) -> Iterator[None]:
    """With no setting of the file's changed: it may be damaged, and is to be kept as it is."""
    standing = Standing(diary)
    there = f"{diary.resolve().as_uri()}?mode=rw"
    with as_diary_error(diary), closing(sqlite.connect(there, uri=True, isolation_level=None)) as connection:
        if key is not None:
            give_key(connection, key)
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        connection.execute("BEGIN IMMEDIATE")
        standing.refuse_exchanged()
        yield


def refuse_late_writers(connection: sqlite.Connection) -> None:
    """What is written from now on fails: no step has a place any more. A program that waited for the file would write
    into one that is deleted, and say "Saved". Undo's steps go by it; the file has been moved whole already.
    """
    with suppress(sqlite.Error):
        connection.execute("DROP TABLE IF EXISTS history")
        connection.execute("COMMIT")
