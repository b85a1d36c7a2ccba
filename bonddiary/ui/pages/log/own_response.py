"""The line for something else that was tried, in a few words of the family's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import button, label

LONGEST = 40
"""Letters: a chip has to hold them."""


class OwnResponse(QWidget):
    """What was typed stays in the field until it is saved."""

    said = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit(placeholderText=self.tr("In 3 words or so"), maxLength=LONGEST)
        self._line.setAccessibleName(self.tr("What you tried, in 3 words or so"))
        add, done = button(self.tr("Add"), "small"), button(self.tr("Done"), "small")
        flow = FlowLayout(self, gap=6)
        for part in (label(self.tr("You tried"), "quiet"), self._line, add, done):
            flow.addWidget(part)
        self._line.returnPressed.connect(lambda: self.said.emit(self._line.text()))
        add.clicked.connect(lambda: self.said.emit(self._line.text()))
        done.clicked.connect(self.left)

    def open(self) -> None:
        """Takes the keyboard."""
        self._line.clear()
        self.show()
        self._line.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
