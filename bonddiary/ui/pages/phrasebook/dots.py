"""A row of dots, one a moment, drawn by what happened next, as the chart of what was tried draws them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonddiary.domain.catalog import OutcomeMark
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme

SIZE, STEP, BELOW = 16, 17, 9
MOST = 120
"""More dots than this say no more than the numbers beside them."""


class Dots(QWidget):
    """The whole that a count is out of, at a glance. The words beside it say the same: screen readers pass it by."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: Sequence[OutcomeMark | None] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_marks(self, marks: Sequence[OutcomeMark | None]) -> None:
        """Shows these; none hide it."""
        self._marks = marks[:MOST]
        self.setVisible(bool(marks))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.look.px(STEP * min(20, max(1, len(self._marks))))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.look.px(STEP * 6), self._theme.look.px(STEP))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._marks) // self._in_row(width))
        return self._theme.look.px(STEP) * max(1, rows) + self._theme.look.px(BELOW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._theme.look
        painter = QPainter(self)
        size, step, in_row = look.px(SIZE), look.px(STEP), self._in_row(self.width())
        for place, mark in enumerate(self._marks):
            down, across = divmod(place, in_row)
            left = self.width() - (across + 1) * step if self.isRightToLeft() else across * step
            painter.drawPixmap(QPoint(left, down * step), mark_picture(mark, look.tokens.text, size, self))

    def _in_row(self, width: int) -> int:
        """Tens, where there is room for ten: they are quick to count."""
        fit = max(1, width // self._theme.look.px(STEP))
        return min(20, fit - fit % 10) if fit >= 10 else fit


def mark_picture(mark: OutcomeMark | None, ink: str, size: int, on: QWidget) -> QPixmap:
    """An outcome's drawing."""
    name = OutcomeMark.UNKNOWN if mark is None else mark
    return pixmap(f"mark-{name.value}", ink, size, on.devicePixelRatioF())
