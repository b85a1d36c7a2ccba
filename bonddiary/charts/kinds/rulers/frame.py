"""The rulers themselves: key, hours, days, outlines and ticks; on an empty one, lines to write on."""

from matplotlib.path import Path

from bonddiary.analysis.behaviour_cells import AN_HOUR, CELLS, Behaviour
from bonddiary.analysis.behaviours import TO_COME
from bonddiary.charts.drawing import Anchor, Point, Sheet
from bonddiary.charts.kinds.rulers.by_hand import lines_to_write_on
from bonddiary.charts.kinds.rulers.layout import (
    LETTERS,
    SIGN,
    SYMBOL,
    KeyItem,
    Layout,
    PlacedDay,
    Sign,
)
from bonddiary.charts.kinds.rulers.patterns import Box, around, empty, fill, strokes
from bonddiary.charts.shapes import disc, family_shape, lozenge, ring
from bonddiary.charts.style import text_width
from bonddiary.domain import wording
from bonddiary.domain.catalog import Family

QUARTER = 3
CLEAR = 1.9
"""Ticks nearer to each other than this run together in print."""
SQUARE = Path([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5), (-0.5, -0.5)], closed=True)


def draw_key(sheet: Sheet, layout: Layout) -> None:
    """Each pattern and sign with its word, above the rulers."""
    for item in layout.key:
        x = item.x
        if item.sign is not Sign.NOTE:
            _sign(sheet, layout, item)
            x += layout.px(SYMBOL + 5)
        sheet.text(x, item.y, item.words, LETTERS * layout.scale, sheet.style.tokens.text)


def draw_frame(sheet: Sheet, layout: Layout) -> None:
    """Outlines with a tick an hour and a line every six; what is not logged is hatched."""
    tokens, size = sheet.style.tokens, LETTERS * layout.scale
    strong: list[Point] = []
    fine: list[Point] = []
    for placed in layout.days:
        _outline(layout, placed, strong, fine)
        if layout.data.blank:
            strong += lines_to_write_on(sheet, layout, placed)
        else:
            known = placed.day.logged
            sheet.text(
                layout.left, placed.middle, placed.label, size, tokens.text if known else tokens.text_2
            )
    _hours(sheet, layout)
    empty(sheet, [box for each in layout.days for box in _gaps(layout, each)], layout.scale)
    sheet.path(strokes(strong), edge=tokens.care_edge, width=layout.px(0.9), order=2)
    sheet.path(strokes(fine), edge=tokens.care_edge, width=layout.px(0.6), order=2)
    _come(sheet, layout)


def _hours(sheet: Sheet, layout: Layout) -> None:
    """The names of full hours, once: every sixth, as on the paper diaries; by hand every third where there is room."""
    size, room = LETTERS * layout.scale, (layout.x1 - layout.x0) / 24
    wide = text_width("midnight", size) + text_width("6am", size) / 2 + layout.px(8)
    steps = (3, 6, 12) if layout.data.blank else (6, 12)
    apart = next((hours for hours in steps if room * hours > wide), 24)
    for hour in range(0, 25, apart):
        anchor: Anchor = "start" if hour == 0 else "end" if hour == 24 else "middle"
        x, words = layout.x(hour * AN_HOUR), wording.hour(hour)
        sheet.text(x, layout.hours_y, words, size, sheet.style.tokens.text_2, anchor=anchor)


def draw_said(sheet: Sheet, layout: Layout) -> None:
    """What a parent said of whole days, at the rulers' ends."""
    columns = [sign for sign in (Sign.WHOLE, Sign.NO_CRYING) if any(item.sign is sign for item in layout.key)]
    for column, sign in enumerate(columns):
        x = layout.signs_x + layout.px(SIGN * (column + 0.5))
        at = [
            (x, each.middle)
            for each in layout.days
            if (each.day.whole if sign is Sign.WHOLE else each.day.no_crying)
        ]
        _said(sheet, layout, sign, at)


def _said(sheet: Sheet, layout: Layout, sign: Sign, at: list[Point]) -> None:
    shape, size = (SQUARE, 7.0) if sign is Sign.WHOLE else (lozenge(), 10.0)
    sheet.marks(shape, at, layout.px(size), sheet.style.tokens.text)


def _sign(sheet: Sheet, layout: Layout, item: KeyItem) -> None:
    tokens, middle, sign = sheet.style.tokens, (item.x + layout.px(SYMBOL / 2), item.y), item.sign
    box = (item.x, item.y - layout.px(7), item.x + layout.px(SYMBOL), item.y + layout.px(7))
    if isinstance(sign, Behaviour):
        fill(sheet, sign, [box], layout.scale)
    elif sign in (Sign.WHOLE, Sign.NO_CRYING):
        _said(sheet, layout, sign, [middle])
    elif sign is Sign.ABOUT:
        fill(sheet, Behaviour.SLEEP, [box], layout.scale, soft=True)
    elif sign is Sign.NO_NOTES:
        empty(sheet, [box], layout.scale)
        sheet.path(strokes(around(box)), edge=tokens.care_edge, width=layout.px(0.9), order=2)
    else:
        draw_points(sheet, layout, sign, [middle])


def draw_points(sheet: Sheet, layout: Layout, sign: Sign, at: list[Point], size: float = 1.0) -> None:
    """Entries without a length, on a bare patch that keeps them clear of what lies behind."""
    tokens = sheet.style.tokens
    if sign is Sign.OTHER:
        sheet.marks(disc(), at, layout.px(3.2) * size, tokens.text_2, order=6)
        return
    crying = sign is Sign.CRYING
    sheet.marks(disc(), at, layout.px(13) * size, tokens.card, alpha=0.85, order=5)
    shape, colour = (
        (family_shape(Family.CRYING), tokens.family[Family.CRYING]) if crying else (ring(), tokens.text)
    )
    sheet.marks(shape, at, layout.px(9.5 if crying else 9) * size, colour, order=6)


def _outline(layout: Layout, placed: PlacedDay, strong: list[Point], fine: list[Point]) -> None:
    box = _box(layout, placed)
    strong += around(box)
    long = (placed.y1 - placed.y0) * (0.3 if layout.data.blank else 0.22)
    for hour in range(1, 24):
        x = layout.x(hour * AN_HOUR)
        if hour % 6 == 0:
            strong += [(x, placed.y0), (x, placed.y1 + layout.px(2.5))]
        else:
            fine += [(x, placed.y1 - long), (x, placed.y1)]
    for cell in range(0, CELLS, _step(layout)) if layout.data.blank else ():
        if cell % AN_HOUR:
            part = 0.6 if cell % QUARTER == 0 else 0.3
            fine += [(layout.x(cell), placed.y1 - long * part), (layout.x(cell), placed.y1)]


def _step(layout: Layout) -> int:
    """By hand each cell has its tick, or where they would run together each quarter of an hour."""
    return 1 if layout.x(1) - layout.x(0) >= CLEAR else QUARTER


def _gaps(layout: Layout, placed: PlacedDay) -> list[Box]:
    return [(layout.x(start), placed.y0, layout.x(end), placed.y1) for start, end in placed.day.gaps]


def _come(sheet: Sheet, layout: Layout) -> None:
    size, tokens = LETTERS * layout.scale, sheet.style.tokens
    for placed in layout.days:
        if placed.day.ahead:
            middle = (layout.x0 + layout.x1) / 2
            sheet.text(middle, placed.middle, TO_COME, size, tokens.text_2, anchor="middle")


def _box(layout: Layout, placed: PlacedDay) -> Box:
    return layout.x0, placed.y0, layout.x1, placed.y1
