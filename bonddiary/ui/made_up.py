"""A made-up diary to look around in: a window and a program of its own, in a folder that is deleted when it closes."""

import logging
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths
from bonddiary.system.running import window_is_open
from bonddiary.system.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary

PREFIX = "bonddiary-made-up-"
HELD_BY = "held-by"
"""Says which program it belongs to, from before there is a diary in it: its window’s lock comes seconds later."""
LOOKS = ("theme", "text_size", "country")
"""What it takes over from the family's own choices."""


def run(family: Paths, open_diary: "Callable[[Paths, Clock], Diary]", clock: Clock) -> int:
    """Runs one until it is closed. Raises DiaryError, OSError."""
    from bonddiary.ui.app import run as run_window

    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    paths = Paths(folder, folder, folder, kept=False)
    (folder / HELD_BY).write_text(f"{os.getpid()}\n{sys.executable}\n", encoding="utf-8")
    try:
        _fill(paths, open_diary, clock)
        own = load_settings(family.settings)
        looks = {name: getattr(own, name) for name in LOOKS}
        save_settings(replace(Settings(first_run_done=True), **looks), paths.settings)
        return run_window(paths, lambda *_: open_diary(paths, clock), clock)
    finally:
        logging.shutdown()  # a log that is open can't be deleted everywhere
        shutil.rmtree(folder, ignore_errors=True)


def _fill(paths: Paths, open_diary: "Callable[[Paths, Clock], Diary]", clock: Clock) -> None:
    from bonddiary.diary.demo import demo_records

    diary = open_diary(paths, clock)
    try:
        diary.call_demo()  # first: entries without this mark would pass for a family's own
        diary.bring_in(demo_records(clock()), "demo")
    finally:
        diary.close()


def _sweep() -> None:
    """Takes away what is left of one that was killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if _is_ours(folder, stat.S_ISDIR) and _is_ours(folder / "diary.db", stat.S_ISREG):
            holders = [file for file in (folder / HELD_BY, folder / "window.lock") if os.path.lexists(file)]
            if not any(not _is_ours(file, stat.S_ISREG) or window_is_open(file) for file in holders):
                shutil.rmtree(folder, ignore_errors=True)


def _is_ours(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Anybody may put something of this name where temporary files are, and a link may lead anywhere."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return is_kind(found.st_mode) and (os.name != "posix" or found.st_uid == os.getuid())
