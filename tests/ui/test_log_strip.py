"""The saved strip as it is drawn and pressed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment, Settle
from bonddiary.domain.period import Period
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.log.saved_rows import SavedRows
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CheckChip, CueTile, PushChip, RadioChip
from tests.builders import NOW, ROBIN

EVER = Period(date(2000, 1, 1), date(2100, 1, 1))


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    """The page with rooting just saved."""
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.MEDIUM)
    made.resize(1100, 640)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    made.presenter.log(CueKey("rooting"))
    QApplication.processEvents()
    return made


def rows(page: LogPage) -> SavedRows:
    found = page.findChild(SavedRows)
    assert isinstance(found, SavedRows)
    return found


def chip(page: LogPage, words: str) -> QAbstractButton:
    shown = [each for each in rows(page).findChildren(QAbstractButton) if each.isVisible()]
    return next(each for each in shown if each.text() == words)


def visible(page: LogPage, words: str) -> bool:
    shown = rows(page).findChildren(QAbstractButton)
    return any(each.text() == words and each.isVisible() for each in shown)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    assert found.isVisible()
    return found


def the_moment(session: Session) -> Moment:
    (found,) = session.diary.moments(ROBIN.id, EVER)
    return found


def test_chips_save_with_space_and_keep_the_keyboard(page: LogPage, robin: Session) -> None:
    fed = chip(page, "Fed")
    fed.setFocus()
    QTest.keyClick(fed, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert the_moment(robin).responses == ("r-feed-responsive",)
    held = focused()
    assert isinstance(held, CheckChip)
    assert (held.text(), held.isChecked()) == ("Fed", True)
    assert held.accessibleDescription() == "tried number 1"


def test_outcomes_are_radio_buttons_of_which_one_is_on(page: LogPage, robin: Session) -> None:
    chip(page, "Settled").click()
    chip(page, "Settled a bit").click()
    assert the_moment(robin).outcome == "out-partly"
    on = [each.text() for each in rows(page).findChildren(RadioChip) if each.isChecked() and each.isVisible()]
    assert on == ["Settled a bit"]
    chip(page, "Settled a bit").click()
    assert the_moment(robin).outcome is None
    assert not [each for each in rows(page).findChildren(RadioChip) if each.isVisible() and each.isChecked()]


def test_an_outcome_from_more_joins_the_chips(page: LogPage, robin: Session) -> None:
    more = [each for each in rows(page).findChildren(PushChip) if each.isVisible() and each.menu()]
    action = next(act for each in more for act in each.menu().actions() if act.text() == "Fell asleep")
    action.trigger()
    QApplication.processEvents()
    assert the_moment(robin).outcome == "out-asleep"
    assert chip(page, "Fell asleep").isChecked()


def test_in_how_long_is_chosen_from_a_menu(page: LogPage, robin: Session) -> None:
    settle = rows(page)._settle
    next(act for act in settle.menu().actions() if act.text() == "5 min").trigger()
    assert the_moment(robin).settle == Settle.in_minutes(5)
    assert settle.text() == "in 5 min"
    next(act for act in rows(page)._settle.menu().actions() if act.text() == "Not noted").trigger()
    assert the_moment(robin).settle is None


def test_what_is_no_time_is_not_said_as_one(page: LogPage, robin: Session) -> None:
    for choice, words in (("Over an hour", "in over an hour"), ("Not settled", "not settled")):
        next(act for act in rows(page)._settle.menu().actions() if act.text() == choice).trigger()
        assert rows(page)._settle.text() == words
    assert rows(page)._settle.accessibleName() == "not settled"


def test_a_long_menu_scrolls_and_grows_no_columns_that_leave_the_screen(page: LogPage, theme: Theme) -> None:
    theme.wear()
    more = next(each for each in rows(page).findChildren(PushChip) if each.property("key") == "more-tried")
    widest = max(each.sizeHint().width() for each in rows(page).findChildren(CheckChip))
    assert len(more.menu().actions()) > 50
    assert more.menu().sizeHint().width() < 2 * widest


class TestNote:
    def write(self, page: LogPage, words: str) -> None:
        chip(page, "Add note").click()
        assert focused() is rows(page)._note
        QTest.keyClicks(rows(page)._note, words)

    def test_enter_keeps_it(self, page: LogPage, robin: Session) -> None:
        self.write(page, "after the bath")
        QTest.keyClick(rows(page)._note, Qt.Key.Key_Return)
        assert the_moment(robin).note == "after the bath"

    def test_private_is_kept_with_it(self, page: LogPage, robin: Session) -> None:
        self.write(page, "mine")
        rows(page)._private.click()
        assert (the_moment(robin).note, the_moment(robin).private) == ("mine", True)

    def test_leaving_the_field_keeps_it(self, page: LogPage, robin: Session) -> None:
        self.write(page, "half a sentence")
        chip(page, "Fed").setFocus()
        assert the_moment(robin).note == "half a sentence"

    def test_esc_closes_the_strip_and_loses_nothing_typed(self, page: LogPage, robin: Session) -> None:
        self.write(page, "half a sentence")
        QTest.keyClick(rows(page)._note, Qt.Key.Key_Escape)
        assert page.presenter.state.saved is None
        assert the_moment(robin).note == "half a sentence"

    def test_the_next_moment_begins_without_it(self, page: LogPage, robin: Session) -> None:
        self.write(page, "first")
        page._board.first_tile().setFocus()  # type: ignore[union-attr]  # there are tiles
        page.presenter.log(CueKey("rooting"))
        assert rows(page)._note.text() == ""
        notes = {each.note for each in robin.diary.moments(ROBIN.id, EVER)}
        assert notes == {"first", ""}

    def test_chips_pressed_meanwhile_leave_what_is_typed(self, page: LogPage) -> None:
        self.write(page, "half a")
        page.presenter.refresh()
        assert rows(page)._note.text() == "half a"


class TestLeaving:
    def test_esc_on_a_chip_closes_it_and_gives_the_keyboard_to_a_tile(
        self, page: LogPage, robin: Session
    ) -> None:
        chip(page, "Fed").setFocus()
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert page.presenter.state.saved is None
        assert isinstance(focused(), CueTile)
        assert the_moment(robin)

    def test_esc_on_a_tile_closes_it_too(self, page: LogPage) -> None:
        chip(page, "Fed").clearFocus()
        page.enter()
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert page.presenter.state.saved is None
        assert isinstance(focused(), CueTile)

    def test_undo_gives_the_keyboard_back_to_a_tile(self, page: LogPage, robin: Session) -> None:
        undo = chip(page, "Undo")
        undo.setFocus()
        QTest.keyClick(undo, Qt.Key.Key_Space)
        QApplication.processEvents()
        assert robin.diary.moments(ROBIN.id, EVER) == ()
        assert isinstance(focused(), CueTile)

    def test_help_is_there_before_and_after(self, page: LogPage) -> None:
        assert not page._strip._hint.isVisible()
        page.presenter.dismiss()
        assert page._strip._hint.isVisible()
        assert not rows(page).isVisible()


class TestNarrow:
    @pytest.fixture(autouse=True)
    def narrow(self, page: LogPage) -> None:
        page.set_width(Width.NARROW)
        page.resize(360, 640)
        QApplication.processEvents()

    def test_asks_one_question_at_a_time(self, page: LogPage) -> None:
        assert visible(page, "Fed")
        assert not visible(page, "Settled")
        chip(page, "Then…").click()
        assert visible(page, "Settled")
        assert not visible(page, "Fed")
        chip(page, "Back to tried").click()
        assert visible(page, "Fed")

    def test_turning_keeps_the_keyboard_in_the_strip(self, page: LogPage) -> None:
        turn = chip(page, "Then…")
        turn.setFocus()
        QTest.keyClick(turn, Qt.Key.Key_Space)
        assert rows(page).isAncestorOf(focused())

    @pytest.mark.parametrize("cue", ["yawning", "rooting"])
    def test_the_next_moment_is_asked_from_the_beginning(self, page: LogPage, cue: str) -> None:
        """Also the same cue in the same minute."""
        chip(page, "Then…").click()
        page.presenter.log(CueKey(cue))
        QApplication.processEvents()
        assert visible(page, "Fed")
        assert not visible(page, "Settled")

    def test_on_a_wide_window_both_are_there(self, page: LogPage) -> None:
        page.set_width(Width.MEDIUM)
        assert visible(page, "Fed")
        assert visible(page, "Settled")
        assert not visible(page, "Then…")


class TestFirstRunCard:
    @pytest.fixture
    def page(self, qtbot: QtBot, session: Session, theme: Theme) -> LogPage:
        session.change_settings(first_run_done=False)
        made = LogPage(session, theme)
        qtbot.addWidget(made)
        made.resize(1100, 640)
        made.show()
        made.enter()
        return made

    def test_no_words_without_a_letter_are_read_out(self, page: LogPage) -> None:
        shown = [each for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
        assert "Call baby" in [each.text() for each in shown]
        assert [each.text() for each in shown if not each.text().strip()] == []

    def test_the_buttons_stand_in_line_with_the_fields(self, page: LogPage) -> None:
        card = page.above.first_run
        assert card is not None
        start = next(each for each in card.findChildren(QPushButton) if each.text() == "Start")
        foot = start.mapTo(card, start.rect().bottomLeft()).y()
        assert abs(card._name.mapTo(card, card._name.rect().bottomLeft()).y() - foot) <= 4

    def test_the_board_stays_where_it_is_when_the_baby_is_named(
        self, page: LogPage, session: Session
    ) -> None:
        board = page._board
        before = [tile.y() for tile in board._likely]
        assert board.show_whose("Robin · 7 weeks")
        QApplication.processEvents()
        assert [tile.y() for tile in board._likely] == before

    def test_names_the_baby(self, page: LogPage, session: Session) -> None:
        card = page.above.first_run
        assert card is not None
        card._name.setText(" Robin ")
        card._born.setText("20/9/2026")
        QTest.keyClick(card._name, Qt.Key.Key_Return)
        (baby,) = session.babies
        assert (baby.nickname, baby.born) == ("Robin", date(2026, 9, 20))
        assert page.above.first_run is None
        assert isinstance(focused(), CueTile)

    def test_a_date_that_cannot_be_read_is_said_and_nothing_is_saved(
        self, page: LogPage, session: Session
    ) -> None:
        card = page.above.first_run
        assert card is not None
        card._born.setText("30/2/2026")
        next(each for each in card.findChildren(QPushButton) if each.text() == "Start").click()
        assert card._problem.isVisible()
        assert focused() is card._born
        assert session.babies == ()

    def test_a_birth_in_the_future_is_said_and_not_saved(self, page: LogPage, session: Session) -> None:
        card = page.above.first_run
        assert card is not None
        card._born.setText(f"1/1/{NOW.day.year + 1}")
        next(each for each in card.findChildren(QPushButton) if each.text() == "Start").click()
        assert card._problem.isVisible()
        assert session.babies == ()

    def test_skipped_the_board_has_the_keyboard(self, page: LogPage, session: Session) -> None:
        card = page.above.first_run
        assert card is not None
        skip = next(each for each in card.findChildren(QPushButton) if each.text() == "Skip for now")
        skip.setFocus()
        QTest.keyClick(skip, Qt.Key.Key_Space)
        QApplication.processEvents()
        assert session.babies == ()
        assert isinstance(focused(), CueTile)
