"""A list to choose from, with its arrow drawn in the theme's ink (a stylesheet takes the platform's arrow away)."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme


class Choice(QComboBox):
    """A combo box."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._theme.look
        size = look.px(16)
        left = look.px(10) if self.isRightToLeft() else self.width() - size - look.px(10)
        picture = pixmap("chevron-down", look.tokens.text_2, size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint(left, (self.height() - size) // 2), picture)
