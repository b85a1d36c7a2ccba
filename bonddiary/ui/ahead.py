"""What charts are worked out with is loaded beside the running window, before anybody asks for it.

Patterns would stand still for it when it is first shown. It is Python alone: no widgets, no matplotlib.
"""

import importlib
import threading

from bonddiary.ui.garbage import made_to_stay

PARTS = ("bonddiary.analysis.insights", "bonddiary.analysis.tips", "bonddiary.content.guidance")
WAIT_MS = 300
"""After the diary has been opened: what a parent does first comes first."""


def load_ahead() -> None:
    """Begins; there is nothing to wait for. No daemon: one that ended within an import would never give it back."""
    threading.Thread(target=_load, name="load-ahead").start()


def _load() -> None:
    with made_to_stay():
        for part in PARTS:
            importlib.import_module(part)
