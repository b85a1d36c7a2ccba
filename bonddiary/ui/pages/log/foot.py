"""What stands under the board: care cards, when a cue calls for them, over the saved strip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.log.strip import SavedStrip
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.focus import read_in_order
from bonddiary.ui.widgets.layout import UNBOUND, column, row
from bonddiary.ui.widgets.press import GAP, RING

if TYPE_CHECKING:
    from bonddiary.ui.models.care import CareWords
    from bonddiary.ui.widgets.care_notice import CareNotice

EDGE = RING + GAP
BOARD_LEAST = 64
"""Of the board this much stays in view beside care cards."""


class Foot(QWidget):
    """The strip, and care cards over it: the tiles above stay where they are."""

    help_asked = Signal()
    care_closed = Signal()
    grown = Signal()
    """Other cards than before are shown, or none any more."""

    def __init__(self, theme: Theme, strip: SavedStrip) -> None:
        super().__init__()
        self._theme = theme
        self._strip = strip
        self.care: CareNotice | None = None
        self._instead: QWidget | None = None
        self._column = column(strip, gap=8)
        self.setLayout(self._column)

    def put_over(self, part: QWidget) -> None:
        """Puts a part over the strip: the tiles above stay where they are when it comes and goes."""
        self._column.insertLayout(0, row(part, margins=(EDGE, 0, EDGE, 0)))
        read_in_order(self)

    @property
    def cared(self) -> bool:
        """Whether care cards are shown."""
        return self.care is not None and not self.care.isHidden()

    @property
    def opened(self) -> bool:
        """Whether more about the moment is shown."""
        return self._strip.rows is not None and self._strip.rows.more_height > 0

    @property
    def first(self) -> QWidget:
        """The part to bring into view."""
        return self.care if self.care is not None and self.cared else self._instead or self._strip

    def show_instead(self, part: QWidget | None) -> None:
        """Shows this in the place of the saved strip; None: the strip again."""
        if self._instead is not None:
            self._instead.hide()
        self._instead = part
        self._strip.setVisible(part is None)
        if part is not None:
            self._column.insertWidget(self._column.indexOf(self._strip) + 1, part)
            read_in_order(self)
            part.show()

    def put_last(self, part: QWidget) -> None:
        """Puts a part at the very foot: it stays where it is whatever the strip above it shows."""
        self._column.addWidget(part)

    def show_care(self, cards: "tuple[CareWords, ...]") -> None:
        """Shows these cards; none puts them away."""
        if self.care is None:
            if not cards:
                return
            from bonddiary.ui.widgets.care_notice import CareNotice  # few presses need it

            self.care = CareNotice(self._theme)
            self.care.help_asked.connect(self.help_asked)
            self.care.closed.connect(self.care_closed)
            self._column.insertLayout(0, row(self.care, margins=(EDGE, 0, EDGE, 0)))
            read_in_order(self)
        if self.care.show_cards(cards):
            self.grown.emit()

    def keep_free(self, bar: int) -> None:
        """Leaves this much free on the far side, in pixels."""
        self._column.setContentsMargins(0, 0, bar, 0)

    def share(self, board: int | None) -> None:
        """Takes from the board's height what cards and the strip need, but not all of it; None: there is room to scroll."""
        rows = self._strip.rows
        if rows is not None and rows.more_height:
            rows.limit(UNBOUND if board is None else board + rows.more_height)
        if self.care is not None and self.cared:
            least = self._theme.look.px(BOARD_LEAST)
            self.care.limit(UNBOUND if board is None else board + self.care.height() - least)
