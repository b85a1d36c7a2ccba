"""Fields with steps that a turn of the wheel passes by: it scrolls the form and changes nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QSpinBox

from bonddiary.ui.overriding import override

DAY_MINUTES = 24 * 60


class TimeField(QDateTimeEdit):
    """A day and a time. Arrow keys step through its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("d MMM yyyy  h:mmap")
        _plain(self)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class MinutesField(QSpinBox):
    """How many minutes; -1 is "not noted"."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(-1, 2 * DAY_MINUTES)
        self.setSpecialValueText(self.tr("not noted"))
        self.setSuffix(self.tr(" min"))
        _plain(self)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _plain(field: QAbstractSpinBox) -> None:
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.lineEdit().setTextMargins(8, 0, 8, 0)  # the stylesheet's padding doesn't reach inside
