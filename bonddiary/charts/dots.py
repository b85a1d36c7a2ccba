"""Rows of dots over an axis of minutes: each dot a moment, dots too near to stand side by side on each other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from matplotlib.path import Path

from bonddiary.charts.drawing import Anchor, Box, Point, Sheet, word_box
from bonddiary.charts.minutes_axis import LONGER, MinutesAxis
from bonddiary.charts.shapes import disc
from bonddiary.charts.style import CAPTION, text_width

DOT, NEXT, HIGH = 11.0, 17.0, 96.0
"""A dot's side, a line of small words, and how high the dots of a row may stand, in logical pixels."""
APART = 1.12
"""Of its side, from a dot's middle to that of the one on it."""


class Timed(Protocol):
    """Something with minutes."""

    @property
    def minutes(self) -> int: ...


D = TypeVar("D", bound=Timed)


@dataclass(frozen=True, slots=True)
class PlacedDot(Generic[D]):
    """A dot's middle."""

    dot: D
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stack:
    """The dots’ side, how far apart they stand in a stack, and how high the highest stack is."""

    size: float
    pitch: float
    tall: float


class DotRow(Protocol):
    """A row as it stands on the sheet. `y0` to `y1` is the whole row, `base` the line that dots stand on."""

    @property
    def y0(self) -> float: ...
    @property
    def y1(self) -> float: ...
    @property
    def dots_top(self) -> float: ...
    @property
    def base(self) -> float: ...
    @property
    def size(self) -> float: ...


def stack(minutes: Sequence[int], across: MinutesAxis, scale: float, smallest: float) -> Stack:
    """Dots shrink so that the row stays low; from `smallest` (logical pixels) on they overlap in place of shrinking."""
    size = DOT * scale
    most = _highest(minutes, across, size)
    while most * size * APART > HIGH * scale and size > smallest * scale:
        size = max(smallest * scale, size * 0.8)
        most = _highest(minutes, across, size)
    pitch = min(size * APART, HIGH * scale / most)
    return Stack(size, pitch, pitch * (most - 1) + size)


def place(dots: Iterable[D], across: MinutesAxis, base: float, stacked: Stack) -> tuple[PlacedDot[D], ...]:
    """Each dot at its minutes, and on those that stand in its column already."""
    seen: Counter[int] = Counter()
    placed = []
    for dot in dots:
        column = _column(dot.minutes, across, stacked.size)
        y = base - stacked.size / 2 - seen[column] * stacked.pitch
        placed.append(PlacedDot(dot, across.x(dot.minutes), y))
        seen[column] += 1
    return tuple(placed)


def _highest(minutes: Sequence[int], across: MinutesAxis, size: float) -> int:
    return max(Counter(_column(each, across, size) for each in minutes).values())


def _column(minutes: int, across: MinutesAxis, size: float) -> int:
    return round((across.x(minutes) - across.x0) / size)


def draw_axis(
    sheet: Sheet, across: MinutesAxis, y: float, named: Iterable[tuple[int, str]], rows: Sequence[DotRow]
) -> None:
    """A line and its words for each of the minutes named, the same for every row, and the line each row stands on."""
    tokens, size = sheet.style.tokens, CAPTION * sheet.style.scale
    upright = [
        (row.y0 if across.beside else row.dots_top, row.y1 if across.beside else row.base) for row in rows
    ]
    lines: list[Point] = []
    for minutes, words in named:
        x = across.x(minutes)
        lines += [(x, end) for ends in upright for end in ends]
        sheet.text(x, y, words, size, tokens.text_2, anchor="middle")
    if across.beyond is not None:
        sheet.text(across.beyond, y, LONGER, size, tokens.text_2, anchor="middle")
    lines += [(x, row.base) for row in rows for x in (across.x0 - row.size / 2, across.right)]
    sheet.grid(lines)


def draw_dots(sheet: Sheet, size: float, at: list[Point]) -> None:
    """In one ink, each with a thin halo: where they overlap they can be counted."""
    tokens = sheet.style.tokens
    sheet.marks(disc(), at, size, tokens.card, halo=1.4 * sheet.style.scale, order=4)
    sheet.marks(disc(), at, size, tokens.primary, order=5)


def draw_medians(sheet: Sheet, across: MinutesAxis, medians: Sequence[tuple[DotRow, float, str]]) -> None:
    """For each row, the place of its median and the words above it."""
    scale, ends, labels = sheet.style.scale, [], []
    for row, x, words in medians:
        ends += [(x, row.dots_top), (x, row.base + 5 * scale)]
        labels.append(_label(sheet, across, row, x, words))
    sheet.clear(labels)
    if ends:  # behind: no dot is hidden
        codes = [Path.MOVETO, Path.LINETO] * len(medians)
        sheet.path(Path(ends, codes), edge=sheet.style.tokens.text, width=2.2 * scale, order=3)


def _label(sheet: Sheet, across: MinutesAxis, row: DotRow, x: float, words: str) -> Box:
    size = CAPTION * sheet.style.scale
    half = text_width(words, size) / 2
    anchor: Anchor = "middle"
    if x - half < across.x0:
        x, anchor = max(across.left, across.x0 - row.size / 2), "start"
    elif x + half > across.right:
        x, anchor = across.right, "end"
    y = row.dots_top - NEXT * sheet.style.scale / 2
    sheet.text(x, y, words, size, sheet.style.tokens.text, anchor=anchor)
    return word_box(x, y, 2 * half, size, anchor)
