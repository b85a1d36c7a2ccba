"""Holds a diary's file while it is moved elsewhere, so that no other program saves anything that would be lost."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.keys.key import Key
from bonddiary.store.faults import as_diary_error
from bonddiary.store.taking_out import open_to_erase


@contextmanager
def nobody_writes(diary: Path, key: Key | None) -> Iterator[sqlite.Connection]:
    """Until the block is left, the diary can be read, and no other program can save anything in it. Raises DiaryError."""
    with as_diary_error(diary), open_to_erase(diary, key) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        finally:
            with suppress(sqlite.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")


def refuse_late_writers(connection: sqlite.Connection) -> None:
    """What is written from now on fails: no step has a place any more. A program that waited for the file would write
    into one that is deleted, and say "Saved". Undo's steps go by it; the file has been moved whole already.
    """
    with suppress(sqlite.Error):
        connection.execute("DROP TABLE IF EXISTS history")
        connection.execute("COMMIT")
