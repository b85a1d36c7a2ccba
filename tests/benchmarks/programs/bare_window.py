"""The least that a PySide6 program can do: show an empty window."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.programs.saying import end, stamp


class BareWindow(QMainWindow):
    """As large as Bond Diary's."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1120, 720)
        self._was_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.on_painted)

    def on_painted(self) -> None:
        """The first turn of the event loop after the first paint."""
        end({"bare": stamp()})


def main() -> None:
    """Ends with the stamp of its first paint."""
    app = QApplication(sys.argv)
    window = BareWindow()
    window.show()
    app.exec()
