"""When garbage is looked for: what is loaded to stay is left out of the long looks."""

import gc
import subprocess
import sys
from pathlib import Path

from bonddiary.ui.garbage import look_again, made_to_stay

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
        [sys.executable, "-c", AHEAD], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["[]", "[]", "[]"]
