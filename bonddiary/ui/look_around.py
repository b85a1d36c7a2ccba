"""Starts the program that shows a made-up diary, from the card of the first run and from the Help menu."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

from bonddiary.system.paths import Paths

COMMAND = "look-around"


def start(paths: Paths) -> bool:
    """Opens one beside the family's diary, which it never touches. False where no program can be started."""
    options = ["--data-dir", str(paths.data)] if paths.data == paths.config else []
    program = [] if getattr(sys, "frozen", False) else ["-m", "bonddiary"]
    here = str(Path(__file__).resolve().parents[2])  # python -m finds this program there
    begun = QProcess.startDetached(sys.executable, [*program, *options, COMMAND], here)
    return bool(begun[0])
