"""A button that Enter presses as Space does, on every platform and outside dialogs too."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from bonddiary.ui.overriding import override

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def no_shortcut(button: QAbstractButton) -> None:
    """A family's own word may hold "&": Qt would make the letter after it a shortcut."""
    if "&" in button.text():
        button.setShortcut(QKeySequence())


class KeyedButton(QPushButton):
    """Its keys may mean more than pressing it. A key held down is one press."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        no_shortcut(self)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        no_shortcut(self)

    on_key: Callable[[QWidget, QKeyEvent], bool] | None = None
    """Asked first; says whether it has dealt with the key."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.on_key is not None and self.on_key(self, event):
            return
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
