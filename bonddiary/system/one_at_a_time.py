"""One thing at a time is done with a diary's files as a whole: copied, locked, erased from, moved, put back."""

import threading
from pathlib import Path

_LOCKS: dict[Path, "threading.RLock"] = {}
_OF_ALL = threading.Lock()


def lock_of(diary: Path) -> threading.RLock:
    """The lock of a diary, whatever path leads to it, in this program. Other programs are kept out by SQLite's own."""
    with _OF_ALL:
        return _LOCKS.setdefault(diary.resolve(), threading.RLock())
