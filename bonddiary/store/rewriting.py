"""Rewrites files beside a diary without what is to be erased: the copies, and those that something else took the place of."""

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.erasing import ToErase
from bonddiary.domain.errors import DiaryDamaged, DiaryError
from bonddiary.keys.key import Key
from bonddiary.store.database import make_private_file, version
from bonddiary.store.faults import as_diary_error
from bonddiary.store.looking import look_at
from bonddiary.store.taking_out import Ids, ids_of, open_to_erase, pack, take_out
from bonddiary.store.unlocking import key_for

JOURNAL = "-journal"
NOT_THE_SAME = "A copy could not be written whole. It is as it was. Check the disk, then try again."
NAMES = ("diary-*.db", "replaced-*.db")
UNFINISHED = (".*.part", ".*.part-journal", ".look-*")
"""What a copying, or a looking inside, that was cut off may have left."""


def files_beside(folder: Path) -> list[Path]:
    """Every diary in a folder of copies: made by asking or by themselves, before an upgrade, or put aside."""
    return sorted(file for pattern in NAMES for file in folder.glob(pattern)) if folder.is_dir() else []


def rewrite(file: Path, what: ToErase, known: Ids, key: Key | None = None) -> None:
    """Takes what is to go out of a copy of the file, compares, and puts it in the file's place.

    Raises DiaryError; the file is as it was then. DiaryDamaged: it can't be read.
    """
    part = file.with_name(f".{file.name}.part")
    journal, its = file.with_name(file.name + JOURNAL), part.with_name(part.name + JOURNAL)
    try:
        key = key_for(file, key)
        _copied(file, part)
        if journal.exists():
            _copied(journal, its)  # SQLite takes it back into the part first
        _refuse_unreadable(part, key)
        with as_diary_error(file):
            _without(part, what, known, key)
        part.replace(file)
        journal.unlink(missing_ok=True)
    except sqlite.DatabaseError as error:
        raise DiaryError(f"The copy {file.name} can’t be written anew ({error}). It is as it was.") from None
    except OSError as error:
        raise DiaryError(
            f"The copy {file.name} can’t be written ({error.strerror or 'no reason given'}). It is as it was."
        ) from None
    finally:
        for left in (part, its):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def remove(file: Path) -> None:
    """Deletes a copy with all that goes with it. Raises DiaryError."""
    for each in (file, file.with_name(file.name + JOURNAL), file.with_suffix(".json")):
        try:
            each.unlink(missing_ok=True)
        except OSError as error:
            raise DiaryError(
                f"{each.name} can’t be deleted ({error.strerror or 'no reason given'})."
            ) from None


def sweep(folder: Path) -> None:
    """Deletes what was cut off before its end."""
    for left in [each for pattern in UNFINISHED for each in folder.glob(pattern)]:
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            with suppress(OSError):
                left.unlink()


def _copied(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    make_private_file(target)
    shutil.copyfile(source, target)


def _refuse_unreadable(part: Path, key: Key | None) -> None:
    try:
        with open_to_erase(part, key) as connection:  # for writing: what a journal holds is taken back
            whole = version(connection) is not None
        whole = whole and not look_at(part, key)
    except (DiaryDamaged, sqlite.DatabaseError):
        whole = False
    if not whole:
        raise DiaryDamaged("A copy can’t be read.")


def _without(part: Path, what: ToErase, known: Ids, key: Key | None) -> None:
    with open_to_erase(part, key) as connection:
        take_out(connection, what, ids_of(connection, what, known), note=False)
        told = _digests(connection)
        pack(connection)
    if look_at(part, key):
        raise DiaryError(NOT_THE_SAME)
    with open_to_erase(part, key) as connection:
        if _digests(connection) != told:
            raise DiaryError(NOT_THE_SAME)


def _digests(connection: sqlite.Connection) -> dict[str, str]:
    """Of every table's rows."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    found = {}
    for (name,) in tables:
        digest = hashlib.sha256()
        for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  # the file's own names
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
        found[str(name)] = digest.hexdigest()
    return found
