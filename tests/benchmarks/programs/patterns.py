"""Bond Diary with its Patterns on the screen. Argument: its folder."""

import sys

from bonddiary.cli.main import main as bonddiary
from bonddiary.ui import app  # before Qt itself, as the command does
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from tests.benchmarks.programs.saying import end, peak_memory

# ruff: isort: split
from PySide6.QtCore import QTimer

SETTLED = 200
"""Milliseconds after the drawing, by when all is on the screen."""


class Watch:
    """Goes to Patterns once the diary is open, and waits for the Two-weeks chart."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.session.opened.connect(lambda: QTimer.singleShot(0, self._go))

    def _go(self) -> None:
        self._window.go(Place.PATTERNS)
        self._look()

    def _look(self) -> None:
        from bonddiary.ui.pages.patterns.page import PatternsPage

        page = self._window.page(Place.PATTERNS)
        assert isinstance(page, PatternsPage)
        card = page.cards.get("two-weeks")
        if card is None or card.canvas is None or not card.canvas.redraws:
            QTimer.singleShot(5, self._look)
        else:
            QTimer.singleShot(SETTLED, lambda: self._say(*card.canvas.size().toTuple()))

    def _say(self, width: int, height: int) -> None:
        end({"width": (width,), "height": (height,), "shown": (peak_memory(),)})


def main() -> None:
    """Ends with its peak memory once the Two-weeks chart is drawn and shown, and with the chart's size."""
    make_window, watches = app.make_window, []

    def make_watched(*arguments: object) -> MainWindow:
        window = make_window(*arguments)  # type: ignore[arg-type]  # handed on as they come
        watches.append(Watch(window))
        return window

    app.make_window = make_watched
    sys.exit(bonddiary(["--data-dir", sys.argv[1]]))
