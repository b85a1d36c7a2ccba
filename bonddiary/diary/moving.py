"""Moves a diary, closed, with its copies and choices to another folder: copied, compared, and then taken away where it was."""

import hashlib
import shutil
from pathlib import Path

from bonddiary.diary.copies import Backups
from bonddiary.diary.erasing_for_good import OUR_COPIES, ErasingForGood
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryDamaged, DiaryError
from bonddiary.keys.key import Key
from bonddiary.store.database import make_private_file
from bonddiary.system.clock import Clock
from bonddiary.system.files import atomic_write
from bonddiary.system.paths import MOVED, Paths, make_private

KEYS = "diary.keys*"


def move(paths: Paths, new: Paths, clock: Clock, key: Key | None = None) -> None:
    """The diary is in the new folders then, and what stands in the old one leads there.

    Raises DiaryError; then it is where it was, whole.
    """
    here, there = Backups(paths.diary, clock, key), Backups(new.diary, clock, key)
    if new.diary.exists() or there.all():
        raise DiaryError(f"There is a diary in {new.data} already. Nothing was moved.")
    newest = here.make(Why.ASKED)
    new.make()
    make_private(there.folder)
    try:
        for file in _unique(here.folder, OUR_COPIES):
            _copy(file, there.folder / file.name)
        for file in _unique(paths.data, (KEYS,)):
            _copy(file, new.data / file.name)
        if paths.settings.exists() and not new.settings.exists():
            _copy(paths.settings, new.settings)
        there.put_back(there.numbered(newest.number))
    except (DiaryError, OSError) as error:
        _forget(new, there)
        if isinstance(error, DiaryError):
            raise
        raise DiaryError(f"The diary can’t be moved ({error.strerror}). It is where it was.") from None
    words = f"Bond Diary: the diary that was here is now in this folder:\n{new.data}\n"
    atomic_write(paths.data / MOVED, [words.encode()], overwrite=True)
    ErasingForGood(paths, here).erase_everything(but=frozenset({MOVED}))


def _copy(file: Path, target: Path) -> None:
    make_private_file(target)
    shutil.copyfile(file, target)
    if _digest(file) != _digest(target):
        raise DiaryDamaged("A copy isn’t the same as what was copied. Check the disk. Nothing was moved.")


def _forget(new: Paths, there: Backups) -> None:
    """What was begun in the new folder; nothing of a family's was in it."""
    for file in (*_unique(there.folder, OUR_COPIES), *_unique(new.data, (KEYS,)), new.diary):
        file.unlink(missing_ok=True)


def _unique(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    return sorted({file for pattern in patterns for file in folder.glob(pattern) if file.is_file()})


def _digest(file: Path) -> bytes:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()
