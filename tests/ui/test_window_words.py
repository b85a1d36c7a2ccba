"""What the window says and where its keyboard goes, whatever page is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.navigation import NavButton
from bonddiary.ui.pages.page import Place
from bonddiary.ui.pages.patterns.page import PatternsPage
from bonddiary.ui.pages.patterns.spans import Span
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.focus import focus_first
from bonddiary.ui.widgets.layout import button, column, scrolling
from bonddiary.ui.widgets.press import CueTile
from tests.ui.chart_samples import fortnight


@pytest.fixture
def shown(qtbot: QtBot, robin: Session, window: MainWindow) -> MainWindow:
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(window._actions))
    QTest.qWait(30)
    return window


def said(window: MainWindow) -> str:
    return window._done.text() if window._done.isVisible() else ""


def tile(window: MainWindow) -> CueTile:
    return next(each for each in window.findChildren(CueTile) if each.isVisible())


def held() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class TestUndo:
    def test_says_what_it_took_back_until_something_else_is_done(self, shown: MainWindow) -> None:
        tile(shown).click()
        shown.commands.undo()
        assert said(shown) == "Undone: log rooting."
        shown.commands.redo()
        assert said(shown) == "Done again: log rooting."
        tile(shown).click()
        assert said(shown) == ""

    def test_leaves_the_menus_their_room_on_a_small_window(self, shown: MainWindow) -> None:
        shown.resize(360, 640)
        QTest.qWait(30)
        tile(shown).click()
        shown.commands.undo()
        QTest.qWait(30)
        menus = shown.menuBar()
        assert said(shown).startswith("Undone")
        assert said(shown).endswith("…")
        assert shown._done.geometry().left() > menus.actionGeometry(menus.actions()[-1]).right()

    def test_says_so_when_there_is_nothing(self, shown: MainWindow, robin: Session) -> None:
        while robin.diary.undo() is not None:
            pass
        shown.commands.undo()
        assert said(shown) == "There is nothing to take back."
        shown.go(Place.TIPS)
        assert said(shown) == ""


class TestPlaces:
    def test_arrows_walk_them_and_enter_opens_one(self, shown: MainWindow) -> None:
        buttons = shown._navigation._buttons
        buttons[Place.LOG].setFocus()
        QTest.keyClick(held(), Qt.Key.Key_Down)
        QTest.keyClick(held(), Qt.Key.Key_Down)
        assert held() is buttons[Place.PATTERNS]
        assert shown.place is Place.LOG
        QTest.keyClick(held(), Qt.Key.Key_Up)
        QTest.keyClick(held(), Qt.Key.Key_Return)
        assert shown.place is Place.TIMELINE

    def test_tab_stops_at_the_place_shown(self, shown: MainWindow) -> None:
        shown._navigation._buttons[Place.LOG].setFocus()
        for place in (Place.TIMELINE, Place.SETTINGS, Place.LOG):
            shown.go(place)
            stops = [
                each
                for each in shown._navigation.findChildren(NavButton)
                if each.isCheckable() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            ]
            assert stops == [shown._navigation._buttons[place]]


def test_patterns_gives_the_keyboard_to_the_span_shown_and_later_to_where_it_was(
    shown: MainWindow, robin: Session
) -> None:
    robin.diary.bring_in(fortnight(), "test")
    shown.go(Place.PATTERNS)
    page = shown.page(Place.PATTERNS)
    assert isinstance(page, PatternsPage)
    chips = page._period._spans
    assert held() is chips[Span.TWO_WEEKS]
    chips[Span.ALL].click()
    chips[Span.ALL].setFocus()
    shown._navigation._buttons[Place.PATTERNS].setFocus()
    shown.go(Place.PATTERNS)
    assert held() is chips[Span.ALL]


def test_a_second_click_of_a_double_click_is_no_second_moment(shown: MainWindow, robin: Session) -> None:
    pressed = tile(shown)
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(pressed, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(pressed, Qt.MouseButton.LeftButton)
    baby = robin.baby
    assert baby is not None
    whole = robin.diary.whole_period(baby.id)
    assert whole is not None
    assert len(robin.diary.moments(baby.id, whole)) == 1


def test_what_gets_the_keyboard_is_scrolled_to(qtbot: QtBot) -> None:
    inside, last = QWidget(), button("Last")
    first = QWidget()
    first.setFixedHeight(900)
    inside.setLayout(column(first, last))
    area = scrolling(inside)
    assert isinstance(area, QScrollArea)
    qtbot.addWidget(area)
    area.resize(200, 200)
    area.show()
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty())
    assert last.visibleRegion().isEmpty()
    assert focus_first(inside)
    assert not last.visibleRegion().isEmpty()


class TestDone:
    @pytest.mark.parametrize("text", [100, 200])
    def test_nothing_moves_for_it(self, shown: MainWindow, text: int) -> None:
        shown.session.change_settings(text_size=text)
        shown.resize(1280, 800)
        QTest.qWait(30)
        before = shown.menuBar().height()
        shown.tell("Crying timer started.")
        QTest.qWait(30)
        assert said(shown)
        assert shown.menuBar().height() == before
