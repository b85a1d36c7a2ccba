"""A time that is pressed before anything is picked is asked what it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from bonddiary.domain.care import CareKind
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.session import Session
from tests.ui.catch_up.hands import Shown, care, click, key, moments, settle, spot

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(words: str) -> None:
    """Presses a row of the menu, or of a family's menu in it."""
    rows = [*menu().actions()]
    for action in menu().actions():
        family = action.menu()
        if isinstance(family, QMenu):
            rows += family.actions()
    next(row for row in rows if row.text() == words).trigger()
    menu().close()
    settle()


def ask_at(page: CatchUpPage, text: str) -> None:
    """A press of the right button."""
    at = spot(page, text)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.ruler.mapToGlobal(at))
    QApplication.sendEvent(page.ruler, event)
    settle()


def first_tool(page: CatchUpPage) -> str:
    return page.presenter.state.tools[0].name


def test_says_which_time_and_offers_the_palette_and_every_cue(robin: Session, shown: Shown) -> None:
    page = shown()
    click(page, "01:40")
    assert menu().title() == "What was it at 1:40am?"
    question, *rows = [action for action in menu().actions() if action.text()]
    assert question.text() == "What was it at 1:40am?", "the menu may cover the time that was pressed"
    assert not question.isEnabled()
    words = [action.text() for action in rows]
    assert words[: len(page.presenter.state.tools)] == [tool.name for tool in page.presenter.state.tools]
    families = [action.menu() for action in menu().actions() if action.menu() is not None]
    assert len(families) == 4
    assert len(set(words)) == len(words), "a family is told from a stretch"
    menu().close()
    assert moments(robin) == ()


def test_notes_once_and_picks_nothing(robin: Session, shown: Shown) -> None:
    page = shown()
    click(page, "01:40")
    choose(first_tool(page))
    (saved,) = moments(robin)
    assert saved.at.wall.strftime("%H:%M") == "01:40"
    assert page.presenter.state.tool == ""


def test_a_cue_from_a_family(robin: Session, shown: Shown) -> None:
    page = shown()
    click(page, "01:40")
    choose("Hiccups")
    assert [moment.cues for moment in moments(robin)] == [("hiccups",)]
    assert page.presenter.state.tool == ""


def test_a_stretch_is_picked_and_its_end_chosen_next(robin: Session, shown: Shown) -> None:
    page = shown()
    click(page, "01:40")
    choose("Sleep")
    assert page.presenter.state.anchor is not None
    click(page, "03:10")
    (slept,) = care(robin)
    assert slept.kind is CareKind.SLEEP
    assert slept.at.wall.strftime("%H:%M") == "01:40"
    assert slept.until is not None
    assert slept.until.wall.strftime("%H:%M") == "03:10"


def test_the_right_button_asks_also_while_something_is_picked(robin: Session, shown: Shown) -> None:
    page = shown()
    page.presenter.choose(page.presenter.state.tools[1].key)
    picked = page.presenter.state.tool
    ask_at(page, "03:10")
    choose(first_tool(page))
    (saved,) = moments(robin)
    assert saved.cues != (picked,)
    assert page.presenter.state.tool == picked


def test_by_keyboard(robin: Session, shown: Shown) -> None:
    page = shown()
    page.ruler.setFocus()
    key(Qt.Key.Key_Return)
    assert menu().title() == "What was it at midnight?"
    QTest.keyClick(menu(), Qt.Key.Key_Down)
    QTest.keyClick(menu(), Qt.Key.Key_Return)
    settle()
    (saved,) = moments(robin)
    assert saved.at.wall.strftime("%H:%M") == "00:00"


def test_what_is_still_to_come_is_not_asked_about(robin: Session, shown: Shown) -> None:
    page = shown()
    page.presenter.show_hours(night=False)
    page.presenter.step(1)
    click(page, "23:05")
    assert QApplication.activePopupWidget() is None
    ask_at(page, "23:05")
    assert QApplication.activePopupWidget() is None
    assert page.presenter.state.said
