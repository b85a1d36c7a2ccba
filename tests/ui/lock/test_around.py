"""A locked start, the small window, the clipboard, work on the diary's file, and the offer of a passphrase."""

from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.ids import CueKey
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths
from bonddiary.ui.lock.curtain import empty_clipboard
from bonddiary.ui.lock.door import LateDoor
from bonddiary.ui.lock.offer import Offer
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Page, Place
from tests.builders import NOW, clock_at, moment_draft, open_at, when
from tests.keys.made import family
from tests.ui.lock.conftest import Home, settle
from tests.ui.lock.test_keeper import log_note, read_aloud


class TestStart:
    def test_a_diary_with_a_passphrase_begins_locked_and_empty(
        self, qtbot: QtBot, qapp: QApplication, home: Home
    ) -> None:
        session, theme = home.window.session.another(), home.window.theme
        window = MainWindow(session, theme, {}, furnished=False)
        qtbot.addWidget(window)
        other = Home(window, home.door)
        other.keeper.start_locked()
        window.show()
        qtbot.waitExposed(window)
        settle()
        assert window.windowTitle() == "Bond Diary"
        assert not session.is_open
        assert not window.findChildren(Page)
        other.open()
        assert window.place is Place.LOG
        assert session.is_open
        assert "lock" in window._actions

    def test_a_plain_diary_asks_for_one_file_and_loads_no_keys(self, paths: Paths, clock: Clock) -> None:
        door = LateDoor(paths, clock)
        assert not door.locked
        assert door._guard is None
        open_at(paths.diary).close()
        (paths.diary.parent / "backups").mkdir()
        assert not door.locked
        assert door._guard is None

    def test_it_is_locked_by_whatever_still_tells_the_ways_in(self, tmp_path: Path) -> None:
        locked = family(tmp_path / "data", copies=1)
        locked.lock()
        file = locked.guard.file
        file.path.unlink()
        assert LateDoor(locked.paths, clock_at(NOW)).locked
        file.second.unlink()
        assert LateDoor(locked.paths, clock_at(NOW)).locked


class TestQuickAdd:
    def test_while_locked_the_lock_is_asked_first(self, home: Home) -> None:
        home.lock()
        home.quick.open()
        settle()
        assert home.quick._quick is None
        home.open("")
        assert home.quick._quick is not None
        assert home.quick._quick.isVisible()

    def test_its_half_typed_words_come_back(self, home: Home) -> None:
        home.quick.open()
        settle()
        quick = home.quick._quick
        assert quick is not None
        QTest.keyClicks(quick._phrase.line, "yawn")
        QTest.keyClick(quick, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        home.lock()
        assert home.quick._quick is None
        home.quick.open()
        home.open("")
        assert home.quick._quick is not None
        assert home.quick._quick._phrase.line.text() == "yawn"


class TestClipboard:
    @pytest.mark.parametrize("ours", [True, False])
    def test_only_what_was_copied_here_is_taken_back(
        self, monkeypatch: pytest.MonkeyPatch, ours: bool
    ) -> None:
        class Board:
            cleared: ClassVar[list[object]] = []

            def ownsClipboard(self) -> bool:
                return ours

            def supportsSelection(self) -> bool:
                return False

            def clear(self, *which: object) -> None:
                self.cleared.append(which)

        monkeypatch.setattr("PySide6.QtGui.QGuiApplication.clipboard", Board)
        empty_clipboard()
        assert bool(Board.cleared) is ours
        Board.cleared.clear()


class TestWorkOnTheFile:
    def test_the_window_waits_and_nothing_opens_the_diary(self, home: Home) -> None:
        session = home.window.session
        session.hold("Locking the diary. This may take a moment.")
        settle()
        assert home.keeper.locked
        assert "Locking the diary" in read_aloud(home.window)
        with pytest.raises(DiaryLocked):
            _ = session.diary
        assert not home.window.close()
        home.open("")
        assert home.keeper.locked
        session.release()
        settle()
        assert not home.keeper.locked
        assert session.is_open


class TestOffer:
    def offered(self, home: Home) -> bool:
        return "lock this diary with a passphrase" in " ".join(
            each.text() for each in home.window.bar.findChildren(QLabel) if each.isVisible()
        )

    def test_it_comes_after_the_first_day_and_never_again(self, home: Home) -> None:
        offer = home.window.session.findChild(Offer)
        assert offer is not None
        offer.look()
        assert not self.offered(home)
        log_note(home)  # of this night: noted today
        offer.look()
        assert not self.offered(home)
        yesterday = when("2026-11-15T10:00")
        home.window.session.diary.log(moment_draft(cues=(CueKey("rooting"),), at=yesterday))
        offer.look()
        assert self.offered(home)
        buttons = home.window.bar.findChildren(QPushButton)
        next(each for each in buttons if each.text() == "No, thank you").click()
        assert not self.offered(home)
        offer.look()
        assert not self.offered(home)

    def test_it_leads_to_settings(self, home: Home) -> None:
        home.window.session.diary.log(moment_draft(at=when("2026-11-15T10:00")))
        offer = home.window.session.findChild(Offer)
        assert offer is not None
        offer.look()
        buttons = home.window.bar.findChildren(QPushButton)
        next(each for each in buttons if each.text() == "Look at it").click()
        settle()
        assert home.window.place is Place.SETTINGS
        held = QApplication.focusWidget()
        assert isinstance(held, QPushButton)
        assert held.text() == "Set a passphrase"
