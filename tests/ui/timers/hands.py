"""A window with a clock that goes on when told, and what can be seen and pressed of its timers."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.timers.line import TimerRow
from tests.builders import NOW, everything


class Time:
    """A clock that goes on when told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> When:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now = self.now.shifted(timedelta(**time))


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def rows(window: MainWindow) -> list[TimerRow]:
    return [each for each in window.findChildren(TimerRow) if each.isVisible()]


def words(window: MainWindow) -> list[str]:
    return [each._words.text() for each in rows(window)]


def buttons(window: MainWindow) -> list[str]:
    return [part.text() for each in rows(window) for part in each._buttons()]


def press(window: MainWindow, text: str) -> None:
    found = next(part for each in rows(window) for part in each._buttons() if part.text() == text)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def do(window: MainWindow, name: str) -> None:
    action = window._actions[name]
    assert isinstance(action, QAction)
    action.trigger()
    settle()


def entries(window: MainWindow) -> list[Moment | CareEvent]:
    return [each for each in everything(window.session.diary) if isinstance(each, Moment | CareEvent)]


def chosen(page: QWidget, button: str, entry: str) -> None:
    found = next(each for each in page.findChildren(QPushButton) if each.text() == button)
    next(action for action in found.menu().actions() if action.text() == entry).trigger()
    settle()
