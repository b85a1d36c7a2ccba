"""SQLite's complaints as errors with words for people."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

from bonddiary.domain.errors import (
    DiaryDamaged,
    DiaryError,
    DiaryLocked,
    DiaryReadOnly,
    DiskFault,
    DiskFull,
    InvalidEntry,
)

_CAUSES: tuple[tuple[str, type[DiaryError], str], ...] = (
    ("locked", DiaryLocked, "{path} is in use by another program. Close that one, then try again."),
    (
        "readonly",
        DiaryReadOnly,
        "{path} can’t be written. Change who may write there, or use another --data-dir.",
    ),
    (
        "read-only",
        DiaryReadOnly,
        "{path} can’t be written. Change who may write there, or use another --data-dir.",
    ),
    (
        "unable to open",
        DiaryReadOnly,
        "{path} can’t be opened for writing. Look at who may write in its folder.",
    ),
    ("disk is full", DiskFull, "The disk is full, so this isn’t saved. Free some space, then try again."),
    (
        "disk i/o",
        DiskFault,
        "The disk reported an error, so this isn’t saved. Check the disk, then try again.",
    ),
    (
        "malformed",
        DiaryDamaged,
        "{path} is damaged. It was left as it is. Keep a copy of it and open a backup.",
    ),
    *(
        (
            sign,
            DiaryDamaged,
            "{path} is damaged: its tables aren’t as they were. It was left as it is. Open a backup.",
        )
        for sign in ("no such column", "no such table", "already exists", "duplicate column")
    ),
    *(
        (sign, DiaryDamaged, "{path} holds what can’t be read. It was left as it is. Open a backup.")
        for sign in ("could not decode", "unsupported file format", "string or blob too big")
    ),
    ("not a database", DiaryDamaged, "{path} can’t be read as a diary. It was left as it is. Open a backup."),
)


DAMAGED = (ArithmeticError, LookupError, TypeError, ValueError, InvalidEntry)
"""What reading a row runs into that holds what no program wrote."""
UNREADABLE = "A part of the diary can’t be read any more. It was left as it is. Open a backup."


@contextmanager
def as_damage() -> Iterator[None]:
    """Turns what reading such a row runs into to DiaryDamaged."""
    try:
        yield
    except DAMAGED:
        raise DiaryDamaged(UNREADABLE) from None


@contextmanager
def as_diary_error(path: Path) -> Iterator[None]:
    """Turns the driver's known errors into DiaryError; others pass through."""
    try:
        yield
    except (DBAPIError, sqlite.DatabaseError) as error:
        complaint = str(getattr(error, "orig", None) or error).lower()
        for sign, kind, words in _CAUSES:
            if sign in complaint:
                raise kind(words.format(path=path)) from None
        raise
    except MemoryError:  # also what SQLCipher makes of a page that the disk wouldn't give
        raise DiskFault(
            "The disk reported an error, or memory ran out, so this isn’t saved. Check the disk, then try again."
        ) from None
    except UnicodeDecodeError:
        raise DiaryDamaged(UNREADABLE) from None
    except (UnicodeEncodeError, OverflowError):  # half of a letter pair; a number no file format would hold
        raise InvalidEntry(
            "An entry holds a letter or number that can’t be saved. Change it, then try again."
        ) from None
