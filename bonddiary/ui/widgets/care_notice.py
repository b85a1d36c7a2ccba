"""Care cards beside a press: the help page's words at once, while saving goes on underneath."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from bonddiary.domain.guidance import Urgency
from bonddiary.ui.models.care import CareWords
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.care_card import CareCard
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import button, column


class CareNotice(QFrame):
    """One card for each urgency, the way to all signs, and a way to put it away."""

    help_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cards = {urgency: CareCard(theme, urgency) for urgency in Urgency}
        ways = FlowLayout(gap=8)
        for words, signal in ((self.tr("Get help"), self.help_asked), (self.tr("Close"), self.closed)):
            way = button(words, "small")
            way.clicked.connect(signal)
            ways.addWidget(way)
        self.setLayout(column(*self._cards.values(), ways, gap=8))
        self.setAccessibleName(self.tr("When to get help"))
        self._shown: tuple[CareWords, ...] = ()

    def show_cards(self, cards: tuple[CareWords, ...]) -> None:
        """Shows these cards, and says them aloud when they are new."""
        fresh = cards != self._shown
        self._shown = cards
        by_urgency = {card.urgency: card for card in cards}
        for urgency, drawn in self._cards.items():
            drawn.setVisible(urgency in by_urgency)
            if urgency in by_urgency:
                drawn.show_signs(by_urgency[urgency].heading, by_urgency[urgency].signs)
        self.setVisible(bool(cards))
        if cards and fresh:
            announce(
                self, " ".join(f"{card.heading} {'. '.join(card.signs)}." for card in cards), urgent=True
            )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
