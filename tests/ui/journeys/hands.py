"""Hands that press only what can be seen, with the events of a mouse and a keyboard, and count what it takes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QListWidget,
    QMenu,
    QMenuBar,
    QScrollArea,
    QWidget,
)

from bonddiary.domain.moment import Moment
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.widgets.press import CueTile
from tests.builders import when

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@dataclass(frozen=True)
class Screen:
    """A window's size, and the size of its words."""

    width: int
    height: int
    text: int

    @property
    def large(self) -> bool:
        """Such large words make this a narrow window: it asks one question at a time."""
        return self.text == 200


USUAL, LARGE = Screen(1280, 800, 100), Screen(1024, 600, 200)


class Hands:
    """`presses` counts steps: a press, a key that does something, a typed phrase. Ways to them are counted apart."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.presses = 0
        self.scrolls = 0
        """Turns of the wheel to what is out of view: one for each thing pressed after it."""
        self.walked = 0
        """Tab and arrow keys on the way to what is pressed."""

    # A mouse

    def click(
        self, words: str, kind: type[QAbstractButton] = QAbstractButton, *, anywhere: bool = False
    ) -> None:
        """Presses what has these words, on the page or, `anywhere`, in the whole window."""
        self.click_on(self.button(words, kind, anywhere=anywhere))

    def button(
        self, words: str, kind: type[QAbstractButton] = QAbstractButton, *, anywhere: bool = False
    ) -> QAbstractButton:
        within = self.window if anywhere else self.window.page(self.window.place)
        seen = [each for each in within.findChildren(kind) if each.isVisible() and each.text() == words]
        assert seen, f"there is no “{words}” to press"
        return seen[-1]

    def click_on(self, widget: QWidget, at: QPoint | None = None, button: Qt.MouseButton = LEFT) -> None:
        """A press of the mouse where the widget is seen; what is under it gets it, as on a screen."""
        spot = at or widget.rect().center()
        self.bring(widget, spot)
        window = widget.window()
        QTest.mouseClick(window.windowHandle(), button, NONE, widget.mapTo(window, spot))
        self.presses += 1
        self.settle()

    def bring(self, widget: QWidget, spot: QPoint) -> None:
        """Turns the wheel until the spot is in view and nothing lies over it."""
        area, turned = self._scroll_area(widget), 0
        while not self.seen(widget, spot):
            assert area is not None, f"{widget} is covered"
            assert turned < 300, f"{widget} can’t be brought into view"
            at = widget.mapTo(area, spot).y()
            self.wheel(area, 24 if at < area.height() / 2 else -24)
            turned += 1
        self.scrolls += turned > 0

    def wheel(self, over: QScrollArea, by: int) -> None:
        at = QPointF(over.viewport().rect().center())
        event = QWheelEvent(
            at, QPointF(over.viewport().mapToGlobal(at.toPoint())), QPoint(), QPoint(0, by),
            Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(over.viewport(), event)
        self.settle()

    @staticmethod
    def _scroll_area(widget: QWidget) -> QScrollArea | None:
        """What it scrolls in."""
        around = widget.parentWidget()
        while around is not None and not (
            isinstance(around, QScrollArea) and around.verticalScrollBar().maximum() > 0
        ):
            around = around.parentWidget()
        return around

    def seen(self, widget: QWidget, spot: QPoint) -> bool:
        window = widget.window()
        found = window.childAt(widget.mapTo(window, spot))
        return found is not None and (found is widget or widget.isAncestorOf(found))

    def click_row(self, words: str) -> None:
        """Presses a row of the list that is in view."""
        page = self.window.page(self.window.place)
        for rows in page.findChildren(QListWidget):
            for item in rows.findItems(words, Qt.MatchFlag.MatchExactly):
                if rows.isVisible():
                    rows.scrollToItem(item)  # as a turn of the wheel does
                    self.click_on(rows.viewport(), rows.visualItemRect(item).center())
                    return
        raise AssertionError(f"no list in view has “{words}”")

    def click_choice(self, box: QComboBox, words: str) -> None:
        """Opens a list of choices and presses a row."""
        self.click_on(box)
        view = box.view()
        QTest.qWait(
            QApplication.doubleClickInterval() + 50
        )  # Qt takes a faster second press for the first one’s
        at = view.visualRect(view.model().index(box.findText(words), 0)).center()
        QTest.mouseClick(view.viewport(), LEFT, NONE, at)
        self.presses += 1
        self.settle()
        self.window.activateWindow()  # on a screen the window has the keyboard again by itself
        self.settle()

    def choose(self, words: str) -> None:
        """Presses a row of the open menu by mouse."""
        menu = self.menu
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(self._action(menu, words)).center())
        self.presses += 1
        self.settle()

    def open_menu(self, words: str) -> None:
        """Presses a name in the menu bar."""
        bar = self.window.menuBar()
        assert isinstance(bar, QMenuBar)
        at = bar.actionGeometry(self._action(bar, words)).center()
        QTest.mouseClick(bar, LEFT, NONE, at)
        self.presses += 1
        self.settle()

    # A keyboard

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focused, key, modifier)
        self.presses += 1
        self.settle()

    def walk(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """A key that goes on to something, and does nothing else."""
        for _ in range(times):
            QTest.keyClick(self.focused, key, modifier)
            self.walked += 1
            self.settle()

    def type(self, words: str) -> None:
        """Each letter goes to what has the keyboard then."""
        for letter in words:
            QTest.keyClicks(self.focused, letter)
            self.settle()

    def tab_to(self, words: str, most: int = 60, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Tab until the thing with these words has the keyboard; every stop must be visible."""
        for _ in range(most):
            if isinstance(self.focused, QAbstractButton) and self.focused.text() == words:
                return
            QTest.keyClick(self.focused, key)
            self.walked += 1
            self.settle()
            assert self.focused.isVisible()
            assert not self.focused.visibleRegion().isEmpty(), f"{self.focused} has the keyboard out of view"
        raise AssertionError(f"Tab doesn't reach “{words}”")

    def arrow_to_chip(self, words: str) -> None:
        """Arrows over chips of which one is on: they are one stop for Tab."""
        for _ in range(8):
            if isinstance(self.focused, QAbstractButton) and self.focused.text() == words:
                return
            self.walk(Qt.Key.Key_Right)
        raise AssertionError(f"arrows don't reach “{words}”")

    def arrow_to_tile(self, words: str) -> None:
        """Arrows from tile to tile: to the one with these words."""
        goal = self.button(words, CueTile)
        for _ in range(30):
            here = self.focused
            if here is goal:
                return
            page = self.window.page(self.window.place)
            way = goal.mapTo(page, goal.rect().center()) - here.mapTo(page, here.rect().center())
            down = abs(way.y()) > here.height() / 2
            keys = (Qt.Key.Key_Down, Qt.Key.Key_Up) if down else (Qt.Key.Key_Right, Qt.Key.Key_Left)
            self.walk(keys[0] if (way.y() if down else way.x()) > 0 else keys[1])
        raise AssertionError(f"arrows don't reach “{words}”")

    def choose_by_key(self, words: str) -> None:
        """Walks the open menu by arrows and presses Enter."""
        menu = self.menu
        goal = self._action(menu, words)
        for _ in range(30):
            if menu.activeAction() is goal:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
            self.walked += 1
        assert menu.activeAction() is goal
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.presses += 1
        self.settle()

    # What is there

    @property
    def menu(self) -> QMenu:
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu), "no menu is open"
        return found

    @property
    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    @staticmethod
    def settle() -> None:
        for _ in range(4):
            QApplication.processEvents()

    def moments(self) -> tuple[Moment, ...]:
        session = self.window.session
        return session.diary.moments_since(session.baby.id, when("2026-01-01T00:00")) if session.baby else ()

    @staticmethod
    def _action(menu: QWidget, words: str) -> QAction:
        plain: list[QAction] = [each for each in menu.actions() if each.text().replace("&", "") == words]
        assert plain, f"there is no “{words}” to choose"
        return plain[0]


Start = Callable[..., Hands]
