"""The packed program's start beside the same from the environment."""

import sys
from collections.abc import Mapping

from tests.benchmarks.harness import Line, Sample, alternate
from tests.benchmarks.processes import ROOT, run, run_command
from tests.benchmarks.surroundings import FAMILY, Surroundings

WATCHED = ROOT / "dist" / "watched" / "bonddiary-watched"
FLOOR = "the same from the environment"


def measure(here: Surroundings) -> list[Line]:
    """Nothing where no bundle is built, and says so."""
    if not WATCHED.exists():
        print("frozen: not measured, no bundle is built (python3 packaging/dev.py bundle)", file=sys.stderr)
        return []
    folders = {what: here.data_folder(FAMILY) for what in ("packed", "environment")}

    def packed() -> Mapping[str, Sample]:
        found = run_command([str(WATCHED), str(folders["packed"]), "open"])
        return {f"packed {name}": sample for name, sample in found.items()}

    def environment() -> Mapping[str, Sample]:
        return run("whole_window", folders["environment"], "open")

    found = alternate(environment, packed, seconds=30, least=9)
    return [
        Line(
            work=f"packed: process start → Log painted and pressable, {FAMILY:,} entries",
            floor=FLOOR, works=found["packed painted"], floors=found["painted"], limit=1.5,
        ),
        Line(
            work="packed: process start → diary open and shown",
            floor=FLOOR, works=found["packed filled"], floors=found["filled"],
        ),
    ]  # fmt: skip
