"""`python -m tests.benchmarks [name…]`: measures and prints one table."""

import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read once, when Qt loads

from tests.benchmarks.harness import Line, table

NAMES = (
    "start",
    "frozen",
    "press",
    "strip",
    "redraw",
    "charts",
    "longer",
    "timeline",
    "filtering",
    "memory",
    "importing",
    "phrase",
    "report",
)
"""The rows, in the order of the table."""


def main(names: list[str]) -> int:
    """Returns the exit code: 0 measured, 2 no such row. A target that isn't reached is no error."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"There is no row called {', '.join(unknown)}. There are: {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    folder = Path(tempfile.mkdtemp(prefix="bonddiary-bench-"))
    os.environ["MPLCONFIGDIR"] = str(folder / "matplotlib")  # one list of fonts for floors and work
    try:
        lines = measure(folder, names or list(NAMES))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"\n{table(lines)}\n\n{surroundings()}")
    return 0


def measure(folder: Path, names: list[str]) -> list[Line]:
    """The lines of these rows."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from bonddiary.content.loader import load_catalog
    from bonddiary.ui.theme.theme import Theme
    from tests.benchmarks.diaries import Diaries
    from tests.benchmarks.surroundings import SETTINGS, Surroundings

    rows: Mapping[str, Callable[[Surroundings], list[Line]]] = {
        name: import_module(f"tests.benchmarks.rows.{name}").measure for name in names
    }
    qInstallMessageHandler(lambda *_: None)  # what the offscreen platform says of itself
    app, catalog = QApplication([]), load_catalog()
    theme = Theme(app, SETTINGS)
    theme.wear()
    here = Surroundings(app, theme, catalog, Diaries(folder, catalog))
    lines: list[Line] = []
    for name in names:
        began = time.monotonic()
        lines += rows[name](here)
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return lines


def surroundings() -> str:
    """What ratios were measured on, and how to read them."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors{load}. "
        "Medians; ± is half of the middle half. Ratios are medians over pairs measured in turn, by the clock and "
        "by processor time (less disturbed by other programs; blind to waiting for the disk)."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
