"""The rows of the chart of settling times: words, dots in one ink, a tick for the median."""

from matplotlib.path import Path

from bonddiary.analysis.settling import row_sentence
from bonddiary.charts.drawing import Anchor, Box, Point, Sheet, word_box
from bonddiary.charts.kinds.settling.layout import (
    NEXT,
    Layout,
    PlacedRow,
    median_words,
    tick_words,
)
from bonddiary.charts.shapes import disc
from bonddiary.charts.spec import HitKind
from bonddiary.charts.style import BODY, CAPTION, text_width


def draw_axis(sheet: Sheet, layout: Layout) -> None:
    """Minutes from left to right, the same for every row."""
    tokens, size = sheet.style.tokens, CAPTION * layout.scale
    upright = [
        (row.y0 if layout.beside else row.dots_top, row.y1 if layout.beside else row.base)
        for row in layout.rows
    ]
    lines: list[Point] = []
    for minutes in layout.ticks:
        x = layout.x0 + minutes / layout.end * (layout.x1 - layout.x0)
        lines += [(x, y) for ends in upright for y in ends]
        words = tick_words(minutes, minutes == layout.end)
        sheet.text(x, layout.axis, words, size, tokens.text_2, anchor="middle")
    if layout.beyond is not None:
        sheet.text(layout.beyond, layout.axis, "longer", size, tokens.text_2, anchor="middle")
    lines += [(x, row.base) for row in layout.rows for x in (layout.x0 - row.size / 2, layout.right)]
    sheet.grid(lines)


def draw_rows(sheet: Sheet, layout: Layout) -> None:
    """Words and dots, and a hit for each row and each dot."""
    tokens = sheet.style.tokens
    by_size: dict[float, list[Point]] = {}
    medians: list[Point] = []
    labels: list[Box] = []
    for placed in layout.rows:
        _draw_words(sheet, layout, placed)
        sheet.hit(
            None, (layout.left, placed.y0, layout.right, placed.y1), row_sentence(placed.row), HitKind.GROUP
        )
        for dot in placed.dots:
            half = placed.size / 2
            by_size.setdefault(round(placed.size, 3), []).append((dot.x, dot.y))
            box = (dot.x - half, dot.y - half, dot.x + half, dot.y + half)
            sheet.hit(dot.dot.moment, box, dot.dot.words, HitKind.MARK)
        if placed.median_x is not None:
            medians += [(placed.median_x, placed.dots_top), (placed.median_x, placed.base + layout.px(5))]
            labels.append(_draw_median(sheet, layout, placed, placed.median_x))
    for size, at in by_size.items():
        sheet.marks(disc(), at, size, tokens.card, halo=layout.px(1.4), order=4)
        sheet.marks(disc(), at, size, tokens.primary, order=5)
    sheet.clear(labels)
    _stroke(sheet, medians, tokens.text, layout.px(2.2), 3)  # behind: no dot is hidden
    if layout.note:
        sheet.text(layout.left, layout.note_y, layout.note, CAPTION * layout.scale, tokens.text_2)


def _draw_words(sheet: Sheet, layout: Layout, placed: PlacedRow) -> None:
    tokens, y = sheet.style.tokens, placed.names_y
    for words in placed.name:
        sheet.text(layout.left, y, words, BODY * layout.scale, tokens.text, bold=True)
        y += NEXT * layout.scale
    for words in placed.more:
        sheet.text(layout.left, y, words, CAPTION * layout.scale, tokens.text_2)
        y += NEXT * layout.scale


def _draw_median(sheet: Sheet, layout: Layout, placed: PlacedRow, x: float) -> Box:
    words, size = median_words(placed.row), CAPTION * layout.scale
    half = text_width(words, size) / 2
    anchor: Anchor = "middle"
    if x - half < layout.x0:
        x, anchor = max(layout.left, layout.x0 - placed.size / 2), "start"
    elif x + half > layout.right:
        x, anchor = layout.right, "end"
    y = placed.dots_top - NEXT * layout.scale / 2
    sheet.text(x, y, words, size, sheet.style.tokens.text, anchor=anchor)
    return word_box(x, y, 2 * half, size, anchor)


def _stroke(sheet: Sheet, ends: list[Point], colour: str, width: float, order: float) -> None:
    if ends:
        codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
        sheet.path(Path(ends, codes), edge=colour, width=width, order=order)
