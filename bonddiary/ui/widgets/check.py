"""A check box that shows its edge in every theme and grows with the words, which go on in the next line where they must."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import font_of

BOX, GAP, EDGE = 22, 10, 5


class Check(QCheckBox):
    """A choice to switch on or off."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        if text:  # Qt's own would keep all words in one line, and its page as wide
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        words = self._letters().horizontalAdvance(self.text())
        return QSize(self._away() + words + EDGE + 2, self._least())

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max((self._letters().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(
            self._away() + longest + EDGE + 2 if longest else self._theme.look.px(BOX) + 2 * EDGE,
            self._least(),
        )

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self._away()), 10_000)
        words = self._letters().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self._least(), words.height() + 2 * EDGE)

    def _letters(self) -> QFontMetrics:
        return QFontMetrics(font_of(self._theme.look))

    def _away(self) -> int:
        """Where the words begin."""
        look = self._theme.look
        return EDGE + look.px(BOX) + look.px(GAP)

    def _least(self) -> int:
        return max(self._theme.look.px(BOX) + 2 * EDGE, 32)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = self._theme.look, self._theme.look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, rtl = look.px(BOX), self.isRightToLeft()
        left = self.width() - EDGE - size if rtl else EDGE
        box = QRectF(left, (self.height() - size) / 2, size, size)
        painter.setPen(QPen(QColor(tokens.primary if self.isChecked() else tokens.edge), 1.5))
        painter.setBrush(QColor(tokens.primary if self.isChecked() else tokens.card))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            painter.drawPixmap(
                box.topLeft(), pixmap("check", tokens.on_primary, size, self.devicePixelRatioF())
            )
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 7, 7)
        painter.setFont(font_of(look))
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.text_2))
        away = self._away()
        words = self.rect().adjusted(0, 0, -away, 0) if rtl else self.rect().adjusted(away, 0, 0, 0)
        across = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            words, across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text()
        )
