"""Takes everything out of the window's sight, and out of what a screen reader can reach, in one step."""

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from shiboken6 import isValid

from bonddiary.ui.main_window import MainWindow

UNREAD = "qt_rubberband"
"""A name by which Qt keeps a widget, and all in it, out of what screen readers walk through. A test looks whether it still does.

Taking the widget out of the window would do so too, but Qt would then style everything in it anew: over a second.
"""


class Curtain:
    """The window's inside stays where it is, hidden and unread."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._screen: QWidget | None = None
        self._held: QWidget | None = None
        """What had the keyboard."""

    def fall(self, screen: QWidget) -> None:
        """Shows `screen` and nothing else. It is painted when this returns."""
        window, inside = self._window, self._window.centralWidget()
        self._screen, self._held = screen, window.focusWidget()
        window.covered = True
        close_others(window)
        if inside is not None:
            inside.hide()
            inside.setObjectName(UNREAD)
        window.menuBar().hide()  # and its shortcuts are dead
        window.hush()
        window.lay_over(screen)
        window.repaint()

    def rise(self) -> None:
        """Everything is where it was, the keyboard too."""
        window = self._window
        inside = window.centralWidget()
        window.covered = False
        window.menuBar().show()
        if inside is not None:
            inside.setObjectName("")
            inside.show()
        window.lay_over(None)
        window.hush()
        if self._screen is not None:
            self._screen.hide()
            self._screen.deleteLater()
        if self._held is not None and isValid(self._held) and self._held.isVisible():
            self._held.setFocus()
        self.let_go()

    def let_go(self) -> None:
        """What was inside has gone, or is shown again."""
        self._held = None


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
