"""The window when the diary can't be opened, when others write in it, with twins, and when it closes."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import DiaryLocked, DiaryReadOnly
from bonddiary.domain.ids import BabyId, CueKey, new_id
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.app import Places
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_switch import BabySwitch
from tests.builders import NOW, ROBIN, moment_draft, open_at


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed: a style sheet must not be put on half-dead widgets."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shown(qtbot: QtBot, robin: Session, window: MainWindow) -> MainWindow:
    with qtbot.waitSignal(window.painted):
        window.show()
    QApplication.processEvents()
    return window


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def log(window: MainWindow) -> LogPage:
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    return page


def bar_button(window: MainWindow, words: str) -> QPushButton:
    return next(
        each for each in window.bar.findChildren(QPushButton) if each.isVisible() and each.text() == words
    )


class TestTrouble:
    @pytest.fixture
    def stuck(
        self, qtbot: QtBot, qapp: QApplication, paths: Paths, diary: Diary, catalog: Catalog, clock: Clock
    ) -> Callable[[], tuple[MainWindow, list[Exception]]]:
        """A window whose diary opens once the listed errors are used up."""

        def make() -> tuple[MainWindow, list[Exception]]:
            errors: list[Exception] = [DiaryLocked("It is in use."), DiaryReadOnly("It can’t be written.")]

            def open_diary() -> Diary:
                if errors:
                    raise errors.pop(0)
                return diary

            session = Session(paths, open_diary, catalog, clock, Settings(first_run_done=True))
            theme = Theme(qapp, session.settings)
            places = Places(session, theme)
            window = MainWindow(session, theme, places.factories())
            places.window = window
            qtbot.addWidget(window)
            window.show()
            return window, errors

        return make

    def test_says_the_sentence_and_tries_again(
        self, stuck: Callable[[], tuple[MainWindow, list[Exception]]]
    ) -> None:
        window, errors = stuck()
        window.session.open()
        assert window.bar._words.text() == "It is in use."
        bar_button(window, "Try again").click()
        settle()
        assert window.bar._words.text() == "It can’t be written."
        bar_button(window, "Try again").click()
        assert not window.bar.isVisible()
        assert errors == []
        assert window.session.is_open

    def test_a_press_meanwhile_waits_for_try_again(
        self, stuck: Callable[[], tuple[MainWindow, list[Exception]]], diary: Diary
    ) -> None:
        window, _errors = stuck()
        log(window).presenter.log(CueKey("rooting"))
        assert log(window).presenter.state.problem == "This moment isn’t saved yet. It is in use."
        for _ in range(2):
            log(window).presenter.try_again()
        assert log(window).presenter.state.saved is not None
        assert len(diary.all(Baby)) == 1

    def test_every_place_can_be_looked_at_meanwhile(
        self, stuck: Callable[[], tuple[MainWindow, list[Exception]]]
    ) -> None:
        window, _errors = stuck()
        window.session.open()
        for place in Place:
            window.go(place)
            settle()
            assert window.page(place).isVisible()
            assert bar_button(window, "Try again")

    def test_settings_that_cannot_be_kept_are_said(self, shown: MainWindow, paths: Paths) -> None:
        paths.settings.unlink(missing_ok=True)
        paths.settings.mkdir()
        shown.commands.larger()
        assert shown.bar.isVisible()
        assert "settings.json" in shown.bar._words.text()


class TestBabies:
    def test_one_baby_needs_no_choice(self, shown: MainWindow) -> None:
        assert [each for each in shown.findChildren(BabySwitch) if each.isVisible()] == []

    def test_of_two_the_one_chosen_is_shown_and_logged(self, shown: MainWindow) -> None:
        twin = Baby(id=BabyId(new_id()), nickname="Wren")
        shown.session.diary.add(twin)
        (switch,) = [each for each in shown.findChildren(BabySwitch) if each.isVisible()]
        assert [chip.text() for id, chip in switch.chips.items() if id] == ["Robin", "Wren"]
        switch.chips[twin.id].click()
        log(shown).presenter.log(CueKey("rooting"))
        assert len(shown.session.diary.moments_since(twin.id, NOW)) == 1
        assert shown.windowTitle() == "Log — Bond Diary"

    def test_choosing_works_where_settings_cannot_be_kept(self, shown: MainWindow, paths: Paths) -> None:
        twin = Baby(id=BabyId(new_id()), nickname="Wren")
        shown.session.diary.add(twin)
        (switch,) = [each for each in shown.findChildren(BabySwitch) if each.isVisible()]
        paths.settings.unlink(missing_ok=True)
        paths.settings.mkdir()
        switch.chips[twin.id].click()
        assert shown.session.baby == twin
        assert log(shown).presenter.state.baby == "Wren"


class TestOthersWrite:
    def test_what_a_terminal_wrote_shows_when_the_window_is_used_again(
        self, qapp: QApplication, shown: MainWindow, paths: Paths
    ) -> None:
        other = open_at(paths.diary)
        other.log(moment_draft(at=NOW))
        other.edit(replace(ROBIN, nickname="Wren"))
        other.close()
        assert log(shown).presenter.state.recent == ()
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        assert [row.title for row in log(shown).presenter.state.recent] == ["Rooting"]
        assert log(shown).presenter.state.baby.startswith("Wren")

    def test_nothing_new_changes_nothing(self, qapp: QApplication, qtbot: QtBot, shown: MainWindow) -> None:
        log(shown).presenter.log(CueKey("rooting"))
        with qtbot.assertNotEmitted(shown.session.diary_changed):
            qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        assert log(shown).presenter.state.saved is not None


class TestClosing:
    def test_a_note_half_typed_is_in_the_diary(self, shown: MainWindow, paths: Paths) -> None:
        log(shown).presenter.log(CueKey("rooting"))
        rows = log(shown)._strip._shown_rows()
        rows._open_note()
        QTest.keyClicks(rows._note, "half a sentence")
        shown.close()
        again = open_at(paths.diary)
        try:
            assert [each.note for each in again.moments_since(ROBIN.id, NOW)] == ["half a sentence"]
        finally:
            again.close()
