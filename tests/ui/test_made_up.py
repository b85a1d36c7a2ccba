"""A made-up diary to look around in: a program of its own, in a folder that goes with it."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.content.wording import banned_words
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings, ThemeChoice, load_settings, save_settings
from bonddiary.ui.look_around import start
from bonddiary.ui.made_up import HELD_BY, PREFIX, _sweep
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.first_run import FirstRunCard
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
Started = list[tuple[str, list[str], str]]
TELLING = """
import sys
from PySide6.QtCore import QTimer
from bonddiary.cli.main import main
from bonddiary.ui import app

made = app.make_window
def make_window(*args):
    window = made(*args)
    window.session.opened.connect(lambda: QTimer.singleShot(0, lambda: print("open", flush=True)))
    return window
app.make_window = make_window
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Programs that were started."""
    found: Started = []

    def start_detached(program: str, arguments: list[str], folder: str) -> tuple[bool, int]:
        found.append((program, arguments, folder))
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", start_detached)
    return found


class TestStarting:
    def test_it_is_a_program_of_its_own(self, paths: Paths, started: Started) -> None:
        assert start(paths)
        (program, arguments, folder), *_ = started
        assert program == sys.executable
        assert arguments == ["-m", "bonddiary", "--data-dir", str(paths.data), "look-around"]
        assert (Path(folder) / "bonddiary").is_dir()

    def test_also_from_a_bundle(
        self, paths: Paths, started: Started, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        start(replace(paths, config=paths.data / "other"))
        assert started[0][1] == ["look-around"]

    def test_from_the_help_menu(self, window: MainWindow, started: Started) -> None:
        window.commands.look_around()
        assert len(started) == 1

    def test_there_is_no_second_one_in_it(self, window: MainWindow, started: Started) -> None:
        window.session.paths = replace(window.session.paths, kept=False)
        window.commands.look_around()
        assert started == []

    def test_from_the_card_of_the_first_run(self, qtbot: QtBot, theme: Theme) -> None:
        card = FirstRunCard(theme)
        qtbot.addWidget(card)
        look = next(each for each in card.findChildren(QPushButton) if "made-up" in each.text())
        with qtbot.waitSignal(card.look_asked):
            look.click()


class TestBanner:
    def test_it_says_that_nothing_is_kept_and_has_a_way_out(
        self, window: MainWindow, session: Session
    ) -> None:
        session.diary.call_demo()
        session.paths = replace(session.paths, kept=False)
        session.opened.emit()
        words = "This is a made-up diary, to look around in. Nothing you note here is kept."
        assert window.bar._words.text() == words
        assert not list(banned_words(words))
        assert [each.text() for each in window.bar._buttons] == ["Close the made-up diary"]
        window.say("Something else.")
        window.bar._buttons[-1].click()
        assert window.bar._words.text() == words, "it can’t be put away"
        window.show()
        window.bar._buttons[0].click()
        assert not window.isVisible()


class TestSweep:
    @pytest.fixture
    def left(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """The folder of one that was killed."""
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        folder = tmp_path / f"{PREFIX}left"
        folder.mkdir()
        (folder / "diary.db").touch()
        return folder

    def test_what_is_left_goes(self, left: Path) -> None:
        (left / "window.lock").write_text("999999999\npython\n\n")
        (left / HELD_BY).write_text("999999999\npython\n")
        _sweep()
        assert not left.exists()

    def test_one_that_is_being_filled_stays(self, left: Path) -> None:
        (left / HELD_BY).write_text(f"{os.getpid()}\n{sys.executable}\n")
        _sweep()
        assert left.exists(), "it has no lock yet"

    @pytest.mark.skipif(os.name != "posix", reason="users are POSIX's")
    def test_another_users_stays(self, left: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "getuid", lambda: left.stat().st_uid + 1)
        _sweep()
        assert left.exists()

    @pytest.mark.skipif(os.name != "posix", reason="links and pipes are POSIX's")
    def test_a_link_and_what_would_hold_us_up_stay(self, left: Path, tmp_path: Path) -> None:
        real = left.rename(tmp_path / "own")
        left.symlink_to(real)
        odd = tmp_path / f"{PREFIX}odd"
        odd.mkdir()
        (odd / "diary.db").touch()
        os.mkfifo(odd / "window.lock")
        _sweep()
        assert (real / "diary.db").exists()
        assert odd.exists()


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
class TestProgram:
    @pytest.fixture
    def family(self, tmp_path: Path) -> Path:
        """The family's own folder, with choices in it."""
        folder = tmp_path / "family"
        folder.mkdir()
        save_settings(
            Settings(theme=ThemeChoice.NIGHT, text_size=150, own_numbers="private"), folder / "settings.json"
        )
        return folder

    @pytest.fixture
    def running(self, tmp_path: Path, family: Path) -> Iterator["subprocess.Popen[str]"]:
        """The real program, with a folder for temporary files of this test's own."""
        (tmp_path / "tmp").mkdir()
        killed = tmp_path / "tmp" / f"{PREFIX}killed"
        killed.mkdir()
        (killed / "diary.db").touch()
        made = subprocess.Popen(
            [sys.executable, "-c", TELLING, "--data-dir", str(family), "look-around"],
            cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path / "tmp")},
        )  # fmt: skip
        yield made
        made.kill()
        made.communicate()

    def test_its_folder_goes_with_it_and_the_familys_is_left_alone(
        self, running: "subprocess.Popen[str]", tmp_path: Path, family: Path
    ) -> None:
        before = sorted(family.rglob("*"))
        end = time.monotonic() + PATIENCE
        while not (found := list((tmp_path / "tmp").glob(f"{PREFIX}*/window.lock"))):
            assert running.poll() is None, running.communicate()[1]
            assert time.monotonic() < end
            time.sleep(0.1)
        folder = found[0].parent
        assert folder.stat().st_mode & 0o077 == 0
        settings = load_settings(folder / "settings.json")
        assert (settings.theme, settings.text_size) == (ThemeChoice.NIGHT, 150)
        assert settings.first_run_done
        assert settings.own_numbers == "", "nothing of the family’s but how it looks"
        assert (folder / "diary.db").stat().st_size > 100_000, "two months of entries"
        assert not (tmp_path / "tmp" / f"{PREFIX}killed").exists(), "one that was killed is taken away"
        assert running.stdout is not None
        assert running.stdout.readline() == "open\n"
        running.send_signal(signal.SIGTERM)
        _, said = running.communicate(timeout=PATIENCE)
        assert (running.returncode, said) == (0, "")
        assert not folder.exists()
        assert sorted(family.rglob("*")) == before
