"""Where everything on the chart of kinds by time of day stands, in logical pixels."""

from dataclasses import dataclass

from bonddiary.analysis.blocks import BLOCKS, HOURS
from bonddiary.analysis.half_hours import NOT_LOGGED
from bonddiary.analysis.time_of_day import KindRow, TimeOfDay
from bonddiary.charts.drawing import Anchor
from bonddiary.charts.heading import margin
from bonddiary.charts.style import BODY, CAPTION, text_width
from bonddiary.domain import wording
from bonddiary.domain.catalog import Family

Box = tuple[float, float, float, float]
ROW, TURNED_ROW, GAP, RULER, DAYS, KEY_LINE, SYMBOL = 42.0, 32.0, 1.5, 24.0, 26.0, 24.0, 22.0
DAYS_LOGGED, DAYS_SHORT = "days logged", "days"


@dataclass(frozen=True, slots=True)
class Cell:
    """One kind in one block."""

    kind: KindRow
    block: int
    box: Box

    @property
    def middle(self) -> tuple[float, float]:
        """Where its number stands."""
        x0, y0, x1, y1 = self.box
        return (x0 + x1) / 2, (y0 + y1) / 2


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text."""

    x: float
    y: float
    words: str
    anchor: Anchor = "start"
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole chart."""

    data: TimeOfDay
    scale: float
    cells: tuple[Cell, ...]
    days: tuple[Box, ...]
    """Where the number of logged days of each block stands."""
    names: tuple[tuple[KindRow, Box], ...]
    """Where each kind's shape and name stand."""
    shapes: tuple[tuple[Family | None, float, float], ...]
    words: tuple[Words, ...]
    swatch: Box | None
    """The sign for "not logged"."""
    number: float
    """The size of the numbers."""
    bottom: float


def lay_out(data: TimeOfDay, scale: float, width: float, top: float = 0.0, titled: bool = False) -> Layout:
    """Sets the chart from `top` downwards: hours across, or downwards where numbers wouldn't fit."""
    edge = margin(scale, titled)
    left = max(
        text_width(DAYS_LOGGED, CAPTION * scale),
        *(SYMBOL * scale + text_width(kind.name, BODY * scale) for kind in data.kinds),
    )
    x0, x1 = edge + left + 14 * scale, width - edge - 4 * scale
    across = (x1 - x0) / BLOCKS
    if across >= _widest(data, scale) + 10 * scale:
        return _across(data, scale, (edge, x0, x1), top or edge)
    return _downwards(data, scale, (edge, width - edge), top or edge)


def _widest(data: TimeOfDay, scale: float) -> float:
    return text_width(f"{max(data.most, *data.logged):,}", BODY * scale, True)


def _across(data: TimeOfDay, scale: float, xs: tuple[float, float, float], top: float) -> Layout:
    edge, x0, x1 = xs
    wide, gap = (x1 - x0) / BLOCKS, GAP * scale
    y = top + RULER * scale
    words = list(_hours_across(x0, x1, top + RULER * scale * 0.4, scale))
    cells, names, shapes = [], [], []
    for kind in data.kinds:
        middle, bottom = y + ROW * scale / 2, y + ROW * scale
        shapes.append((kind.family, edge + 8 * scale, middle))
        words.append(Words(edge + SYMBOL * scale, middle, kind.name, strong=True))
        names.append((kind, (edge, y + gap, x0 - 6 * scale, bottom - gap)))
        for block in range(BLOCKS):
            at = x0 + block * wide
            cells.append(Cell(kind, block, (at + gap, y + gap, at + wide - gap, bottom - gap)))
        y = bottom
    days = [(x0 + block * wide, y, x0 + block * wide + wide, y + DAYS * scale) for block in range(BLOCKS)]
    words.append(Words(edge, y + DAYS * scale / 2, DAYS_LOGGED))
    y += DAYS * scale
    swatch, y = _swatch(data, edge, y, scale, words)
    return Layout(
        data=data,
        scale=scale,
        cells=tuple(cells),
        days=tuple(days),
        names=tuple(names),
        shapes=tuple(shapes),
        words=tuple(words),
        swatch=swatch,
        number=(BODY + 1) * scale,
        bottom=y + edge_below(scale),
    )


def edge_below(scale: float) -> float:
    """The empty edge under the chart."""
    return margin(scale, False)


def _hours_across(x0: float, x1: float, y: float, scale: float) -> list[Words]:
    size, room = CAPTION * scale, (x1 - x0) / 24
    wide = text_width("midnight", size) + text_width("6am", size) / 2 + 8 * scale
    apart = next((hours for hours in (HOURS, 6, 12) if room * hours > wide), 24)
    placed = []
    for hour in range(0, 25, apart):
        anchor: Anchor = "start" if hour == 0 else "end" if hour == 24 else "middle"
        placed.append(Words(x0 + hour * room, y, wording.hour(hour), anchor))
    return placed


def _downwards(data: TimeOfDay, scale: float, xs: tuple[float, float], top: float) -> Layout:
    left, right = xs
    words: list[Words] = []
    shapes: list[tuple[Family | None, float, float]] = []
    names, y = _key(data, left, right, top, scale, words, shapes)
    x0 = left + text_width("midnight", CAPTION * scale) + 10 * scale
    days = text_width(DAYS_SHORT, CAPTION * scale) + 8 * scale
    wide = max((right - x0 - days) / len(data.kinds), 8 * scale)
    gap, tall = GAP * scale, TURNED_ROW * scale
    head = y + RULER * scale / 2
    for place, kind in enumerate(data.kinds):
        shapes.append((kind.family, x0 + (place + 0.5) * wide, head))
    end = x0 + wide * len(data.kinds)
    words.append(Words(end + days / 2, head, DAYS_SHORT, "middle"))
    y += (RULER + 4) * scale
    cells: list[Cell] = []
    for place, kind in enumerate(data.kinds):
        at = x0 + place * wide
        for block in range(BLOCKS):
            box = (at + gap, y + block * tall + gap, at + wide - gap, y + (block + 1) * tall - gap)
            cells.append(Cell(kind, block, box))
    words += [Words(left, y + block * tall, wording.hour(block * HOURS)) for block in range(BLOCKS + 1)]
    boxes = tuple((end, y + block * tall, end + days, y + (block + 1) * tall) for block in range(BLOCKS))
    y += BLOCKS * tall + 8 * scale
    swatch, y = _swatch(data, left, y, scale, words)
    return Layout(
        data=data,
        scale=scale,
        cells=tuple(cells),
        days=boxes,
        names=tuple(names),
        shapes=tuple(shapes),
        words=tuple(words),
        swatch=swatch,
        number=BODY * scale * min(1.0, max(0.4, (wide - 4 * scale) / _widest(data, scale))),
        bottom=y + edge_below(scale),
    )


def _key(
    data: TimeOfDay,
    left: float,
    right: float,
    top: float,
    scale: float,
    words: list[Words],
    shapes: list[tuple[Family | None, float, float]],
) -> tuple[list[tuple[KindRow, Box]], float]:
    """Shapes with their names above the columns; where each stands, and where the last line ends."""
    x, y, half = left, top + KEY_LINE * scale / 2, KEY_LINE * scale / 2
    names = []
    for kind in data.kinds:
        wide = SYMBOL * scale + text_width(kind.name, BODY * scale, True)
        if x > left and x + wide > right:
            x, y = left, y + KEY_LINE * scale
        shapes.append((kind.family, x + 8 * scale, y))
        words.append(Words(x + SYMBOL * scale, y, kind.name, strong=True))
        names.append((kind, (x, y - half, x + wide, y + half)))
        x += wide + 14 * scale
    return names, y + half


def _swatch(
    data: TimeOfDay, left: float, y: float, scale: float, words: list[Words]
) -> tuple[Box | None, float]:
    """The sign for hatching with its words, where there is any; and where it ends."""
    if all(map(data.seen, range(BLOCKS))):
        return None, y
    middle = y + KEY_LINE * scale / 2
    words.append(Words(left + (SYMBOL + 8) * scale, middle, NOT_LOGGED))
    return (left, middle - 8 * scale, left + SYMBOL * scale, middle + 8 * scale), y + KEY_LINE * scale
