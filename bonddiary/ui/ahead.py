"""Patterns, and what charts are worked out with, is loaded beside the running window, before anybody asks for it.

The window would stand still for it when Patterns is first shown. Classes of widgets are read, none is made: those belong to
the window's thread. matplotlib isn't loaded yet.
"""

import importlib
import threading

from bonddiary.ui.garbage import made_to_stay

PARTS = (
    "bonddiary.analysis.insights",
    "bonddiary.analysis.tips",
    "bonddiary.content.guidance",
    "bonddiary.ui.pages.patterns.page",
)
WAIT_MS = 300
"""After the diary has been opened: what a parent does first comes first."""


def load_ahead() -> None:
    """Begins; there is nothing to wait for. No daemon: one that ended within an import would never give it back."""
    threading.Thread(target=_load, name="load-ahead").start()


def _load() -> None:
    with made_to_stay():
        for part in PARTS:
            try:
                importlib.import_module(part)
            except RuntimeError:  # closed meanwhile: what registers for the program's end can't any more
                if threading.main_thread().is_alive():
                    raise
                return
