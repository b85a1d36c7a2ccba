"""The line in the strip that puts right when a moment was, or says when it ended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import button, label

EARLIER = (5, 10)
"""Minutes."""


class TimeFix(QWidget):
    """Two presses and a field. It says what was meant; whether that can be is not decided here."""

    moved = Signal(int)
    """Minutes earlier."""
    time_typed = Signal(str)
    end_typed = Signal(str)
    ended_now = Signal()
    left = Signal()
    """Esc, or nothing more to put right."""

    def __init__(self) -> None:
        super().__init__()
        self._end = False
        self._name = label("", "quiet")
        self._earlier = [button(self.tr("−{0} min").format(each), "small") for each in EARLIER]
        self._now = button(self.tr("Until now"), "small")
        self._line = QLineEdit(placeholderText=self.tr("3:12am, or 40 min"))
        self._set = button(self.tr("Set"), "small")
        self._close = button(self.tr("Done"), "small")
        flow = FlowLayout(gap=6)
        for part in (self._name, *self._earlier, self._now, self._line, self._set, self._close):
            flow.addWidget(part)
        self.setLayout(flow)
        for minutes, each in zip(EARLIER, self._earlier, strict=True):
            each.setAccessibleDescription(self.tr("{0} minutes earlier").format(minutes))
            each.clicked.connect(lambda _=False, minutes=minutes: self.moved.emit(minutes))
        self._now.clicked.connect(self.ended_now)
        self._line.returnPressed.connect(self._send)
        self._set.clicked.connect(self._send)
        self._close.clicked.connect(self.left)

    def open(self, *, end: bool) -> None:
        """Asks for the time, or for the end, and takes the keyboard."""
        self._end = end
        self._name.setText(self.tr("It ended") if end else self.tr("It was"))
        for each in self._earlier:
            each.setVisible(not end)
        self._now.setVisible(end)
        self._line.clear()
        self._line.setAccessibleName(
            self.tr("When it ended, such as 3:12am")
            if end
            else self.tr("Time, such as 3:12am, or how long ago, such as 40 min")
        )
        self.show()
        self._line.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        """What was typed stays in the field until it is taken."""
        if self._line.text().strip():
            (self.end_typed if self._end else self.time_typed).emit(self._line.text())
        else:
            self._line.setFocus()
