"""The role of a heading, which Qt gives to no widget of its own."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.heading import MARK

_kept: list[QAccessibleInterface] = []
"""Qt holds these without owning them: a collected one would leave it a dead pointer."""
_installed: list[bool] = []


def install() -> None:
    """Tells Qt about headings, once."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)


class _HeadingAccess(QAccessibleWidget):
    def __init__(self, heading: QLabel) -> None:
        super().__init__(heading, QAccessible.Role.Heading)

    @override
    def text(self, kind: QAccessible.Text) -> str:
        widget = self.widget()
        if kind is not QAccessible.Text.Name or not isinstance(widget, QLabel):
            return ""
        return widget.accessibleName() or widget.text()


def _interface(_class: str, made: QObject) -> QAccessibleInterface | None:
    if not isinstance(made, QLabel) or made.property(MARK) is not True:
        return None
    access = _HeadingAccess(made)
    _kept.append(access)
    return access
