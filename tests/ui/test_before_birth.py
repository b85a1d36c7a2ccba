"""Before the birth nothing can be noted by accident, wherever it is tried, and each place says why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.domain.care import CareEvent, CareKind, DayMark, DayMarkKind
from bonddiary.domain.ids import MomentId, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.timer import Timer
from bonddiary.ui.care.presenter import CarePresenter
from bonddiary.ui.care.state import CareChoice
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.log.waiting import Press, Waiting
from bonddiary.ui.pages.page import Place
from bonddiary.ui.quick.window import QuickWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, ROBIN, everything
from tests.ui.test_log_babies import EXPECTED, WREN, settle
from tests.ui.test_log_presenter import ROOTING, Desk
from tests.ui.test_phrase_presenter import Typed
from tests.ui.test_quick_window import said

WHY = "Robin isn’t born yet, going by the due date. You can note cues from the birth on."


def noted(session: Session) -> list[object]:
    kinds = (Moment, CareEvent, DayMark, Timer)
    return [each for each in everything(session.diary) if isinstance(each, kinds)]


@pytest.fixture
def expecting(session: Session) -> Session:
    session.diary.add(EXPECTED)
    return session


def test_a_press(expecting: Session) -> None:
    desk = Desk(expecting)
    desk.presenter.enter()
    desk.presenter.log(ROOTING)
    assert (noted(expecting), desk.said[-1], desk.state.saved) == ([], WHY, None)


def test_a_phrase_stays_in_its_field(expecting: Session) -> None:
    typed = Typed(expecting)
    typed.presenter.type("rooting 10 min ago")
    typed.presenter.save()
    assert (noted(expecting), typed.state.time_problem) == ([], WHY)
    assert typed.state.text == "rooting 10 min ago"
    assert not typed.state.waits


def test_care(expecting: Session) -> None:
    heard: list[str] = []
    presenter = CarePresenter(expecting, lambda: (NOW, NOW), lambda _state: None, heard.append)
    presenter.log(CareChoice(CareKind.FEED, "Feed", "care-feed"))
    assert (noted(expecting), heard, presenter.state.waiting) == ([], [WHY], "")


def test_catching_up(expecting: Session) -> None:
    heard: list[str] = []
    presenter = CatchUpPresenter(expecting, lambda _state: None, heard.append)
    presenter.enter()
    assert presenter.state.empty == WHY
    presenter.choose("sleep")
    presenter.stretch(2, 6)
    assert (presenter.state.said, heard[-1]) == (WHY, WHY)
    presenter.type_line("rooting 9am")
    presenter.mark(DayMarkKind.WHOLE_DAY, True)
    assert presenter.state.no_crying_problem == WHY
    assert noted(expecting) == []


def test_a_press_before_the_diary_is_open_waits_for_the_birth(expecting: Session) -> None:
    waiting = Waiting(expecting, origin=None)
    waiting.press(Press(MomentId(new_id()), ROOTING, NOW, NOW))
    assert waiting.save() == []
    assert WHY in waiting.words
    assert noted(expecting) == []


def test_the_one_who_is_born_can_be_noted_for(expecting: Session) -> None:
    expecting.diary.add(WREN)
    expecting.show_baby(WREN.id)
    desk = Desk(expecting)
    desk.presenter.enter()
    desk.presenter.log(ROOTING)
    assert [each.baby for each in noted(expecting) if isinstance(each, Moment)] == [WREN.id]
    assert expecting.before_birth(ROBIN.id) == WHY


class TestWindow:
    @pytest.fixture
    def shown(self, qtbot: QtBot, expecting: Session, window: MainWindow) -> MainWindow:
        window.resize(1120, 720)
        with qtbot.waitSignal(window.painted):
            window.show()
        window.activateWindow()
        settle()
        return window

    def test_keys_note_nothing_on_any_page(self, expecting: Session, shown: MainWindow) -> None:
        control = Qt.KeyboardModifier.ControlModifier
        for place in (Place.LOG, Place.TIMELINE, Place.PATTERNS, Place.TIPS, Place.CATCH_UP):
            shown.go(place)
            settle()
            for key in (Qt.Key.Key_1, Qt.Key.Key_R, Qt.Key.Key_O):
                QTest.keyClick(QApplication.focusWidget() or shown, key)
            if place is not Place.LOG:  # there Enter is on the press that tells of the birth
                QTest.keyClick(QApplication.focusWidget() or shown, Qt.Key.Key_Return)
            settle()
        for key in (Qt.Key.Key_N, Qt.Key.Key_T):
            QTest.keyClick(shown, key, control)
            settle()
            for letter in "rooting":
                QTest.keyClick(QApplication.focusWidget() or shown, letter)
        settle()
        assert expecting.before_birth() == WHY
        assert noted(expecting) == []

    def test_the_row_for_care_and_the_list_of_cues_are_not_there(
        self, expecting: Session, shown: MainWindow
    ) -> None:
        expecting.diary.add(WREN)
        expecting.show_baby(WREN.id)
        settle()
        page = shown.page(Place.LOG)
        assert isinstance(page, LogPage)
        assert page._care.corner.row.isVisible()
        page._search.open(page._search.family)
        settle()
        expecting.show_baby(ROBIN.id)
        settle()
        assert page._search.list is not None
        assert not page._search.list.isVisible()
        assert not page._care.corner.row.isVisible()
        expecting.show_baby(WREN.id)
        settle()
        assert page._board.isVisible()

    def test_the_list_of_cues_stays_while_the_page_is_read_anew(
        self, expecting: Session, shown: MainWindow
    ) -> None:
        expecting.diary.add(WREN)
        expecting.show_baby(WREN.id)
        page = shown.page(Place.LOG)
        assert isinstance(page, LogPage)
        page._search.open(page._search.family)
        page.presenter.refresh()
        settle()
        assert not page._board.isVisible()


def test_the_small_window_says_why(qtbot: QtBot, expecting: Session, theme: Theme) -> None:
    quick = QuickWindow(expecting, theme)
    qtbot.addWidget(quick)
    quick.open()
    qtbot.waitExposed(quick)
    quick._on_opened()
    settle()
    assert WHY in said(quick)
    quick._tiles[0].click()
    settle()
    assert noted(expecting) == []
    assert quick._undo.isHidden()
