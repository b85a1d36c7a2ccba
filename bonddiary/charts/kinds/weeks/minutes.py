"""Minutes of crying on whole days: a pale band from studies, and the family’s own days on top, all in one ink."""

from itertools import groupby

import numpy as np
from matplotlib.path import Path

from bonddiary.analysis.reference import minutes_words
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.kinds.weeks.layout import Layout
from bonddiary.charts.kinds.weeks.minutes_layout import NOTE, STEP, SWATCH, PlacedMinutes
from bonddiary.charts.shapes import disc, family_shape
from bonddiary.charts.spec import HitKind
from bonddiary.charts.style import BODY, CAPTION
from bonddiary.domain.catalog import Family

PALER = 0.45


def draw_minutes(sheet: Sheet, layout: Layout) -> None:
    """The whole panel, where there is one."""
    placed = layout.crying
    if placed is None:
        return
    _draw_words(sheet, layout, placed)
    _draw_band(sheet, layout, placed)
    _draw_scale(sheet, layout, placed)
    _draw_days(sheet, layout, placed)


def _draw_words(sheet: Sheet, layout: Layout, placed: PlacedMinutes) -> None:
    tokens, scale = layout.style.tokens, layout.style.scale
    at = [(layout.left + layout.px(8), placed.head)]
    sheet.marks(family_shape(Family.CRYING), at, layout.px(14), layout.style.family(Family.CRYING))
    name = "Crying and fussing, minutes on whole days"
    sheet.text(layout.left + layout.px(22), placed.head, name, BODY * scale, tokens.text, bold=True)
    half, y = layout.px(7), placed.label_y
    box = _polygon([(layout.left, y - half), (layout.left + layout.px(SWATCH), y - half)], [y + half] * 2)
    _fill(sheet, layout, box, 1)
    for place, words in enumerate(placed.label):
        x = layout.left + layout.px(SWATCH + 8)
        sheet.text(x, y + place * layout.px(NOTE), words, BODY * scale, tokens.text_2)
    first = layout.bottom - placed.notes_height + layout.px(NOTE / 2)
    for place, words in enumerate(placed.notes):
        y = first + place * layout.px(NOTE)
        sheet.text(layout.left, y, words, CAPTION * scale, tokens.text_2)


def _draw_band(sheet: Sheet, layout: Layout, placed: PlacedMinutes) -> None:
    """Level, going over, level: each stretch an area of its own, the one between paler."""
    for (banded, paler), run in groupby(
        enumerate(placed.days), lambda each: (bool(each[1].band), each[1].paler)
    ):
        if not banded:
            continue
        days = list(run)
        first = days[0][0]
        joined = first > 0 and placed.days[first - 1].band is not None
        upper: list[Point] = []
        lower: list[float] = []
        for place, day in days:
            x0, x1 = _sides(layout, place)
            if joined and place == first:  # over the gap between two weeks
                x0 = _sides(layout, place - 1)[1]
            for x, edge in zip((x0, x1), day.band or (), strict=True):
                upper.append((x, placed.y(edge.high)))
                lower.append(placed.y(edge.low))
        _fill(sheet, layout, _polygon(upper, lower), PALER if paler else 1)


def _fill(sheet: Sheet, layout: Layout, path: Path, alpha: float) -> None:
    tokens = layout.style.tokens
    bare = tokens.sleep == tokens.card  # high contrast has no tints
    edge = tokens.care_edge if bare else None
    sheet.path(path, fill=tokens.sleep, edge=edge, width=layout.px(1), alpha=alpha, order=1)


def _polygon(upper: list[Point], lower: list[float]) -> Path:
    back = [(x, y) for (x, _), y in zip(upper, lower, strict=True)][::-1]
    return Path(np.array([*upper, *back, upper[0]]), closed=True)


def _draw_scale(sheet: Sheet, layout: Layout, placed: PlacedMinutes) -> None:
    tokens = layout.style.tokens
    ends: list[Point] = []
    for minutes in range(0, placed.top + 1, STEP * (1 if placed.top <= 6 * STEP else 2)):
        y = placed.y(minutes)
        ends += [(layout.x0, y), (layout.x1, y)]
        words, size = str(minutes), CAPTION * layout.style.scale
        sheet.text(layout.x0 - layout.px(8), y, words, size, tokens.text_2, anchor="end")
    sheet.grid(ends, 1.5)


def _draw_days(sheet: Sheet, layout: Layout, placed: PlacedMinutes) -> None:
    tokens, dots = layout.style.tokens, list[Point]()
    for place, day in enumerate(placed.days):
        if day.minutes is None:
            continue
        x0, x1 = _sides(layout, place)
        x, y = (x0 + x1) / 2, placed.y(day.minutes)
        dots.append((x, y))
        near = max(layout.day / 2, layout.dot / 2)
        sheet.hit(None, (x0, y - near, x1, y + near), minutes_words(day), HitKind.LANE)
    sheet.marks(disc(), dots, layout.dot, tokens.card, halo=layout.px(1.6), order=4)
    sheet.marks(disc(), dots, layout.dot, layout.style.family(Family.CRYING), order=5)


def _sides(layout: Layout, place: int) -> tuple[float, float]:
    """Where a day begins and ends."""
    week, day = divmod(place, 7)
    start = layout.week(week)[0] + day * layout.day
    return start, start + layout.day
