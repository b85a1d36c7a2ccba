"""Care cards over the Timeline: they take what room the entry leaves, and scroll in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.ui.models.care import CareWords
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.care_notice import CareNotice
from bonddiary.ui.widgets.focus import focus_first
from bonddiary.ui.widgets.layout import column

SPACE, LEAST = 10, 200
"""Between the cards and what is below, in pixels; and what cards need to be read in, in units of the text size."""


class Below(QWidget):
    """What stands under the cards. It scrolls: it asks for no more height because its words are broken."""

    @override
    def hasHeightForWidth(self) -> bool:
        return False


class CareAbove(QWidget):
    """Hidden while there are no cards. Made with the page: the keyboard walks in the order in which things are made."""

    help_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notice = CareNotice(theme)
        self._notice.help_asked.connect(self.help_asked)
        self._notice.closed.connect(self.closed)
        self.setLayout(column(self._notice))
        self.hide()

    def show_cards(self, cards: tuple[CareWords, ...]) -> bool:
        """Shows these; none puts them away. True when they are others than before."""
        self.setVisible(bool(cards))
        return self._notice.show_cards(cards)

    def share(self, room: int, below: QWidget) -> None:
        """Takes what is left of the room, in pixels. Where that is too little to read in, what is below waits."""
        left = room - below.minimumSizeHint().height() - SPACE
        alone = not self.isHidden() and left < self._theme.look.px(LEAST)
        self._notice.limit(room if alone else left)
        focused = QApplication.focusWidget()
        held = focused is not None and below.isAncestorOf(focused)
        below.setVisible(not alone)
        if alone and held:
            focus_first(self)
