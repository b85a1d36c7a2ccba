"""The Timeline when the diary can't be written or read: nothing typed is lost, and what isn't shown is said."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest import mock

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import ref_to
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import moment_draft
from tests.ui.test_log_trouble import unwritable
from tests.ui.test_timeline_page import (
    ROOTING,
    STEP,
    YAWN,
    button,
    current,
    editor,
    filled,
    opened,
    stand_on,
    the_moment,
)

WORDS = "new words typed"


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    made = filled(qtbot, robin, theme)
    made.activateWindow()
    return made


def typing(page: TimelinePage, of: Moment = ROOTING) -> None:
    note = opened(page, of)._note
    note.setFocus()
    note.selectAll()
    QTest.keyClicks(note, WORDS)
    assert QApplication.focusWidget() is note


@contextmanager
def busy(name: str) -> Iterator[None]:
    """Another program keeps one of the diary's queries waiting for too long."""
    with mock.patch.object(Diary, name, side_effect=DiaryLocked("It is busy.")):
        yield


def offers_again(page: TimelinePage) -> bool:
    return any(
        each.text() == "Try again" and each.isVisible() for each in page._bar.findChildren(QPushButton)
    )


class TestWhatCannotBeSaved:
    def test_tab_leaves_the_words_in_the_field(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        shown = editor(page)
        with unwritable(robin.diary):
            QTest.keyClick(shown._note, Qt.Key.Key_Tab)
            assert shown._note.text() == WORDS
            assert shown._problem.isVisible()
            assert shown._problem.text().startswith("This change isn’t saved. ")
        assert the_moment(robin) == ROOTING

    def test_close_leaves_the_words_and_the_editor(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        with unwritable(robin.diary):
            for _ in range(2):
                page._close_editor()
                assert editor(page)._note.text() == WORDS
                assert editor(page)._problem.isVisible()
        page._close_editor()
        assert page._editor_shown() is None
        assert the_moment(robin).note == WORDS

    def test_try_again_saves_all_that_waits_in_one_step(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        shown = editor(page)
        with busy("edit"):
            QTest.keyClick(shown._note, Qt.Key.Key_Tab)
            shown._about.click()
            shown._lasted.setValue(15)
            shown._lasted.editingFinished.emit()
            assert (shown._note.text(), shown._about.isChecked(), shown._lasted.value()) == (WORDS, True, 15)
        button(shown, "Try again").click()
        kept = the_moment(robin)
        assert (kept.note, kept.about, kept.length) == (WORDS, True, timedelta(minutes=15))
        assert shown._problem.isHidden()
        assert not any(each.isVisible() for each in (shown._again, shown._back))
        held_by = QApplication.focusWidget()
        assert held_by is not None
        assert shown.isAncestorOf(held_by)
        robin.diary.undo()
        assert the_moment(robin) == ROOTING

    def test_the_next_change_takes_it_along(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        with unwritable(robin.diary):
            QTest.keyClick(editor(page)._note, Qt.Key.Key_Tab)
        editor(page)._private.click()
        assert (the_moment(robin).note, the_moment(robin).private) == (WORDS, True)

    def test_put_back_shows_what_was_saved_before(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        with unwritable(robin.diary):
            QTest.keyClick(editor(page)._note, Qt.Key.Key_Tab)
            button(editor(page), "Put back").click()
            assert editor(page)._note.text() == ROOTING.note
            assert editor(page)._problem.isHidden()
            page._close_editor()
        assert page._editor_shown() is None
        assert the_moment(robin) == ROOTING

    def test_another_entry_opens_when_it_is_saved(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        with unwritable(robin.diary):
            QTest.keyClick(editor(page)._note, Qt.Key.Key_Tab)
            stand_on(page, YAWN)
            QTest.keyClick(page._list, Qt.Key.Key_Return)
            assert page.presenter.state.entry == ROOTING
            assert editor(page)._note.text() == WORDS
        stand_on(page, YAWN)
        QTest.keyClick(page._list, Qt.Key.Key_Return)
        assert page.presenter.state.entry == YAWN
        assert (the_moment(robin).note, the_moment(robin, YAWN).note) == (WORDS, "")

    def test_delete_never_takes_an_entry_that_only_stayed_open(
        self, page: TimelinePage, robin: Session
    ) -> None:
        opened(page)
        stand_on(page, YAWN)
        with busy("get"):
            QTest.keyClick(page._list, Qt.Key.Key_Delete)
        assert [the_moment(robin, each).deleted for each in (ROOTING, YAWN)] == [None, None]

    def test_a_refused_time_leaves_other_words_that_wait(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        shown = editor(page)
        with unwritable(robin.diary):
            QTest.keyClick(shown._note, Qt.Key.Key_Tab)
            shown._time.setDateTime(QDateTime(2026, 11, 17, 18, 30, 0))
            shown._time.editingFinished.emit()
        assert "future" in shown._problem.text()
        assert (shown._note.text(), shown._time.wall()) == (WORDS, ROOTING.at.wall)

    def test_find_keeps_what_is_typed_first(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        page.start_finding()
        assert the_moment(robin).note == WORDS
        assert page._find.hasFocus()

    def test_an_undo_that_cannot_be_saved_is_said(self, page: TimelinePage, robin: Session) -> None:
        stand_on(page, ROOTING)
        QTest.keyClick(page._list, Qt.Key.Key_Delete)
        with unwritable(robin.diary):
            page._undo_delete()
            assert "can’t be written" in page._bar._words.text()
        page._undo_delete()
        assert the_moment(robin).deleted is None


class TestWhatOthersDo:
    def test_words_that_are_being_typed_stay(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        robin.diary.log(moment_draft(note="by a command"))
        assert editor(page)._note.text() == WORDS
        page._close_editor()
        assert the_moment(robin).note == WORDS

    def test_another_name_for_the_baby_keeps_the_entry_open(self, page: TimelinePage, robin: Session) -> None:
        typing(page)
        assert robin.baby is not None
        robin.show_baby(robin.baby.id)
        assert page.presenter.state.entry is not None
        assert the_moment(robin).note == WORDS

    def test_another_baby_leaves_what_is_not_saved_on_view(self, page: TimelinePage, robin: Session) -> None:
        twin = Baby(id=BabyId(new_id()), nickname="Wren")
        robin.diary.add(twin)
        assert robin.baby is not None
        robin.show_baby(robin.baby.id)
        typing(page)
        with unwritable(robin.diary):
            robin.show_baby(twin.id)
            assert editor(page)._note.text() == WORDS
        page._close_editor()
        assert the_moment(robin).note == WORDS


class TestClosingTheWindow:
    @pytest.fixture
    def page(self, qtbot: QtBot, robin: Session, window: MainWindow) -> TimelinePage:
        robin.diary.bring_in([ROOTING], STEP)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        window.go(Place.TIMELINE)
        made = window.page(Place.TIMELINE)
        assert isinstance(made, TimelinePage)
        return made

    def test_words_that_are_being_typed_are_kept(
        self, page: TimelinePage, robin: Session, window: MainWindow
    ) -> None:
        typing(page)
        assert page.unsaved() == ""
        assert the_moment(robin).note == WORDS

    def test_says_once_that_they_are_not(
        self, page: TimelinePage, robin: Session, window: MainWindow
    ) -> None:
        typing(page)
        with unwritable(robin.diary):
            assert not window.close()
            assert "can’t be written" in page.unsaved()
            assert editor(page)._note.text() == WORDS
        assert page.unsaved() == ""
        assert the_moment(robin).note == WORDS

    def test_a_window_behind_others_keeps_them_too(
        self, page: TimelinePage, robin: Session, window: MainWindow
    ) -> None:
        typing(page)
        with mock.patch.object(type(editor(page)._note), "clearFocus"):
            assert page.unsaved() == ""
        assert the_moment(robin).note == WORDS


class TestWhatCannotBeRead:
    def test_entering_says_so_and_try_again_shows_it(
        self, robin: Session, theme: Theme, qtbot: QtBot
    ) -> None:
        robin.diary.bring_in([ROOTING, YAWN], STEP)
        page = TimelinePage(robin, theme)
        qtbot.addWidget(page)
        page.show()
        with busy("days_with_entries"):
            page.enter()
            assert page._bar._words.text() == "It is busy."
            assert offers_again(page)
        button(page, "Try again").click()
        assert page._model.rowCount() == 3
        assert page._bar.isHidden()
        assert page.focusWidget() is page._list
        assert current(page) == ref_to(ROOTING)

    def test_it_is_read_when_the_page_is_next_looked_at(
        self, robin: Session, theme: Theme, qtbot: QtBot
    ) -> None:
        robin.diary.bring_in([ROOTING, YAWN], STEP)
        page = TimelinePage(robin, theme)
        qtbot.addWidget(page)
        with busy("all"):
            page.enter()
        page.enter()
        assert page._model.rowCount() == 3
        assert page.presenter.state.unread == ""

    def test_finding_leaves_what_was_shown(self, page: TimelinePage) -> None:
        rows = page._model.rowCount()
        with busy("days_with_entries"):
            page._find.setText("bath")
            assert offers_again(page)
            assert page._model.rowCount() == rows
            assert page.presenter.state.empty == ""
        button(page, "Try again").click()
        assert page._model.rowCount() == 2

    def test_opening_a_row(self, page: TimelinePage) -> None:
        with busy("get"):
            page._list.clicked.emit(page._model.index(1))
            assert page._editor_shown() is None
            assert offers_again(page)
        button(page, "Try again").click()
        assert page.presenter.state.entry == ROOTING
        assert page._bar.isHidden()

    def test_an_entry_asked_for_from_another_place(self, page: TimelinePage) -> None:
        with busy("get"):
            page.show_entry(ref_to(YAWN))
            assert offers_again(page)
        button(page, "Try again").click()
        assert page.presenter.state.entry == YAWN

    def test_scrolling_on(self, page: TimelinePage) -> None:
        rows = page._model.rowCount()
        assert page._model.canFetchMore(page._list.rootIndex())
        with busy("days_with_entries"):
            page._model.fetchMore(page._list.rootIndex())
            assert offers_again(page)
            assert page._model.rowCount() == rows
            assert not page._model.canFetchMore(page._list.rootIndex())
        button(page, "Try again").click()
        assert page._model.canFetchMore(page._list.rootIndex())
        assert page._bar.isHidden()

    def test_a_change_elsewhere_is_shown_later(self, page: TimelinePage, robin: Session) -> None:
        with busy("entries_of"):
            robin.diary.log(moment_draft(note="by a command"))
            assert offers_again(page)
        button(page, "Try again").click()
        assert page._bar.isHidden()
        assert current(page) == ref_to(ROOTING)
