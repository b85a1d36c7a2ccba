"""The first file a newcomer starts: what it says when it cannot go on, and that it does no work twice."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import environment
import without_screen

ROOT = Path(__file__).resolve().parent.parent.parent
BASE_PYTHON: str = getattr(sys, "_base_executable", sys.executable)
NOWHERE = "http://127.0.0.1:9/simple"  # the discard port: nobody listens


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A fresh copy of what the set-up reads, with Qt's system libraries taken as found."""
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging", ignore=skip)
    (tmp_path / "bonddiary").mkdir()
    (tmp_path / ".dev").mkdir()
    (tmp_path / ".dev" / "libraries-missing").touch()
    return tmp_path


def start(
    checkout: Path, *arguments: str, first: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Start dev.py in a Python of its own, after the statements in `first`."""
    script = checkout / "packaging" / "dev.py"
    code = (
        f"import runpy, sys\nsys.argv = {['dev.py', *arguments]!r}\n"
        f"sys.path.insert(0, {str(script.parent)!r})\n{first}\n"
        f"runpy.run_path({str(script)!r}, run_name='__main__')"
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    env = {
        name: value for name, value in env.items() if not name.upper().endswith("_PROXY")
    }  # it would answer
    env.update(variables, PIP_CONFIG_FILE=os.devnull)
    command = [BASE_PYTHON, "-c", code]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def told(result: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines on stderr, but for the one that says that the set-up begins."""
    return [
        line for line in result.stderr.splitlines() if not line.startswith("Setting up Bond Diary in .dev/")
    ]


def test_it_parses_where_python_is_too_old_and_says_so() -> None:
    ast.parse((ROOT / "packaging" / "dev.py").read_text(), feature_version=(3, 6))
    result = start(ROOT, "run", first="sys.version_info = (3, 9, 2, 'final', 0)")
    assert result.returncode == 1
    assert told(result) == ["Bond Diary needs Python 3.11 or newer; this is Python 3.9."]


def test_without_pip_it_says_what_to_install(checkout: Path) -> None:
    no_pip = "import importlib.util; importlib.util.find_spec = lambda name: None"
    result = start(checkout, "run", first=no_pip)
    assert result.returncode == 1
    assert len(told(result)) == 1
    assert "needs pip" in told(result)[0]
    assert "python3-pip" in told(result)[0]


def test_without_network_before_uv_is_there_it_says_so(checkout: Path) -> None:
    result = start(checkout, "run", PIP_INDEX_URL=NOWHERE, PIP_NO_CACHE_DIR="1")
    assert result.returncode == 1
    assert told(result) == [environment.NO_NETWORK]
    assert not (checkout / ".dev" / "env.stamp").exists()


@pytest.mark.skipif(not (ROOT / ".dev" / "uv").exists(), reason="started without dev.py, so there is no uv")
def test_without_network_once_uv_is_there_it_says_so(checkout: Path, tmp_path: Path) -> None:
    (checkout / ".dev" / "uv").symlink_to(ROOT / ".dev" / "uv")
    cache = str(tmp_path / "empty-cache")
    result = start(checkout, "run", UV_DEFAULT_INDEX=NOWHERE, UV_CACHE_DIR=cache, UV_HTTP_RETRIES="0")
    assert result.returncode == 1
    assert told(result) == [environment.NO_NETWORK]
    assert not (checkout / ".dev" / "env.stamp").exists()


def test_a_step_that_breaks_is_named_with_what_it_said() -> None:
    with pytest.raises(environment.SetupError, match=r"no such thing\nSetting up stopped at: .*python"):
        environment.step([sys.executable, "-c", "import sys; sys.exit('no such thing')"])


@pytest.mark.parametrize("arguments", [[], ["nonsense"]])
def test_what_is_no_command_gets_the_list_of_commands(arguments: list[str]) -> None:
    result = start(ROOT, *arguments)
    assert result.returncode == 2
    for command in ("run", "test", "check", "bench", "crash", "pictures", "lock"):
        assert f"dev.py {command}" in result.stdout


@pytest.mark.parametrize("command", ["run", "test"])
def test_the_second_start_does_no_set_up_work(checkout: Path, command: str) -> None:
    stamp = "import environment; environment.STAMP.write_text(environment.expected_stamp('dev'))\n"
    watch = (
        "import os\n"
        "os.execve = lambda *a: print('started', *a[1]) or os._exit(7)\n"
        "os.environ['DISPLAY'] = ':0'\n"
        "work = lambda event, args: event in ('subprocess.Popen', 'os.mkdir', 'os.remove', 'shutil.rmtree')\n"
        "sys.addaudithook(lambda event, args: work(event, args) and print(event, args))\n"
        "sys.stdout.reconfigure(line_buffering=True)"
    )
    result = start(checkout, command, first=stamp + watch)
    assert result.stderr == ""
    assert result.returncode == 7
    lines = result.stdout.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("started ")


@pytest.mark.parametrize(
    ("stamped", "asked", "made"),
    [
        ("run", "run", []),
        ("dev", "run", []),
        ("dev", "dev", []),
        ("run", "dev", ["dev"]),
        ("", "run", ["run"]),
        ("", "dev", ["dev"]),
        ("dev stale", "run", ["dev"]),
        ("run stale", "run", ["run"]),
    ],
)
def test_it_sets_up_what_is_missing_and_takes_nothing_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stamped: str, asked: str, made: list[str]
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(environment, "DEV", tmp_path)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "env.stamp")
    monkeypatch.setattr(environment, "set_up", calls.append)
    (tmp_path / "libraries-missing").touch()
    if stamped:
        text = environment.expected_stamp(stamped) if stamped in environment.LEVELS else f"{stamped}\n"
        environment.STAMP.write_text(text)
    environment.ensure(asked)
    assert calls == made


def entries(lock: str) -> dict[str, str]:
    """Each package of a lock with its version, and the text of its entry."""
    text = (ROOT / "packaging" / "lock" / f"{lock}.txt").read_text()
    found = re.findall(r"^(\S+==\S+)(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found
    assert len(found) == len(re.findall(r"^\S", text, re.MULTILINE))
    return dict(found)


@pytest.mark.parametrize("lock", ["uv", "run", "dev"])
def test_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    for package, rest in entries(lock).items():
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", rest), package
        assert "://" not in rest, package


def test_the_developers_lock_holds_all_of_the_runners() -> None:
    assert set(entries("run")) < set(entries("dev"))


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["open"], True),
        (["--data-dir", "somewhere"], True),
        (["--data-dir=somewhere"], True),
        (["tips", "rooting"], False),
        (["--data-dir", "somewhere", "list"], False),
        (["--version"], False),
    ],
)
def test_only_a_window_needs_a_screen(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], opens: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert without_screen.applies(arguments) is opens
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not without_screen.applies(arguments)


@pytest.mark.parametrize(
    ("arguments", "side_by_side"),
    [([], True), (["-q"], True), (["tests/domain"], False), (["-q", "-k", "law"], False), (["--pdb"], False)],
)
def test_the_whole_suite_uses_every_processor_and_a_part_of_it_does_not(
    checkout: Path, arguments: list[str], side_by_side: bool
) -> None:
    stamp = "import environment; environment.STAMP.write_text(environment.expected_stamp('dev'))\n"
    watch = "import os\nos.execve = lambda *a: print(*a[1], flush=True) or os._exit(7)"
    result = start(checkout, "test", *arguments, first=stamp + watch)
    assert result.returncode == 7
    assert ("-n auto" in result.stdout) is side_by_side
    assert result.stdout.rstrip().endswith(
        " ".join(["pytest" if not side_by_side else "loadfile", *arguments])
    )
