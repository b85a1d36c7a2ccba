"""Bond Diary going to Patterns, watched by a clock of the event loop. Argument: its folder."""

import sys
import time
from typing import TYPE_CHECKING

from tests.benchmarks.programs.saying import end
from tests.benchmarks.programs.starting import start

if TYPE_CHECKING:
    from bonddiary.ui.main_window import MainWindow

TICK = 2
READY = 2_000
"""Milliseconds after opening, by when what is loaded ahead is there: a parent looks at Log first."""
STILL = 400
"""Milliseconds without anything to do, by when all is on the screen."""


class Ticks:
    """The longest time between two turns of the loop, and the most that the window's thread itself did in one.

    It asks clocks alone: whatever waits for the system lets a worker have Python, and gets it back 5 ms later.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        """What came before doesn't count."""
        self.longest = self.busiest = 0.0
        self._last = self._now()

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.perf_counter(), time.thread_time()

    def _tick(self) -> None:
        now = self._now()
        passed, worked = ((here - before) * 1000 for here, before in zip(now, self._last, strict=True))
        self.longest, self.busiest = max(self.longest, passed - TICK), max(self.busiest, worked)
        self._last = now


class Watch:
    """Goes to Patterns once the diary is open, then to all days; says the longest stall of both."""

    def __init__(self, window: "MainWindow") -> None:
        from PySide6.QtCore import QTimer

        self._window = window
        self._ticks = Ticks()
        self._said: dict[str, tuple[float]] = {}
        window.session.opened.connect(lambda: QTimer.singleShot(READY, self._go))

    def _go(self) -> None:
        from PySide6.QtCore import QTimer

        from bonddiary.ui.pages.page import Place

        self._ticks.begin()
        self._window.go(Place.PATTERNS)
        QTimer.singleShot(0, self._made)

    def _made(self) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, lambda: self._note("page"))
        self._wait(self._all_days)

    def _note(self, name: str) -> None:
        self._said[name] = (self._ticks.longest,)
        self._said[f"{name}-cpu"] = (self._ticks.busiest,)
        self._ticks.begin()

    def _all_days(self) -> None:
        from bonddiary.ui.pages.page import Place
        from bonddiary.ui.pages.patterns.page import PatternsPage
        from bonddiary.ui.pages.patterns.spans import Span

        self._note("first")
        page = self._window.page(Place.PATTERNS)
        assert isinstance(page, PatternsPage)
        page.presenter.choose_span(Span.ALL)
        self._wait(self._end)

    def _end(self) -> None:
        self._note("all")
        end(dict(self._said))

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
