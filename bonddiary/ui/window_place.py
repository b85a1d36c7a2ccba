"""Where the window was and how large, for each set of screens: it comes back there, and never out of sight."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from bonddiary.domain.errors import DiaryError
from bonddiary.system.files import atomic_write

MOST = 8
"""Sets of screens that are remembered."""
TITLE = 32
"""About the height of a window's title, which stands above it."""
NUMBERS = ("x", "y", "width", "height")


class WindowPlace(QObject):
    """Of one window. The file holds numbers alone."""

    def __init__(self, window: QMainWindow, file: Path) -> None:
        super().__init__(window)
        self._window, self._file = window, file
        self._known = _read(file)

    def restore(self) -> None:
        """Before the window is shown. Without a place for these screens it has the size it had last."""
        known = self._known.get(screens_now())
        newest = known or next(reversed(self._known.values()), None)
        if newest is None:
            return
        window, screens = self._window, [each.availableGeometry() for each in QGuiApplication.screens()]
        wanted = QRect(*(newest[name] for name in NUMBERS))
        if known is None:
            wanted.moveCenter(screens[0].center())
        found = placed(wanted, screens)
        window.resize(found.size())
        window.move(found.topLeft())
        if newest["maximized"]:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def remember(self) -> None:
        """When the program ends."""
        window = self._window
        large = window.isMaximized() or window.isFullScreen()
        usual = window.normalGeometry() if large else QRect(window.pos(), window.size())
        if not usual.isValid():
            return
        here = screens_now()
        self._known.pop(here, None)
        self._known[here] = {
            "x": usual.x(),
            "y": usual.y(),
            "width": usual.width(),
            "height": usual.height(),
            "maximized": large,
        }
        newest = dict(list(self._known.items())[-MOST:])
        with suppress(DiaryError):  # it opens elsewhere next time
            atomic_write(self._file, [json.dumps(newest, indent=1).encode()], overwrite=True)


def screens_now() -> str:
    """The screens there are, as "1920x1080+0+0 1280x800+1920+0"."""
    rects = [each.geometry() for each in QGuiApplication.screens()]
    return " ".join(f"{each.width()}x{each.height()}+{each.x()}+{each.y()}" for each in rects)


def placed(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """The place nearest to the one wanted that is wholly on one screen, no larger than it."""
    screen = max(screens, key=lambda each: _shared(each, wanted))
    width, height = min(wanted.width(), screen.width()), min(wanted.height(), screen.height() - TITLE)
    x = max(screen.x(), min(wanted.x(), screen.x() + screen.width() - width))
    y = max(screen.y(), min(wanted.y(), screen.y() + screen.height() - TITLE - height))
    return QRect(x, y, width, height)


def _shared(screen: QRect, wanted: QRect) -> int:
    both = screen & wanted
    return both.width() * both.height() if both.isValid() else 0


def _read(file: Path) -> dict[str, dict[str, Any]]:
    """What was remembered; a missing, damaged or foreign file says nothing."""
    try:
        plain = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    found = plain.items() if isinstance(plain, dict) else ()
    return {key: value for key, value in found if _is_place(value)}


def _is_place(value: object) -> bool:
    return (
        isinstance(value, dict)
        and all(type(value.get(name)) is int and abs(value[name]) < 1_000_000 for name in NUMBERS)
        and value["width"] > 0
        and value["height"] > 0
        and type(value.get("maximized")) is bool
    )
