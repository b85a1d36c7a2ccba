"""What a screen reader sees of the ruler: one thing to move along, whose value says the time and what is there."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from bonddiary.ui.overriding import override

_NAMES: set[str] = set()
_kept: list[QAccessibleInterface] = []
"""Qt holds no reference to what the factory makes: without ours they would be freed under its hands."""


class RulerAccess(QAccessibleWidget):
    """A slider to screen readers; its value is the widget's description."""

    def __init__(self, ruler: QWidget) -> None:
        super().__init__(ruler, QAccessible.Role.Slider)
        self._ruler = ruler

    @override
    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Value:
            return self._ruler.accessibleDescription()
        return super().text(t)


def announce_as_ruler(class_name: str) -> None:
    """Gives all widgets of a class the role."""
    if not _NAMES:
        QAccessible.installFactory(_interface)
    _NAMES.add(class_name)


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if class_name not in _NAMES or not isinstance(thing, QWidget):
        return None
    _kept.append(RulerAccess(thing))
    return _kept[-1]
