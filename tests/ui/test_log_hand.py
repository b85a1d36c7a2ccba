"""Arranging the board in its page: menus by mouse and keys, forms inside the page, the list of all cues."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.board import BoardChoice, OwnWord, Pin
from bonddiary.domain.catalog import Catalog, Family
from bonddiary.domain.ids import CueKey
from bonddiary.domain.timer import Timer
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.delegates.cue_row import HEADING_ROLE
from bonddiary.ui.pages.log.arranging import Deed
from bonddiary.ui.pages.log.own_word import CueForm, NameForm
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile, RadioChip
from tests.builders import NOW, ROBIN, board_choice, clock_at, moment, own_word
from tests.ui.test_log_board import focused, moments, show, tile

pytestmark = pytest.mark.qt_log_ignore(
    "grabbing the keyboard", extend=True
)  # which the offscreen platform can't


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    show(qtbot, made, 1120, 640, Width.MEDIUM)
    made.enter()
    return made


def keys(page: LogPage, family: Family = Family.NOISES) -> list[str]:
    return [each.key for each in page._board._rows[family]]


def choose(over: QWidget, words: str) -> None:
    """Chooses from the menu that is open over a tile or list."""
    menu = [each for each in over.findChildren(QMenu) if each.actions()][-1]
    action = next(each for each in menu.actions() if each.text() == words)
    assert action.isEnabled()
    action.trigger()
    menu.close()
    over.window().activateWindow()  # on a screen the window has the keyboard again by itself
    QApplication.processEvents()


def by_menu(page: LogPage, key: str, words: str) -> CueTile:
    over = tile(page, key)
    over.setFocus()
    over.customContextMenuRequested.emit(over.rect().center())
    choose(over, words)
    return over


def form(page: LogPage) -> NameForm:
    found = page.hand.form
    assert found is not None
    assert found.isVisible()
    return found


def press(within: QWidget, words: str) -> None:
    found = next(
        each for each in within.findChildren(QAbstractButton) if each.text() == words and each.isVisible()
    )
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


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
        page.hand._do(Deed.TIMER, signed.key)
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


class TestRename:
    def test_by_keys_alone(self, page: LogPage) -> None:
        over = by_menu(page, "cooing", "Call it something else…")
        field = form(page)._field
        assert focused() is field
        QTest.keyClicks(field, "Pigeon")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert over.text() == over.accessibleName() == "Pigeon"
        assert page.hand.form is None
        assert focused() is over

    def test_esc_leaves_the_name(self, page: LogPage, robin: Session) -> None:
        over = by_menu(page, "cooing", "Call it something else…")
        QTest.keyClicks(form(page)._field, "Pigeon")
        QTest.keyClick(form(page)._field, Qt.Key.Key_Escape)
        assert page.hand.form is None
        assert robin.diary.all(BoardChoice) == ()
        assert focused() is over

    def test_what_is_wrong_stands_there_and_the_text_stays(self, page: LogPage, robin: Session) -> None:
        by_menu(page, "cooing", "Call it something else…")
        field = form(page)._field
        QTest.keyClicks(field, "one two three four five")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert form(page)._problem.isVisible()
        assert "4 words" in field.accessibleDescription()
        assert field.text() == "one two three four five"
        assert focused() is field
        assert robin.diary.all(BoardChoice) == ()

    def test_a_very_long_word_takes_no_room_from_others(self, page: LogPage) -> None:
        shape = page._board._shape
        page.presenter.arranging.rename(CueKey("cooing"), "W" * 40)
        page._middle.fit(page.height(), page.width_class)
        assert page._board._shape.tiles >= min(shape.tiles, 3)
        assert tile(page, "cooing").toolTip() == "W" * 40


class TestOwnCue:
    def open(self, page: LogPage, typed: str = "") -> CueForm:
        QTest.mouseClick(page._board._more[Family.FACE], Qt.MouseButton.LeftButton)
        assert page._search is not None
        QTest.keyClicks(page._search._field, typed)
        press(page._search, "Add your own cue…")
        found = form(page)
        assert isinstance(found, CueForm)
        return found

    def test_by_keys_alone(self, page: LogPage, robin: Session) -> None:
        made = self.open(page, "fishy")
        assert focused() is made._field
        assert made._field.text() == "fishy"
        QTest.keyClick(made._field, Qt.Key.Key_Return)
        (word,) = robin.diary.all(OwnWord)
        assert (word.name, word.family, word.drawing) == ("fishy", Family.FACE, "")
        assert page._board.isVisible()
        assert page._board.isAncestorOf(focused())
        assert tile(page, word.id).accessibleDescription() == "Face cue. Press to note it."

    def test_another_family_and_drawing(self, page: LogPage, robin: Session, catalog: Catalog) -> None:
        made = self.open(page, "snort")
        press(made, "Noises")
        chips = [each for each in made.findChildren(RadioChip) if "Drawing" in each.accessibleName()]
        assert len(chips) == len(catalog.of_family(Family.NOISES)) + 1
        QTest.mouseClick(chips[2], Qt.MouseButton.LeftButton)
        press(made, "Add")
        (word,) = robin.diary.all(OwnWord)
        assert (word.family, word.drawing) == (Family.NOISES, catalog.of_family(Family.NOISES)[1].key)

    def test_a_press_notes_it(self, page: LogPage, robin: Session) -> None:
        QTest.keyClick(self.open(page, "fishy")._field, Qt.Key.Key_Return)
        (word,) = robin.diary.all(OwnWord)
        QTest.mouseClick(tile(page, word.id), Qt.MouseButton.LeftButton)
        assert [each.cues for each in moments(robin)] == [(word.id,)]

    def test_cancel_goes_back_to_the_board(self, page: LogPage, robin: Session) -> None:
        press(self.open(page, "fishy"), "Cancel")
        assert robin.diary.all(OwnWord) == ()
        assert page._board.isVisible()
        assert focused() is page._board._more[Family.FACE]

    def test_every_control_is_named(self, page: LogPage, unnamed: Callable[[QWidget], list[str]]) -> None:
        made = self.open(page)
        assert unnamed(page) == []
        chips = list(made.findChildren(RadioChip))
        assert len({each.accessibleName() for each in chips}) == len(chips)

    def test_it_fits_a_small_window(
        self, qtbot: QtBot, page: LogPage, cut_off: Callable[[QWidget], list[str]]
    ) -> None:
        show(qtbot, page, 360, 640, Width.NARROW)
        made = self.open(page)
        assert made.width() <= 360
        assert cut_off(made) == []


class TestOwnResponse:
    def test_is_added_to_the_moment(self, page: LogPage, robin: Session) -> None:
        page.presenter.log(CueKey("rooting"))
        rows = page._strip.rows
        assert rows is not None
        more = next(
            each for each in rows.findChildren(QPushButton) if each.accessibleName().endswith("was tried")
        )
        action = more.menu().actions()[-1]
        assert action.text() == "Add your own…"
        more.setFocus()
        action.trigger()
        QTest.keyClicks(form(page)._field, "hummed along")
        QTest.keyClick(form(page)._field, Qt.Key.Key_Return)
        (word,) = robin.diary.all(OwnWord)
        assert moments(robin)[0].responses == (word.id,)
        assert page._strip.isAncestorOf(focused())


class TestList:
    def open(self, page: LogPage) -> None:
        QTest.mouseClick(page._board._more[Family.NOISES], Qt.MouseButton.LeftButton)

    def items(self, page: LogPage) -> list[str]:
        assert page._search is not None
        return [page._search._list.item(n).text() for n in range(page._search._list.count())]

    @pytest.mark.parametrize("typed", ["hicups", "hiccup", "hicccups"])
    def test_forgives_slips(self, page: LogPage, typed: str, catalog: Catalog) -> None:
        self.open(page)
        assert page._search is not None
        QTest.keyClicks(page._search._field, typed)
        assert self.items(page)[0] == catalog.cues[CueKey("hiccups")].name

    def test_a_renamed_cue_is_found_by_both_names(self, page: LogPage) -> None:
        page.presenter.arranging.rename(CueKey("hiccups"), "Popcorn")
        self.open(page)
        assert page._search is not None
        for typed in ("popcorn", "hiccups"):
            page._search._field.setText(typed)
            assert self.items(page)[0] == "Popcorn"

    def test_families_are_headings_in_their_order(self, page: LogPage) -> None:
        self.open(page)
        assert page._search is not None
        shown = page._search._list
        found = [shown.item(n).data(HEADING_ROLE) for n in range(shown.count())]
        assert [each for each in found if each] == ["Noises", "Crying", "Face", "Movement"]
        page._search._field.setText("a")
        assert not any(shown.item(n).data(HEADING_ROLE) for n in range(shown.count()))

    def test_a_hidden_cue_says_so_and_can_be_shown_again(self, page: LogPage, catalog: Catalog) -> None:
        before = keys(page)
        by_menu(page, "cooing", "Hide from the board")
        self.open(page)
        name = catalog.cues[CueKey("cooing")].name
        assert f"{name} – hidden" in self.items(page)
        assert page._search is not None
        shown = page._search._list
        shown.setFocus()
        shown.setCurrentRow(self.items(page).index(f"{name} – hidden"))
        QTest.keyClick(shown, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        choose(shown, "Show again")
        assert name in self.items(page)
        assert keys(page) == before
        assert shown.isVisible()

    def test_moving_from_the_list_leaves_the_keyboard_there(self, page: LogPage) -> None:
        self.open(page)
        assert page._search is not None
        shown = page._search._list
        shown.setFocus()
        shown.setCurrentRow(1)
        QTest.keyClick(shown, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        choose(shown, "Move earlier")
        assert focused() is shown

    def test_a_long_list_is_walked_by_keys(self, page: LogPage, robin: Session) -> None:
        robin.diary.add(own_word("Trout"))
        self.open(page)
        assert page._search is not None
        assert self.items(page)[-1] != "Trout"  # it stands with its family
        assert "Trout" in self.items(page)


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
