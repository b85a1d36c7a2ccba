"""A log-out, a closed terminal, Ctrl+C in one: the real program keeps what is half typed, closes the diary, and asks nothing."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.system.paths import Paths
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session_end import SessionEnd
from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
TYPING = """
import signal
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from bonddiary import bootstrap
from bonddiary.ui import app
from bonddiary.ui.pages.log.page import LogPage
from PySide6.QtWidgets import QLineEdit

for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):  # whoever runs the tests may ignore some, as nohup does
    signal.signal(number, signal.SIG_DFL)

def typed(window):
    line = next(each for each in window.findChildren(QLineEdit) if each.placeholderText().startswith("Or type"))
    line.setText("rooting 10 min ago")
    line.textEdited.emit(line.text())
    print("typed", flush=True)

made = app.make_window
def make_window(*args):
    window = made(*args)
    window.session.opened.connect(lambda: QTimer.singleShot(300, lambda: typed(window)))
    return window
app.make_window = make_window
paths = bootstrap.paths_for(Path(sys.argv[1]))
sys.argv = sys.argv[:1]
code = bootstrap.run_window(paths)
print("closed", flush=True)
sys.stdin.readline()
sys.exit(code)
"""
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


class Running(subprocess.Popen[str]):
    """The program."""

    started_in = 0.0
    """Seconds until it could be typed in."""


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """The program with its window open and a moment half typed."""
    begun = time.monotonic()
    made = Running(
        [sys.executable, "-c", TYPING, str(tmp_path / "data")], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert made.stdout is not None
    assert made.stdout.readline() == "typed\n", made.communicate()[1]
    made.started_in = time.monotonic() - begun
    yield made
    made.kill()
    made.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_what_is_half_typed_is_kept_and_the_diary_closed(
    running: Running, tmp_path: Path, number: signal.Signals
) -> None:
    begun = time.monotonic()
    running.send_signal(number)
    running.send_signal(number)  # a desktop may say it twice
    assert running.stdout is not None
    assert running.stdout.readline() == "closed\n", running.communicate()[1]
    running.send_signal(number)  # and once more, when the windows have gone
    _, said = running.communicate("\n", timeout=PATIENCE)
    assert running.returncode == 0
    assert said == "", "nothing is asked or complained about"
    assert time.monotonic() - begun < max(10, 2 * running.started_in)
    data = tmp_path / "data"
    assert not (data / "window.lock").exists()
    assert not (data / "diary.db-journal").exists() or (data / "diary.db-journal").stat().st_size == 0
    with sqlite3.connect(data / "diary.db") as found:
        dump = "\n".join(found.iterdump())
    assert "rooting 10 min ago" in dump, "the draft is there at the next start"


class Manager:
    """Stands in for the desktop's."""

    def __init__(self) -> None:
        self.hint: object = None

    def setRestartHint(self, hint: object) -> None:
        self.hint = hint


class TestDesktop:
    @pytest.fixture
    def end(self, qapp: QApplication, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> SessionEnd:
        monkeypatch.setattr(SessionEnd, "_listen", lambda _self: None)
        return SessionEnd(qapp, lambda: window, lambda: "")

    def test_asked_to_save_it_keeps_and_stays(
        self, qtbot: QtBot, window: MainWindow, end: SessionEnd, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept: list[int] = []
        monkeypatch.setattr(window, "keep", lambda: str(kept.append(1) or "It can’t be saved."))
        manager = Manager()
        end._on_commit(manager)  # type: ignore[arg-type]
        assert kept == [1]
        assert manager.hint is QSessionManager.RestartHint.RestartNever
        assert window.session.is_open, "the log-out may be put off"
        window.show()
        assert window.close(), "no question holds a log-out up"

    def test_put_off_it_asks_again(self, window: MainWindow, end: SessionEnd) -> None:
        end._on_commit(Manager())  # type: ignore[arg-type]
        assert window.ending
        end._ask_again()
        assert not window.ending


def test_work_on_the_file_is_let_finish(
    qapp: QApplication, window: MainWindow, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SessionEnd, "_listen", lambda _self: None)
    codes: list[int] = []
    monkeypatch.setattr("bonddiary.ui.session_end.QCoreApplication.exit", codes.append)
    end = SessionEnd(qapp, lambda: window, lambda: "")
    monkeypatch.setattr(window.session, "work", "A copy is put back…")
    end.end()
    assert codes == []
    monkeypatch.setattr(window.session, "work", "")
    window.session.held.emit()
    window.session.held.emit()
    assert codes == [0]
