"""The lock hides at once, keeps what was typed, and with a passphrase leaves nothing of the diary in the program."""

import gc
import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from bonddiary.domain.ids import CueKey, new_id
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.ui.navigation import NavButton
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Page, Place
from tests.builders import moment_draft
from tests.pace import times_slower
from tests.ui.lock.conftest import Home, settle

NOTE = "zebraquilt"


def log_note(home: Home) -> None:
    home.window.session.diary.log(moment_draft(cues=(CueKey("rooting"),), note=NOTE))


def texts_of(widget: QWidget) -> list[str]:
    """Everything a widget says to anybody."""
    said = [widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    for name in ("text", "toPlainText", "placeholderText", "currentText", "plain"):
        value = getattr(widget, name, None)
        value = value() if callable(value) else value
        said.append(value if isinstance(value, str) else "")
    said += [action.text() for action in widget.actions()]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        said += texts_in(widget.model())
    return said


def texts_in(model: QAbstractItemModel) -> list[str]:
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.UserRole)
    return [str(index.data(role)) for index in indexes for role in roles]


def all_texts() -> str:
    return "\n".join(text for widget in QApplication.allWidgets() for text in texts_of(widget))


def read_aloud(widget: QWidget) -> str:
    """What a screen reader could walk to from the window."""
    said: list[str] = []

    def walk(one: object) -> None:
        assert hasattr(one, "childCount")
        said.append(one.text(QAccessible.Text.Name))  # type: ignore[attr-defined]
        said.append(one.text(QAccessible.Text.Value))  # type: ignore[attr-defined]
        for place in range(one.childCount()):
            child = one.child(place)  # type: ignore[attr-defined]
            if child is not None and child.isValid():
                walk(child)

    walk(QAccessible.queryAccessibleInterface(widget))
    return "\n".join(said)


def anywhere_in_memory(words: str) -> list[str]:
    """What Python still holds that has these words in it."""
    gc.collect()
    return [
        f"{type(holder).__name__}: {each[:60]}"
        for holder in gc.get_objects()
        for each in gc.get_referents(holder)
        if isinstance(each, str) and words in each and len(each) < 10_000 and each is not words
    ]


class TestWithoutPassphrase:
    def test_nothing_of_the_diary_is_seen_or_read_aloud(self, home: Home) -> None:
        log_note(home)
        home.window.go(Place.TIMELINE)
        settle()
        assert "Rooting" in read_aloud(home.window)
        home.window._actions["lock"].trigger()
        assert home.keeper.locked
        said = read_aloud(home.window)
        assert "Robin" not in said
        assert "Rooting" not in said
        assert NOTE not in said
        assert not [page for page in home.window.findChildren(Page) if page.isVisible()]
        assert not [button for button in home.window.findChildren(NavButton) if button.isVisible()]
        assert home.window.windowTitle() == "Bond Diary"
        assert not home.window.menuBar().isVisible()

    def test_it_takes_less_than_a_tenth_of_a_second(
        self, home: Home, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for place in Place:
            home.window.go(place)
            settle()
        seen: list[float] = []

        def keep() -> str:  # what comes after the screen was painted
            assert home.screen.isVisible()
            seen.append(time.thread_time())
            return ""

        monkeypatch.setattr(home.window, "keep", keep)
        before = time.thread_time()
        home.keeper.lock()
        assert seen[0] - before < 0.1 * times_slower()

    def test_one_press_opens_and_all_is_as_it_was(self, home: Home) -> None:
        home.window.go(Place.LOG)
        settle()
        page = home.window.page(Place.LOG)
        assert isinstance(page, LogPage)
        page.start_typing()
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, "rooting 10 min ago")
        home.lock()
        held = QApplication.focusWidget()
        assert held is not None
        assert home.screen.isAncestorOf(held)
        QTest.keyClick(held, Qt.Key.Key_Return)
        settle()
        assert not home.keeper.locked
        assert home.window.page(Place.LOG) is page
        assert QApplication.focusWidget() is field
        assert field.text() == "rooting 10 min ago"  # type: ignore[attr-defined]
        assert home.window.windowTitle() == "Log — Bond Diary"
        assert home.window.menuBar().isVisible()

    def test_menu_keys_do_nothing_meanwhile(self, home: Home) -> None:
        log_note(home)
        home.lock()
        QTest.keyClick(home.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(home.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert home.window.session.diary.undo_title() is not None
        assert home.window.place is Place.LOG
        assert home.window.windowTitle() == "Bond Diary"


class TestWithPassphrase:
    @pytest.fixture
    def walked(self, home: Home) -> Home:
        log_note(home)
        for place in Place:
            home.window.go(place)
            settle()
        home.window.go(Place.TIMELINE)
        home.quick.open()
        settle()
        assert "Robin" in all_texts()
        return home

    def test_no_widget_and_no_model_holds_its_words(self, walked: Home) -> None:
        walked.give_passphrase()
        walked.lock()
        assert NOTE not in all_texts()
        assert "Robin" not in all_texts()

    def test_nothing_in_python_holds_its_words(self, walked: Home) -> None:
        word = "".join(("zebra", new_id()[-12:]))  # other tests' windows hold theirs still
        walked.window.session.diary.log(moment_draft(cues=(CueKey("rooting"),), note=word))
        walked.window.go(Place.TIMELINE)
        settle()
        assert word in all_texts()
        walked.give_passphrase()
        gc.freeze()  # as the program does once its parts are loaded
        walked.lock()
        gc.unfreeze()
        assert anywhere_in_memory(word) == []

    def test_the_key_is_forgotten_and_the_file_closed(self, walked: Home) -> None:
        key = walked.give_passphrase()
        assert walked.window.session.is_open
        walked.lock()
        assert not key.held
        assert not walked.window.session.is_open
        files = Path("/proc/self/fd")
        if files.is_dir():
            ours = str(walked.window.session.paths.diary)
            assert ours not in [os.path.realpath(each) for each in files.iterdir()]

    def test_the_passphrase_opens_it_where_it_was(self, walked: Home) -> None:
        walked.give_passphrase()
        walked.lock()
        walked.open("not this one")
        assert walked.keeper.locked
        walked.screen.ticked.emit()
        walked.open()
        assert not walked.keeper.locked
        assert walked.window.place is Place.TIMELINE
        assert walked.window.session.key is walked.door.given[-1]
        assert "Robin" in all_texts()
        assert "lock" in walked.window._actions

    def test_what_is_half_typed_is_a_draft_and_comes_back(self, home: Home) -> None:
        home.window.page(Place.LOG).start_typing()
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, "rooting 10 min ago")
        home.give_passphrase()
        home.lock()
        home.open()
        lines = [each for each in home.window.page(Place.LOG).findChildren(QLineEdit) if each.text()]
        assert [each.text() for each in lines] == ["rooting 10 min ago"]
        home.window.commands.undo()  # undo is kept in the diary
        assert home.window.session.diary.redo_title() is not None

    def test_the_lock_itself_can_be_done_again_and_again(self, home: Home) -> None:
        for _ in range(3):
            home.give_passphrase()
            home.lock()
            home.open()
            assert "Robin" in all_texts()

    def test_a_timer_goes_on(self, home: Home) -> None:
        home.window.timers.toggle(TimerKind.CRYING)
        settle()
        home.give_passphrase()
        home.lock()
        home.open()
        assert len(home.window.session.diary.all(Timer)) == 1
        assert home.window.timers.isVisible()

    def test_closing_while_locked_asks_nothing(self, walked: Home) -> None:
        walked.give_passphrase()
        walked.lock()
        assert walked.window.close()

    def test_what_cannot_be_saved_waits_in_memory_behind_the_passphrase(
        self, home: Home, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(home.window, "keep", lambda: "A note isn’t saved. The disk is full.")
        key = home.give_passphrase()
        page = home.window.page(Place.LOG)
        home.lock()
        assert key.held
        assert home.keeper.presenter.state.asks
        assert home.keeper.presenter.state.unkept
        assert "Robin" not in read_aloud(home.window)
        home.open("not this one")
        assert home.keeper.locked
        home.screen.ticked.emit()
        home.open()
        assert home.window.page(Place.LOG) is page
        assert not home.door.given[-1].held
