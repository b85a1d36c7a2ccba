"""A diary's file, or a copy of one, opened for reading alone."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.keys.key import Key
from bonddiary.store.database import BUSY_MS
from bonddiary.store.unlocking import give_key


@contextmanager
def opened(path: Path, key: Key | None = None) -> Iterator[sqlite.Connection]:
    """For reading alone: nothing is written into the file, nor a journal beside it."""
    with closing(
        sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    ) as connection:
        if key is not None:
            give_key(connection, key)
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        connection.execute("PRAGMA trusted_schema = 0")
        yield connection
