"""Bond Diary as its command starts it. Arguments: its folder, and "open" or "press"."""

import sys

from bonddiary.cli.main import main as bonddiary
from bonddiary.ui import app  # before Qt itself, as the command does
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.widgets.press import CueTile
from tests.benchmarks.programs.saying import Stamp, end, stamp

# ruff: isort: split
from PySide6.QtCore import QTimer


class Watch:
    """Notes when the window is painted, when the diary is open, and when a press made at once is saved."""

    def __init__(self, window: MainWindow, press: bool) -> None:
        self._window = window
        self._stamps: dict[str, Stamp] = {}
        window.session.opened.connect(lambda: self._note("open"))
        window.session.diary_changed.connect(lambda _: self._finish("saved"))
        window.painted.connect(
            lambda: self._note("painted")
        )  # the last to hear of it: all that was put off is done
        if press:
            window.painted.connect(lambda: QTimer.singleShot(0, self._press))
        else:
            window.session.opened.connect(lambda: QTimer.singleShot(0, lambda: self._finish("filled")))

    def _press(self) -> None:
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
    make_window, watches = app.make_window, []

    def make_watched(*arguments: object) -> MainWindow:
        window = make_window(*arguments)  # type: ignore[arg-type]  # handed on as they come
        watches.append(Watch(window, what == "press"))
        return window

    app.make_window = make_watched
    sys.exit(bonddiary(["--data-dir", folder]))
