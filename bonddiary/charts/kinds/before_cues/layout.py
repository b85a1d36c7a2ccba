"""Where everything on the chart of what came before stands, in logical pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

from bonddiary.analysis.before_cues import after_words, during_words, minutes_words
from bonddiary.analysis.before_rows import BeforeCues, BeforeRow, CueBefore, Dot
from bonddiary.charts.dots import DOT, NEXT, PlacedDot, place, stack
from bonddiary.charts.heading import margin
from bonddiary.charts.kinds.before_cues.axis import axis, tick_words
from bonddiary.charts.minutes_axis import MinutesAxis, ticks
from bonddiary.charts.style import BODY, CAPTION, wrap
from bonddiary.domain import wording

LINE, KEY = 24.0, 24.0
LOW, SMALLEST = 20.0, 7.0
"""The least height of a row's dots, and the side below which dots overlap in place of shrinking."""
BETWEEN, APART = 10.0, 14.0
"""Between two rows, and above each cue but the first."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its words and dots. `y0` to `y1` is the whole row, `base` the line that dots stand on."""

    cue: CueBefore
    row: BeforeRow
    words: tuple[str, ...]
    """The first line says what came before; smaller ones, how many."""
    y0: float
    y1: float
    words_y: float
    """The middle of the first line of words."""
    dots_top: float
    base: float
    dots: tuple[PlacedDot[Dot], ...]
    size: float
    median_x: float | None


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue's name above its rows."""

    cue: CueBefore
    name: tuple[str, ...]
    times: str
    name_y: float
    y0: float
    y1: float
    rows: tuple[PlacedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole chart."""

    scale: float
    across: MinutesAxis
    ticks: tuple[int, ...]
    cues: tuple[PlacedCue, ...]
    key_y: float | None
    """The middle of the line that says what a soft dot is, where there is any."""
    axis_y: float
    """The middle of the axis’s words."""
    note: str
    note_y: float
    bottom: float

    def px(self, pixels: float) -> float:
        """Pixels at scale 1 as pixels at this scale."""
        return pixels * self.scale

    @property
    def rows(self) -> Iterator[PlacedRow]:
        """Of all cues."""
        return (row for cue in self.cues for row in cue.rows)


def lay_out(data: BeforeCues, scale: float, width: float, top: float = 0.0, titled: bool = False) -> Layout:
    """Sets the chart from `top` downwards in the width given."""
    edge = margin(scale, titled)
    shown = [row for cue in data.drawn for row in cue.rows if row.drawn]
    words = [line for row in shown for line in row_words(row)]
    minutes = [dot.minutes for row in shown for dot in row.dots]
    across = axis(minutes, words, edge, width - edge, DOT * scale, scale)
    y, key_y = top or edge, None
    if any(dot.about for row in shown for dot in row.dots):
        key_y = y + KEY * scale / 2
        y += KEY * scale
    cues: list[PlacedCue] = []
    for cue in data.drawn:
        cues.append(_cue(cue, across, y + APART * scale * bool(cues), scale))
        y = cues[-1].y1
    note = _note(data)
    axis_y = y + LINE * scale * 0.6
    bottom = axis_y + LINE * scale * 0.5
    return Layout(
        scale=scale,
        across=across,
        ticks=ticks(across, tick_words(across.end, across.end), scale),
        cues=tuple(cues),
        key_y=key_y,
        axis_y=axis_y,
        note=note,
        note_y=bottom + LINE * scale * 0.5,
        bottom=bottom + LINE * scale * bool(note) + edge,
    )


def row_words(row: BeforeRow) -> tuple[str, ...]:
    """ "after a feed", "14 moments", "3 during a feed", "9 with none logged": what is drawn, and what isn't."""
    said = [after_words(row.kind), wording.counted(len(row.dots), "moment")]
    if row.during:
        said.append(f"{row.during:,} {during_words(row.kind)}")
    if row.unended:
        said.append(f"{row.unended:,} with no end noted")
    if row.none:
        said.append(f"{row.none:,} with none logged")
    return tuple(said)


def median_words(row: BeforeRow) -> str:
    """ "median 2 h 10 min"."""
    return "" if row.median is None else f"median {minutes_words(row.median)}"


def _note(data: BeforeCues) -> str:
    cues = len(data.cues) - len(data.drawn)
    if cues:
        return f"{wording.counted(cues, 'more cue')} in the table"
    thin = any(row.dots and not row.drawn for cue in data.drawn for row in cue.rows)
    return "Rows with 1 or 2 moments are in the table" if thin else ""


def _cue(cue: CueBefore, across: MinutesAxis, top: float, scale: float) -> PlacedCue:
    name = tuple(wrap(cue.name, across.right - across.left, BODY * scale, True))
    times = f"noted {wording.often(cue.times)}"
    y = top + (len(name) - 1) * NEXT * scale + LINE * scale
    rows = []
    for row in cue.rows:
        if row.drawn:
            rows.append(_row(cue, row, across, y, scale))
            y = rows[-1].y1
    return PlacedCue(cue, name, times, top + LINE * scale / 2, top, y, tuple(rows))


def _row(cue: CueBefore, row: BeforeRow, across: MinutesAxis, top: float, scale: float) -> PlacedRow:
    first, *smaller = row_words(row)
    if not across.beside:
        smaller = wrap(" · ".join(smaller), across.words_width, CAPTION * scale)
    words = (first, *smaller)
    tall_words = len(words) * NEXT * scale
    y = top + BETWEEN * scale / 2
    dots_top = y if across.beside else y + tall_words
    label = NEXT * scale if row.median is not None else 2 * scale
    stacked = stack(row.minutes, across, scale, SMALLEST)
    base = dots_top + label + max(stacked.tall, LOW * scale)
    bottom = max(base, y + tall_words) if across.beside else base
    middle = row.median
    return PlacedRow(
        cue=cue,
        row=row,
        words=words,
        y0=top,
        y1=bottom + BETWEEN * scale,
        words_y=y + NEXT * scale / 2,
        dots_top=dots_top + label,
        base=base,
        dots=place(row.dots, across, base, stacked),
        size=stacked.size,
        median_x=None if middle is None else across.x(middle),
    )
