"""A full disk, a diary that can't be written, another program that holds it: nothing is lost or doubled."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlcipher3.dbapi2 as sqlite
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from bonddiary.diary.diary import Diary
from bonddiary.domain.errors import DiaryReadOnly, DiskFull
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import moment_draft
from tests.ui.test_log_presenter import FED, ROOTING, SETTLED, YAWN, Desk


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
    return made


def pragma(diary: Diary, words: str) -> None:
    with diary._database.read() as session:
        session.execute(text(f"PRAGMA {words}"))


@contextmanager
def unwritable(diary: Diary) -> Iterator[None]:
    """SQLite refuses every write, as on a disk that may only be read."""
    pragma(diary, "query_only = 1")
    try:
        yield
    finally:
        pragma(diary, "query_only = 0")


def log_many(diary: Diary, note: str) -> None:
    for _ in range(200):
        diary.log(moment_draft(cues=(CueKey("staring"),), note=note))


@contextmanager
def full(diary: Diary) -> Iterator[None]:
    """SQLite finds no room: the file may not grow, and what is free in it is used up."""
    pragma(diary, "max_page_count = 1")  # which SQLite takes as: no more than there are
    for note in ("x" * 900, "", ""):
        with pytest.raises(DiskFull):
            log_many(diary, note)
    try:
        yield
    finally:
        pragma(diary, "max_page_count = 1000000")


@contextmanager
def held(diary: Diary) -> Iterator[None]:
    """Another program is in the middle of a write."""
    other = sqlite.connect(str(diary._database.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


TROUBLES = pytest.mark.parametrize(
    ("trouble", "words"),
    [(unwritable, "can’t be written"), (full, "disk is full"), (held, "in use by another")],
)


def kept(desk: Desk, cue: CueKey = ROOTING) -> int:
    return sum(1 for each in desk.moments if each.cues == (cue,))


class TestPress:
    @TROUBLES
    def test_nothing_is_called_saved(self, desk: Desk, trouble: type, words: str) -> None:
        with trouble(desk.session.diary):
            desk.said.clear()
            desk.presenter.log(ROOTING)
            assert desk.said == []
            assert desk.state.saved is None
            assert desk.state.problem.startswith("This moment isn’t saved yet. ")
            assert words in desk.state.problem
        assert kept(desk) == 0

    @TROUBLES
    def test_try_again_saves_it_once(self, desk: Desk, trouble: type, words: str) -> None:
        with trouble(desk.session.diary):
            desk.presenter.log(ROOTING)
            desk.presenter.try_again()
            assert words in desk.state.problem
        pressed = desk.now
        desk.wait(minutes=3)
        desk.presenter.try_again()
        desk.presenter.try_again()
        assert kept(desk) == 1
        assert [each.at for each in desk.moments if each.cues == (ROOTING,)] == [pressed]
        assert desk.state.problem == ""
        assert desk.said[-1].startswith("Saved. Rooting, ")

    def test_a_retry_of_what_was_saved_after_all_is_the_same_moment(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """COMMIT may have returned although the program heard an error."""
        diary = desk.session.diary
        real = diary.log

        def saved_and_failed(*arguments: object, **named: object) -> None:
            real(*arguments, **named)  # type: ignore[arg-type]  # handed through
            raise DiaryReadOnly("The stick was pulled out.")

        monkeypatch.setattr(diary, "log", saved_and_failed)
        desk.presenter.log(ROOTING)
        monkeypatch.undo()
        desk.presenter.try_again()
        assert kept(desk) == 1
        assert desk.state.saved is not None
        diary.undo()
        assert kept(desk) == 0

    def test_the_chosen_time_waits_with_it(self, desk: Desk) -> None:
        desk.presenter.choose_time(15)
        with unwritable(desk.session.diary):
            desk.presenter.log(ROOTING)
            assert desk.state.back_minutes == 15
        desk.presenter.try_again()
        assert desk.state.back_minutes == 0

    def test_another_press_does_not_forget_the_one_that_waits(self, desk: Desk) -> None:
        """It stays on the screen and in memory until it is saved."""
        with unwritable(desk.session.diary):
            desk.presenter.log(ROOTING)
        desk.presenter.log(YAWN)
        desk.presenter.try_again()
        assert (kept(desk, ROOTING), kept(desk, YAWN)) == (1, 1)

    def test_the_first_baby_comes_with_the_retry(self, session: Session) -> None:
        desk = Desk(session)
        with unwritable(session.diary):
            desk.presenter.log(ROOTING)
            assert session.babies == ()
        desk.presenter.try_again()
        assert (len(session.babies), kept(desk)) == (1, 1)


class TestStrip:
    def test_a_change_that_fails_is_not_shown_as_done(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.choose_outcome(SETTLED)
            assert desk.state.saved is not None
            assert not any(each.chosen for each in desk.state.saved.then)
            assert desk.state.problem.startswith("This change isn’t saved. ")
        desk.presenter.toggle_response(FED)
        assert desk.state.problem == ""
        assert (desk.moments[0].responses, desk.moments[0].outcome) == ((FED,), SETTLED)

    def test_undo_that_fails_is_said_and_keeps_the_moment(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.undo()
            assert "can’t be written" in desk.state.problem
        assert kept(desk) == 1
        assert desk.state.saved is not None


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    made.show()
    made.enter()
    return made


def try_again(page: LogPage) -> QPushButton | None:
    """The newest button of that name."""
    found = [
        each for each in page.findChildren(QPushButton) if each.text() == "Try again" and each.isVisible()
    ]
    return found[-1] if found else None


class TestBar:
    def test_try_again_saves_the_moment(self, page: LogPage, robin: Session) -> None:
        desk = page.presenter
        with unwritable(robin.diary):
            desk.log(ROOTING)
        button = try_again(page)
        assert button is not None
        button.click()
        assert desk.state.saved is not None
        assert try_again(page) is None or desk.state.problem == ""

    def test_try_again_after_a_failed_change_does_that_change(self, page: LogPage, robin: Session) -> None:
        """A button that is offered does what it says."""
        desk = page.presenter
        desk.log(ROOTING)
        with unwritable(robin.diary):
            desk.choose_outcome(OutcomeKey("out-settled"))
        button = try_again(page)
        if button is not None:
            button.click()
            assert desk.state.saved is not None
            assert [each.key for each in desk.state.saved.then if each.chosen] == ["out-settled"]

    def test_a_note_that_failed_is_still_in_its_field(self, page: LogPage, robin: Session) -> None:
        desk = page.presenter
        desk.log(ROOTING)
        rows = page._strip._shown_rows()
        rows._open_note()
        rows._note.setText("after the bath")
        with unwritable(robin.diary):
            desk.write_note(rows._note.text(), False)
        assert rows._note.text() == "after the bath"
        assert desk.state.problem
        desk.toggle_response(ResponseKey("r-hold"))
        assert rows._note.text() == "after the bath"
