"""Where everything on the chart of settling times stands, in logical pixels."""

from dataclasses import dataclass

from bonddiary.analysis.sequences import LineKind
from bonddiary.analysis.settling import Dot, Settling, SettlingRow, minutes_words
from bonddiary.charts.dots import DOT, NEXT, PlacedDot, place, stack
from bonddiary.charts.heading import margin
from bonddiary.charts.minutes_axis import LONGER, MinutesAxis, ticks
from bonddiary.charts.style import BODY, CAPTION, text_width, wrap

ENDS = ((15, 5), (30, 5), (60, 15), (90, 15), (120, 30), (180, 30))
"""The axis ends at the first that holds all minutes, with a line at each so many."""
LONGEST = ENDS[-1][0]
"""Longer times stand together beyond the end of the axis, each with its words."""
MOST_ROWS = 6
"""Combinations drawn, besides what is taken together and where nothing was noted; the table has all."""
LINE = 24.0
LOW, SMALLEST = 34.0, 4.0
"""The least height of a row's dots, and the side below which dots overlap in place of shrinking."""
BETWEEN, APART, WIDE, GUTTER = 12.0, 12.0, 300.0, 20.0
NAME_SHARE = 0.34
"""Of the width, for names beside the dots."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its words and dots. `y0` to `y1` is the whole row, `base` the line that dots stand on."""

    row: SettlingRow
    name: tuple[str, ...]
    more: tuple[str, ...]
    """Smaller lines below the name: how many, and what was noted in words."""
    y0: float
    y1: float
    names_y: float
    """The middle of the first line of words."""
    dots_top: float
    base: float
    dots: tuple[PlacedDot[Dot], ...]
    size: float
    median_x: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole chart."""

    scale: float
    across: MinutesAxis
    ticks: tuple[int, ...]
    rows: tuple[PlacedRow, ...]
    axis_y: float
    """The middle of the axis’s words."""
    note: str
    note_y: float
    bottom: float

    def px(self, pixels: float) -> float:
        """Pixels at scale 1 as pixels at this scale."""
        return pixels * self.scale


def lay_out(data: Settling, scale: float, width: float, top: float = 0.0, titled: bool = False) -> Layout:
    """Sets the chart from `top` downwards in the width given."""
    edge = margin(scale, titled)
    drawn = drawn_rows(data)
    across = _across(drawn, edge, width - edge, scale)
    y, rows = (top or edge), []
    for row in drawn:
        rows.append(_row(row, across, y, scale))
        y = rows[-1].y1
    hidden = len(data.drawn) - len(drawn)
    note = f"{hidden} more in the table" if hidden else ""
    axis_y = y + LINE * scale * 0.6
    bottom = axis_y + LINE * scale * 0.5
    return Layout(
        scale=scale,
        across=across,
        ticks=ticks(across, tick_words(across.end, True), scale),
        rows=tuple(rows),
        axis_y=axis_y,
        note=note,
        note_y=bottom + LINE * scale * 0.5,
        bottom=bottom + LINE * scale * bool(note) + edge,
    )


def drawn_rows(data: Settling) -> tuple[SettlingRow, ...]:
    """The combinations tried most, then the others."""
    tried = [row for row in data.drawn if row.kind is LineKind.TRIED]
    return (*tried[:MOST_ROWS], *(row for row in data.drawn if row.kind is not LineKind.TRIED))


def tick_words(minutes: int, last: bool) -> str:
    """ "15"; the last one says what they are: "60 min"."""
    return f"{minutes} min" if last else str(minutes)


def count_words(row: SettlingRow) -> str:
    """ "timed 12 of 30 times"."""
    return f"timed {len(row.dots):,} of {row.times:,} times" if row.times > 1 else "timed once"


def _across(rows: tuple[SettlingRow, ...], left: float, right: float, scale: float) -> MinutesAxis:
    most = max((minutes for row in rows for minutes in row.minutes), default=0)
    end, step = next((pair for pair in ENDS if most <= pair[0]), ENDS[-1])
    names = max((text_width(row.name, BODY * scale, True) for row in rows), default=0.0)
    smaller = max((text_width(count_words(row), CAPTION * scale) for row in rows), default=0.0)
    room = right - left
    words = min(max(names, smaller, 130 * scale), NAME_SHARE * room)
    beside = room - words >= WIDE * scale and room * NAME_SHARE >= smaller
    radius = DOT * scale / 2
    x0 = left + (words + GUTTER * scale if beside else 0) + radius
    beyond = most > LONGEST
    longer = text_width(LONGER, CAPTION * scale)
    last = text_width(tick_words(end, True), CAPTION * scale) / 2
    x1 = right - radius - last - (longer + APART * scale if beyond else 0)
    middle = right - longer / 2 if beyond else None
    return MinutesAxis(left, right, x0, x1, end, step, middle, words if beside else room, beside)


def _row(row: SettlingRow, across: MinutesAxis, top: float, scale: float) -> PlacedRow:
    name = tuple(wrap(row.name, across.words_width, BODY * scale, True))
    smaller = [count_words(row), *([f"in words: {row.said}"] if row.said else [])]
    more = tuple(line for said in smaller for line in wrap(said, across.words_width, CAPTION * scale))
    words = LINE * scale + (len(name) + len(more) - 1) * NEXT * scale
    y = top + BETWEEN * scale / 2
    dots_top = y if across.beside else y + words
    label = NEXT * scale if row.median is not None else 4 * scale
    stacked = stack(row.minutes, across, scale, SMALLEST)
    base = dots_top + label + max(stacked.tall, LOW * scale * (0.5 if row.median is None else 0.62))
    if across.beside:
        base = max(base, y + min(words, LINE * scale) / 2 + DOT * scale)
    bottom = max(base, y + words) if across.beside else base
    return PlacedRow(
        row=row,
        name=name,
        more=more,
        y0=top,
        y1=bottom + BETWEEN * scale,
        names_y=y + LINE * scale / 2,
        dots_top=dots_top + label,
        base=base,
        dots=place(row.dots, across, base, stacked),
        size=stacked.size,
        median_x=None if row.median is None else _median_x(row.median, across),
    )


def _median_x(median: float, across: MinutesAxis) -> float:
    return (
        across.x(median.__ceil__())
        if median > across.end
        else (across.x0 + median / across.end * (across.x1 - across.x0))
    )


def median_words(row: SettlingRow) -> str:
    """ "median 12 min"."""
    return "" if row.median is None else f"median {minutes_words(row.median)}"
