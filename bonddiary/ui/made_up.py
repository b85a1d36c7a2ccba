"""A made-up diary to look around in: a window and a program of its own, in a folder that is deleted when it closes."""

import logging
import shutil
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
LOOKS = ("theme", "text_size", "country")
"""What it takes over from the family's own choices."""


def run(family: Paths, open_diary: "Callable[[Paths, Clock], Diary]", clock: Clock) -> int:
    """Runs one until it is closed. Raises DiaryError, OSError."""
    from bonddiary.ui.app import run as run_window

    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    paths = Paths(folder, folder, folder, kept=False)
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
        if (folder / "diary.db").exists() and not window_is_open(folder / "window.lock"):
            shutil.rmtree(folder, ignore_errors=True)
