"""How each behaviour is filled: a tone and a pattern that a pencil can draw too, apart in black and white.

The more upset, the darker. Patterns are drawn as lines, so that every reader of SVG and PDF shows them alike.
"""

from collections.abc import Sequence

import numpy as np
from matplotlib.path import Path

from bonddiary.analysis.behaviour_cells import Behaviour
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.shapes import bars, disc, hatching, mirrored
from bonddiary.charts.style import ChartStyle
from bonddiary.domain.catalog import Family

Box = tuple[float, float, float, float]
FUSS, CRY, FEED, DOTS, EMPTY = 6.0, 4.0, 4.0, 5.0, 9.0
"""How far the lines of a pattern are apart, in pixels at scale 1."""


def fill(sheet: Sheet, kind: Behaviour, boxes: Sequence[Box], scale: float, *, soft: bool = False) -> None:
    """Fills boxes with a behaviour's tone and pattern; `soft` ones have round ends and no outline."""
    if not boxes:
        return
    tone, ink, edge = _colours(sheet.style, kind)
    x0, y0, x1, y1 = (np.array(values, dtype=float) for values in zip(*boxes, strict=True))
    round_ = (y1 - y0) / 2 * soft
    sheet.path(
        bars(x0, y0, x1, y1, round_, round_),
        fill=tone,
        edge=None if soft else edge,
        width=0.8 * scale,
        order=3,
    )
    inner = [_inside(box, soft) for box in boxes]
    if kind is Behaviour.AWAKE:
        sheet.marks(disc(), _dots(inner, DOTS * scale), 1.7 * scale, ink, order=3.5)
    elif kind is not Behaviour.INCONSOLABLE:
        sheet.path(_lines(kind, inner, scale), edge=ink, width=_WIDTHS[kind] * scale, order=3.5)


def empty(sheet: Sheet, boxes: Sequence[Box], scale: float) -> None:
    """Hatches days without notes, wide and pale: none of the six looks like it."""
    if boxes:
        sheet.path(hatching(boxes, EMPTY * scale), edge=sheet.style.tokens.hairline, width=scale, order=1)


_WIDTHS = {Behaviour.SLEEP: 0.7, Behaviour.FEEDING: 1.1, Behaviour.FUSSING: 1.1, Behaviour.CRYING: 1.0}


def _colours(style: ChartStyle, kind: Behaviour) -> tuple[str, str, str]:
    """A behaviour's tone, the ink of its pattern, and its outline."""
    tokens = style.tokens
    crying, pale = tokens.family[Family.CRYING], tokens.tint[Family.CRYING]
    return {
        Behaviour.SLEEP: (tokens.sleep, tokens.care_edge, tokens.care_edge),
        Behaviour.AWAKE: (tokens.sunken, tokens.text_2, tokens.care_edge),
        Behaviour.FEEDING: (tokens.feed, tokens.text_2, tokens.text_2),
        Behaviour.FUSSING: (pale, crying, crying),
        Behaviour.CRYING: (_between(pale, crying, 0.35), crying, crying),
        Behaviour.INCONSOLABLE: (_between(crying, tokens.text, 0.5), crying, tokens.text),
    }[kind]


def _between(one: str, other: str, share: float) -> str:
    parts = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def _inside(box: Box, soft: bool) -> Box:
    """Where the pattern goes: not into round ends."""
    x0, y0, x1, y1 = box
    end = min((y1 - y0) / 3, (x1 - x0) / 5) * soft
    return x0 + end, y0, x1 - end, y1


def _lines(kind: Behaviour, boxes: Sequence[Box], scale: float) -> Path:
    match kind:
        case Behaviour.SLEEP:
            return _level(boxes)
        case Behaviour.FEEDING:
            return _upright(boxes, FEED * scale)
        case Behaviour.FUSSING:
            return hatching(boxes, FUSS * scale)
        case _:
            one = hatching(boxes, CRY * scale)
            turned = [(-x1, y0, -x0, y1) for x0, y0, x1, y1 in boxes]
            return Path.make_compound_path(one, mirrored(hatching(turned, CRY * scale)))


def _level(boxes: Sequence[Box]) -> Path:
    ends = [
        (x, y0 + (y1 - y0) * share)
        for x0, y0, x1, y1 in boxes
        for share in (0.25, 0.5, 0.75)
        for x in (x0, x1)
    ]
    return strokes(ends)


def _upright(boxes: Sequence[Box], step: float) -> Path:
    ends: list[Point] = []
    for x0, y0, x1, y1 in boxes:
        between = np.arange(np.ceil(x0 / step + 0.2) * step, x1 - step * 0.2, step)
        for x in between if len(between) else [(x0 + x1) / 2]:
            ends += [(x, y0), (x, y1)]
    return strokes(ends)


def _dots(boxes: Sequence[Box], step: float) -> list[Point]:
    """Dots in two rows, set off against each other."""
    found: list[Point] = []
    for x0, y0, x1, y1 in boxes:
        for row, share in enumerate((0.3, 0.7)):
            first = np.ceil(x0 / step + 0.2 + row / 2) * step - row * step / 2
            found += [(x, y0 + (y1 - y0) * share) for x in np.arange(first, x1 - step * 0.2, step)]
    return found


def strokes(ends: Sequence[Point]) -> Path:
    """A line for each pair of points."""
    codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
    return Path(np.array(ends).reshape(-1, 2), np.array(codes, dtype=np.uint8))


def around(box: Box) -> list[Point]:
    """The four edges of a box, as pairs of points."""
    x0, y0, x1, y1 = box
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    return [point for place in range(4) for point in (corners[place], corners[(place + 1) % 4])]
