"""How the page of cards, much taller than its window, is laid out: seldom, and before anybody sees it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from bonddiary.ui.widgets.chart_card import ChartCard
from bonddiary.ui.widgets.focus import bring_into_view

TOP = 12
"""What is seen above a card that the keyboard goes to, in pixels."""


class TallPage:
    """What a scroll area holds."""

    def __init__(self, scroll: QScrollArea, inside: QWidget, body: QVBoxLayout) -> None:
        self._scroll, self._inside, self._body = scroll, inside, body
        self.topmost: ChartCard | None = None
        """The card whose title is to be seen once all is laid out."""
        self._unfolded: QWidget | None = None

    def remember(self, unfolded: QWidget) -> None:
        """Was folded out just now, and is to be seen."""
        self._unfolded = unfolded

    def pause(self) -> None:
        """Nothing is laid out or painted while cards come: for each of them all would be laid out anew."""
        self._scroll.setUpdatesEnabled(False)
        self._body.setEnabled(False)

    def lay_out_again(self) -> None:
        """The cards are there."""
        self._body.setEnabled(True)
        self._body.invalidate()

    def paint_again(self) -> None:
        """They are laid out."""
        self._scroll.setUpdatesEnabled(True)

    def settle(self, cards: Sequence[ChartCard]) -> None:
        """Lays everything out now: left to itself a tall page is first painted squeezed into the window."""
        for card in cards:
            card.settle()
        seen = self._seen()
        high = max(seen.height(), self._inside.heightForWidth(seen.width()))
        self._inside.resize(seen.width(), high)  # at its size at once: it is laid out a single time
        self._body.activate()
        QCoreApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))
        if self.topmost is not None:
            self.show_top(self.topmost, first=self.topmost in cards[:1])
            self.topmost = None
        if self._unfolded is not None:
            bring_into_view(self._unfolded)
            self._unfolded = None

    def show_top(self, card: ChartCard, *, first: bool) -> None:
        """A card may be higher than the window: its title is seen, and what stands above the first one where both fit."""
        if card.isVisible():
            top = card.mapTo(self._inside, card.rect().topLeft()).y()
            both = first and top < self._seen().height() / 2
            self._scroll.verticalScrollBar().setValue(0 if both else top - TOP)

    def _seen(self) -> QSize:
        """How much of it is seen at a time. Not viewport(): see ARCHITECTURE, start-up."""
        seen, bar = self._scroll.maximumViewportSize(), self._scroll.verticalScrollBar()
        return seen - QSize(bar.sizeHint().width() if bar.isVisibleTo(self._scroll) else 0, 0)
