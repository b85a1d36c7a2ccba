"""A diary in a shared folder: said in the window, moved when asked, never by itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.domain.catalog import Catalog
from bonddiary.system.paths import MOVED, Paths, find_paths
from bonddiary.system.settings import Settings
from bonddiary.ui.app import Places
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.synced import SyncedWarning, start_again
from bonddiary.ui.theme.theme import Theme
from tests.builders import ROBIN, clock_at, open_at


@pytest.fixture
def usual(tmp_path: Path) -> Paths:
    """This computer's usual folders."""
    return Paths(tmp_path / "home" / "data", tmp_path / "home" / "config", tmp_path / "home" / "state")


def window_on(paths: Paths, usual: Paths, catalog: Catalog, theme: Theme, qtbot: QtBot) -> MainWindow:
    paths.make()
    session = Session(paths, lambda: open_at(paths.diary), catalog, clock_at(), Settings(first_run_done=True))
    places = Places(session, theme)
    window = MainWindow(session, theme, places.factories())
    places.window = window
    SyncedWarning(window, usual)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(window._actions))
    session.diary.add(ROBIN)
    return window


def words(window: MainWindow) -> str:
    return window.bar._words.text() if window.bar.isVisible() else ""


def press(window: MainWindow, text: str) -> None:
    [each for each in window.bar.findChildren(QPushButton) if each.text() == text][-1].click()


def test_it_is_said_and_moved_when_asked(
    tmp_path: Path,
    usual: Paths,
    catalog: Catalog,
    theme: Theme,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    codes: list[int] = []
    started: list[object] = []
    monkeypatch.setattr(QCoreApplication, "exit", codes.append)
    monkeypatch.setattr(QProcess, "startDetached", lambda *given: started.append(given))
    paths = find_paths(tmp_path / "Dropbox" / "diary")
    window = window_on(paths, usual, catalog, theme, qtbot)
    assert "Dropbox" in words(window)
    start_again(window.session)
    assert (codes, started, usual.data.exists()) == ([], [], False), "nothing by itself"
    press(window, "Move it…")
    assert str(usual.data) in words(window)
    assert not usual.data.exists()
    press(window, "Move it now")
    assert codes == [0]
    assert usual.diary.exists()
    assert [each.name for each in paths.data.iterdir()] == [MOVED]
    start_again(window.session)
    assert len(started) == 1


def test_what_stands_in_the_way_is_said(
    tmp_path: Path, usual: Paths, catalog: Catalog, theme: Theme, qtbot: QtBot
) -> None:
    usual.make()
    open_at(usual.diary).close()
    window = window_on(find_paths(tmp_path / "Nextcloud"), usual, catalog, theme, qtbot)
    press(window, "Move it…")
    press(window, "Move it now")
    assert "There is a diary in" in words(window)
    assert [baby.id for baby in window.session.babies] == [ROBIN.id]
    press(window, "Close")
    assert words(window) == ""


def test_a_plain_folder_says_nothing(
    tmp_path: Path, usual: Paths, catalog: Catalog, theme: Theme, qtbot: QtBot
) -> None:
    assert words(window_on(find_paths(tmp_path / "plain"), usual, catalog, theme, qtbot)) == ""


def test_where_the_usual_folder_is_shared_too_it_says_what_else_helps(
    tmp_path: Path, catalog: Catalog, theme: Theme, qtbot: QtBot
) -> None:
    paths = find_paths(tmp_path / "OneDrive" / "diary")
    window = window_on(paths, paths, catalog, theme, qtbot)
    assert "Leave this folder out of OneDrive" in words(window)
    assert "Move it…" not in [each.text() for each in window.bar.findChildren(QPushButton)]
