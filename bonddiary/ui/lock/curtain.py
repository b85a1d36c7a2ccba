"""Takes everything out of the window's sight, and out of what a screen reader can reach, in one step."""

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from bonddiary.ui.main_window import MainWindow


class Curtain:
    """The window's inside waits outside of every window: hidden widgets of a window could still be walked to."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._inside: QWidget | None = None
        self._held: QWidget | None = None
        """What had the keyboard."""

    def fall(self, screen: QWidget) -> None:
        """Shows `screen` and nothing else. It is painted when this returns."""
        window = self._window
        self._held = QApplication.focusWidget()
        window.covered = True
        close_others(window)
        self._inside = window.takeCentralWidget()
        window.setCentralWidget(screen)
        menus = window.menuBar()
        menus.hide()  # and its shortcuts are dead
        window.hush()
        if (layout := window.layout()) is not None:
            layout.activate()
        window.repaint()

    def rise(self) -> None:
        """Everything is where it was, the keyboard too."""
        window = self._window
        screen = window.takeCentralWidget()
        if self._inside is not None:
            window.setCentralWidget(self._inside)
            self._inside.show()
        if screen is not None:
            screen.deleteLater()
        self.part()
        if self._held is not None and self._held.isVisible():
            self._held.setFocus()
        self._inside = self._held = None

    def part(self) -> None:
        """The window may speak again."""
        self._window.covered = False
        self._window.menuBar().show()
        self._window.hush()

    def drop(self) -> None:
        """What was inside goes for good."""
        if self._inside is not None:
            self._inside.deleteLater()
        self._inside = self._held = None


def close_others(window: QWidget) -> None:
    """Menus, file dialogs, hints: a suggested file name may hold a baby's name."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.hide()
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        if isinstance(other, QDialog):
            other.reject()
        else:
            other.hide()


def empty_clipboard() -> None:
    """Takes back what was copied here; what another program put there stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
