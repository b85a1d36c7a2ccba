"""What a start does not import: each of these costs tenths of a second."""

import subprocess
import sys

import pytest

import bonddiary

SLOW = {
    "PySide6",
    "shiboken6",
    "sqlalchemy",
    "alembic",
    "matplotlib",
    "numpy",
    "typst",
    "sqlcipher3",
    "sqlite3",
    "socket",
    "cryptography",
}


def imported_by(statement: str) -> set[str]:
    """Top-level names of all modules that are loaded in a fresh Python after `statement`."""
    code = f"{statement}; import sys; print(*sorted(sys.modules))"
    # -S -s: .pth files of other packages would import things of their own; the path is handed over instead
    path = f"import sys; sys.path[:] = {sys.path!r}; "
    run = subprocess.run(
        [sys.executable, "-S", "-s", "-c", path + code], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in run.stdout.split()}


@pytest.mark.parametrize("module", ["bonddiary", "bonddiary.cli.main"])
def test_the_command_line_starts_without_slow_libraries(module: str) -> None:
    loaded = imported_by(f"import {module}")
    assert "bonddiary" in loaded
    assert not loaded & SLOW


@pytest.mark.parametrize("package", ["domain", "system", "analysis", "content", "diary", "exchange", "keys"])
def test_layers_without_a_window_load_no_qt_and_no_pictures(package: str) -> None:
    loaded = imported_by(f"import bonddiary.{package}")
    assert "bonddiary" in loaded
    assert not loaded & {"PySide6", "matplotlib"}


def test_a_plain_diary_needs_no_cryptography() -> None:
    loaded = imported_by(
        "import bonddiary.diary.sealing, bonddiary.diary.copies, bonddiary.keys.guard, bonddiary.bootstrap"
    )
    assert "sqlcipher3" in loaded
    assert not loaded & {"cryptography", "PySide6"}


def test_the_program_starts_as_a_module() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bonddiary", "--version"], capture_output=True, text=True, check=True
    )
    assert bonddiary.__version__ in run.stdout
