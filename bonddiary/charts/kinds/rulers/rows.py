"""What was noted on each day: stretches filled with patterns, and marks for entries without a length."""

from collections.abc import Iterator

from bonddiary.analysis.behaviour_cells import Behaviour, Stretch
from bonddiary.analysis.behaviours import day_words, stretch_words
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.kinds.rulers.frame import draw_points, draw_said
from bonddiary.charts.kinds.rulers.layout import Layout, PlacedDay, Sign, sign_of
from bonddiary.charts.kinds.rulers.patterns import Box, fill
from bonddiary.charts.spec import HitKind

NARROWEST = 1.6


def draw_rows(sheet: Sheet, layout: Layout) -> None:
    """All days at once: one tone and one pattern for each behaviour."""
    for kind in Behaviour:
        for soft in (False, True):
            fill(sheet, kind, list(_boxes(layout, kind, soft)), layout.scale, soft=soft)
    for sign in (Sign.OTHER, Sign.FEED, Sign.CRYING):
        at = sorted({at for placed in layout.days for at in _points(layout, placed, sign)})
        size = min(1.0, (layout.days[0].y1 - layout.days[0].y0) / layout.px(13)) if layout.days else 1.0
        if at:
            draw_points(sheet, layout, sign, at, size)
    draw_said(sheet, layout)


def hit_rows(sheet: Sheet, layout: Layout) -> None:
    """A hit for each day, and after it one for each stretch."""
    for placed in layout.days:
        box = (layout.left, placed.top, layout.right, placed.bottom)
        sheet.hit(None, box, day_words(placed.day, placed.place), HitKind.GROUP)
        for stretch in placed.day.stretches:
            sheet.hit(None, _box(layout, placed, stretch), stretch_words(stretch), HitKind.LANE)


def _boxes(layout: Layout, kind: Behaviour, soft: bool) -> Iterator[Box]:
    for placed in layout.days:
        for stretch in placed.day.stretches:
            if stretch.behaviour is kind and stretch.about is soft:
                yield _box(layout, placed, stretch)


def _box(layout: Layout, placed: PlacedDay, stretch: Stretch) -> Box:
    x0, x1 = layout.x(stretch.start), layout.x(stretch.end)
    return x0, placed.y0, max(x1, x0 + layout.px(NARROWEST)), placed.y1


def _points(layout: Layout, placed: PlacedDay, sign: Sign) -> Iterator[Point]:
    """Signs of other kinds stand below the ruler, the others on it."""
    y = placed.y1 + layout.px(3) if sign is Sign.OTHER else placed.middle
    for point in placed.day.points:
        if sign_of(point) is sign:
            yield layout.x(point.cell + 0.5), y
