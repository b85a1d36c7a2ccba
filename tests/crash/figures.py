"""What a run counted, for the lines at its end."""

import os
from collections import Counter

WHOLE = os.environ.get("BONDDIARY_CRASH") == "whole"
"""Every kill, fault and crash state; else a part of them, for the normal suite."""
KILLS = int(os.environ.get("BONDDIARY_KILLS", "40" if WHOLE else "2"))
COUNTED: Counter[str] = Counter()
LINES = (
    ("kills of the window", "kills", ("acknowledged", "lost", "kept without a tick")),
    ("power cuts", "recorded commands", ("crash states replayed", "bad")),
    ("power cuts, settings too weak", "weak states", ("weak bad",)),
    ("disk errors", "faults", ("ticks", "false ticks", "refused", "refused but there", "untrue words", "doubled")),
    ("disk errors under the window", "window faults", ("window ticks", "window false ticks")),
    ("full disks", "full disks", ("full acknowledged", "full lost")),
    ("kills of an update", "update kills", ("neither old nor new",)),
)  # fmt: skip


def count(**figures: int) -> None:
    """Adds to the figures; `_` stands for a space."""
    COUNTED.update({name.replace("_", " "): number for name, number in figures.items()})


def lines() -> list[str]:
    """One line for each kind of trial that was made."""
    return [
        f"{title}: {COUNTED[head]} {head}; " + ", ".join(f"{COUNTED[name]} {name}" for name in names)
        for title, head, names in LINES
        if COUNTED[head]
    ]
