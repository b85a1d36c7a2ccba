"""Files opened with the program while the window is locked: it asks to be opened first, and goes on then."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bonddiary.domain.moment import Moment
from bonddiary.exchange.formats import archive
from bonddiary.exchange.spec import WriteContext
from bonddiary.ui.app import take_files
from bonddiary.ui.incoming import Incoming
from tests.builders import NOW, ROBIN, moment, when
from tests.ui.lock.conftest import Home, settle
from tests.ui.lock.test_keeper import all_texts

WORDS = "‘theirs.jsonl’ holds 1 new entry. 1 already here."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A moment of Robin's."""
    path = tmp_path / "theirs.jsonl"
    archive.write(
        (ROBIN, moment(at=when("2026-11-16T03:10"))), path, WriteContext(exported=NOW, made_by="a test")
    )
    return path


@pytest.fixture
def incoming(home: Home) -> Incoming:
    """What shows files in that window."""
    return take_files(home.window, home.keeper)


@pytest.mark.parametrize("passphrase", [False, True])
def test_it_asks_to_open_first_and_goes_on(
    home: Home, incoming: Incoming, file: Path, passphrase: bool
) -> None:
    if passphrase:
        home.give_passphrase()
    home.lock()
    incoming.open([file])
    assert home.keeper.locked
    assert file.name not in all_texts()
    home.open()
    assert not home.keeper.locked
    assert home.window.bar._words.text() == WORDS


@pytest.mark.parametrize("passphrase", [False, True])
def test_a_question_is_asked_again_after_a_lock(
    home: Home, incoming: Incoming, file: Path, passphrase: bool
) -> None:
    incoming.open([file])
    assert home.window.bar._words.text() == WORDS
    if passphrase:
        home.give_passphrase()
    home.lock()
    if passphrase:
        assert file.name not in all_texts()
    home.open()
    assert home.window.bar._words.text() == WORDS
    if passphrase:
        return  # the stand-in's key opens no real file, and a copy is made first
    home.window.bar._buttons[0].click()
    assert home.window.bar._words.text().startswith("1 entry brought in")


def test_a_diary_that_opens_behind_the_lock_takes_no_keyboard(home: Home) -> None:
    """Locked in the first second of a start: a key pressed then notes nothing behind the curtain."""
    home.window.activateWindow()
    home.lock()
    home.window.session.opened.emit()  # what was being opened meanwhile is there now
    settle()
    held = QApplication.focusWidget()
    assert held is not None
    assert home.screen.isAncestorOf(held)
    QTest.keyClick(held, Qt.Key.Key_Return)
    home.work()
    assert not home.keeper.locked
    assert not [each for each in home.window.session.diary.records() if isinstance(each, Moment)]
