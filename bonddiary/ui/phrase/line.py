"""The line that a phrase is typed into. It is there at the first paint; what reads it comes with the first key."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.keyed import ENTER

STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def begins_phrase(event: QKeyEvent) -> bool:
    """Whether this key, pressed on a tile, is the first letter of a phrase: digits and shortcuts are not."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return event.text().isalpha() and not held


class PhraseLine(QLineEdit):
    """Enter saves, Esc leaves. Control Z takes back what was typed; with nothing to take back it is the window's."""

    entered = Signal()
    left = Signal()
    woken = Signal()
    """It has the keyboard."""
    put_away = Signal()
    """It is no longer in view."""

    def __init__(self) -> None:
        super().__init__(placeholderText=self.tr("Or type: rooting 10 min ago, fed, settled"))
        self.setAccessibleName(self.tr("Type a moment, such as rooting 10 min ago, fed, settled"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(step) for step in STEPS)
            and not (self.isUndoAvailable() or self.isRedoAvailable())
        ):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.entered.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.woken.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.put_away.emit()
