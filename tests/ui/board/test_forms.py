"""Forms inside the Log page and the list of all cues, by mouse and keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.board import BoardChoice, OwnWord
from bonddiary.domain.catalog import Catalog, Family
from bonddiary.domain.ids import CueKey
from bonddiary.ui.delegates.cue_row import HEADING_ROLE
from bonddiary.ui.pages.log.own_word import CueForm
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.press import RadioChip
from tests.builders import own_word
from tests.ui.board.hands import (
    by_menu,
    choose,
    form,
    keys,
    press,
)
from tests.ui.test_log_board import focused, moments, show, tile

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't


class TestRename:
    def test_by_keys_alone(self, page: LogPage) -> None:
        over = by_menu(page, "cooing", "Call it something else…")
        field = form(page)._field
        assert focused() is field
        QTest.keyClicks(field, "Pigeon")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert over.text() == over.accessibleName() == "Pigeon"
        assert page._search.hand.form is None
        assert focused() is over

    def test_esc_leaves_the_name(self, page: LogPage, robin: Session) -> None:
        over = by_menu(page, "cooing", "Call it something else…")
        QTest.keyClicks(form(page)._field, "Pigeon")
        QTest.keyClick(form(page)._field, Qt.Key.Key_Escape)
        assert page._search.hand.form is None
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
        assert page._search.list is not None
        QTest.keyClicks(page._search.list._field, typed)
        press(page._search.list, "Add your own cue…")
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

    def test_esc_goes_back_from_anywhere_on_the_page(self, page: LogPage) -> None:
        made = self.open(page, "fishy")
        page._times.findChildren(RadioChip)[0].setFocus()
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert not made.isVisible()
        assert page._board.isVisible()

    def test_coming_back_to_the_page_the_keyboard_is_in_the_form(self, page: LogPage) -> None:
        made = self.open(page, "fishy")
        page.enter()
        assert made.isAncestorOf(focused())
        assert made._field.text() == "fishy"

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


class TestList:
    def open(self, page: LogPage) -> None:
        QTest.mouseClick(page._board._more[Family.NOISES], Qt.MouseButton.LeftButton)

    def items(self, page: LogPage) -> list[str]:
        assert page._search.list is not None
        return [page._search.list._list.item(n).text() for n in range(page._search.list._list.count())]

    @pytest.mark.parametrize("typed", ["hicups", "hiccup", "hicccups"])
    def test_forgives_slips(self, page: LogPage, typed: str, catalog: Catalog) -> None:
        self.open(page)
        assert page._search.list is not None
        QTest.keyClicks(page._search.list._field, typed)
        assert self.items(page)[0] == catalog.cues[CueKey("hiccups")].name

    def test_a_renamed_cue_is_found_by_both_names(self, page: LogPage) -> None:
        page.presenter.arranging.rename(CueKey("hiccups"), "Popcorn")
        self.open(page)
        assert page._search.list is not None
        for typed in ("popcorn", "hiccups"):
            page._search.list._field.setText(typed)
            assert self.items(page)[0] == "Popcorn"

    def test_families_are_headings_in_their_order(self, page: LogPage) -> None:
        self.open(page)
        assert page._search.list is not None
        shown = page._search.list._list
        found = [shown.item(n).data(HEADING_ROLE) for n in range(shown.count())]
        assert [each for each in found if each] == ["Noises", "Crying", "Face", "Movement"]
        page._search.list._field.setText("a")
        assert not any(shown.item(n).data(HEADING_ROLE) for n in range(shown.count()))

    def test_a_hidden_cue_says_so_and_can_be_shown_again(self, page: LogPage, catalog: Catalog) -> None:
        before = keys(page)
        by_menu(page, "cooing", "Hide from the board")
        self.open(page)
        name = catalog.cues[CueKey("cooing")].name
        assert f"{name} – hidden" in self.items(page)
        assert page._search.list is not None
        shown = page._search.list._list
        shown.setFocus()
        shown.setCurrentRow(self.items(page).index(f"{name} – hidden"))
        QTest.keyClick(shown, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        choose(shown, "Show again")
        assert name in self.items(page)
        assert keys(page) == before
        assert shown.isVisible()

    def test_moving_from_the_list_leaves_the_keyboard_there(self, page: LogPage) -> None:
        self.open(page)
        assert page._search.list is not None
        shown = page._search.list._list
        shown.setFocus()
        shown.setCurrentRow(1)
        QTest.keyClick(shown, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        choose(shown, "Move earlier")
        assert focused() is shown

    def test_a_long_list_is_walked_by_keys(self, page: LogPage, robin: Session) -> None:
        robin.diary.add(own_word("Trout"))
        self.open(page)
        assert page._search.list is not None
        assert self.items(page)[-1] != "Trout"  # it stands with its family
        assert "Trout" in self.items(page)
