"""`bonddiary lock` asks the window that runs, and says so where none does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from bonddiary.cli.main import main
from bonddiary.system.paths import find_paths
from bonddiary.ui.single import request_file


def test_without_a_window_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(tmp_path), "lock"]) == 1
    assert "No window of Bond Diary is open." in capsys.readouterr().err


def test_the_window_is_asked(tmp_path: Path) -> None:
    paths = find_paths(tmp_path)
    paths.make()
    request_file(paths).touch()
    lock = QLockFile(str(paths.lock))
    assert lock.tryLock(0)
    assert main(["--data-dir", str(tmp_path), "lock"]) == 0
    assert request_file(paths).read_text().startswith("lock ")
