"""What's new after an update: one line, once; never on the first start."""

from dataclasses import replace

import pytest

from bonddiary import __version__
from bonddiary.content.wording import banned_words
from bonddiary.system.settings import load_settings
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.updated import Updated

WORDS = f"Bond Diary was updated to {__version__}."


def words(window: MainWindow) -> str:
    return "" if window.bar.isHidden() else window.bar._words.text()


@pytest.fixture
def shown() -> list[int]:
    """How often the page of what is new was asked for."""
    return []


@pytest.fixture
def updated(window: MainWindow, session: Session, shown: list[int]) -> Updated:
    return Updated(window, session, lambda: shown.append(1))


@pytest.mark.parametrize("last", ["0.0.1", "0.0.9", "0.0.10-beta"])
def test_one_line_after_an_update(
    window: MainWindow, session: Session, updated: Updated, shown: list[int], last: str
) -> None:
    session.settings = replace(session.settings, last_version=last)
    updated.look()
    assert words(window) == WORDS
    assert not list(banned_words(WORDS))
    assert [each.text() for each in window.bar._buttons] == ["What’s new", "Close"]
    assert load_settings(session.paths.settings).last_version == __version__, "kept at once: never twice"
    window.bar._buttons[1].click()
    assert words(window) == ""
    updated.look()
    assert words(window) == ""
    assert shown == []


def test_the_button_leads_to_what_is_new(
    window: MainWindow, session: Session, updated: Updated, shown: list[int]
) -> None:
    session.settings = replace(session.settings, last_version="0.0.1")
    updated.look()
    window.bar._buttons[0].click()
    assert shown == [1]
    assert words(window) == ""


@pytest.mark.parametrize("last", ["", __version__, "99.0", "?", "99.x"])
def test_neither_on_the_first_start_nor_after_an_older_program(
    window: MainWindow, session: Session, updated: Updated, last: str
) -> None:
    session.settings = replace(session.settings, last_version=last)
    updated.look()
    assert session.settings.last_version == __version__
    assert words(window) == ""


def test_a_diary_to_look_around_in_says_nothing(
    window: MainWindow, session: Session, updated: Updated
) -> None:
    session.settings = replace(session.settings, last_version="0.0.1")
    session.paths = replace(session.paths, kept=False)
    updated.look()
    assert words(window) == ""


def test_a_place_that_cant_be_written_to_holds_nothing_up(
    window: MainWindow, session: Session, updated: Updated
) -> None:
    session.paths.settings.mkdir()
    session.settings = replace(session.settings, last_version="0.0.1")
    updated.look()
    assert words(window) == WORDS
