"""What tells babies apart wherever something is said of one: a dot with an initial, and the name beside it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonddiary.domain.baby import BabyMark
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.look import Look
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import label, row
from bonddiary.ui.widgets.plate import font_of
from bonddiary.ui.widgets.press import RadioChip

DOT = 22
TYPE = 13


def paint_dot(painter: QPainter, at: QRect, mark: BabyMark, look: Look) -> None:
    """The dot and its initial; the ring sets it off from any fill."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.tokens.page), 1.5))
    painter.setBrush(QColor(look.tokens.baby[mark.colour]))
    painter.drawEllipse(QRectF(at).adjusted(1, 1, -1, -1))
    font = font_of(look, TYPE, QFont.Weight.Bold)
    font.setPixelSize(round(at.height() * 0.6))
    painter.setFont(font)
    painter.setPen(QColor(look.tokens.page))
    painter.drawText(at, Qt.AlignmentFlag.AlignCenter, mark.initial)


class BabyDot(QWidget):
    """The dot alone, beside words that name the baby: decoration to screen readers. Hidden without a baby."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.mark: BabyMark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.hide()

    def show_mark(self, mark: BabyMark | None) -> None:
        """Shows whose this is; None hides it."""
        self.mark = mark
        self.setVisible(mark is not None)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        size = self._theme.look.px(DOT)
        return QSize(size, size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.mark is not None:
            paint_dot(QPainter(self), self.rect(), self.mark, self._theme.look)


class BabyBadge(QWidget):
    """Dot and name: whose form this is. Hidden for a family with one baby."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._dot = BabyDot(theme)
        self._name = label(wrap=True)
        self.setLayout(row(self._dot, self._name, gap=6))
        self.hide()

    @property
    def mark(self) -> BabyMark | None:
        """Whose badge it is."""
        return self._dot.mark

    def show_mark(self, mark: BabyMark | None) -> None:
        """Shows whose this is; None hides it."""
        self._dot.show_mark(mark)
        self._name.setText(mark.name if mark else "")
        self.setAccessibleName(mark.name if mark else "")
        self.setVisible(mark is not None)


class BabyChip(RadioChip):
    """A choice between babies, or between their colours: the dot stands before the words."""

    def __init__(self, theme: Theme, mark: BabyMark, words: str = "") -> None:
        self.mark = mark
        super().__init__(theme, words or mark.name, "baby")

    def show_mark(self, mark: BabyMark, words: str = "") -> None:
        """Shows another dot and other words."""
        self.mark = mark
        self.setText(words or mark.name)
        self.update()

    @override
    def _draw(self, painter: QPainter, at: QRect, ink: str) -> None:
        painter.save()
        paint_dot(painter, at, self.mark, self._theme.look)
        painter.restore()
