"""What else went on, above the strip of a day: a sign at its hour with its name, and how long it lasted."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.path import Path

from bonddiary.analysis.context_marks import ContextMark, MarkKind
from bonddiary.charts.context_signs import SIGN, draw_signs
from bonddiary.charts.drawing import Anchor, Point, Sheet
from bonddiary.charts.style import CAPTION, text_width

LINE, GAP, FOOT = 18.0, 5.0, 4.0
MOST_LINES = 4
"""Further ones that would overlap stand in words and table alone."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark, its sign and its name. The name stands after the sign, or before it late in the evening."""

    mark: ContextMark
    x: float
    until: float
    y: float
    name_x: float
    ends_here: bool
    box: tuple[float, float, float, float]


def place_marks(
    marks: Sequence[ContextMark], x0: float, x1: float, top: float, scale: float
) -> tuple[tuple[PlacedMark, ...], float]:
    """Each in the first line where it meets no other; and where the last line ends."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for mark in marks:
        x, until = (x0 + hour / 24 * (x1 - x0) for hour in (mark.start, mark.end))
        half, wide = SIGN * scale / 2, text_width(mark.name, CAPTION * scale)
        ends_here = x + half + GAP * scale + wide > x1
        name_x = x - half - GAP * scale if ends_here else x + half + GAP * scale
        start = name_x - wide if ends_here else x - half
        end = max(until, x + half if ends_here else name_x + wide)
        free = [
            all(other + GAP * scale < start or end + GAP * scale < one for one, other in line)
            for line in taken
        ]
        line = free.index(True) if True in free else len(taken)
        if line == MOST_LINES:
            continue
        if line == len(taken):
            taken.append([])
        taken[line].append((start, end))
        y = top + (line + 0.5) * LINE * scale
        box = (start, y - LINE * scale / 2, end, y + LINE * scale / 2)
        placed.append(PlacedMark(mark, x, until, y, name_x, ends_here, box))
    return tuple(placed), top + (len(taken) * LINE + FOOT * bool(taken)) * scale


def draw_context(sheet: Sheet, placed: Sequence[PlacedMark]) -> None:
    """Signs and names; what lasted has a line along its hours, under its name."""
    tokens, scale = sheet.style.tokens, sheet.style.scale
    signs: dict[MarkKind, list[Point]] = defaultdict(list)
    lines: list[Point] = []
    for each in placed:
        signs[each.mark.kind].append((each.x, each.y))
        anchor: Anchor = "end" if each.ends_here else "start"
        sheet.text(each.name_x, each.y, each.mark.name, CAPTION * scale, tokens.text, anchor=anchor)
        if each.until > each.x:
            foot = each.y + LINE * scale / 2 - scale
            lines += [(each.x, foot), (each.until, foot)]
    draw_signs(sheet, signs, SIGN * scale)
    if lines:
        codes = [Path.MOVETO, Path.LINETO] * (len(lines) // 2)
        sheet.path(Path(lines, codes), edge=tokens.text_2, width=1.6 * scale, order=3)
