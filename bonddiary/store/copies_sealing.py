"""The copies beside a diary follow it: locked when it is locked, plain when it is plain again."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bonddiary.domain.copies import Copy
from bonddiary.domain.errors import DiaryError
from bonddiary.keys.key import Key
from bonddiary.keys.plain import is_plain, is_sealed
from bonddiary.keys.slot_file import SlotFile
from bonddiary.store.copies import Copies
from bonddiary.store.sealing import LONG, change, erase, erase_unfinished

NAMES = ("diary*.db", "replaced-*.db")
"""Of diaries: a folder of the family's choice may hold other files."""
UNFINISHED = (".diary*.part", ".replaced-*.part")
LOOKED_INSIDE = ".look-*"
Told = Callable[[int, int], None]


def _quietly(done: int, of: int) -> None:
    """Nobody asked how far it is."""


def seal_all(copies: Copies, key: Key, now: datetime, tell: Told = _quietly) -> list[Path]:
    """Locks every plain copy, and every diary that was put aside. Returns those that stay plain: they aren't whole."""
    _sweep(copies.folder)
    left = _change_all(copies, None, key, now, tell)
    for copy in copies.all():
        if is_sealed(copies.path(copy)) and not copies.carries_keys(
            copy
        ):  # cut off before its facts were told
            with suppress(DiaryError):
                _tell(copies, copy, now)
    return left


def open_all(copies: Copies, key: Key, now: datetime, tell: Told = _quietly) -> list[Path]:
    """Makes every locked copy plain. Returns those that stay locked: they aren't whole, or have another passphrase."""
    return _change_all(copies, key, None, now, tell)


def forget_stale(diary: Path, folder: Path) -> None:
    """Ways in that a power cut left beside a diary that is plain again. Where something is locked still, they are kept.

    Those of the last hour stay: another program may be about to lock the diary.
    """
    file = SlotFile(diary)
    if not file.beside or file.age < LONG:
        return
    if any(is_sealed(path) for path in folder.glob("*.db")):
        file.set_aside()
    else:
        file.delete()


def plain_left(folder: Path) -> list[Path]:
    """Copies that can be read without a key."""
    return [path for path in _diaries(folder) if _is_plain(path)]


def _diaries(folder: Path) -> list[Path]:
    return sorted(path for name in NAMES for path in folder.glob(name)) if folder.is_dir() else []


def _change_all(
    copies: Copies, before: Key | None, after: Key | None, now: datetime, tell: Told
) -> list[Path]:
    known = {copies.path(copy): copy for copy in copies.all()}
    plain = plain_left(copies.folder)
    files = (
        plain if before is None else [path for path in sorted(copies.folder.glob("*.db")) if is_sealed(path)]
    )
    left = []
    for done, path in enumerate(files):
        tell(done, len(files))
        copy = known.get(path)
        try:
            if copy is not None and copies.is_changed(copy):
                raise DiaryError("A copy that isn’t whole stays as it is.")
            change(path, before, after)
        except DiaryError:
            left.append(path)
        else:
            if copy is not None:
                with suppress(DiaryError):  # the next time looks at it again
                    _tell(copies, copy, now)
    tell(len(files), len(files))
    return left


def _tell(copies: Copies, copy: Copy, now: datetime) -> None:
    """The facts beside a copy that was written anew."""
    copies.tell_anew(replace(copy, checked=now))


def _sweep(folder: Path) -> None:
    """What was cut off while the diary was plain."""
    if not folder.is_dir():
        return
    for pattern in UNFINISHED:
        erase_unfinished(folder, pattern)
    for inside in folder.glob(LOOKED_INSIDE):
        files = [path for path in inside.glob("*") if path.is_file()]
        if any(_is_plain(path) for path in files):
            for path in files:
                with suppress(OSError):
                    erase(path)
            shutil.rmtree(inside, ignore_errors=True)


def _is_plain(path: Path) -> bool:
    try:
        return path.is_file() and is_plain(path)
    except OSError:
        return False
