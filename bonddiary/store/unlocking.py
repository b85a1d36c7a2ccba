"""Gives a connection the key of a locked diary, before anything else is asked of it."""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.errors import DiaryError
from bonddiary.keys.key import Key
from bonddiary.keys.plain import is_plain


def give_key(connection: sqlite.Connection, key: Key) -> None:
    """Raises PassphraseNeeded where the key was forgotten. Whether it is the right one shows at the first reading.

    The key stands in no message: SQLCipher's own log is switched off first, and what SQLite says here isn't passed on.
    """
    held = key.read()
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{held.hex()}'\"")  # the key itself: SQLCipher derives nothing
        can_lock = connection.execute("PRAGMA cipher_version").fetchone() is not None
    except sqlite.Error:
        can_lock = False
    if not can_lock:  # the library would write plain pages, and say nothing
        raise DiaryError(
            "The database library on this computer can’t open locked diaries. Install Bond Diary anew."
        )


def key_for(file: Path, key: Key | None) -> Key | None:
    """The key where a file needs one. Not for the diary that is open: looking at it would drop SQLite's locks."""
    try:
        return None if key is None or is_plain(file) else key
    except OSError:
        return key  # opening says what is wrong
