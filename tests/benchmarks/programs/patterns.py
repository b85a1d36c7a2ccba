"""Bond Diary with its Patterns on the screen. Argument: its folder."""

import sys
from typing import TYPE_CHECKING

from tests.benchmarks.programs.saying import end, peak_memory
from tests.benchmarks.programs.starting import start

if TYPE_CHECKING:
    from bonddiary.ui.main_window import MainWindow

SETTLED = 200
"""Milliseconds after the drawing, by when all is on the screen."""


class Watch:
    """Goes to Patterns once the diary is open, and waits for the Two-weeks chart."""

    def __init__(self, window: "MainWindow") -> None:
        from PySide6.QtCore import QTimer  # loaded by now

        self._window = window
        window.session.opened.connect(lambda: QTimer.singleShot(0, self._go))

    def _go(self) -> None:
        from bonddiary.ui.pages.page import Place

        self._window.go(Place.PATTERNS)
        self._look()

    def _look(self) -> None:
        from PySide6.QtCore import QTimer

        from bonddiary.ui.pages.page import Place
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
    start(sys.argv[1], Watch)
