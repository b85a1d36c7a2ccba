"""What a ruler to fill in by hand has beside and below it: the day, two boxes to tick, a line for notes."""

from bonddiary.analysis.behaviours import NO_CRYING, WHOLE
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.kinds.rulers.layout import BOX, HAND_NEXT, HAND_NOTES, LETTERS, Layout, PlacedDay
from bonddiary.charts.kinds.rulers.patterns import around
from bonddiary.charts.style import text_width
from bonddiary.domain import wording


def lines_to_write_on(sheet: Sheet, layout: Layout, placed: PlacedDay) -> list[Point]:
    """Writes the words and gives the lines that belong to them, as pairs of points."""
    tokens, size, px = sheet.style.tokens, LETTERS * layout.scale, layout.px
    y, below = placed.y0 + px(HAND_NEXT / 2 - 2), placed.y1 + px(HAND_NOTES)
    lines: list[Point] = []
    if placed.day.day is None:
        sheet.text(layout.left, y, "Day", size, tokens.text)
        start = layout.left + text_width("Day", size) + px(6)
        lines += [(start, y + px(6)), (layout.x0 - px(14), y + px(6))]
    else:
        sheet.text(layout.left, y, _short(placed), size, tokens.text, bold=True)
    for words in (WHOLE, NO_CRYING):
        y += px(HAND_NEXT)
        half = px(BOX) / 2
        lines += around((layout.left, y - half, layout.left + 2 * half, y + half))
        sheet.text(layout.left + px(BOX + 6), y, words, size, tokens.text)
    sheet.text(layout.x0, below - px(6), "Notes", size, tokens.text_2)
    return [*lines, (layout.x0 + text_width("Notes", size) + px(8), below), (layout.x1, below)]


def _short(placed: PlacedDay) -> str:
    """ "Mon 16 November"."""
    assert placed.day.day is not None
    name, rest = wording.weekday(placed.day.day).split(" ", 1)
    return f"{name[:3]} {rest}"
