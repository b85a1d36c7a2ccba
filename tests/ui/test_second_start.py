"""Two windows never fight: the real program, started twice, killed, and with a lock from another computer."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.system.paths import Paths
from bonddiary.system.running import holder, window_is_open
from bonddiary.ui.application import held_elsewhere, take_from_elsewhere, take_lock
from bonddiary.ui.elsewhere import Elsewhere
from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and links are POSIX")


def start(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "bonddiary", "--data-dir", str(folder)], cwd=ROOT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


def wait_for(condition: object, seconds: float = PATIENCE) -> None:
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


@pytest.fixture
def first(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """The program with its window open."""
    (tmp_path / "data").mkdir()
    made = start(tmp_path / "data")
    wait_for(
        lambda: (
            (tmp_path / "data" / "diary.db").exists() and window_is_open(tmp_path / "data" / "window.lock")
        )
    )
    yield made
    made.kill()
    made.communicate()


@POSIX
def test_a_second_start_asks_the_first_also_through_links(
    first: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    data = tmp_path / "data"
    (tmp_path / "link").symlink_to(data, target_is_directory=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "diary.db").symlink_to(data / "diary.db")
    for name in ("data", "link", "other"):
        before = (data / "show-window").read_bytes() if (data / "show-window").exists() else b""
        second = start(tmp_path / name)
        _, said = second.communicate(timeout=PATIENCE)
        assert "already open" in said, name
        assert second.returncode == 1
        assert (data / "show-window").read_bytes() != before
    assert first.poll() is None


@POSIX
def test_commands_work_beside_the_window(first: "subprocess.Popen[str]", tmp_path: Path) -> None:
    for cue in ("rooting", "yawning"):
        done = subprocess.run(
            [sys.executable, "-m", "bonddiary", "--data-dir", str(tmp_path / "data"), "log", "--cue", cue],
            cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert first.poll() is None


@POSIX
def test_a_lock_of_a_killed_program_is_taken_over(first: "subprocess.Popen[str]", tmp_path: Path) -> None:
    lock = tmp_path / "data" / "window.lock"
    before = holder(lock)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert lock.exists()
    assert not window_is_open(lock)
    again = start(tmp_path / "data")
    try:
        wait_for(lambda: holder(lock) not in (None, before))
        assert window_is_open(lock)
    finally:
        again.kill()
        again.communicate()


def elsewhere(paths: Paths) -> None:
    paths.make()
    paths.lock.write_text("1\npython3\nanother-computer\n")


class TestAnotherComputer:
    """Its lock is never taken by itself: whether the program runs there can't be told from here."""

    def test_it_is_told_from_ours(self, qapp: QApplication, paths: Paths) -> None:
        assert not held_elsewhere(paths)
        elsewhere(paths)
        assert take_lock(paths) is None
        assert held_elsewhere(paths)
        assert window_is_open(paths.lock)

    def test_closing_leaves_it(self, qapp: QApplication, paths: Paths) -> None:
        elsewhere(paths)
        QTimer.singleShot(200, lambda: asked(qapp).close())
        assert take_from_elsewhere(qapp, paths) is None
        assert paths.lock.read_text().splitlines()[2] == "another-computer"

    def test_the_parent_may_say_that_it_isnt_open_there(self, qapp: QApplication, paths: Paths) -> None:
        elsewhere(paths)
        said: list[str] = []

        def answer() -> None:
            window = asked(qapp)
            said.append(window.bar._words.text())
            window.bar._do(1)

        QTimer.singleShot(200, answer)
        lock = take_from_elsewhere(qapp, paths)
        assert lock is not None
        assert not held_elsewhere(paths)
        assert "“another-computer”" in said[0]
        lock.unlock()


def asked(qapp: QApplication) -> Elsewhere:
    return next(each for each in qapp.topLevelWidgets() if isinstance(each, Elsewhere) and each.isVisible())


def test_nobody_answers_in_between(qtbot: QtBot, qapp: QApplication, paths: Paths) -> None:
    elsewhere(paths)

    def another_answers() -> None:
        paths.lock.write_text("2\npython3\na-third-computer\n")
        asked(qapp).bar._do(1)

    QTimer.singleShot(200, another_answers)
    assert take_from_elsewhere(qapp, paths) is None
    assert "a-third-computer" in paths.lock.read_text()
