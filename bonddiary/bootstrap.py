"""The one composition root: builds every object from the ones it needs. Imports the heavy parts only when asked."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bonddiary.domain.errors import PassphraseNeeded
from bonddiary.system.clock import Clock, system_clock
from bonddiary.system.paths import CAME_FROM, Paths, find_paths

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary
    from bonddiary.keys.key import Key


class Opener(Protocol):
    """Opens the diary; with its key where it is locked. Raises DiaryError, PassphraseNeeded among them."""

    def __call__(self, clock: Clock, key: "Key | None" = None) -> "Diary": ...


def open_diary(paths: Paths, clock: Clock | None = None, key: "Key | None" = None) -> "Diary":
    """Opens the diary in these folders, making folders and file when they are missing. Raises DiaryError.

    PassphraseNeeded where it is locked and no key is given.
    """
    from bonddiary.diary.diary import Diary
    from bonddiary.keys.guard import Guard
    from bonddiary.store.database import Database, refuse_lost
    from bonddiary.store.leftovers import STALE, erase_leftovers

    paths.make()
    clock = clock or system_clock()
    if key is None and Guard(paths.diary, clock).locked:
        raise PassphraseNeeded.here()
    refuse_lost(paths.diary)
    database = Database(paths.diary, key=key)
    erase_leftovers(paths.diary, STALE)  # once it is open: nobody writes it anew just now
    if (paths.data / CAME_FROM).exists():
        from bonddiary.diary.moving import finish

        finish(paths, clock, key)
    return Diary(database, clock)


def refuse_lost(paths: Paths) -> None:
    """Refuses where a diary has gone and its copies are there. Raises DiaryLost."""
    from bonddiary.store.database import refuse_lost as refuse

    refuse(paths.diary)


def paths_for(data_dir: Path | None) -> Paths:
    """The user's folders, or all in one."""
    return find_paths(data_dir)


def run_window(paths: Paths) -> int:
    """Opens the window and runs until it is closed; the result is the exit code."""
    gc.disable()  # until the first paint: what a start makes is there to stay, and looking for garbage takes a twentieth
    from bonddiary.ui.app import run

    return run(paths, _opener(paths), system_clock())


def run_quick_add(paths: Paths) -> int:
    """Opens the small window, in the running program where there is one; the result is the exit code."""
    from bonddiary.ui.quick.app import run

    return run(paths, _opener(paths), system_clock())


def lock_window(paths: Paths) -> bool:
    """Asks the running program to lock its window; False where none runs."""
    from bonddiary.ui.quick.app import ask_to_lock

    return ask_to_lock(paths)


def _opener(paths: Paths) -> "Opener":
    def opener(clock: Clock, key: "Key | None" = None) -> "Diary":
        return open_diary(paths, clock, key)

    return opener
