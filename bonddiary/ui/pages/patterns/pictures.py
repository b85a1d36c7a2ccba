"""The cards' pictures: words come first, then a place for each picture, then all are drawn while the window is idle."""

from PySide6.QtCore import QObject, QTimer, Signal

from bonddiary.ui.garbage import made_to_stay
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.pages.patterns.cards import Cards
from bonddiary.ui.widgets.chart_card import ChartCard


class Pictures(QObject):
    """Has them drawn. The worker is held while the window is busy: both would wait for each other in turns."""

    placed = Signal()
    """Every card has the place for its picture, or says that it gets none."""

    def __init__(self, parent: QObject, jobs: Jobs, cards: Cards) -> None:
        super().__init__(parent)
        self._jobs, self._cards = jobs, cards
        self._loaded = False
        self._undrawn: set[ChartCard] = set()
        """Cards that got no picture, and say so: the others get theirs."""
        self._next_soon = QTimer(self, singleShot=True, interval=0)
        self._next_soon.timeout.connect(self._next)

    def hold(self) -> None:
        """Cards are coming: pictures of the sizes they have by now would be drawn again in others."""
        self._jobs.hold()

    def begin(self) -> None:
        """The cards are there, and are painted: pictures that aren't there yet get their places."""
        self._undrawn.clear()
        self._next_soon.start()

    def let_go(self) -> None:
        """All is laid out and painted."""
        if not self._cards.filling and not self._next_soon.isActive():
            self._jobs.let_go()

    def _next(self) -> None:
        if not self._cards.seen():
            self.let_go()
        elif not self._loaded:  # loading what draws takes longer than all of the page
            self._loaded = True
            self._jobs.let_go()
            self._jobs.run(lambda _job: _load(), lambda _none: self._place(), lambda _error: self._place())
        else:
            self._place()

    def _place(self) -> None:
        """A place for one picture, in a turn of its own: the page is laid out anew with each."""
        waiting = [card for card in self._cards.seen() if card.canvas is None and card not in self._undrawn]
        if waiting:
            self._jobs.hold()
            waiting[0].draw()
            if waiting[0].canvas is None:
                self._undrawn.add(waiting[0])
        if len(waiting) > 1:
            self._next_soon.start()
        else:
            self.placed.emit()


def _load() -> None:
    """On the worker: matplotlib, and every chart."""
    with made_to_stay():
        import bonddiary.charts.screen  # noqa: F401  # the import is the work
