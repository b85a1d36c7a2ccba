"""The rows of the chart of settling times: words, dots in one ink, a tick for the median."""

from bonddiary.analysis.settling import row_sentence
from bonddiary.charts import dots
from bonddiary.charts.dots import NEXT
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.kinds.settling.layout import (
    Layout,
    PlacedRow,
    median_words,
    tick_words,
)
from bonddiary.charts.spec import HitKind
from bonddiary.charts.style import BODY, CAPTION


def draw_axis(sheet: Sheet, layout: Layout) -> None:
    """Minutes from left to right."""
    named = [(minutes, tick_words(minutes, minutes == layout.across.end)) for minutes in layout.ticks]
    dots.draw_axis(sheet, layout.across, layout.axis_y, named, layout.rows)


def draw_rows(sheet: Sheet, layout: Layout) -> None:
    """Words and dots, and a hit for each row and each dot."""
    tokens = sheet.style.tokens
    by_size: dict[float, list[Point]] = {}
    medians: list[tuple[PlacedRow, float, str]] = []
    for placed in layout.rows:
        _draw_words(sheet, layout, placed)
        sheet.hit(
            None,
            (layout.across.left, placed.y0, layout.across.right, placed.y1),
            row_sentence(placed.row),
            HitKind.GROUP,
        )
        for dot in placed.dots:
            half = placed.size / 2
            by_size.setdefault(round(placed.size, 3), []).append((dot.x, dot.y))
            box = (dot.x - half, dot.y - half, dot.x + half, dot.y + half)
            sheet.hit(dot.dot.moment, box, dot.dot.words, HitKind.MARK)
        if placed.median_x is not None:
            medians.append((placed, placed.median_x, median_words(placed.row)))
    for size, at in by_size.items():
        dots.draw_dots(sheet, size, at)
    dots.draw_medians(sheet, layout.across, medians)
    if layout.note:
        sheet.text(layout.across.left, layout.note_y, layout.note, CAPTION * layout.scale, tokens.text_2)


def _draw_words(sheet: Sheet, layout: Layout, placed: PlacedRow) -> None:
    tokens, y = sheet.style.tokens, placed.names_y
    for words in placed.name:
        sheet.text(layout.across.left, y, words, BODY * layout.scale, tokens.text, bold=True)
        y += NEXT * layout.scale
    for words in placed.more:
        sheet.text(layout.across.left, y, words, CAPTION * layout.scale, tokens.text_2)
        y += NEXT * layout.scale
