"""A walk through the Log page by keyboard: where Tab stops, where the keyboard stays, what screen readers are told."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.focus import focus_first
from tests.builders import ROBIN

EVER = Period(date(2000, 1, 1), date(2100, 1, 1))


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    """The page with the keyboard on its first tile, and Tonight beside the board."""
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.WIDE)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    settle()
    return made


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    assert found.isVisible()
    return found


def tab(*, back: bool = False) -> QWidget:
    QTest.keyClick(focused(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    return focused()


def moments(session: Session) -> tuple[Moment, ...]:
    return session.diary.moments(ROBIN.id, EVER)


class TestDigits:
    def test_give_the_keyboard_to_the_tile_pressed(self, page: LogPage) -> None:
        for place in (1, 3, 0):
            QTest.keyClicks(focused(), str(place + 1))
            settle()
            assert focused() is page._board._likely[place]

    def test_tab_goes_on_to_the_strip(self, page: LogPage, robin: Session) -> None:
        QTest.keyClicks(focused(), "2")
        settle()
        assert page._strip.isAncestorOf(tab())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert len(moments(robin)) == 1


class TestTimes:
    def test_the_stop_is_the_chip_that_is_on(self, page: LogPage) -> None:
        """Also after another one had the keyboard."""
        other = page._times._other
        other.setFocus()
        QTest.keyClick(other, Qt.Key.Key_Space)
        QTest.keyClicks(page._times._line._line, "40 min")  # type: ignore[union-attr]  # it is shown
        page._board._likely[0].setFocus()
        QTest.keyClick(focused(), Qt.Key.Key_Space)
        settle()
        assert tab(back=True) is page._times._chips[0]
        page._board._likely[0].setFocus()
        assert focus_first(page._times)
        assert focused() is page._times._chips[0]

    def test_one_chip_is_the_stop_before_any_is_pressed(self, page: LogPage) -> None:
        stops = [
            chip
            for chip in (*page._times._chips.values(), page._times._other)
            if chip.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert stops == [page._times._chips[0]]

    def test_tab_walks_chips_line_days_and_board(self, page: LogPage) -> None:
        other = page._times._other
        other.setFocus()
        QTest.keyClick(other, Qt.Key.Key_Space)
        settle()
        line = page._times._line
        assert line is not None
        assert focused() is line._line
        assert tab(back=True) is other
        assert [tab(), tab(), tab()] == [line._line, line._day, page._board.stop()]


class TestThen:
    def test_the_stop_is_the_chip_that_is_on(self, page: LogPage) -> None:
        QTest.keyClicks(focused(), "1")
        settle()
        rows = page._strip.rows
        assert rows is not None
        chips = [each for each in page._strip.findChildren(QWidget) if each.property("key") in THEN]
        chips[1].setFocus()
        QTest.keyClick(chips[1], Qt.Key.Key_Space)
        chips[0].setFocus()
        page.presenter.refresh()
        page._board._likely[0].setFocus()
        assert focus_first(rows._chips[1])
        assert focused() is chips[1]


THEN = ("out-settled", "out-partly")
