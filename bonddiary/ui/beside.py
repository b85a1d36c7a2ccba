"""What works beside the window comes back to its thread, also where the page that asked has gone meanwhile."""

import threading
from collections.abc import Callable
from contextlib import suppress

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Signal

from bonddiary.ui.garbage import go_on, pause


class Home(QObject):
    """Lives as long as the application: a page may be deleted at the moment when a worker speaks to it."""

    _came = Signal(object)

    def __init__(self, app: QCoreApplication | None) -> None:
        super().__init__(app)
        self._came.connect(self._do)

    def do(self, act: Callable[[], object]) -> None:
        """Has it done on the window's thread. From any thread."""
        with suppress(RuntimeError):  # the application has ended
            self._came.emit(act)

    def _do(self, act: Callable[[], object]) -> None:
        act()


_homes: list[Home] = []


def home() -> Home:
    """Asked for on the window's thread."""
    while _homes and not shiboken6.isValid(_homes[-1]):
        _homes.pop()
    if not _homes:
        _homes.append(Home(QCoreApplication.instance()))
    return _homes[-1]


def on_a_thread(work: Callable[[], object], name: str, *, daemon: bool) -> threading.Thread:
    """Begins it; no garbage is looked for meanwhile."""
    back = home()

    def act() -> None:
        try:
            work()
        finally:
            back.do(go_on)

    pause()
    thread = threading.Thread(target=act, name=name, daemon=daemon)
    thread.start()
    return thread
