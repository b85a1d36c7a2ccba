"""Where everything on the chart of things tried stands, in logical pixels."""

from dataclasses import dataclass

from bonddiary.analysis.sequences import CueLines, Line, LineKind
from bonddiary.analysis.tried import Tried, line_numbers
from bonddiary.charts.heading import margin
from bonddiary.charts.style import BODY, text_width, wrap
from bonddiary.domain import wording
from bonddiary.domain.catalog import OutcomeMark

DOTS_A_ROW = (20, 10, 5)
"""The first that fits."""
APART = 1.22
"""From dot to dot, in dots."""
MOST_DOTS = 100
"""More dots than this say no more than the numbers do."""
MOST_LINES = 6
"""Combinations drawn under a cue; the table has all."""
DOT, LINE, NEXT, HEAD, BETWEEN = 13.0, 24.0, 18.0, 30.0, 12.0
"""`LINE` from line to line, `NEXT` within one that is broken."""
INDENT, GUTTER = 22.0, 18.0


@dataclass(frozen=True, slots=True)
class KeyItem:
    """An outcome mark with its word; None is "not recorded"."""

    mark: OutcomeMark | None
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its words, count, dots and numbers. Places are middles of text lines."""

    line: Line
    cue: CueLines
    name: tuple[str, ...]
    numbers: tuple[str, ...]
    top: float
    bottom: float
    dots_top: float
    """The middle of the first row of dots."""
    numbers_x: float
    numbers_top: float


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue's heading and its lines."""

    cue: CueLines
    y: float
    lines: tuple[PlacedLine, ...]
    more: str
    """How many combinations are in the table alone, in words, or nothing."""
    more_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole chart."""

    data: Tried
    scale: float
    left: float
    right: float
    count_x: float
    """Where counts end."""
    dots_x: float
    dots_a_row: int
    key: tuple[KeyItem, ...]
    cues: tuple[PlacedCue, ...]
    note: str
    bottom: float


def lay_out(data: Tried, scale: float, width: float, top: float = 0.0, titled: bool = False) -> Layout:
    """Sets the chart from `top` downwards in the width given."""
    edge = margin(scale, titled)
    left, right, size = edge, width - edge, BODY * scale
    columns = _columns(data, left, right, scale)
    key, y = _key(data, left, (top or edge), right, scale)
    cues = []
    for place, cue in enumerate(data.drawn):
        y += BETWEEN * scale * bool(key or place)
        head = y + HEAD * scale / 2
        y += HEAD * scale
        lines = []
        shown = drawn_lines(cue)
        for line in shown:
            lines.append(_line(line, cue, y, columns, scale))
            y = lines[-1].bottom
        more = len(cue.lines) - len(shown)
        said = f"{more} more in the table" if more else ""
        cues.append(PlacedCue(cue, head, tuple(lines), said, y + LINE * scale / 2))
        y += LINE * scale * bool(more)
    note = f"{wording.counted(data.not_drawn, 'more cue')} in the table." if data.not_drawn else ""
    return Layout(
        data=data,
        scale=scale,
        left=left,
        right=right,
        count_x=columns.count_x,
        dots_x=columns.dots_x,
        dots_a_row=columns.dots_a_row,
        key=key,
        cues=tuple(cues),
        note=note,
        bottom=y + (size * 2 if note else 0) + edge,
    )


def drawn_lines(cue: CueLines) -> tuple[Line, ...]:
    """The combinations used most, then what is taken together and what wasn't noted."""
    tried = [line for line in cue.lines if line.kind is LineKind.TRIED]
    return (*tried[:MOST_LINES], *(line for line in cue.lines if line.kind is not LineKind.TRIED))


def has_dots(line: Line) -> bool:
    """Whether its moments are drawn one by one: not below eight, and not above a hundred."""
    return line.dotted and line.times <= MOST_DOTS


@dataclass(frozen=True, slots=True)
class _Columns:
    name_x: float
    name_width: float
    count_x: float
    dots_x: float
    numbers_x: float
    right: float
    dots_a_row: int
    wide: bool
    """Dots and numbers stand beside the name, not below it."""


def _columns(data: Tried, left: float, right: float, scale: float) -> _Columns:
    size, gutter = BODY * scale, GUTTER * scale
    lines = [(line, cue) for cue in data.drawn for line in drawn_lines(cue)]
    count = max(text_width(wording.counted(line.times, "time"), size) for line, _ in lines)
    said = [(text_width(line_numbers(line, cue), size), has_dots(line)) for line, cue in lines]
    longest = max((min(line.times, DOTS_A_ROW[0]) for line, _ in lines if has_dots(line)), default=0)
    apart, name_x = DOT * APART * scale, left + INDENT * scale
    dots = longest * apart
    name = max(text_width(line.name, size) for line, _ in lines)
    numbers = max(wide + (dots + gutter if dotted else 0) for wide, dotted in said)
    room = right - name_x - count - numbers - 2 * gutter
    if room >= min(name, 120 * scale):
        name = min(name, room)
        count_x = name_x + name + gutter + count
        dots_x = count_x + gutter
        return _Columns(name_x, name, count_x, dots_x, dots_x + gutter + dots, right, DOTS_A_ROW[0], True)
    a_row = next((many for many in DOTS_A_ROW if many * apart <= right - name_x), DOTS_A_ROW[-1])
    name = min(name, right - name_x - count - gutter)  # the counts stay near the names they belong to
    return _Columns(name_x, name, name_x + name + gutter + count, name_x, name_x, right, a_row, False)


def _line(line: Line, cue: CueLines, top: float, columns: _Columns, scale: float) -> PlacedLine:
    size, tall = BODY * scale, LINE * scale
    name = tuple(wrap(line.name, columns.name_width, size))
    said = line_numbers(line, cue)
    rows = -(-line.times // columns.dots_a_row) if has_dots(line) else 0
    numbers_x = columns.numbers_x if rows else columns.dots_x
    numbers = tuple(wrap(said, columns.right - numbers_x, size)) if said else ()
    broken = NEXT * scale
    if columns.wide:
        bottom = top + max(tall + (max(len(name), len(numbers)) - 1) * broken, rows * tall)
        return PlacedLine(line, cue, name, numbers, top, bottom, top + tall / 2, numbers_x, top + tall / 2)
    dots_top = top + tall * 1.4 + (len(name) - 1) * broken
    after = dots_top + rows * tall
    bottom = after + (tall * 0.65 + (len(numbers) - 1) * broken if numbers else tall * -0.25)
    return PlacedLine(line, cue, name, numbers, top, bottom, dots_top, numbers_x, after)


def _key(
    data: Tried, left: float, top: float, right: float, scale: float
) -> tuple[tuple[KeyItem, ...], float]:
    placed, x, y = [], left, top + LINE * scale / 2
    for mark, words in _marks(data):
        wide = (DOT + 8) * scale + text_width(words, BODY * scale)
        if x > left and x + wide > right:
            x, y = left, y + LINE * scale
        placed.append(KeyItem(mark, words, x, y))
        x += wide + GUTTER * scale
    return tuple(placed), y + LINE * scale / 2 if placed else top  # without dots there is nothing to explain


def _marks(data: Tried) -> list[tuple[OutcomeMark | None, str]]:
    """Marks among the dots drawn, each with the names of its outcomes."""
    dots = [dot for cue in data.drawn for line in drawn_lines(cue) if has_dots(line) for dot in line.dots]
    seen = {dot.outcome for dot in dots}
    found: list[tuple[OutcomeMark | None, str]] = []
    for mark in OutcomeMark:
        names = [name.lower() for key, name, drawn in data.outcomes if drawn is mark and key in seen]
        if names:
            found.append((mark, " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))))
    return [*found, (None, "not recorded")] if None in seen else found
