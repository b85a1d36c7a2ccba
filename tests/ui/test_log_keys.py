"""A walk through the Log page by keyboard: where Tab stops, where the keyboard stays, what screen readers are told."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.focus import focus_first
from bonddiary.ui.widgets.press import CheckChip, CueTile, PushChip, RadioChip
from tests.builders import NOW, ROBIN

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

    @pytest.mark.parametrize("width", [1280, 1120, 700])
    def test_what_is_said_of_a_time_is_seen_whole(self, page: LogPage, width: int, theme: Theme) -> None:
        theme.wear()
        page.set_width(Width.WIDE if width == 1280 else Width.MEDIUM)
        page.resize(width, 640)
        page.presenter.ask_other_time()
        page.presenter.type_time("zzz", 0)
        page.presenter.log(CueKey("rooting"))
        settle()
        said = page._times._line._said  # type: ignore[union-attr]  # it is shown
        assert said.text().startswith("Not noted yet.")
        edge = said.grab().toImage().pixelColor(said.width() - 1, said.height() // 2)
        assert edge != QColor(theme.look.tokens.problem), "a frame is drawn over the words"
        assert said.height() >= said.heightForWidth(said.width())

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


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # which the offscreen platform can't
class TestMoreMenus:
    """What a menu adds makes the chips anew; the keyboard stays in the strip, never in Tonight beside it."""

    @pytest.mark.parametrize("key", ["more-tried", "more-then"])
    def test_leave_the_keyboard_on_their_chip(self, page: LogPage, robin: Session, key: str) -> None:
        QTest.keyClicks(focused(), "1")
        settle()
        more = next(each for each in page._strip.findChildren(PushChip) if each.property("key") == key)
        more.setFocus()
        menu = more.menu()
        menu.popup(more.mapToGlobal(more.rect().bottomLeft()))
        menu.setFocus()
        settle()
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        settle()
        (saved,) = moments(robin)
        assert saved.responses or saved.outcome
        assert focused().property("key") == key
        assert focused() is not more


def test_tried_and_then_stand_in_line_with_their_chips(page: LogPage) -> None:
    """Also from the second cue on, for which there are other chips."""
    for key in ("rooting", "yawning", "hiccups"):
        page.presenter.log(CueKey(key))
        settle()
        rows = page._strip.rows
        assert rows is not None
        for name, chips in zip(rows._names, rows._chips, strict=False):
            first = next(each for each in chips.findChildren(QAbstractButton) if each.isVisible())
            assert abs(middle(name) - middle(first)) <= 1


def middle(widget: QWidget) -> int:
    return widget.mapToGlobal(widget.rect().center()).y()


class TestSaid:
    def test_what_heads_the_page_is_a_heading(self, page: LogPage) -> None:
        heads = [
            found.text(QAccessible.Text.Name)
            for each in page.findChildren(QLabel)
            if each.isVisible()
            and (found := QAccessible.queryAccessibleInterface(each)) is not None
            and found.role() is QAccessible.Role.Heading
        ]
        assert heads[0] == "What did you notice?"
        assert {"Likely now", "Crying", "Noises", "Face", "Movement", page._state.recent_title} <= {*heads}

    def test_groups_of_chips_have_names(self, page: LogPage) -> None:
        page.presenter.log(CueKey("rooting"))
        groups = {chip.parentWidget().accessibleName() for chip in page.findChildren(RadioChip)}
        groups |= {chip.parentWidget().accessibleName() for chip in page.findChildren(CheckChip)}
        assert groups == {"When it happened", "What was tried", "What happened next", "Family of cues"}

    def test_likely_tiles_say_so(self, page: LogPage) -> None:
        first = page._board._likely[0]
        assert first.accessibleName() == "Rooting"
        assert first.accessibleDescription() == "Likely now. Movement cue. Press to note it."


class TestMore:
    @pytest.mark.parametrize("by", ["Esc", "button"])
    def test_left_without_a_choice_gives_the_keyboard_back(self, page: LogPage, by: str) -> None:
        more = page._board._more[Family.FACE]
        more.setFocus()
        QTest.keyClick(more, Qt.Key.Key_Space)
        search = page._search.list
        assert search is not None
        if by == "Esc":
            QTest.keyClick(focused(), Qt.Key.Key_Escape)
        else:
            search.findChildren(QPushButton)[0].click()
        assert focused() is more
        assert page._times.isAncestorOf(tab(back=True))
        assert tab() is more

    def test_gone_from_a_narrow_window_a_tile_has_it(self, qtbot: QtBot, page: LogPage) -> None:
        page._board._more[Family.FACE].click()
        page.set_width(Width.NARROW)
        page.resize(360, 640)
        qtbot.waitUntil(page._board._more[Family.FACE].isHidden)
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert isinstance(focused(), CueTile)


class TestRedo:
    def test_shows_the_moment_in_the_strip_again(self, page: LogPage, robin: Session) -> None:
        page.presenter.log(CueKey("rooting"))
        page.presenter.undo()
        assert page._state.saved is None
        robin.diary.redo()
        assert page._state.saved is not None
        assert page._state.saved.moment == moments(robin)[0].id

    def test_leaves_a_strip_that_was_closed(self, page: LogPage, robin: Session) -> None:
        page.presenter.log(CueKey("rooting"))
        page.presenter.undo()
        page.presenter.dismiss()
        robin.diary.redo()
        assert page._state.saved is None

    def test_leaves_a_newer_moment_in_the_strip(self, page: LogPage, robin: Session) -> None:
        page.presenter.log(CueKey("rooting"))
        page.presenter.undo()
        robin.diary.redo()
        page.presenter.log(CueKey("yawning"))
        newer = page._state.saved
        page.presenter.refresh()
        assert newer is not None
        assert page._state.saved is not None
        assert page._state.saved.moment == newer.moment


class TestFirstRun:
    @pytest.fixture
    def page(self, qtbot: QtBot, session: Session, theme: Theme) -> LogPage:
        session.change_settings(first_run_done=False)
        made = LogPage(session, theme)
        qtbot.addWidget(made)
        made.resize(1100, 640)
        made.show()
        made.enter()
        return made

    def test_esc_leaves_said_what_is_wrong(self, page: LogPage, session: Session) -> None:
        card = page.above.first_run
        assert card is not None
        card._born.setText("30/2/2026")
        QTest.keyClick(card._born, Qt.Key.Key_Return)
        QTest.keyClick(card._born, Qt.Key.Key_Escape)
        assert card._problem.isVisible()
        card._born.setText(f"1/1/{NOW.day.year + 1}")
        before = card._problem.text()
        QTest.keyClick(card._born, Qt.Key.Key_Return)
        assert card._problem.isVisible()
        assert card._problem.text() != before
        card._born.setText("20/9/2026")
        QTest.keyClick(card._born, Qt.Key.Key_Return)
        assert page.above.first_run is None
        assert len(session.babies) == 1
