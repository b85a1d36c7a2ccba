"""What every file dialog here keeps to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

_REMEMBERED = (
    "history",
    "lastVisited",
    "shortcuts",
    "sidebarWidth",
    "treeViewHeader",
    "viewMode",
    "qtVersion",
)


@contextmanager
def nothing_remembered() -> Iterator[None]:
    """Keeps Qt's own file dialog from writing down which folders a family opened."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    names = [f"FileDialog/{name}" for name in _REMEMBERED]
    before = {name: kept.value(name) for name in names if kept.contains(name)}
    file = Path(kept.fileName())
    there = file.exists()
    try:
        yield
    finally:
        after = QSettings(QSettings.Scope.UserScope, "QtProject")
        for name in names:
            if name in before:
                after.setValue(name, before[name])
            else:
                after.remove(name)
        after.sync()
        if not there and os.name == "posix" and not after.allKeys():
            del after
            file.unlink(missing_ok=True)  # not even an empty one stays


def documents() -> Path:
    """Where a family keeps its papers."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
