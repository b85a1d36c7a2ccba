"""Go to a date: one line, no dialog."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bonddiary.domain import wording
from bonddiary.domain.errors import DiaryError
from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import button, column, label


class DateJump(QWidget):
    """Hidden until somebody asks for it (Ctrl+G)."""

    opened = Signal()
    closed = Signal()

    def __init__(self, nearest: Callable[[date], date | None], go: Callable[[date], object]) -> None:
        """`nearest`: the nearest day with entries, may raise DiaryError; `go`: shows it."""
        super().__init__()
        self._nearest, self._go = nearest, go
        self.field = DateField(self.tr("Go to date"))
        self.field.returnPressed.connect(self._jump)
        name = label(self.tr("Go to date"), "quiet")
        name.setBuddy(self.field)
        self._there, self._close = there, close = (
            button(self.tr("Go"), "small"),
            button(self.tr("Close"), "small"),
        )
        there.clicked.connect(self._jump)
        close.clicked.connect(self.close_it)
        self._said = label("", "quiet", wrap=True)
        self._said.hide()
        flow = FlowLayout(gap=8)
        for part in (name, self.field, there, close):
            flow.addWidget(part)
        self.setLayout(column(holding(flow), self._said, gap=4))
        self.hide()

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in reading order."""
        return [self.field, self._there, self._close]

    def ask(self) -> None:
        """Takes the keyboard."""
        self._say("")
        self.show()
        self.opened.emit()
        self.field.selectAll()
        self.field.setFocus()

    def close_it(self) -> None:
        """Goes away, and gives the keyboard back."""
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # the field has done what they do
            super().keyPressEvent(event)

    def _jump(self) -> None:
        try:
            wanted = self.field.value()
        except ValueError:
            self._say(self.tr("Write a date such as 3/11/2026, day first."))
            return
        if wanted is None:
            self._say(self.tr("Write a date first."))
            return
        try:
            day = self._nearest(wanted)
            if day is None:
                self._say(self.tr("No day here has entries."))
                return
            self._go(day)
        except DiaryError as error:
            self._say(str(error))
            return
        near = self.tr("Nothing is noted then. This is the nearest day: {0}.").format(wording.day(day))
        self._say("" if day == wanted else near)
        if day == wanted:
            self.close_it()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self, words)
