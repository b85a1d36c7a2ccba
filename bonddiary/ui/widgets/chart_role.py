"""The role of a chart, which none of Qt's own widgets has: screen readers say what a picture is."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_NAMES: set[str] = set()
_kept: list[QAccessibleInterface] = []
"""Qt holds no reference to what the factory makes: without ours they would be freed under its hands."""


def announce_as_chart(class_name: str) -> None:
    """Gives all widgets of a class the role of a chart."""
    if not _NAMES:
        QAccessible.installFactory(_interface)
    _NAMES.add(class_name)


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if class_name not in _NAMES or not isinstance(thing, QWidget):
        return None
    _kept.append(QAccessibleWidget(thing, QAccessible.Role.Chart))
    return _kept[-1]
