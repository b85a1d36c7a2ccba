"""A list to choose from, with its arrow drawn in the theme's ink (a stylesheet takes the platform's arrow away)."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class _Kept:
    """A value as it was given. Qt would make bare text of an enum that is text."""

    value: object


class Choice(QComboBox):
    """A combo box. It gives every value back as what it was; the wheel over it scrolls the page."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # Linux reads the choice as the name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel doesn't bring the keyboard either
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(6)

    @override
    def addItem(self, text: str, userData: object = None) -> None:  # type: ignore[override]  # icons aren't used
        super().addItem(text, _Kept(userData))

    @override
    def itemData(self, index: int, role: int = Qt.ItemDataRole.UserRole) -> Any:
        found = super().itemData(index, role)
        return found.value if isinstance(found, _Kept) else found

    @override
    def currentData(self, role: int = Qt.ItemDataRole.UserRole) -> Any:
        return self.itemData(self.currentIndex(), role)

    @override
    def findData(  # type: ignore[override]  # a value is equal or it isn't: no flags
        self, data: object, role: int = Qt.ItemDataRole.UserRole
    ) -> int:
        return next((place for place in range(self.count()) if self.itemData(place, role) == data), -1)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._theme.look
        size = look.px(16)
        left = look.px(10) if self.isRightToLeft() else self.width() - size - look.px(10)
        picture = pixmap("chevron-down", look.tokens.text_2, size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint(left, (self.height() - size) // 2), picture)
