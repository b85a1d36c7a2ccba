"""A small round button with dots that opens a menu."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.keyed import KeyedButton
from bonddiary.ui.widgets.press import TARGET, paint_plate

SIZE, PICTURE = 46, 22


class MoreButton(KeyedButton):
    """The arrow down opens it as a press does."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("")
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        side = max(self._theme.look.px(SIZE), TARGET)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = self._theme.look, self._theme.look.tokens
        painter = QPainter(self)
        lit = self.underMouse() or self.isDown()
        edge = tokens.edge if lit or look.high_contrast else tokens.hairline
        paint_plate(
            painter, self, look, tokens.primary_tint if lit else tokens.card, edge, self.height() / 2 - 6
        )
        size = look.px(PICTURE)
        picture = pixmap("more", tokens.text, size, self.devicePixelRatioF())
        painter.drawPixmap(QPoint((self.width() - size) // 2, (self.height() - size) // 2), picture)
