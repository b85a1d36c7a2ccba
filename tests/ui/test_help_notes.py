"""A note for oneself after a hard time: private, kept as it is typed, on the screen only while asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.analysis.insights import build_insights, needed
from bonddiary.analysis.names import Names
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.period import Period
from bonddiary.domain.private_note import PrivateNote
from bonddiary.ui.pages.help.notes_part import NotesPart
from bonddiary.ui.pages.help.notes_presenter import PLACE
from bonddiary.ui.pages.help.page import HelpPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, ROBIN, private_note

WORDS = "I put them down and sat outside."


@pytest.fixture
def page(qtbot: QtBot, session: Session, theme: Theme) -> HelpPage:
    made = HelpPage(session, theme)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.enter()
    QApplication.processEvents()
    return made


@pytest.fixture
def part(page: HelpPage) -> NotesPart:
    found = page.findChild(NotesPart)
    assert found is not None
    return found


def press(part: NotesPart, words: str) -> None:
    """Presses the button that says this."""
    (found,) = (
        each for each in part.findChildren(QPushButton) if each.isVisible() and each.text().startswith(words)
    )
    found.click()
    QApplication.processEvents()


def write(part: NotesPart, words: str = WORDS) -> None:
    press(part, "When it is over")
    QTest.keyClicks(part._lines, words)


def notes(session: Session) -> list[str]:
    return [note.text for note in session.diary.all(PrivateNote)]


def test_nothing_of_it_is_on_the_page_until_somebody_asks(part: NotesPart, session: Session) -> None:
    session.diary.add(private_note())
    assert [each.text() for each in part.findChildren(QPushButton) if each.isVisible()] == [
        "When it is over: write a note for yourself"
    ]
    press(part, "When it is over")
    assert part._lines.hasFocus()
    assert part.presenter.state.rows == ()
    press(part, "Earlier notes (1)")
    assert [row.text for row in part.presenter.state.rows] == ["I put them down for 5 minutes."]


def test_a_note_is_saved_and_can_be_taken_back(part: NotesPart, session: Session) -> None:
    write(part)
    press(part, "Save this note")
    assert notes(session) == [WORDS]
    assert part.presenter.state.said == "Saved, 9pm. It stays private."
    assert part._lines.toPlainText() == ""
    assert part._lines.hasFocus()
    press(part, "Undo")
    assert notes(session) == []


def test_a_blank_note_is_none(part: NotesPart, session: Session) -> None:
    write(part, "  ")
    press(part, "Save this note")
    assert notes(session) == []
    assert part.presenter.state.said == ""


def test_one_is_deleted_and_brought_back(part: NotesPart, session: Session) -> None:
    session.diary.add(private_note())
    press(part, "When it is over")
    press(part, "Earlier notes")
    press(part, "Delete")
    assert notes(session) == []
    assert part._lines.hasFocus()  # the button has gone
    press(part, "Undo")
    assert notes(session) == ["I put them down for 5 minutes."]


def test_what_is_half_typed_is_there_after_a_crash(
    part: NotesPart, session: Session, theme: Theme, qtbot: QtBot
) -> None:
    write(part)
    qtbot.waitUntil(lambda: session.diary.draft(PLACE) == WORDS)
    again = NotesPart(session, theme)
    qtbot.addWidget(again)
    again.show()
    press(again, "When it is over")
    assert again._lines.toPlainText() == WORDS
    press(again, "Save this note")
    assert session.diary.draft(PLACE) == ""


def test_leaving_the_page_folds_it_away_and_keeps_the_words(
    part: NotesPart, page: HelpPage, session: Session
) -> None:
    session.diary.add(private_note())
    write(part)
    press(part, "Earlier notes")
    page.hide()
    assert not part.presenter.state.shown
    assert part.presenter.state.rows == ()
    assert session.diary.draft(PLACE) == WORDS
    page.show()
    press(part, "When it is over")
    assert part._lines.toPlainText() == WORDS
    assert part.presenter.state.rows == ()


def test_closing_the_window_keeps_what_is_half_typed(
    part: NotesPart, page: HelpPage, session: Session
) -> None:
    write(part)
    assert page.unsaved() == ""
    assert session.diary.draft(PLACE) == WORDS


def test_what_cannot_be_saved_stays_and_is_tried_again_once(
    part: NotesPart, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(part)
    diary = session.diary
    with monkeypatch.context() as broken:
        broken.setattr(diary, "add", lambda *_, **__: (_ for _ in ()).throw(DiskFull("The disk is full.")))
        press(part, "Save this note")
    assert part.presenter.state.problem == "The disk is full."
    assert part.presenter.state.said == ""
    assert part._lines.toPlainText() == WORDS
    press(part, "Try again")
    assert notes(session) == [WORDS]
    assert part.presenter.state.problem == ""


def test_it_is_in_no_chart(session: Session) -> None:
    session.diary.add(ROBIN, private_note(WORDS))
    period = Period(NOW.day, NOW.day)
    days = needed(period)
    diary = session.diary
    entries = diary.moments(ROBIN.id, days), diary.care(ROBIN.id, days), diary.day_marks(ROBIN.id, days)
    insights = build_insights(*entries, period, NOW, Names.of(session.catalog, diary.words()))
    assert insights.coverage.used == frozenset()
    assert WORDS not in repr(insights)


def test_by_keyboard_alone(part: NotesPart, session: Session) -> None:
    part._way.setFocus()
    QTest.keyClick(part._way, Qt.Key.Key_Return)
    QTest.keyClicks(part._lines, WORDS)
    QTest.keyClick(part._lines, Qt.Key.Key_Tab)
    assert part._save.hasFocus()
    QTest.keyClick(part._save, Qt.Key.Key_Return)
    assert notes(session) == [WORDS]
