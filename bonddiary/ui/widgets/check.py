"""A check box that shows its edge in every theme and grows with the words."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

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
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        look = self._theme.look
        words = QFontMetrics(font_of(look)).horizontalAdvance(self.text())
        return QSize(look.px(BOX + GAP) + words + 2 * EDGE + 2, max(look.px(BOX) + 2 * EDGE, 32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.look.px(BOX) + 2 * EDGE, self.sizeHint().height())

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
        away = EDGE + size + look.px(GAP)
        words = self.rect().adjusted(0, 0, -away, 0) if rtl else self.rect().adjusted(away, 0, 0, 0)
        across = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, across | Qt.AlignmentFlag.AlignVCenter, shown)
