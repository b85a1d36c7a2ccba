"""Moves a diary, closed, with its copies and choices to another folder: copied, compared, and then taken away where it was.

Nobody can write to it meanwhile. From the pointer on that stands in the old folder, the new one holds the diary: what is
left in the old one after a power cut is never opened again, and goes at the next start, wherever that is. One that was
cut off before the pointer goes on when it is asked for again, where what it has copied still is the same.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from glob import escape
from pathlib import Path

from bonddiary.diary.copies import Backups
from bonddiary.diary.erasing_for_good import OUR_COPIES, ErasingForGood
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryDamaged, DiaryError, DiaryLocked
from bonddiary.keys.key import Key
from bonddiary.store.database import make_private_file
from bonddiary.store.holding import nobody_writes, refuse_late_writers
from bonddiary.store.looking import facts_of
from bonddiary.store.sealing import sync_folder
from bonddiary.system.clock import Clock
from bonddiary.system.files import atomic_write
from bonddiary.system.one_at_a_time import lock_of
from bonddiary.system.paths import CAME_FROM, MOVED, TO_GO, Paths, left_by_a_move, make_private, moved_to
from bonddiary.system.running import window_is_open

KEYS = "diary.keys*"
ASIDE = ("replaced-*Z*.db", "replaced-*Z*.db-*")
"""Diaries that were put aside, where the folder of copies is on another disk."""
FULL_OF_OURS = ("diary.db", "diary.db-*", ".diary.db.*", KEYS, *ASIDE)
SQLITES = ("-journal", "-wal", "-shm")
NOT_MOVED = "Nothing was moved."
TAKEN = (
    "There is a diary in {folder} already, or a part of one, and it isn’t the same as yours. "
    f"Put it somewhere else first, then try again. {NOT_MOVED}"
)
IN_USE = f"Another window of Bond Diary uses what is in {{folder}}. Close it, then try again. {NOT_MOVED}"


def move(paths: Paths, new: Paths, clock: Clock, key: Key | None = None) -> None:
    """The diary is in the new folders then, and what stands in the old one leads there.

    Raises DiaryError; then it is where it was, whole.
    """
    here, there = Backups(paths.diary, clock, key), Backups(new.diary, clock, key)
    with lock_of(paths.diary), lock_of(new.diary):
        if left_by_a_move(paths.data) == new.data:
            _take_away(paths, new, here)
            return
        begun = new.diary.is_file()  # by a move that was cut off, perhaps
        if not begun and _ours_in(new, there):
            raise DiaryError(TAKEN.format(folder=new.data))
        written: list[Path] = []
        with ExitStack() as held:
            connection = held.enter_context(nobody_writes(paths.diary, key))
            if begun:
                held.enter_context(_the_same_there(paths, new, here, there))
            try:
                _copy_all(paths, new, here, there, written, begun=begun)
                if facts_of(new.diary, key) != facts_of(paths.diary, key):
                    raise DiaryDamaged(f"The diary there isn’t the same as the one here. {NOT_MOVED}")
                _note(paths, new)
                _point(paths, new, TO_GO)
            except (DiaryError, OSError) as error:
                if not begun:
                    written += [new.diary, new.diary.with_name(f".{new.diary.name}.new")]
                _forget([*written, new.data / CAME_FROM])
                if isinstance(error, DiaryError):
                    raise
                raise DiaryError(
                    f"The diary can’t be moved ({error.strerror or 'no reason given'}). It is where it was."
                ) from None
            refuse_late_writers(connection)
            if os.name != "nt":
                _take_away(paths, new, here)
        if paths.diary.exists():  # on Windows no open file can be deleted
            _take_away(paths, new, here)


def finish(paths: Paths, clock: Clock, key: Key | None = None) -> None:
    """Takes away what a move to here that was cut off left in the old folders. The diary here is open: it is whole.

    Nothing goes unless the old folder itself says that the diary is here now, and no window is open there.
    """
    try:
        folders = (paths.data / CAME_FROM).read_text(encoding="utf-8").splitlines()
        data, config, state = map(Path, folders)
        old = Paths(data, config, state)
    except (OSError, ValueError):
        return
    if left_by_a_move(old.data) == paths.data:
        if window_is_open(old.lock):
            return
        with lock_of(old.diary), lock_of(paths.diary):
            _take_away(old, paths, Backups(old.diary, clock, key))
    elif moved_to(old.data) == paths.data:
        (paths.data / CAME_FROM).unlink(missing_ok=True)


def _note(paths: Paths, new: Paths) -> None:
    folders = "\n".join(map(str, (paths.data, paths.config, paths.state)))
    atomic_write(new.data / CAME_FROM, [folders.encode()], overwrite=True)


@contextmanager
def _the_same_there(paths: Paths, new: Paths, here: Backups, there: Backups) -> Iterator[None]:
    """A diary stands there: until the block is left it is the same as the one here, with no copy or key of another.

    Raises DiaryError for any other. It is read alone before it is held: nothing changes in what may be somebody else's.
    """
    if window_is_open(new.lock):
        raise DiaryError(IN_USE.format(folder=new.data))
    targets = _targets(paths, new, here, there)
    with ExitStack() as held:
        try:
            same = (
                not new.diary.samefile(paths.diary)
                and _ours_in(new, there) <= {new.diary, *targets.values()}
                and all(
                    _digest(file) == _digest(target)
                    for file, target in targets.items()
                    if target.exists() and not _tells_of_a_copy(target, there)
                )
                and facts_of(new.diary, here.key) == facts_of(paths.diary, here.key)
            )
            if same:
                held.enter_context(nobody_writes(new.diary, here.key))
        except DiaryLocked:
            raise DiaryError(IN_USE.format(folder=new.data)) from None
        except (DiaryError, OSError):
            same = False
        if not same:
            raise DiaryError(TAKEN.format(folder=new.data))
        yield


def _ours_in(new: Paths, there: Backups) -> set[Path]:
    """What of a diary is in a folder, but for what SQLite leaves beside one."""
    found = {*_unique(new.data, FULL_OF_OURS), *_unique(there.folder, OUR_COPIES)}
    return {file for file in found if not file.name.endswith(SQLITES)}


def _targets(paths: Paths, new: Paths, here: Backups, there: Backups) -> dict[Path, Path]:
    """Where each file beside the diary goes."""
    copies = {file: there.folder / file.name for file in _unique(here.folder, OUR_COPIES)}
    beside = [*_unique(paths.data, (KEYS,)), *_beside(paths.diary)]
    return copies | {file: new.data / file.name for file in beside}


def _tells_of_a_copy(file: Path, there: Backups) -> bool:
    return file.parent == there.folder and file.suffix == ".json"


def _copy_all(
    paths: Paths, new: Paths, here: Backups, there: Backups, written: list[Path], *, begun: bool
) -> None:
    newest = None if begun else here.make(Why.ASKED)
    new.make()
    make_private(there.folder)
    for file, target in _targets(paths, new, here, there).items():
        if not target.exists():
            _copy(file, target, written)
        elif _tells_of_a_copy(target, there):  # when it was last looked at is newer here
            atomic_write(target, [file.read_bytes()], overwrite=True)
    choices = new.config / ".bonddiary-choices.part"
    if paths.settings.exists():
        _copy(paths.settings, choices, written)
    if newest is not None:
        there.put_back(there.numbered(newest.number))
    if choices.exists():  # the family's own; where there was no diary, nobody made any that matter
        choices.replace(new.settings)
    for folder in {there.folder, new.data, new.config}:
        sync_folder(folder)


def _beside(diary: Path) -> list[Path]:
    """What else is taken away where the diary was: put aside, or copied there by hand."""
    real = diary.resolve()
    by_hand = {file for name in {diary, real} for file in _unique(name.parent, (f"{escape(name.name)}-*",))}
    aside = {file for name in {diary, real} for file in _unique(name.parent, ASIDE)}
    return sorted(aside | {file for file in by_hand if not file.name.endswith(SQLITES)})


def _take_away(paths: Paths, new: Paths, here: Backups) -> None:
    with suppress(
        DiaryError
    ):  # what can't be deleted now: the pointer goes on to say so, and the move is done
        ErasingForGood(paths, here).erase_everything(but=frozenset({MOVED}))
        _point(paths, new, "")
        with suppress(OSError):
            (new.data / CAME_FROM).unlink(missing_ok=True)


def _point(paths: Paths, new: Paths, to_go: str) -> None:
    words = f"Bond Diary: the diary that was here is now in this folder:\n{to_go}{new.data}\n"
    atomic_write(paths.data / MOVED, [words.encode()], overwrite=True)


def _copy(file: Path, target: Path, written: list[Path]) -> None:
    written.append(target)
    make_private_file(target)
    shutil.copyfile(file, target)
    with target.open("rb") as copied:
        os.fsync(copied.fileno())
    if _digest(file) != _digest(target):
        raise DiaryDamaged(f"A copy isn’t the same as what was copied. Check the disk. {NOT_MOVED}")


def _forget(written: list[Path]) -> None:
    """What was begun in the new folder; what was there before stays."""
    for file in written:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _unique(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    return sorted({file for pattern in patterns for file in folder.glob(pattern) if os.path.lexists(file)})


def _digest(file: Path) -> bytes:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()
