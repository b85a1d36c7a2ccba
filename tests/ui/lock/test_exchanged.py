"""Another program puts a new file in the open diary's place: one press opens it, and nothing that was typed is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bonddiary.content.wording import banned_words
from bonddiary.diary.copies import Backups
from bonddiary.diary.half_typed import HalfTyped
from bonddiary.domain.copies import Why
from bonddiary.domain.ids import CueKey
from bonddiary.system.clock import Clock
from bonddiary.system.paths import MOVED, TO_GO, Paths
from bonddiary.ui.lock.keeper import EXCHANGED
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place
from tests.builders import NOW, ROBIN, clock_at, everything, open_at
from tests.keys.made import WORDS, Family
from tests.ui.lock.conftest import Home, settle

ROOTING = CueKey("rooting")


def put_back(paths: Paths) -> None:
    """As `bonddiary restore` does, in another terminal."""
    backups = Backups(paths.diary, clock_at(NOW))
    backups.put_back(backups.all()[-1])


@pytest.fixture(autouse=True)
def closed_at_the_end(real: Home) -> Iterator[None]:
    """What still waits then makes the window refuse to close once, and lays it out anew: not while it is taken down."""
    yield
    real.window.ending = True
    real.window.close()
    settle()


@pytest.fixture
def exchanged(real: Home, paths: Paths) -> Home:
    """Its diary was copied, and that copy was put back while the window was open."""
    real.window.session.backups.make(Why.ASKED)
    put_back(paths)
    return real


def log(window: MainWindow) -> LogPage:
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    return page


def press(window: MainWindow) -> None:
    """A tile: it can't be saved."""
    log(window).presenter.log(ROOTING)
    settle()
    assert "saved yet" in log(window).presenter.state.problem


def said(window: MainWindow) -> tuple[str, list[str]]:
    if window.bar.isHidden():
        return "", []
    return window.bar._words.text(), [each.text() for each in window.bar._buttons]


def button(window: MainWindow) -> QPushButton:
    return next(each for each in window.bar._buttons if each.text() == "Open it again")


def noted(paths: Paths) -> list[str]:
    diary = open_at(paths.diary)
    try:
        return [str(each.cues[0]) for each in diary.moments_since(ROBIN.id, NOW)]
    finally:
        diary.close()


def test_it_is_offered_once_something_couldnt_be_saved(exchanged: Home, paths: Paths) -> None:
    assert said(exchanged.window) == ("", [])
    before = paths.diary.read_bytes()
    for _ in range(2):
        press(exchanged.window)
        assert said(exchanged.window) == (EXCHANGED, ["Open it again"])
    assert paths.diary.read_bytes() == before, "nothing goes into a file that nobody asked for"
    assert not list(banned_words(EXCHANGED))


def test_one_press_opens_it_and_saves_what_waited(exchanged: Home, paths: Paths) -> None:
    window = exchanged.window
    press(window)
    button(window).click()
    settle()
    assert said(window) == ("", [])
    assert log(window).presenter.state.problem == ""
    assert noted(paths) == [ROOTING]
    log(window).presenter.log(CueKey("yawning"))
    assert len(noted(paths)) == 2
    held = QApplication.focusWidget()
    assert held is not None
    assert held.isVisible()


def test_what_is_half_typed_stays_and_is_kept_in_the_new_file(exchanged: Home, paths: Paths) -> None:
    window = exchanged.window
    line = log(window)._phrase.line
    QTest.keyClicks(line, "rooting ten min")
    log(window)._phrase._keep()
    settle()
    assert said(window) == (EXCHANGED, ["Open it again"])
    button(window).click()
    settle()
    assert line.text() == "rooting ten min"
    window.close()
    diary = open_at(paths.diary)
    assert "rooting ten min" in diary.drafts().values()
    diary.close()


def test_what_was_kept_before_comes_over(real: Home, paths: Paths) -> None:
    session = real.window.session
    session.backups.make(Why.ASKED)
    session.diary.keep_draft("visits", "ask about naps")
    put_back(paths)
    press(real.window)
    button(real.window).click()
    assert session.diary.draft("visits") == "ask about naps"


def test_another_familys_diary_gets_nothing_of_it(real: Home, paths: Paths) -> None:
    window, session = real.window, real.window.session
    session.diary.keep_draft("visits", "ask about naps")
    other = paths.diary.with_name("other.db")
    open_at(other).close()
    other.replace(paths.diary)
    press(window)
    button(window).click()
    settle()
    assert session.diary.drafts() == {}
    assert everything(session.diary) == ()
    assert "isn’t saved yet" in log(window).presenter.state.problem


def test_what_is_half_typed_there_stays(real: Home, paths: Paths) -> None:
    diary = real.window.session.diary
    diary.keep_draft("visits", "there")
    HalfTyped({"visits": "here", "log": "new"}, frozenset({ROBIN.id})).bring_to(diary)
    assert diary.drafts() == {"visits": "there", "log": "new"}


def test_a_question_in_the_bar_isnt_talked_over(exchanged: Home) -> None:
    window = exchanged.window
    window.bar.say("A question?", ("Yes", lambda: None), ("Close", window.bar.settle))
    press(window)
    assert said(window) == ("A question?", ["Yes", "Close"])
    window.bar._do(1)
    assert said(window) == (EXCHANGED, ["Open it again"])


def test_a_file_that_cant_be_opened_is_said_as_at_a_start(real: Home, paths: Paths) -> None:
    window = real.window
    other = paths.diary.with_name("other.db")
    other.write_bytes(b"no diary at all" * 400)
    other.replace(paths.diary)
    press(window)
    button(window).click()
    settle()
    assert not window.session.is_open
    assert window.rescue.over(Place.LOG) is not None
    assert paths.diary.read_bytes() == b"no diary at all" * 400


def test_one_with_a_passphrase_asks_for_it_and_keeps_what_waits(
    real: Home, paths: Paths, clock: Clock
) -> None:
    window, family = real.window, Family(paths)
    family.lock()
    real.door.locked, real.door.real = True, family.guard
    press(window)
    button(window).click()
    settle()
    assert real.keeper.locked
    assert window.session.key is None
    assert not family.records(family.key())[1:], "Robin alone: nothing is saved before somebody has opened it"
    real.open(WORDS)
    assert not real.keeper.locked
    assert window.session.key is not None
    assert said(window) == ("", [])
    assert log(window).presenter.state.problem == ""
    window.session.close()
    assert len(family.records(family.key())) == 2


def test_a_diary_that_was_moved_is_opened_by_a_start(exchanged: Home, paths: Paths) -> None:
    elsewhere = paths.data / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "diary.db").write_bytes(b"moved here")
    (paths.data / MOVED).write_text(f"It is in:\n{TO_GO}{elsewhere}\n")
    press(exchanged.window)
    assert said(exchanged.window) == ("", [])
    assert "Start Bond Diary again" in log(exchanged.window).presenter.state.problem
