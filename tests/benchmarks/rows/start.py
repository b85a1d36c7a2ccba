"""From the start of the process to a Log page that is painted and can be pressed."""

from collections.abc import Mapping

from tests.benchmarks.harness import Line, Sample, alternate
from tests.benchmarks.processes import run
from tests.benchmarks.surroundings import FAMILY, Surroundings

FLOOR = "bare PySide6 window"


def measure(here: Surroundings) -> list[Line]:
    """Each start is a new process; the floor's too."""
    folders = {what: here.data_folder(FAMILY) for what in ("open", "press")}

    def whole() -> Mapping[str, Sample]:
        return run("whole_window", folders["open"], "open")

    def pressed() -> Mapping[str, Sample]:
        return {"saved": run("whole_window", folders["press"], "press")["saved"]}

    found = alternate(lambda: run("bare_window"), whole, pressed, seconds=30, least=9)
    floors = found["bare"]
    return [
        Line(
            work=f"process start → Log painted and pressable, {FAMILY:,} entries",
            floor=FLOOR, works=found["painted"], floors=floors, limit=2.0,
        ),
        Line(work="process start → diary open", floor=FLOOR, works=found["open"], floors=floors),
        Line(work="process start → diary open and shown", floor=FLOOR, works=found["filled"], floors=floors),
        Line(work="process start → tile pressed at once is saved", floor=FLOOR, works=found["saved"], floors=floors),
    ]  # fmt: skip
