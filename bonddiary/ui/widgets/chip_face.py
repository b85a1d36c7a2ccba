"""How a chip looks and how large it is, whatever kind of button it is. Its words go on in the next line where they must."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.keyed import ENTER
from bonddiary.ui.widgets.letters import Letters, letters
from bonddiary.ui.widgets.lines import longest_piece, wrapped
from bonddiary.ui.widgets.plate import GAP, RING, TARGET, paint_plate

SIDE, COMPACT = 13, 9
"""What a chip keeps free beside its words."""


class ChipFace:
    """How a chip looks, whatever kind of button it is."""

    _theme: Theme
    _drawing: str
    _number: int
    _side: int

    def set_compact(self, compact: bool) -> None:
        """With less room beside the words, for a narrow window."""
        self._side = COMPACT if compact else SIDE
        assert isinstance(self, QWidget)
        self.updateGeometry()

    def _init_face(self, button: QAbstractButton, theme: Theme, drawing: str) -> None:
        self._theme, self._drawing, self._number, self._side = theme, drawing, 0, SIDE
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        theme.changed.connect(button.updateGeometry)

    def _size(self, button: QAbstractButton) -> QSize:
        """In one line."""
        width = self._letters(button).width(self._words(button)) + self._around()
        return QSize(width, self._high(button, width))

    def _least(self, button: QAbstractButton) -> QSize:
        """In as many lines as there are words."""
        width = longest_piece(self._words(button), self._letters(button)) + self._around()
        return QSize(width, self._high(button, self._size(button).width()))

    def _high(self, button: QAbstractButton, width: int) -> int:
        measured = self._letters(button)
        lines = len(wrapped(self._words(button), measured, width - self._around()))
        words = measured.height + (lines - 1) * measured.line_spacing
        body = max(self._theme.look.px(34), words + self._theme.look.px(10))
        return max(body + 2 * (RING + GAP), TARGET)

    def _around(self) -> int:
        look = self._theme.look
        return (look.px(20 + 6) if self._drawing else 0) + 2 * look.px(self._side) + 2 * (RING + GAP)

    def _letters(self, button: QAbstractButton) -> Letters:
        """Of the wider of its two weights, so that a chip keeps its size when it is chosen."""
        weight = QFont.Weight.DemiBold if button.isCheckable() else QFont.Weight.Normal
        return letters(self._theme.look, weight=weight)

    def _words(self, button: QAbstractButton) -> str:
        return f"{self._number} {button.text()}" if self._number else button.text()

    def _paint(self, button: QAbstractButton) -> None:
        look, tokens = self._theme.look, self._theme.look.tokens
        painter = QPainter(button)
        on = button.isChecked() or button.isDown()
        fill = tokens.primary if on else tokens.primary_tint if button.underMouse() else tokens.card
        radius = min(button.height() - 2 * (RING + GAP), look.px(34)) / 2
        paint_plate(painter, button, look, fill, tokens.primary if on else tokens.edge, radius)
        ink = tokens.on_primary if on else tokens.text
        drawn = letters(look, weight=QFont.Weight.DemiBold if button.isChecked() else QFont.Weight.Normal)
        painter.setFont(drawn.font)
        painter.setPen(QColor(ink))
        lines = wrapped(self._words(button), self._letters(button), button.width() - self._around())
        width = max((drawn.advance(line) for line in lines), default=0)
        size = look.px(20) if self._drawing else 0
        gap = look.px(6) if size else 0
        left = (button.width() - width - size - gap) // 2
        if size:
            x = button.width() - left - size if button.isRightToLeft() else left
            self._draw(painter, QRect(x, button.rect().center().y() - size // 2 + 1, size, size), ink)
        words = QRect(left + size + gap, 0, width + 1, button.height())
        if button.isRightToLeft():
            words.moveLeft(left)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))

    def _draw(self, painter: QPainter, at: QRect, ink: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(at.topLeft(), pixmap(self._drawing, ink, at.width(), ratio))

    def _enter(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        """Presses the chip by Enter, as Space does; says whether it was that key."""
        if event.key() in ENTER and not event.isAutoRepeat():
            button.click()
        return event.key() in ENTER
