"""The rows of the Two-weeks chart: hatching, sleep and feeds behind, families' marks in front."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from bonddiary.analysis.context_marks import MarkKind, names_words, of_kind
from bonddiary.analysis.day_rows import DayRow, Lane, LaneKind, Mark
from bonddiary.charts.context_signs import SIGN, draw_signs
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.kinds.two_weeks.layout import Layout, PlacedRow
from bonddiary.charts.shapes import bars, family_shape
from bonddiary.charts.spec import HitKind
from bonddiary.charts.strip import (
    Box,
    LaneBox,
    draw_gaps,
    draw_lanes,
    draw_lasting,
    draw_soft_marks,
)
from bonddiary.domain import wording
from bonddiary.domain.catalog import Family

STEPS = {Family.CRYING: -1.5, Family.NOISES: -0.5, Family.FACE: 0.5, Family.MOVEMENT: 1.5, None: 0.0}
"""Each family's place on the staff, in steps from its middle: the cues of one moment form a chord."""


def draw_rows(sheet: Sheet, layout: Layout) -> None:
    """Everything in the rows, back to front."""
    draw_gaps(sheet, layout, [box for row in layout.rows for box in _gap_boxes(layout, row)])
    for kind in LaneKind:
        boxes = [
            _lane_box(layout, row, lane) for row in layout.rows for lane in row.row.lanes if lane.kind is kind
        ]
        draw_lanes(sheet, layout, kind, boxes)
    _draw_now(sheet, layout)
    _draw_marks(sheet, layout)
    _draw_context(sheet, layout)


def hit_rows(sheet: Sheet, layout: Layout) -> None:
    """A hit for each day, and after it one for each mark, sleep and feed in order of time."""
    for row in layout.rows:
        context = layout.data.context.on(row.row.day)
        said = ", ".join(filter(None, (row_words(row.row), names_words(context))))
        sheet.hit(None, (layout.label_x, row.y0, layout.x1, row.y1), said, HitKind.GROUP)
        things: list[Mark | Lane] = [*row.row.marks, *row.row.lanes]
        for thing in sorted(things, key=lambda thing: thing.start):
            if isinstance(thing, Mark):
                sheet.hit(thing.moment, _mark_box(layout, row, thing), thing.words, HitKind.MARK)
            else:
                sheet.hit(None, _lane_box(layout, row, thing)[:4], thing.words, HitKind.LANE)
        for kind in dict.fromkeys(mark.kind for mark in context):
            box = _slot_box(layout, row, kind)
            sheet.hit(None, box, f"{wording.weekday(row.row.day)}: {of_kind(context, kind)}", HitKind.LANE)


def row_words(row: DayRow) -> str:
    """ "Monday 3 March: 3 moments, 7 feeds, 13 h 20 min asleep"."""
    said = []
    if row.marks:
        said.append(wording.counted(row.moments, "moment"))
    if row.feeds:
        said.append(wording.counted(row.feeds, "feed"))
    if row.asleep:
        said.append(f"{wording.length(row.asleep)} asleep")
    if row.no_crying:
        said.append("no crying seen")
    if row.whole:
        said.append("the whole day was logged")
    plain = "still to come" if row.ahead else "other care events" if row.logged else "not logged"
    return f"{wording.weekday(row.day)}: {', '.join(said) or plain}"


def _gap_boxes(layout: Layout, row: PlacedRow) -> Iterator[Box]:
    inset = layout.row_height * 0.1
    for gap in row.row.gaps:
        yield layout.x(gap.start), row.y0 + inset, layout.x(gap.end), row.y1 - inset


def _lane_box(layout: Layout, row: PlacedRow, lane: Lane) -> LaneBox:
    x0, x1 = layout.x(lane.start), layout.x(lane.end)
    if lane.kind is LaneKind.SLEEP:
        inset = layout.row_height * 0.09
        return x0, row.y0 + inset, max(x1, x0 + layout.px(2)), row.y1 - inset, lane.begins, lane.ends
    tall = layout.row_height * 0.21
    return (
        x0,
        row.middle - tall / 2,
        max(x1, x0 + layout.px(4)),
        row.middle + tall / 2,
        lane.begins,
        lane.ends,
    )


def _place(layout: Layout, row: PlacedRow, mark: Mark, family: Family | None) -> Point:
    return layout.x(mark.start), row.middle + STEPS[family] * layout.row_height * 0.14


def _mark_box(layout: Layout, row: PlacedRow, mark: Mark) -> Box:
    half = layout.mark_size / 2
    ys = [_place(layout, row, mark, family)[1] for family in mark.families]
    x0 = layout.x(mark.start) - (half if mark.begins else 0)
    return x0, min(ys) - half, max(layout.x(mark.end), x0 + 2 * half), max(ys) + half


def _draw_marks(sheet: Sheet, layout: Layout) -> None:
    style, size = layout.style, layout.mark_size
    firm: dict[Family | None, list[Point]] = defaultdict(list)
    soft: dict[Family | None, list[Point]] = defaultdict(list)
    lasting: dict[tuple[Family | None, bool], list[LaneBox]] = defaultdict(list)
    for row in layout.rows:
        for mark in row.row.marks:
            for family in mark.families:
                x, y = _place(layout, row, mark, family)
                if mark.begins:
                    (soft if mark.about else firm)[family].append((x, y))
                if mark.end > mark.start:
                    tall = size * 0.17
                    lasting[family, mark.about].append(
                        (x, y - tall, layout.x(mark.end), y + tall, False, True)
                    )
    for (family, about), boxes in lasting.items():
        draw_lasting(sheet, layout, boxes, style.family(family), about)
    for order, family in enumerate(STEPS, start=5):  # each family's halo covers the families before it
        shape, at, turns = family_shape(family), firm[family], family is Family.MOVEMENT
        sheet.marks(shape, at, size, style.tokens.card, halo=layout.px(2.4), order=order, turns=turns)
        sheet.marks(shape, at, size, style.family(family), order=order + 0.5, turns=turns)
    for family, at in soft.items():
        draw_soft_marks(sheet, layout, family, at, style.family(family), size)


def _slot_box(layout: Layout, row: PlacedRow, kind: MarkKind) -> Box:
    x, half = layout.slot_x(kind), layout.slot / 2
    return x - half, row.y0, x + half, row.y1


def _draw_context(sheet: Sheet, layout: Layout) -> None:
    """One sign a kind and day in the margin, each kind in its own column."""
    signs: dict[MarkKind, list[Point]] = defaultdict(list)
    for row in layout.rows:
        for kind in dict.fromkeys(mark.kind for mark in layout.data.context.on(row.row.day)):
            signs[kind].append((layout.slot_x(kind), row.middle))
    draw_signs(sheet, signs, min(layout.px(SIGN), layout.row_height * 0.6, layout.slot * 0.8))


def _draw_now(sheet: Sheet, layout: Layout) -> None:
    now = layout.data.now
    for row in layout.rows:
        if row.row.day == now.day:
            x, half = layout.x(now.hour), layout.px(0.8)
            line = (np.array([value]) for value in (x - half, row.y0, x + half, row.y1, half, half))
            sheet.path(bars(*line), fill=layout.style.tokens.accent, order=3.5)
