"""A list to choose from, with its arrow drawn in the theme's ink (a stylesheet takes the platform's arrow away)."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.plain import plain_tip

EDGES = 2
"""In pixels: what Qt keeps free beside the words."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A value as it was given. Qt would make bare text of an enum that is text."""

    value: object


class Choice(QComboBox):
    """A combo box. It gives every value back as what it was; the wheel over it scrolls the page."""

    chosen = Signal(int)
    """One was chosen: from the list, or by keys once they go on elsewhere. `activated` says each step on the way."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # Linux reads the choice as the name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel doesn't bring the keyboard either
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(6)
        self._in_key = False
        self._on_the_way = False
        self.activated.connect(self._step)
        self.currentTextChanged.connect(self._tell_whole)

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

    def settle(self) -> None:
        """What the keys have come to is chosen."""
        if self._on_the_way:
            self._on_the_way = False
            self.chosen.emit(self.currentIndex())

    def show_value(self, value: object) -> None:
        """Shows a value, or the first where it isn't offered, whatever keys were on the way to."""
        self._on_the_way = False
        self.setCurrentIndex(max(0, self.findData(value)))

    def _step(self, place: int) -> None:
        self._on_the_way = self._in_key
        if not self._in_key:
            self.chosen.emit(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
        self._in_key = True
        super().keyPressEvent(event)
        self._in_key = False

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # its own list isn't elsewhere
            self.settle()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = QKeySequence.StandardKey.Undo
            if event.matches(undo):  # it takes back this choice, not what was done before it
                self.settle()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        """Words that have no room are told whole by the pointer over them."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width() - EDGES
        words = self.currentText()
        self.setToolTip(plain_tip(words) if self.fontMetrics().horizontalAdvance(words) > room else "")

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
