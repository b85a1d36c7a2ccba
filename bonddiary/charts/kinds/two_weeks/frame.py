"""The frame of the Two-weeks chart: key, the "usually" band, hours and day names."""

import numpy as np
from matplotlib.path import Path

from bonddiary.analysis.blocks import BLOCKS, HOURS
from bonddiary.analysis.context_marks import MarkKind
from bonddiary.analysis.day_rows import LaneKind
from bonddiary.analysis.two_weeks import TwoWeeks
from bonddiary.charts.context_signs import SIGN, draw_signs
from bonddiary.charts.drawing import Anchor, Sheet
from bonddiary.charts.kinds.two_weeks.layout import ABOUT, NOT_LOGGED, NOTE, SYMBOL, KeyItem, Layout
from bonddiary.charts.shapes import bars, family_shape
from bonddiary.charts.spec import HitKind
from bonddiary.charts.strip import draw_gaps, draw_lanes, draw_soft_marks
from bonddiary.charts.style import BODY, CAPTION, text_width
from bonddiary.domain import wording
from bonddiary.domain.catalog import Family


def draw_key(sheet: Sheet, layout: Layout) -> None:
    """Each sign with its word, in place of a legend box."""
    for item in layout.key:
        x = item.x
        if item.sign != NOTE:
            _sign(sheet, layout, item)
            x += layout.px(SYMBOL + 6)
        sheet.text(x, item.y, item.words, BODY * layout.style.scale, layout.style.tokens.text_2)


def draw_band(sheet: Sheet, layout: Layout, data: TwoWeeks) -> None:
    """Counts per 3-hour block, printed on tint steps."""
    tokens, (y0, y1) = layout.style.tokens, layout.band
    gap, radius = layout.px(1.5), layout.px(5)
    middle, most = (y0 + y1) / 2, max(data.band.counts)
    sheet.text(layout.label_x, middle, "usually", CAPTION * layout.style.scale, tokens.text_2)
    unseen = []
    for block, count in enumerate(data.band.counts):
        words = f"{wording.hour(block * HOURS)} to {wording.hour(block * HOURS + HOURS)}: "
        if not data.seen(block):
            unseen.append((layout.x(block * HOURS) + gap, y0, layout.x(block * HOURS + HOURS) - gap, y1))
            sheet.hit(None, unseen[-1], words + NOT_LOGGED, HitKind.GROUP)
            continue
        step = step_of(count, most, len(tokens.steps))
        x0, x1 = layout.x(block * HOURS) + gap, layout.x(block * HOURS + HOURS) - gap
        cell = _bar(x0, y0, x1, y1, radius)
        bare = step == 0 or tokens.steps[step] == tokens.card
        sheet.path(cell, fill=tokens.steps[step], edge=tokens.hairline if bare else None, order=2)
        size = BODY * layout.style.scale
        sheet.text(
            (x0 + x1) / 2, middle, f"{count:,}", size, tokens.on_steps[step], anchor="middle", bold=True
        )
        sheet.hit(None, (x0, y0, x1, y1), words + _counted(count, data), HitKind.GROUP)
    draw_gaps(sheet, layout, unseen)


def draw_grid(sheet: Sheet, layout: Layout) -> None:
    """Names of hours and days, hour lines and one staff line a row."""
    tokens, style = layout.style.tokens, layout.style
    lines: list[tuple[float, float]] = []
    for block in range(BLOCKS + 1):
        x = layout.x(block * HOURS)
        lines += [(x, layout.rows[0].y0), (x, layout.rows[-1].y1)]
    for row in layout.rows:
        lines += [(layout.x0, row.middle), (layout.x1, row.middle)]
        if layout.row_height >= CAPTION * style.scale * 1.15 or row.row.day.weekday() == 0:
            colour = tokens.text if row.row.logged else tokens.text_2
            sheet.text(layout.label_x, row.middle, row.label, CAPTION * style.scale, colour)
    sheet.grid(lines, 1.5)
    _hours(sheet, layout)


def step_of(count: int, most: int, steps: int) -> int:
    """The tint step of a count: none has the first, the most has the last."""
    return 0 if count == 0 else max(1, round(count / most * (steps - 1)))


def _hours(sheet: Sheet, layout: Layout) -> None:
    """The names of full hours, every third where there's room, else every sixth or twelfth."""
    size, tokens = CAPTION * layout.style.scale, layout.style.tokens
    room = (layout.x1 - layout.x0) / 24
    wide = text_width("midnight", size) + text_width("6am", size) / 2 + 8 * layout.style.scale
    apart = next((hours for hours in (3, 6, 12) if room * hours > wide), 24)
    for hour in range(0, 25, apart):
        anchor: Anchor = "start" if hour == 0 else "end" if hour == 24 else "middle"
        sheet.text(layout.x(hour), layout.ruler, wording.hour(hour), size, tokens.text_2, anchor=anchor)


def _sign(sheet: Sheet, layout: Layout, item: KeyItem) -> None:
    style, middle = layout.style, item.x + layout.px(SYMBOL / 2)
    box = (item.x, item.y - layout.px(8), item.x + layout.px(SYMBOL), item.y + layout.px(8))
    if item.sign == NOT_LOGGED:
        draw_gaps(sheet, layout, [box])
    elif item.sign == ABOUT:
        draw_soft_marks(sheet, layout, Family.CRYING, [(middle, item.y)], style.tokens.text_2)
    elif isinstance(item.sign, MarkKind):
        draw_signs(sheet, {item.sign: [(middle, item.y)]}, layout.px(SIGN))
    elif isinstance(item.sign, LaneKind):
        tall = layout.px(8 if item.sign is LaneKind.SLEEP else 4)
        lane = (item.x, item.y - tall, item.x + layout.px(SYMBOL), item.y + tall, True, True)
        draw_lanes(sheet, layout, item.sign, [lane])
    else:
        family = item.sign if isinstance(item.sign, Family) else None
        turns = family is Family.MOVEMENT
        sheet.marks(
            family_shape(family), [(middle, item.y)], layout.px(14), style.family(family), turns=turns
        )


def _counted(count: int, data: TwoWeeks) -> str:
    return wording.counted(count, data.band_of.removesuffix("s"))


def _bar(x0: float, y0: float, x1: float, y1: float, radius: float) -> Path:
    edges = (np.array([value]) for value in (x0, y0, x1, y1, radius, radius))
    return bars(*edges)
