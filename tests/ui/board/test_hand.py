"""Arranging the board in its page: menus by mouse and keys, forms inside the page, the list of all cues."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.board import Pin
from bonddiary.domain.catalog import Catalog, Family
from bonddiary.domain.ids import CueKey
from bonddiary.domain.timer import Timer
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.pages.log.arranging import Deed
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW, ROBIN, board_choice, clock_at, moment
from tests.ui.board.hands import (
    by_menu,
    choose,
    keys,
    press,
)
from tests.ui.test_log_board import focused, moments, show, tile

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't


class TestMenuKeys:
    def test_shift_f10_opens_it(self, page: LogPage) -> None:
        over = tile(page, "cooing")
        over.setFocus()
        QTest.keyClick(over, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        choose(over, "Hide from the board")
        assert "cooing" not in keys(page)

    def test_the_menu_key_opens_it(self, page: LogPage) -> None:
        over = tile(page, "cooing")
        over.setFocus()
        at = over.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, over.mapToGlobal(at))
        QApplication.sendEvent(over, event)
        choose(over, "Hide from the board")
        assert "cooing" not in keys(page)

    def test_likely_now_has_it_too(self, page: LogPage) -> None:
        over = page._board._likely[3]
        key = over.key
        over.setFocus()
        QTest.keyClick(over, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        choose(over, "Pin to Likely now")
        assert page._board._likely[0].key == key
        assert page._board._likely[0].accessibleDescription().startswith("Likely now.")

    def test_it_is_named_for_its_cue(self, page: LogPage, catalog: Catalog) -> None:
        over = tile(page, "cooing")
        over.customContextMenuRequested.emit(over.rect().center())
        assert over.findChildren(QMenu)[0].accessibleName() == catalog.cues[CueKey("cooing")].name


class TestDeeds:
    def test_half_an_hour_ago(self, page: LogPage, robin: Session) -> None:
        by_menu(page, "cooing", "Note as 30 min ago")
        (saved,) = moments(robin)
        assert (saved.entered.utc - saved.at.utc).total_seconds() == 1800

    def test_a_crying_timer(self, page: LogPage, robin: Session) -> None:
        by_menu(page, "cry-whimper", "Start a crying timer")
        assert [timer.cue for timer in robin.diary.all(Timer)] == ["cry-whimper"]
        assert moments(robin) == ()

    def test_a_cue_with_signs_shows_its_care_first(self, page: LogPage, catalog: Catalog) -> None:
        signed = next(cue for cue in catalog.of_family(Family.CRYING) if cue.signs)
        page._search.hand._do(Deed.TIMER, signed.key)
        assert page.presenter.state.care

    def test_hiding_keeps_the_keyboard_in_its_place(self, page: LogPage) -> None:
        before = keys(page)
        over = by_menu(page, before[1], "Hide from the board")
        assert keys(page) == [before[0], *before[2:]]
        assert focused() is over
        assert over.key == before[2]
        assert over.accessibleName() == over.text()

    def test_hiding_the_last_one_keeps_the_keyboard_on_the_board(self, page: LogPage) -> None:
        by_menu(page, keys(page)[3], "Hide from the board")
        by_menu(page, keys(page)[3], "Hide from the board")
        assert page._board.isAncestorOf(focused())

    def test_a_whole_family_can_be_hidden(self, page: LogPage) -> None:
        for _ in range(5):
            by_menu(page, keys(page)[0], "Hide from the board")
        assert keys(page) == []
        assert page._board.isAncestorOf(focused())
        page.presenter.undo()
        assert len(keys(page)) == 1

    def test_the_keyboard_goes_with_a_moved_tile(self, page: LogPage) -> None:
        before = keys(page)
        by_menu(page, before[0], "Move later")
        assert keys(page)[:2] == [before[1], before[0]]
        here = focused()
        assert isinstance(here, CueTile)
        assert here.key == before[0]

    def test_undo_stands_in_a_quiet_line(self, page: LogPage, catalog: Catalog) -> None:
        before = keys(page)
        by_menu(page, "cooing", "Hide from the board")
        line = page._done
        assert line.isVisible()
        said = " ".join(each.text() for each in line.findChildren(QLabel))
        assert said == f"Hidden: {catalog.cues[CueKey('cooing')].name}."
        press(line, "Undo")
        assert keys(page) == before
        assert not line.isVisible()
        assert page._board.isAncestorOf(focused())

    def test_no_tile_moves_for_the_quiet_line(self, page: LogPage) -> None:
        before = {each.key: each.mapTo(page, QPoint(0, 0)) for each in page._board._rows[Family.FACE]}
        by_menu(page, "cooing", "Hide from the board")
        assert page._done.isVisible()
        after = {each.key: each.mapTo(page, QPoint(0, 0)) for each in page._board._rows[Family.FACE]}
        assert after == before


class TestOpening:
    def test_content_is_painted_first_then_the_parents_board(
        self, qtbot: QtBot, paths: Paths, diary: Diary, catalog: Catalog, theme: Theme
    ) -> None:
        diary.add(ROBIN)
        diary.arrange(board_choice("cooing", name="", hidden=True))
        session = Session(paths, lambda: diary, catalog, clock_at(), Settings(first_run_done=True))
        made = LogPage(session, theme)
        qtbot.addWidget(made)
        show(qtbot, made, 1120, 640, Width.MEDIUM)
        assert "cooing" in keys(made)
        assert not session.is_open
        session.open()
        made.enter()
        assert "cooing" not in keys(made)

    def test_what_a_hand_went_down_on_is_noted(self, page: LogPage, robin: Session) -> None:
        """The parent's board comes between pressing and lifting: the cue that was seen is noted."""
        under = tile(page, "cooing")
        QTest.mousePress(under, Qt.MouseButton.LeftButton)
        robin.diary.arrange(board_choice("cooing", name="", hidden=True))
        assert under.key != "cooing"
        QTest.mouseRelease(under, Qt.MouseButton.LeftButton)
        assert [each.cues for each in moments(robin)] == [("cooing",)]

    def test_every_tile_stands_where_it_stood_after_500_moments(self, page: LogPage, robin: Session) -> None:
        """Acceptance 9, with a board of the parent's own."""
        by_menu(page, "cooing", "Hide from the board")
        by_menu(page, keys(page)[0], "Move later")
        page.presenter.arranging.add_cue("Fish face", Family.FACE, "", on_board=True)
        page.presenter.arranging.do(Deed.PIN, CueKey("hiccups"))

        def places() -> dict[str, QPoint]:
            tiles = (each for row in page._board._rows.values() for each in row)
            return {each.key: each.mapTo(page, QPoint(0, 0)) for each in tiles if each.isVisible()}

        page.presenter.log(CueKey("rooting"))  # the quiet line has gone with it
        QApplication.processEvents()
        before = places()
        robin.diary.bring_in([moment(cues=(CueKey("yawning"),), at=NOW) for _ in range(500)], "test")
        robin.clock = lambda: NOW.shifted(timedelta(hours=1))
        page.enter()
        QApplication.processEvents()
        assert len(before) >= 16
        assert places() == before
        assert [each.key for each in page._board._likely][:2] == ["hiccups", "yawning"]


def test_undo_and_redo_elsewhere_are_seen_at_once(page: LogPage, robin: Session) -> None:
    by_menu(page, "cooing", "Hide from the board")
    robin.diary.undo()
    assert "cooing" in keys(page)
    robin.diary.redo()
    assert "cooing" not in keys(page)


def test_pins_alone_leave_no_empty_tiles(qtbot: QtBot, page: LogPage, robin: Session) -> None:
    by_menu(page, "cooing", "Pin to Likely now")
    robin.change_settings(likely_now=False)
    page.enter()
    assert [each.key for each in page._board._likely if each.isVisible()] == ["cooing"]
    before = moments(robin)
    QTest.keyClicks(tile(page, "smile"), "2")
    assert moments(robin) == before
    assert [each.cue for each in robin.diary.all(Pin)] == ["cooing"]
