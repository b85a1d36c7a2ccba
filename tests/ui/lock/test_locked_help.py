"""Get help while the window is locked: the same signs and numbers, and nothing of the diary."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from bonddiary.domain.ids import PrivateNoteId, new_id
from bonddiary.domain.private_note import PrivateNote
from bonddiary.ui.lock.help import LockedHelp
from bonddiary.ui.pages.help.notes_part import NotesPart
from bonddiary.ui.widgets.care_card import CareCard
from bonddiary.ui.widgets.reading import WordButton
from tests.ui.lock.conftest import Home, settle
from tests.ui.lock.test_keeper import NOTE, anywhere_in_memory, log_note, read_aloud, texts_of

CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = ((Qt.Key.Key_F1,), (Qt.Key.Key_6, CTRL))


def helping(home: Home) -> LockedHelp:
    found = home.screen.findChild(LockedHelp)
    assert found is not None
    return found


def said(home: Home) -> str:
    """Everything that the lock screen holds, hidden or not."""
    inside = (home.window, home.screen, *home.screen.findChildren(QWidget))
    return "\n".join(text for each in inside for text in texts_of(each))


def press(home: Home, *keys: object) -> None:
    QTest.keyClick(home.screen, *keys)
    settle()


@pytest.mark.parametrize("keys", KEYS)
@pytest.mark.parametrize("asks", [False, True])
def test_one_key_opens_it_and_esc_leads_back(home: Home, asks: bool, keys: tuple[object, ...]) -> None:
    if asks:
        home.give_passphrase()
    home.lock()
    press(home, *keys)
    cards = [each for each in helping(home).findChildren(CareCard) if each.isVisible()]
    assert len(cards) == 3
    at = QApplication.focusWidget()
    assert at is not None
    assert helping(home).isAncestorOf(at)
    press(home, *keys)  # once more changes nothing
    assert len(home.screen.findChildren(LockedHelp)) == 1
    QTest.keyClick(at, Qt.Key.Key_Escape)
    settle()
    assert not home.screen.helps
    at = QApplication.focusWidget()
    assert isinstance(at, QLineEdit) is asks
    assert at is not None
    assert at.isVisible()
    home.open()
    assert not home.keeper.locked


def test_a_button_leads_there_and_back(home: Home) -> None:
    home.lock()
    buttons = home.screen.findChildren(WordButton)
    next(each for each in buttons if each.text() == "Get help").click()
    settle()
    buttons = helping(home).findChildren(WordButton)
    next(each for each in buttons if each.text() == "‹ Back to the lock").click()
    settle()
    assert not home.screen.helps


@pytest.mark.parametrize("asks", [False, True])
def test_it_tells_nothing_of_the_diary(home: Home, asks: bool) -> None:
    log_note(home)
    session = home.window.session
    session.diary.add(PrivateNote(id=PrivateNoteId(new_id()), written=session.clock(), text=NOTE))
    session.change_settings(own_numbers="The number that was written")
    if asks:
        home.give_passphrase()
    home.lock()
    press(home, *KEYS[1])
    words = said(home)
    assert "The number that was written" in words
    for told in (NOTE, "Robin", "Rooting", str(session.paths.diary)):
        assert told not in words
    assert helping(home).findChildren(NotesPart) == []
    aloud = read_aloud(home.window)
    assert "Call 999" in aloud or "emergency" in aloud
    assert NOTE not in aloud
    if asks:
        del words, aloud, session
        assert anywhere_in_memory(NOTE) == []


def test_own_numbers_can_be_read_and_not_changed(home: Home) -> None:
    home.window.session.change_settings(own_numbers="123")
    home.lock()
    press(home, *KEYS[0])
    (lines,) = helping(home).findChildren(QPlainTextEdit)
    assert lines.toPlainText() == "123"
    assert lines.isReadOnly()


def test_no_way_leads_out_of_it_but_back(home: Home) -> None:
    home.lock()
    press(home, *KEYS[0])
    shown = [each.text() for each in helping(home).findChildren(WordButton) if each.isVisible()]
    assert not {"Open the guide", "More about Bond Diary"} & set(shown)
    for keys in (
        (Qt.Key.Key_1, CTRL),
        (Qt.Key.Key_2, CTRL),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ):
        press(home, *keys)
    assert home.keeper.locked
    assert home.screen.helps
