"""Starts Bond Diary as its command does, with somebody watching its window."""

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from bonddiary.cli import main as cli

if TYPE_CHECKING:
    from bonddiary.system.paths import Paths
    from bonddiary.ui.main_window import MainWindow


def start(folder: str, watch: "Callable[[MainWindow], object]") -> None:
    """Runs until somebody ends the process; with no folder, in the user’s own. Everything is loaded as in a real start."""
    kept: list[object] = []

    def run_window(paths: "Paths") -> int:
        gc.disable()  # as bootstrap does first of all
        from bonddiary.ui import app

        make_window = app.make_window

        def make_watched(*arguments: object) -> "MainWindow":
            window = make_window(*arguments)  # type: ignore[arg-type]  # handed on as they come
            kept.append(watch(window))
            return window

        app.make_window = make_watched
        from bonddiary.bootstrap import run_window

        return run_window(paths)

    cli.run_window = run_window
    sys.exit(cli.main(["--data-dir", folder] if folder else []))
