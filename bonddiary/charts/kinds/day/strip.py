"""The strip of one day: hatching, sleep and feeds behind, moments in front, ticks of five minutes at its foot."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from matplotlib.path import Path

from bonddiary.analysis.day_rows import Lane, LaneKind, Mark
from bonddiary.charts.drawing import Anchor, Point, Sheet
from bonddiary.charts.kinds.day.context import draw_context
from bonddiary.charts.kinds.day.layout import Layout
from bonddiary.charts.shapes import bars, family_shape
from bonddiary.charts.strip import LaneBox, draw_gaps, draw_lanes, draw_lasting, draw_soft_marks
from bonddiary.charts.style import CAPTION, text_width
from bonddiary.domain import wording
from bonddiary.domain.catalog import Family

STEPS = {Family.CRYING: -1.5, Family.NOISES: -0.5, Family.FACE: 0.5, Family.MOVEMENT: 1.5, None: 0.0}
"""Each family's place on the staff, in steps from its middle, as on the Two-weeks chart."""
SIZE, STEP = 16.0, 13.0
FINEST = 2.4
"""Pixels: nearer together than this, ticks are a grey bar."""


def draw_strip(sheet: Sheet, layout: Layout) -> None:
    """Everything on the strip, back to front."""
    row = layout.data.row
    draw_gaps(sheet, layout, [(layout.x(g.start), layout.y0, layout.x(g.end), layout.y1) for g in row.gaps])
    for kind in LaneKind:
        boxes = [lane_box(layout, lane) for lane in row.lanes if lane.kind is kind]
        draw_lanes(sheet, layout, kind, boxes)
    _draw_grid(sheet, layout)
    _draw_now(sheet, layout)
    _draw_marks(sheet, layout)
    draw_context(sheet, layout.context)


def lane_box(layout: Layout, lane: Lane) -> LaneBox:
    """Where a sleep or a feed lies."""
    x0, x1 = layout.x(lane.start), layout.x(lane.end)
    if lane.kind is LaneKind.SLEEP:
        inset = layout.px(5)
        y0, y1, least = layout.y0 + inset, layout.y1 - inset, 2
    else:
        middle, tall = (layout.y0 + layout.y1) / 2, layout.px(6)
        y0, y1, least = middle - tall, middle + tall, 4
    return x0, y0, max(x1, x0 + layout.px(least)), y1, lane.begins, lane.ends


def mark_box(layout: Layout, mark: Mark) -> tuple[float, float, float, float]:
    """Where a moment lies."""
    half = layout.px(SIZE) / 2
    ys = [_place(layout, mark, family)[1] for family in mark.families]
    x0 = layout.x(mark.start) - (half if mark.begins else 0)
    return x0, min(ys) - half, max(layout.x(mark.end), x0 + 2 * half), max(ys) + half


def _place(layout: Layout, mark: Mark, family: Family | None) -> Point:
    middle = (layout.y0 + layout.y1) / 2
    return layout.x(mark.start), middle + STEPS[family] * layout.px(STEP)


def _draw_marks(sheet: Sheet, layout: Layout) -> None:
    style, size = layout.style, layout.px(SIZE)
    firm: dict[Family | None, list[Point]] = defaultdict(list)
    soft: dict[Family | None, list[Point]] = defaultdict(list)
    lasting: dict[tuple[Family | None, bool], list[LaneBox]] = defaultdict(list)
    for mark in layout.data.row.marks:
        for family in mark.families:
            x, y = _place(layout, mark, family)
            if mark.begins:
                (soft if mark.about else firm)[family].append((x, y))
            if mark.end > mark.start:
                tall = size * 0.17
                lasting[family, mark.about].append((x, y - tall, layout.x(mark.end), y + tall, False, True))
    for (family, about), boxes in lasting.items():
        draw_lasting(sheet, layout, boxes, style.family(family), about)
    for order, family in enumerate(STEPS, start=5):
        shape, at, turns = family_shape(family), firm[family], family is Family.MOVEMENT
        sheet.marks(shape, at, size, style.tokens.card, halo=layout.px(2.4), order=order, turns=turns)
        sheet.marks(shape, at, size, style.family(family), order=order + 0.5, turns=turns)
    for family, at in soft.items():
        draw_soft_marks(sheet, layout, family, at, style.family(family), size)


def _draw_grid(sheet: Sheet, layout: Layout) -> None:
    """Names of hours, lines each three hours, and ticks at the foot: hours tall, half hours less, then 5 minutes."""
    tokens, size = layout.style.tokens, CAPTION * layout.style.scale
    lines = [(layout.x(hour), y) for hour in range(0, 25, 3) for y in (layout.y0, layout.y1)]
    lines += [(layout.x0, layout.y1), (layout.x1, layout.y1)]
    sheet.grid(lines, 1.5)
    _stroke(sheet, list(_ticks(layout)), tokens.edge, layout.px(0.7), 3)
    room = (layout.x1 - layout.x0) / 24
    wide = text_width("midnight", size) + text_width("6am", size) / 2 + layout.px(8)
    apart = next((hours for hours in (3, 6, 12) if room * hours > wide), 24)
    for hour in range(0, 25, apart):
        anchor: Anchor = "start" if hour == 0 else "end" if hour == 24 else "middle"
        x = layout.left if hour == 0 else layout.x1 + layout.px(8) if hour == 24 else layout.x(hour)
        sheet.text(x, layout.ruler, wording.hour(hour), size, tokens.text_2, anchor=anchor)


def _ticks(layout: Layout) -> Iterator[Point]:
    minute = (layout.x1 - layout.x0) / 1440
    step = next((each for each in (5, 15, 30) if each * minute >= layout.px(FINEST)), 60)
    for at in range(0, 1441, step):
        tall = layout.px(9 if at % 60 == 0 else 6 if at % 30 == 0 else 3.5)
        yield layout.x(at / 60), layout.y1
        yield layout.x(at / 60), layout.y1 + tall


def _draw_now(sheet: Sheet, layout: Layout) -> None:
    if layout.data.now is not None:
        x, half = layout.x(layout.data.now), layout.px(0.8)
        line = (np.array([value]) for value in (x - half, layout.y0, x + half, layout.y1, half, half))
        sheet.path(bars(*line), fill=layout.style.tokens.accent, order=3.5)


def _stroke(sheet: Sheet, ends: list[Point], colour: str, width: float, order: float) -> None:
    codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
    sheet.path(Path(ends, codes), edge=colour, width=width, order=order)
