"""When garbage is looked for: what is loaded to stay is left out of the long looks."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from bonddiary.ui import garbage
from bonddiary.ui.garbage import go_on, look_again, made_to_stay, pause
from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
AHEAD = """
import gc, sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from bonddiary.ui.ahead import PARTS, load_ahead
import threading
load_ahead()
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join()
print([part for part in PARTS if part not in sys.modules])
print([name for name in ("matplotlib",) if name in sys.modules])
print(QApplication.allWidgets())
"""


@pytest.fixture(autouse=True)
def nobody_else_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker of an earlier test may not have come back yet."""
    monkeypatch.setattr(garbage, "_pause", type(garbage._pause)())


def test_while_threads_work_nothing_is_looked_for_and_then_it_is_again() -> None:
    gc.enable()
    pause()
    pause()
    go_on()
    assert not gc.isenabled()
    look_again()
    assert not gc.isenabled()
    go_on()
    assert gc.isenabled()
    gc.unfreeze()


def test_what_was_not_looked_for_before_is_not_looked_for_after() -> None:
    try:
        gc.disable()
        pause()
        go_on()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_loading_puts_off_the_long_look_and_leaves_everything_as_it_was() -> None:
    usual, there = gc.get_threshold(), gc.get_freeze_count()
    try:
        with made_to_stay():
            assert gc.get_threshold()[:2] == usual[:2]
            assert gc.get_threshold()[2] > usual[2]
            made: list[object] = [[]]
        assert gc.get_threshold() == usual
        assert gc.get_freeze_count() > there
        assert made
    finally:
        gc.unfreeze()


def test_looking_again_leaves_out_what_is_there() -> None:
    try:
        gc.disable()
        look_again()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_what_is_loaded_ahead_makes_no_widgets_and_needs_no_matplotlib() -> None:
    done = subprocess.run(
        [sys.executable, "-c", AHEAD], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["[]", "[]", "[]"]
