"""Bond Diary going to Patterns, watched by a clock of the event loop. Argument: its folder."""

import sys
import time
from typing import TYPE_CHECKING

from tests.benchmarks.programs.saying import end
from tests.benchmarks.programs.starting import start

if TYPE_CHECKING:
    from bonddiary.ui.main_window import MainWindow

TICK = 2
STILL = 400
"""Milliseconds without anything to do, by when all is on the screen."""


class Ticks:
    """The longest time between two turns of the loop."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._last = time.perf_counter()
        self.longest = 0.0
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self) -> None:
        """What came before doesn't count."""
        self.longest, self._last = 0.0, time.perf_counter()

    def since(self) -> float:
        """Milliseconds since the last turn."""
        return (time.perf_counter() - self._last) * 1000

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000 - TICK), now


class Watch:
    """Goes to Patterns once the diary is open, then to all days; says the longest stall of both."""

    def __init__(self, window: "MainWindow") -> None:
        from PySide6.QtCore import QTimer

        self._window = window
        self._ticks = Ticks()
        self._first = self._page = 0.0
        window.session.opened.connect(lambda: QTimer.singleShot(600, self._go))

    def _go(self) -> None:
        from PySide6.QtCore import QTimer

        from bonddiary.ui.pages.page import Place

        self._ticks.begin()
        self._window.go(Place.PATTERNS)
        QTimer.singleShot(0, self._made)

    def _made(self) -> None:
        self._page = self._ticks.since()
        self._ticks.begin()
        self._wait(self._all_days)

    def _all_days(self) -> None:
        from bonddiary.ui.pages.page import Place
        from bonddiary.ui.pages.patterns.page import PatternsPage
        from bonddiary.ui.pages.patterns.spans import Span

        self._first = self._ticks.longest
        page = self._window.page(Place.PATTERNS)
        assert isinstance(page, PatternsPage)
        self._ticks.begin()
        page.presenter.choose_span(Span.ALL)
        self._wait(
            lambda: end({"page": (self._page,), "first": (self._first,), "all": (self._ticks.longest,)})
        )

    def _wait(self, then: object, still: int = 0) -> None:
        from PySide6.QtCore import QTimer

        still = 0 if self._busy() else still + 20
        QTimer.singleShot(20, then if still >= STILL else lambda: self._wait(then, still))  # type: ignore[arg-type]

    def _busy(self) -> bool:
        from bonddiary.ui.pages.page import Place
        from bonddiary.ui.pages.patterns.page import PatternsPage

        page = self._window.page(Place.PATTERNS)
        assert isinstance(page, PatternsPage)
        if page.presenter.state.working or not page.cards:
            return True
        seen = [card.canvas for card in page.cards.values() if not card.isHidden()]
        return any(canvas is None or canvas.drawing or not canvas.redraws for canvas in seen)


def main() -> None:
    """Ends with the longest stalls in milliseconds."""
    start(sys.argv[1], Watch)
