"""A line that says that days are being read, once that takes longer than a moment."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from bonddiary.ui.widgets.announce import announce

SAY_AFTER = 1000
"""Milliseconds; what is quicker needs no words."""


class ReadingLine(QLabel):
    """Hidden unless something takes long."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(self.tr("Reading these days…"))
        self.setProperty("kind", "quiet")
        self.hide()
        self._slow = QTimer(self, singleShot=True, interval=SAY_AFTER)
        self._slow.timeout.connect(self.say)

    def show_working(self, working: bool) -> None:
        """Whether days are being read just now."""
        if not working:
            self._slow.stop()
            self.hide()
        elif not self._slow.isActive() and self.isHidden():
            self._slow.start()

    def say(self) -> None:
        """Shows it, and tells screen readers."""
        self.show()
        announce(self, self.text())
