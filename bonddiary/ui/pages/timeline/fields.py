"""Fields with steps that a turn of the wheel passes by: it scrolls the form and changes nothing."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QSize, Qt, QTime, QTimeZone, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QSizePolicy, QSpinBox, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.flow import FlowLayout

DAY_MINUTES = 24 * 60
TEXT_MARGIN, EDGES = 8, 10
"""In pixels: beside the words, and the lines and the cursor's room around them."""
NO_ZONE = QTimeZone(QTimeZone.Initialization.UTC)
"""Every time of every day is there: in the computer's own zone, a clock change would leave some out."""
FIRST, LAST = QTime(0, 0), QTime(23, 59, 59, 999)
NO_STEPS = "QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; }"


class TimeField(QWidget):
    """A day and a time, beside each other or, where there is little room, under each other."""

    editingFinished = Signal()
    """Enter, or the keyboard has left both: the day alone, with the old time, may be a time that can't be."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = (_DateTimePart("d MMM yyyy"), _DateTimePart("h:mmap"))
        flow = FlowLayout(self, gap=8)
        for part, name in zip(self.parts, (self.tr("Day"), self.tr("Time of day")), strict=True):
            part.setAccessibleName(name)
            part.editingFinished.connect(self._finish)
            flow.addWidget(part)
        self.setFocusProxy(self.parts[0])
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # a form asks only those that say so
        self.setSizePolicy(policy)

    def line(self) -> int:
        """The height of one line, in pixels."""
        return self.parts[0].sizeHint().height()

    def wall(self) -> datetime:
        """The time on the clock, of no zone: the day of the one and the time of the other."""
        for part in self.parts:
            part.interpretText()
        day, time = self.parts[0].date(), self.parts[1].time()
        return datetime(  # noqa: DTZ001
            day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second()
        )

    def show_wall(self, wall: datetime) -> None:
        """Shows a time on the clock where it happened."""
        self.setDateTime(
            QDateTime(
                QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute, wall.second), NO_ZONE
            )
        )

    def dateTime(self) -> QDateTime:
        """As Qt names it."""
        return QDateTime(self.parts[0].date(), self.parts[1].time(), NO_ZONE)

    def setDateTime(self, shown: QDateTime) -> None:
        """As Qt names it; the zone is passed over."""
        for part in self.parts:
            part.setDateTime(QDateTime(shown.date(), shown.time(), NO_ZONE))

    def _finish(self) -> None:
        held: QWidget | None = self.window().focusWidget()
        if held is self.sender() or held is None or not self.isAncestorOf(held):
            self.editingFinished.emit()


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


class _DateTimePart(QDateTimeEdit):
    def __init__(self, shape: str) -> None:
        super().__init__()
        self.setTimeZone(NO_ZONE)
        self.setTimeRange(FIRST, LAST)  # Qt's bounds were midnights of the computer's own zone
        self.setDisplayFormat(shape)
        _plain(self)

    @override
    def sizeHint(self) -> QSize:
        """As wide as its longest words; Qt leaves room for its arrows and the sheet's edges twice."""
        months = (QDateTime(QDate(2028, month, 28), QTime(12, 58)) for month in range(1, 13))
        words = (self.locale().toString(each, self.displayFormat()) for each in months)
        widest = max(map(self.fontMetrics().horizontalAdvance, words))
        return QSize(widest + 2 * TEXT_MARGIN + EDGES, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _plain(field: QAbstractSpinBox) -> None:
    """Arrow keys step; the stylesheet takes the platform's arrows away, and what isn't seen isn't pressed."""
    field.setStyleSheet(NO_STEPS)  # asked for no buttons, Qt would leave no room for the words either
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.lineEdit().setTextMargins(
        TEXT_MARGIN, 0, TEXT_MARGIN, 0
    )  # the sheet's padding doesn't reach inside
