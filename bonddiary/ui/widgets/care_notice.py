"""Care cards beside a press: the help page's words at once, while saving goes on underneath."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from bonddiary.domain.guidance import Urgency
from bonddiary.ui.models.care import CareWords
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.care_card import CareCard
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import UNBOUND, button, column, scrolling

GAP = 8


class CareNotice(QFrame):
    """One card for each urgency, the way to all signs, and a way to put it away.

    Where there is less room than the cards need they scroll; the two ways stay in view.
    """

    help_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cards = {urgency: CareCard(theme, urgency) for urgency in Urgency}
        self._shown: tuple[CareWords, ...] = ()
        self._limit = UNBOUND
        self._inside = QWidget()
        self._inside.setLayout(column(*self._cards.values(), gap=GAP))
        self._scroll = scrolling(self._inside)
        self._ways = QWidget()
        ways = FlowLayout(gap=GAP)
        for words, signal in ((self.tr("Get help"), self.help_asked), (self.tr("Close"), self.closed)):
            way = button(words, "small")
            way.clicked.connect(signal)
            ways.addWidget(way)
        self._ways.setLayout(ways)
        self.setLayout(column(self._scroll, self._ways, gap=GAP))
        self.setAccessibleName(self.tr("When to get help"))

    def show_cards(self, cards: tuple[CareWords, ...]) -> bool:
        """Shows these cards, and says them aloud when they are new. True when they are others than before."""
        fresh = cards != self._shown
        new = [card.urgency for card in cards if card not in self._shown]
        self._shown = cards
        by_urgency = {card.urgency: card for card in cards}
        for urgency, drawn in self._cards.items():
            drawn.setVisible(urgency in by_urgency)
            if urgency in by_urgency:
                drawn.show_signs(by_urgency[urgency].heading, by_urgency[urgency].signs)
        self.setVisible(bool(cards))
        self._fit()
        if new:
            QTimer.singleShot(0, self, lambda: self._settle(new[0]))
        if cards and fresh:
            announce(
                self, " ".join(f"{card.heading} {'. '.join(card.signs)}." for card in cards), urgent=True
            )
        return fresh

    def limit(self, height: int) -> None:
        """At most this high, the two ways included; the cards scroll in what is left."""
        self._limit = height
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _settle(self, first: Urgency) -> None:
        """Once the cards know how high their words are. The most urgent of the new ones is read first."""
        self._fit()
        bar, card = self._scroll.verticalScrollBar(), self._cards[first]
        QTimer.singleShot(0, self, lambda: bar.setValue(card.y()))

    def _fit(self) -> None:
        """As high as the words need at this width: layouts alone would squeeze them."""
        ways = self._ways.heightForWidth(max(1, self.width())) + GAP
        wanted = self._inside.heightForWidth(max(1, self._scroll.viewport().width()))
        height = min(wanted, self._limit - ways)
        if height != self._scroll.height():
            self._scroll.setFixedHeight(max(height, 0))
