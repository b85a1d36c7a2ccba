"""What is said and done about the system libraries that Qt needs."""

import io
from pathlib import Path

import pytest

import qt_libraries

CURSOR = "libxcb-cursor.so.0"
COMMAND = "sudo apt-get install -y --no-install-recommends libxcb-cursor0\n"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands that would have been run on a Debian where one library is missing, with no terminal."""
    made: list[list[str]] = []

    def call(command: list[str], stdout: int) -> int:
        made.append(command)
        return 0

    monkeypatch.setattr(qt_libraries, "loads", lambda name: name != CURSOR)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.call", call)
    return made


def test_root_gets_the_package_once(
    calls: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    mark = tmp_path / "missing"
    qt_libraries.ensure(mark)
    assert calls == [["apt-get", "update"], [*qt_libraries.INSTALL, "libxcb-cursor0"]]
    assert mark.read_text() == CURSOR  # here it still does not load
    capsys.readouterr()
    qt_libraries.ensure(mark)
    assert len(calls) == 2
    assert capsys.readouterr().err.endswith(COMMAND)


def test_others_are_told_the_one_command(
    calls: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    qt_libraries.ensure(tmp_path / "missing")
    assert calls == []
    assert capsys.readouterr().err.endswith(COMMAND)


def test_a_yes_on_the_terminal_uses_sudo(calls: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: "y")
    qt_libraries.get([CURSOR])
    assert [command[:2] for command in calls] == [["sudo", "apt-get"], ["sudo", "apt-get"]]


def test_other_systems_are_told_the_library(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    qt_libraries.get([CURSOR])
    assert calls == []
    assert CURSOR in capsys.readouterr().err


def test_once_all_is_there_the_mark_is_empty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mark = tmp_path / "missing"
    mark.write_text(CURSOR)
    monkeypatch.setattr(qt_libraries, "loads", lambda name: True)
    qt_libraries.ensure(mark)
    assert mark.read_text() == ""
