"""What was done, in words at the end of the menu bar, where nothing has to move for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenuBar

ROUND_DONE, LEAST_DONE = 40, 60
"""Around the words, and the least room in which they are worth showing."""


class DoneLine(QLabel):
    """Hidden until something was done."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar.window())
        self._bar = bar
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "caption")
        self.setContentsMargins(0, 0, 16, 0)
        self.hide()

    def say(self, words: str) -> None:
        """Shows the words as far as there is room; blank words hide the line."""
        if not words:
            if self.text():
                self.clear()
                self.hide()
            return
        bar = self._bar
        last = bar.actionGeometry(bar.actions()[-1])
        room = bar.width() - last.right() - ROUND_DONE
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.setFixedHeight(last.height())  # higher, it would make the bar higher, and the page jump
        self.adjustSize()
        bar.setCornerWidget(self)  # anew, so that it gets the room it needs now
        self.setVisible(room >= LEAST_DONE)
