"""Whom to call, and the way to all signs and numbers: above every page of the guide, whatever is read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import restyle
from bonddiary.ui.widgets.plain import plain_tip
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Words

SIDE = 18
LIFT = 4
"""Paragraphs have their air below their letters; beside the button they stand in the middle."""
BESIDE = 300
"""From this width the button stands beside the words, at a text size of 100 %."""


class CallBar(QFrame):
    """Static: it doesn't depend on anything in a diary."""

    help_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self._theme = theme
        self._words = Words()
        self._words.setContentsMargins(0, LIFT, 0, 0)
        self._way = WordButton(theme, self.tr("Get help"), "plain")
        self._way.setAccessibleDescription(self.tr("Signs of illness, and whom to call"))
        self._way.clicked.connect(self.help_asked)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        for part, share in ((self._words, 1), (self._way, 0)):
            self._row.addWidget(part, share, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._place)

    def fold(self, folded: bool) -> None:
        """Folded, the button alone stays in view: it says what the words do."""
        self._words.setVisible(not folded)
        self._way.setToolTip(plain_tip(self._words.plain) if folded else "")

    def whole_height(self, width: int) -> int:
        """How high it is with its words at this width."""
        beside = width >= self._theme.look.px(BESIDE)
        way = self._way.sizeHint()
        room = width - 2 * SIDE - (way.width() if beside else 0)
        words = self._words.heightForWidth(max(1, room))
        return max(words, way.height()) if beside else words + way.height()

    def say(self, words: str) -> None:
        """Shows the line."""
        self._words.say(words)

    def set_narrow(self, narrow: bool) -> None:
        """Smaller words where the window is small: the guide is to be read under them."""
        restyle(self._words, "caption" if narrow else "")
        self._row.setContentsMargins(*((10, 4, 4, 4) if narrow else (SIDE, 4, 10, 4)))
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        beside = self.width() >= self._theme.look.px(BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._row.setSpacing(8 if beside else 0)
