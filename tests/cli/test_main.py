"""The program around the commands: start, bad usage, and every kind of trouble a diary can be in."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bonddiary import __version__
from bonddiary.cli import main as program
from bonddiary.cli.commands import COMMANDS
from bonddiary.cli.main import main
from bonddiary.system.log import logger
from bonddiary.system.paths import Paths
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]


def shell(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as its own process, without a screen."""
    clean = {name: value for name, value in os.environ.items() if name not in program.SCREENS}
    return subprocess.run(
        [sys.executable, "-m", "bonddiary", *arguments],
        cwd=cwd,
        env={**clean, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


# ------------------------------------------------------------------------------------------------ start

HEAVY = (
    "PySide6",
    "sqlalchemy",
    "sqlcipher3",
    "matplotlib",
    "alembic",
    "bonddiary.content",
    "bonddiary.store",
    "bonddiary.exchange",
)
LOOK = """
import json, sys
from bonddiary.cli.main import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def imported(*arguments: str) -> tuple[int, set[str]]:
    """The exit code of a command and what it has imported."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    return code, set(modules)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["log", "--help"], ["nonsense"]])
def test_the_first_answers_import_nothing_heavy(arguments: list[str]) -> None:
    code, modules = imported(*arguments)
    assert code == (2 if arguments == ["nonsense"] else 0)
    assert modules.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    ("arguments", "without"),
    [
        (["log", "--cue", "rooting"], {"PySide6", "matplotlib", "numpy"}),
        (["tips", "rooting"], {"PySide6", "matplotlib"}),
        (["check-content"], {"PySide6", "matplotlib", "sqlalchemy"}),
        (["chart", "tried", "--output", "x.png"], {"PySide6", "matplotlib.pyplot"}),
    ],
)
def test_no_command_imports_what_it_does_not_need(
    arguments: list[str], without: set[str], tmp_path: Path
) -> None:
    assert imported("--data-dir", str(tmp_path), *arguments)[1].isdisjoint(without)


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr() == (f"bonddiary {__version__}\n", "")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for command in COMMANDS:
        assert f"    {command.name}" in said
        assert main([command.name, "--help"]) == 0
        assert command.help.split()[0] in capsys.readouterr().out


def test_without_a_screen_one_sentence_names_what_works() -> None:
    done = shell()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("There is no screen to open a window on.")
    for command in COMMANDS:
        assert command.name in done.stderr


def test_with_a_screen_the_window_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[Path] = []

    def run_window(paths: Paths) -> int:
        opened.append(paths.data)
        return 0

    monkeypatch.setattr(program, "run_window", run_window)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["--data-dir", str(tmp_path)]) == 0
    assert opened == [tmp_path]
    assert main(["--data-dir", str(tmp_path), "open"]) == 0
    assert opened == [tmp_path, tmp_path]


class TestFiles:
    """`bonddiary FILE …`, as a desktop starts it for a file that was pressed twice."""

    @pytest.fixture
    def opened(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[Path, ...]]:
        """The files of each window that was asked for."""
        found: list[tuple[Path, ...]] = []

        def run_window(_paths: Paths, files: tuple[Path, ...] = ()) -> int:
            found.append(files)
            return 0

        monkeypatch.setattr(program, "run_window", run_window)
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        monkeypatch.chdir(tmp_path)
        (tmp_path / "list").touch()
        (tmp_path / "no ending").touch()
        return found

    @pytest.mark.parametrize(
        ("words", "files"),
        [
            (["/mnt/stick/with space.bonddiary.jsonl"], ["/mnt/stick/with space.bonddiary.jsonl"]),
            (["/a/one.jsonl", "/a/two.csv"], ["/a/one.jsonl", "/a/two.csv"]),
            (["/a/two\nlines"], ["/a/two\nlines"]),
            (["/a/\udcff.jsonl"], ["/a/\udcff.jsonl"]),
            (["no ending"], ["no ending"]),
            (["missing.CSV"], ["missing.CSV"]),
            (["./list"], ["list"]),
            (["--", "-odd.jsonl"], ["-odd.jsonl"]),
            (["open", "list"], ["list"]),
            (["open"], []),
        ],
    )
    def test_open_the_window_on_them(
        self, opened: list[tuple[Path, ...]], tmp_path: Path, words: list[str], files: list[str]
    ) -> None:
        assert main(["--data-dir", str(tmp_path), *words]) == 0
        assert main([f"--data-dir={tmp_path}", *words]) == 0
        assert main(words) == 0
        assert opened == [tuple(map(Path, files))] * 3

    def test_a_command_stays_one(
        self, opened: list[tuple[Path, ...]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(["--data-dir", str(tmp_path / "data"), "list"])
        assert opened == []
        assert main(["lst"]) == 2
        assert "invalid choice: 'lst'" in capsys.readouterr().err, "a mistyped command is said"
        assert opened == []


@pytest.mark.usefixtures("own_log")
def test_a_library_that_qt_lacks_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run_window(paths: Paths) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(program, "run_window", run_window)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["--data-dir", str(tmp_path)]) == 1
    assert "Qt lacks something on this computer (libEGL.so.1" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--data-dir"],
        ["--data-dir", ""],
        ["--data-dir", " ", "list"],
        ["--nonsense"],
        ["list", "--nonsense"],
        ["--vers"],
    ],
)
def test_bad_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--help" in said.err


def test_everything_stays_in_the_folder_that_was_given(home: Path, tmp_path: Path) -> None:
    done = shell("--data-dir", str(tmp_path / "stick"), "log", "--cue", "rooting")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Saved. Rooting, ")
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert {path.name for path in (tmp_path / "stick").iterdir()} <= {"diary.db", "diary.db-journal"}


def test_without_a_folder_the_users_own_is_used(home: Path) -> None:
    done = shell("log", "--cue", "rooting")
    assert done.returncode == 0
    assert [path.parent.name for path in home.rglob("diary.db")] == ["bonddiary"]
    assert "Rooting" in shell("list").stdout


def test_a_terminal_that_lacks_letters_shows_others(tmp_path: Path) -> None:
    done = shell(
        "--data-dir", str(tmp_path), "log", "--cue", "roting", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert done.returncode == 1
    assert done.stderr.startswith("There is no cue called ?roting?")
    assert done.stderr.count("\n") == 1


# --------------------------------------------------------------------------------------------- the unexpected


@pytest.fixture
def own_log() -> Iterator[None]:
    """The log that a crash opens is closed again."""
    yield
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


@pytest.mark.usefixtures("own_log")
def test_what_nobody_expected_is_a_sentence_and_its_place_is_in_the_log(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("log", "--cue", "rooting")

    def surprise(*_: object) -> None:
        raise KeyError("private words")

    monkeypatch.setattr("bonddiary.diary.diary.Diary.undo", surprise)
    said = run("undo")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Something happened that Bond Diary didn’t expect (KeyError).")
    assert said.err.count("\n") == 1
    log = (data / "bonddiary.log").read_text()
    assert "unexpected KeyError" in log
    assert "private words" not in said.err + log


def test_an_interruption_is_one_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bonddiary.content.loader.load_catalog", interrupted)
    run("log", "--cue", "rooting").refused("Stopped.")


@pytest.mark.skipif(os.name != "posix", reason="a pipe that its reader closes")
def test_a_reader_that_goes_away_is_no_trouble(run: Run, data: Path) -> None:
    run("demo")
    command = f'"{sys.executable}" -m bonddiary --data-dir "{data}" list | head -n 1'
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_output_that_cannot_be_written_is_said(data: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bonddiary", "--data-dir", str(tmp_path), "tips", "rooting"],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1, "Python says nothing of its own"
