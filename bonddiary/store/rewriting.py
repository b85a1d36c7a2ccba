"""Rewrites files beside a diary without what is to be erased: the copies, and those that something else took the place of."""

import hashlib
import json
import shutil
from contextlib import suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.erasing import ToErase
from bonddiary.domain.errors import DiaryDamaged, DiaryError
from bonddiary.keys.key import Key
from bonddiary.keys.plain import is_plain
from bonddiary.keys.slot_file import IN_FACTS, from_json
from bonddiary.store.database import make_private_file, version
from bonddiary.store.faults import as_diary_error
from bonddiary.store.looking import look_at
from bonddiary.store.reading_only import opened
from bonddiary.store.taking_out import Ids, ids_of, open_to_erase, pack, take_out
from bonddiary.store.unlocking import key_for
from bonddiary.system.files import atomic_write

JOURNAL = "-journal"
NOT_THE_SAME = "A copy could not be written whole. It is as it was. Check the disk, then try again."
NAMES = ("diary-*.db", "replaced-*.db")
UNFINISHED = (".*.part", ".*.part-journal", ".look-*")
"""What a copying, or a looking inside, that was cut off may have left."""
CHANCE = 200
"""Different bytes in the first 4,096 from which on they look like chance, as a locked file's do (nearly always 256)."""


class Unreadable(DiaryDamaged):
    """What is in a copy can't be told by anybody."""


class OtherPassphrase(DiaryError):
    """A copy is locked with another key, or seems to be: it may be whole."""


def files_beside(folder: Path) -> list[Path]:
    """Every diary in a folder of copies: made by asking or by themselves, before an upgrade, or put aside."""
    return sorted(file for pattern in NAMES for file in folder.glob(pattern)) if folder.is_dir() else []


def put_aside_beside(diary: Path) -> list[Path]:
    """Diaries that something took the place of, where the folder of copies is on another disk."""
    return sorted({file for place in (diary, diary.resolve()) for file in place.parent.glob(NAMES[1])})


def rewrite(file: Path, what: ToErase, known: Ids, key: Key | None = None, *, whole: bool = False) -> None:
    """Takes what is to go out of a copy of the file, compares, and puts it in the file's place.

    `whole`: the copy is known to be whole, and `tell_done` is to follow. Raises DiaryError; the file is as it was then.
    """
    told, file = file, file.resolve()
    part = file.with_name(f".{file.name}.part")
    journal, its = file.with_name(file.name + JOURNAL), part.with_name(part.name + JOURNAL)
    try:
        _copied(file, part)
        if journal.exists():
            _copied(journal, its)  # SQLite takes it back into the part first
        its_key = key_for(part, key)
        _refuse_unreadable(part, its_key, told, key)
        with as_diary_error(file):
            _without(part, what, known, its_key)
        if whole:
            atomic_write(_next_of(told), [_sha256(part).encode()], overwrite=True)
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


def is_for_another_key(file: Path, key: Key | None) -> bool:
    """Whether a copy seems to be locked with another key: told before anything is erased."""
    try:
        if not _another_key(file, file, key):
            return False
        with as_diary_error(file), opened(file, key) as connection:
            return version(connection) is None
    except (DiaryError, OSError, sqlite.DatabaseError):
        return True


def was_rewritten(file: Path) -> bool:
    """Whether a copy that was whole was rewritten, and a cut came before its facts told so."""
    try:
        return _next_of(file).read_text(encoding="utf-8") == _sha256(file)
    except (OSError, ValueError):
        return False


def tell_done(file: Path) -> None:
    """Its facts tell what it holds now."""
    with suppress(OSError):
        _next_of(file).unlink(missing_ok=True)


def remove(file: Path) -> None:
    """Deletes a copy with all that goes with it. Raises DiaryError."""
    real = file.resolve()
    for each in (
        real, real.with_name(real.name + JOURNAL), file, file.with_suffix(".json"), _next_of(file)
    ):  # fmt: skip
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
    for left in folder.glob(".*.next"):
        if not (folder / left.name.strip(".").removesuffix(".next")).exists():
            left.unlink(missing_ok=True)


def _copied(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    make_private_file(target)
    shutil.copyfile(source, target)


def _next_of(file: Path) -> Path:
    """Holds the SHA-256 of what takes a copy's place, until its facts do."""
    return file.with_name(f".{file.name}.next")


def _refuse_unreadable(part: Path, its_key: Key | None, file: Path, key: Key | None) -> None:
    """Raises Unreadable for what isn't a diary, or is damaged. What keeps it from being read just now passes through."""
    try:
        with as_diary_error(file):
            with open_to_erase(
                part, its_key
            ) as connection:  # for writing: what a journal holds is taken back
                whole = version(connection) is not None
            whole = whole and not look_at(part, its_key)
    except DiaryDamaged:
        whole = False
    if not whole and _another_key(part, file, key):
        raise OtherPassphrase("A copy is locked with another passphrase.")
    if not whole:
        raise Unreadable("A copy can’t be read.")


def _another_key(part: Path, file: Path, key: Key | None) -> bool:
    """Its facts tell whose lock it has. Without them: whether it looks locked, for then nobody can tell."""
    if is_plain(part):
        return False
    with suppress(OSError, ValueError, TypeError, KeyError, DiaryError):
        slots = from_json(json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))[IN_FACTS])
        return key is None or slots.diary_id != key.diary_id
    with part.open("rb") as stream:
        return len(set(stream.read(4096))) >= CHANCE


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


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
