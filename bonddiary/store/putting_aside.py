"""Another file takes the diary's place, and the one that was there is kept under another name.

Links stay as they are: it is done to the file that they lead to. Where a family has linked a folder to another disk, what
can't be renamed across stays on its own.
"""

import errno
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bonddiary.domain.errors import DiaryError, DiaryReadOnly
from bonddiary.store.database import make_private_file
from bonddiary.store.sealing import sync_folder
from bonddiary.system.paths import make_private

CHUNK = 1 << 20
JOURNAL = "-journal"


def replace_diary(diary: Path, fresh: Path, folder: Path, now: datetime) -> Path | None:
    """Makes a whole file the diary. The one that was there is kept in the folder under the name returned.

    Raises DiaryError; then the diary is as it was, and the new file is gone.
    """
    aside, diary = None, diary.resolve()
    try:
        aside = _put_aside(diary, folder, now, stays=True)
        _into_place(fresh, diary)
    except (DiaryError, OSError) as error:
        if aside is not None:
            _take_back(aside, diary)
        fresh.unlink(missing_ok=True)
        if isinstance(error, DiaryError):
            raise
        raise _cant_put_back(error) from None
    sync_folder(diary.parent)
    return aside


def put_aside(diary: Path, folder: Path, now: datetime) -> Path | None:
    """The diary's file and its journal get another name, together. None where there is no file. Raises DiaryReadOnly."""
    return _put_aside(diary.resolve(), folder, now, stays=False)


def _put_aside(diary: Path, folder: Path, now: datetime, *, stays: bool) -> Path | None:
    """`stays`: it keeps its own name too, where it can, until another file takes it: in between nobody begins a new
    diary there, and loses it.
    """
    try:
        return _move_aside(diary, folder, f"replaced-{now:%Y%m%dT%H%M%SZ}", stays)
    except OSError as error:
        raise DiaryReadOnly(
            f"The diary’s file can’t be put aside ({error.strerror or 'no reason given'}). It is as it was."
        ) from None


def copy_bytes(source: Path, target: Path) -> None:
    """Copies a file, on the disk when this returns. Raises DiaryError; there is no target then."""
    try:
        with source.open("rb") as there, target.open("wb") as here:
            while chunk := there.read(CHUNK):
                here.write(chunk)
            here.flush()
            os.fsync(here.fileno())
    except OSError as error:
        target.unlink(missing_ok=True)
        raise _cant_put_back(error) from None


def _move_aside(diary: Path, folder: Path, stem: str, stays: bool) -> Path | None:
    journal = diary.with_name(diary.name + JOURNAL)
    was_there = diary.exists()
    if was_there or journal.exists():
        make_private(folder)
    kept = _free_name(folder, stem)
    if was_there:  # first: a power cut here leaves a journal beside nothing, which harms nothing
        kept = _renamed(diary, kept, stays and not _is_full(journal))
    try:
        if _is_full(journal):
            _renamed(journal, kept.with_name(kept.name + JOURNAL))
        else:
            journal.unlink(missing_ok=True)  # between two transactions it is there, and empty
    except OSError:
        if was_there:
            _back(kept, diary)
        raise
    return kept if was_there else None


def _take_back(aside: Path, diary: Path) -> None:
    """What was put aside is the diary again, with its journal."""
    _back(aside, diary)
    journal = aside.with_name(aside.name + JOURNAL)
    if journal.exists():
        journal.replace(diary.with_name(diary.name + JOURNAL))


def _back(aside: Path, diary: Path) -> None:
    if diary.exists() and diary.samefile(aside):
        aside.unlink()  # it kept its own name; a rename would leave both
    else:
        aside.replace(diary)


def _is_full(journal: Path) -> bool:
    return journal.exists() and journal.stat().st_size > 0


def _into_place(fresh: Path, diary: Path) -> None:
    """Raises OSError, DiaryError."""
    try:
        fresh.replace(diary)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        near = diary.with_name(f".{diary.name}.new")  # the diary is linked to from another disk
        near.unlink(missing_ok=True)
        make_private_file(near)
        copy_bytes(fresh, near)
        near.replace(diary)
        fresh.unlink()


def _renamed(file: Path, wanted: Path, stays: bool = False) -> Path:
    """Its new place: beside it, where the folder wanted is on another disk. `stays`: it keeps its name too, if it can."""
    if stays:
        with suppress(OSError):  # a memory stick knows no second names
            os.link(file, wanted)
            return wanted
    try:
        return file.replace(wanted)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
    if wanted.name.endswith(JOURNAL):
        return file.replace(file.with_name(wanted.name))
    return file.replace(_free_name(file.parent, wanted.stem))


def _free_name(folder: Path, stem: str) -> Path:
    kept, number = folder / f"{stem}.db", 1
    while kept.exists():
        number += 1
        kept = folder / f"{stem}-{number}.db"
    return kept


def _cant_put_back(error: OSError) -> DiaryError:
    reason = error.strerror or "no reason given"
    return DiaryError(f"The copy can’t be put back ({reason}). The diary is as it was.")
