"""What is shipped: the code with its resources and licences, and nothing else."""

import configparser
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import python_wheel
from shared.metadata import App

ROOT = Path(__file__).resolve().parent.parent.parent


def build(target: str, folder: Path) -> Path:
    """Build a wheel or sdist into `folder`."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.iterdir())


def test_the_wheel_holds_code_and_resources(tmp_path: Path) -> None:
    with zipfile.ZipFile(build("wheel", tmp_path)) as wheel:
        names = set(wheel.namelist())
    contents = [path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert contents
    assert {f"bonddiary/{path.as_posix()}" for path in contents} <= names
    assert "bonddiary/cli/main.py" in names
    assert not [name for name in names if name.startswith(("tests/", "packaging/", "resources/"))]
    assert [name for name in names if name.endswith("dist-info/licenses/resources/content/LICENSE")]
    assert [name for name in names if name.endswith("dist-info/licenses/resources/fonts/OFL-Noto.txt")]


def test_the_source_archive_holds_all_that_a_developer_needs(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "resources/content/LICENSE", "packaging/dev.py", "packaging/lock/run.txt"} <= names
    assert {"bonddiary/cli/main.py", "tests/conftest.py", "ARCHITECTURE.md"} <= names
    assert {".github/workflows/test.yml", ".ci/run"} <= names
    assert not [name for name in names if name.startswith((".dev", ".git/"))]


def test_the_same_bytes_twice_and_from_the_source_archive(app: App, tmp_path: Path) -> None:
    wheel, archive = python_wheel.make(app, tmp_path / "made")
    assert wheel.name == f"{app.command}-{app.version}-py3-none-any.whl"
    assert archive.name == f"{app.command}-{app.version}.tar.gz"
    with zipfile.ZipFile(wheel) as packed:
        entry = next(name for name in packed.namelist() if name.endswith("entry_points.txt"))
        points = configparser.ConfigParser()
        points.read_string(packed.read(entry).decode())
    assert points["console_scripts"][app.command] == "bonddiary.cli.main:main"


def test_files_that_differ_are_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text(name)
    with pytest.raises(python_wheel.Differs, match="one, made twice"):
        python_wheel.same(tmp_path / "one", tmp_path / "two")
