"""A second start where another computer has the diary open: the folder is shared, and two at once could damage it."""

from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column

START = (640, 240)


class Elsewhere(QWidget):
    """Says on which computer, and leaves it to the parent."""

    def __init__(self, computer: str, folder: Path) -> None:
        super().__init__()
        self.taken_over = False
        self._loop = QEventLoop(self)
        self.setWindowTitle("Bond Diary")
        self.resize(*START)
        self.bar = InlineBar()
        self.setLayout(column(self.bar, 1, gap=0))
        self.bar.say(
            self.tr(
                "The diary in {0} is open on another computer: “{1}”. Close it there first. "
                "Two at once could damage it."
            ).format(folder, computer),
            (self.tr("Close"), self.close),
            (self.tr("It isn’t open there"), self._take_over),
        )

    def ask(self) -> bool:
        """Waits for an answer: whether the parent says that it isn't open there any more."""
        self.show()
        self._loop.exec()
        return self.taken_over

    def _take_over(self) -> None:
        self.taken_over = True
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._loop.quit()
