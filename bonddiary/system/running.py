"""Whether the window has the diary open: asked by commands that need the file for themselves."""

import os
from pathlib import Path


def window_is_open(lock: Path) -> bool:
    """Whether the program that wrote this lock file (QLockFile's: its first line is a process number) still runs."""
    try:
        first = lock.read_text(encoding="utf-8", errors="replace").partition("\n")[0]
        number = int(first)
    except (OSError, ValueError):
        return False
    if (
        os.name != "posix"
    ):  # asking after a process by a signal would end it there; the file goes with the window
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True
