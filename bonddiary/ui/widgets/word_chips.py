"""Chips whose words go on in a second line where there is no room for them in one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.look import Look
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import (
    GAP,
    RING,
    TARGET,
    CheckChip,
    PushChip,
    RadioChip,
    font_of,
    paint_plate,
)

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # stands before one kind of chip or another

SIDE, SPACE = 13, 6
"""Between a chip's edge and its words, across and down."""


class _Wraps(_Button):
    """How a chip measures and paints its words in lines."""

    _theme: Theme

    def _let_wrap(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def minimumSizeHint(self) -> QSize:
        look = self._theme.look
        longest = max((_metrics(look).horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest + 2 * _side(look), max(look.px(34) + 2 * (RING + GAP), TARGET))

    @override
    def heightForWidth(self, width: int) -> int:
        look, least = self._theme.look, self.minimumSizeHint().height()
        if self._fits(width):
            return least
        room = QRect(0, 0, max(1, width - 2 * _side(look)), 10_000)
        words = _metrics(look).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()
        return max(least, words + 2 * (look.px(SPACE) + RING + GAP))

    def _fits(self, width: int) -> bool:
        """Whether one line holds the words."""
        look = self._theme.look
        return _metrics(look).horizontalAdvance(self.text()) <= width - 2 * _side(look)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # for layouts that don't ask for the height at a width, such as a flow
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._fits(self.width()):
            super().paintEvent(event)
            return
        look, side = self._theme.look, _side(self._theme.look)
        tokens, on = look.tokens, self.isChecked() or self.isDown()
        painter = QPainter(self)
        fill = tokens.primary if on else tokens.primary_tint if self.underMouse() else tokens.card
        radius = min(self.height(), look.px(44)) / 2 - RING - GAP
        paint_plate(painter, self, look, fill, tokens.primary if on else tokens.edge, radius)
        painter.setFont(font_of(look, weight=QFont.Weight.DemiBold if on else QFont.Weight.Normal))
        painter.setPen(QColor(tokens.on_primary if on else tokens.text))
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(self.rect().adjusted(side, 0, -side, 0), flags, self.text())


class WordRadio(_Wraps, RadioChip):
    """One of several of which at most one is on."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self._let_wrap()


class WordCheck(_Wraps, CheckChip):
    """One of several that may be on."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent=parent)
        self._let_wrap()


class WordPush(_Wraps, PushChip):
    """A chip that does something once."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self._let_wrap()


def _side(look: Look) -> int:
    return look.px(SIDE) + RING + GAP


def _metrics(look: Look) -> QFontMetrics:
    return QFontMetrics(font_of(look, weight=QFont.Weight.DemiBold))
