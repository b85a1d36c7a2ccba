"""Pairs work with its floor in the same run, and makes one table of all of it.

Nothing here ever fails a run: a machine that is busy, or slow, is no mistake in the program.
"""

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from statistics import median, quantiles

MOST = 200
"""Repetitions that no row goes beyond."""


class Unit(StrEnum):
    """What is measured."""

    MS = "ms"
    MIB = "MiB"
    TURNS = "turns"


@dataclass(slots=True)
class Sample:
    """One measurement; times are in milliseconds."""

    value: float = 0.0
    cpu: float = 0.0
    """Processor time of all threads; 0 where there is none."""


Step = Callable[[], Mapping[str, Sample]]
"""Does some work once, and says how much each part of it took, by name."""
Samples = Mapping[str, Sequence[Sample]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table."""

    work: str
    floor: str = ""
    works: Sequence[Sample]
    floors: Sequence[Sample] = ()
    limit: float | None = None
    """The ratio to reach, or in a line without a floor the greatest value; None: for information."""
    unit: Unit = Unit.MS

    @property
    def ratio(self) -> float | None:
        """The median over pairs, so that a machine that gets slower meanwhile doesn't count."""
        return _median_ratio(
            [(one.value, two.value) for one, two in zip(self.works, self.floors, strict=False)]
        )

    @property
    def cpu_ratio(self) -> float | None:
        """The same of processor time, which other programs disturb less. Waiting for the disk isn't in it."""
        return _median_ratio([(one.cpu, two.cpu) for one, two in zip(self.works, self.floors, strict=False)])

    @property
    def reached(self) -> str:
        """ "yes", "no", or nothing in a line for information."""
        if self.limit is None:
            return ""
        found = max(sample.value for sample in self.works) if self.ratio is None else self.ratio
        return "yes" if found <= self.limit else "no"


@contextmanager
def stopwatch() -> Iterator[Sample]:
    """Measures what happens inside; the sample is filled in when the block is left."""
    sample = Sample()
    gc.collect()  # what others have left behind isn't this work's to clear
    cpu, start = time.process_time_ns(), time.perf_counter_ns()
    yield sample
    sample.value = (time.perf_counter_ns() - start) / 1e6
    sample.cpu = (time.process_time_ns() - cpu) / 1e6


def timed(name: str, work: Callable[[], object]) -> Step:
    """A step that is all one piece of work."""

    def step() -> Mapping[str, Sample]:
        with stopwatch() as sample:
            work()
        return {name: sample}

    return step


def alternate(*steps: Step, seconds: float, least: int = 7, warm: int = 1) -> Samples:
    """Does the steps in turn, forwards and backwards, for about so many seconds; the first turns don't count."""
    found: dict[str, list[Sample]] = defaultdict(list)
    for step in steps * warm:
        step()
    start, turns = time.monotonic(), 0
    while turns < least or (time.monotonic() - start < seconds and turns < MOST):
        for step in steps if turns % 2 else reversed(steps):
            for name, sample in step().items():
                found[name].append(sample)
        turns += 1
    return found


def table(lines: Sequence[Line]) -> str:
    """All lines, aligned; a spread is half of the middle half."""
    heads = (
        "work",
        "floor",
        "median work",
        "median floor",
        "ratio",
        "by cpu",
        "to reach",
        "reached?",
        "times",
    )
    cells = [heads, *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    rows = [_row(row, widths) for row in cells]
    return "\n".join([rows[0], _row(["-" * width for width in widths], widths), *rows[1:]])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"


def _cells(line: Line) -> tuple[str, ...]:
    limit = "" if line.limit is None else f"≤ {line.limit:g}" + ("" if line.floors else f" {line.unit}")
    return (
        line.work,
        line.floor or "—",
        _middle(line.works, line.unit),
        _middle(line.floors, line.unit),
        "—" if line.ratio is None else f"{line.ratio:.2f}",
        "—" if line.cpu_ratio is None else f"{line.cpu_ratio:.2f}",
        limit,
        line.reached,
        str(len(line.works)),
    )


def _middle(samples: Sequence[Sample], unit: Unit) -> str:
    if not samples:
        return "—"
    values = [sample.value for sample in samples]
    middle = median(values)
    digits = 0 if middle >= 100 or unit is Unit.TURNS else 1 if middle >= 10 else 2
    spread = 0.0
    if len(values) > 2 and middle:
        low, _, high = quantiles(values, n=4)
        spread = (high - low) / 2 / middle
    return f"{middle:,.{digits}f} {unit} ±{spread:.0%}"


def _median_ratio(pairs: Sequence[tuple[float, float]]) -> float | None:
    ratios = [work / floor for work, floor in pairs if work and floor]
    return median(ratios) if ratios else None
