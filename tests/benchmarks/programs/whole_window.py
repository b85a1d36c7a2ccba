"""Bond Diary as its command starts it. Arguments: its folder, and "open" or "press"."""

import sys
from typing import TYPE_CHECKING

from tests.benchmarks.programs.saying import Stamp, end, stamp
from tests.benchmarks.programs.starting import start

if TYPE_CHECKING:
    from bonddiary.ui.main_window import MainWindow


class Watch:
    """Notes when the window is painted, when the diary is open, and when a press made at once is saved."""

    def __init__(self, window: "MainWindow", press: bool) -> None:
        from PySide6.QtCore import QTimer  # loaded by now

        self._window = window
        self._stamps: dict[str, Stamp] = {}
        window.session.opened.connect(lambda: self._note("open"))
        window.session.diary_changed.connect(lambda _: self._finish("saved"))
        window.painted.connect(lambda: self._note("painted"))  # the event loop runs: a press is taken
        if press:
            window.painted.connect(lambda: QTimer.singleShot(0, self._press))
        else:
            window.session.opened.connect(lambda: QTimer.singleShot(0, lambda: self._finish("filled")))

    def _press(self) -> None:
        from bonddiary.ui.widgets.press import CueTile

        self._note("pressed")
        self._window.findChildren(CueTile)[0].click()

    def _note(self, name: str) -> None:
        self._stamps[name] = stamp()

    def _finish(self, name: str) -> None:
        self._note(name)
        end({**self._stamps})


def main() -> None:
    """Ends with its stamps."""
    folder, what = sys.argv[1:]
    start(folder, lambda window: Watch(window, what == "press"))
