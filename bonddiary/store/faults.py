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
    NoSuchDiary,
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
    (
        "no such table",
        NoSuchDiary,
        "{path} isn’t the diary that was open. It was left as it is. Close Bond Diary, then open it again.",
    ),
    ("not a database", DiaryDamaged, "{path} can’t be read as a diary. It was left as it is. Open a backup."),
)


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
    except (UnicodeEncodeError, OverflowError):  # half of a letter pair; a number no file format would hold
        raise InvalidEntry(
            "An entry holds a letter or number that can’t be saved. Change it, then try again."
        ) from None
