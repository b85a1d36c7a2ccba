"""What lies on a strip of hours: hatching, sleep and feeds behind, and marks, firm or remembered, in front."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from bonddiary.analysis.day_rows import LaneKind
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.shapes import bars, disc, family_shape, hatching, ring
from bonddiary.charts.style import ChartStyle
from bonddiary.domain.catalog import Family

Box = tuple[float, float, float, float]
LaneBox = tuple[float, float, float, float, bool, bool]

BLOT = (2.0, 1.6, 1.2)
RING = (0.5, 0.45)
"""Its outer and inner radius, for a side of 1."""


class Frame(Protocol):
    """What a chart's layout tells these."""

    @property
    def style(self) -> ChartStyle:
        """How the chart is drawn."""

    def px(self, pixels: float) -> float:
        """Pixels at scale 1 as pixels at this scale."""


def draw_gaps(sheet: Sheet, layout: Frame, boxes: Sequence[Box]) -> None:
    """Hatches what nobody logged."""
    if boxes:
        lines = hatching(boxes, layout.px(7))
        sheet.path(lines, edge=layout.style.tokens.care_edge, width=layout.px(0.7), order=1)


def draw_lanes(sheet: Sheet, layout: Frame, kind: LaneKind, boxes: Sequence[LaneBox]) -> None:
    """Sleep as a soft band, feeds as slim bars; an end at midnight is square, because it goes on."""
    if not boxes:
        return
    x0, y0, x1, y1, begins, ends = (np.array(values, dtype=float) for values in zip(*boxes, strict=True))
    radius = layout.px(4)
    path = bars(x0, y0, x1, y1, begins * radius, ends * radius)
    tokens = layout.style.tokens
    if kind is LaneKind.SLEEP:
        line = layout.px(1)
        foot = bars(x0 + radius / 2, y1 - line, x1 - radius / 2, y1, begins * 0, ends * 0)
        edge = tokens.care_edge if layout.style.bare else None  # an outline shows how long it was
        sheet.path(path, fill=tokens.sleep, edge=edge, width=layout.px(1), order=2)
        sheet.path(foot, fill=tokens.care_edge, order=2.1)
    else:
        sheet.path(path, fill=tokens.feed, edge=tokens.care_edge, width=layout.px(0.8), order=3)


def draw_soft_marks(
    sheet: Sheet, layout: Frame, family: Family | None, at: Sequence[Point], colour: str, size: float = 0
) -> None:
    """Marks whose time is remembered: a small core in a blot that fades, as ink on wet paper; in high contrast in a ring."""
    size, turns = size or layout.px(14), family is Family.MOVEMENT
    if layout.style.bare:  # blots that lie over each other would hide the marks in them
        sheet.marks(ring(*RING), at, size * BLOT[1], colour, order=4.8)
    for spread in () if layout.style.bare else BLOT:
        sheet.marks(disc(), at, size * spread, colour, alpha=0.12, order=4.8)
    sheet.marks(family_shape(family), at, size * 0.78, colour, turns=turns)


def draw_lasting(sheet: Sheet, layout: Frame, boxes: Sequence[LaneBox], colour: str, about: bool) -> None:
    """How long moments lasted; pale where the time is remembered."""
    x0, y0, x1, y1, begins, ends = (np.array(values, dtype=float) for values in zip(*boxes, strict=True))
    path = bars(x0, y0, x1, y1, begins, ends * layout.px(3))
    if about:
        sheet.path(path, fill=colour, alpha=0.45, order=4)
    else:
        sheet.path(path, fill=colour, order=4)
