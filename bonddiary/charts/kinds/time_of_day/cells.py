"""The cells of the chart of kinds by time of day: one tint, the number printed, hatching for not logged."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from matplotlib.path import Path

from bonddiary.analysis.time_of_day import cell_words, logged_words
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.kinds.time_of_day.layout import Box, Layout
from bonddiary.charts.shapes import bars, family_shape, hatching
from bonddiary.charts.spec import HitKind
from bonddiary.charts.style import BODY, CAPTION
from bonddiary.domain import wording
from bonddiary.domain.catalog import Family


def draw_cells(sheet: Sheet, layout: Layout) -> None:
    """Tints with numbers; where a block was never logged, hatching and no number."""
    tokens, data = sheet.style.tokens, layout.data
    tinted: dict[int, list[Box]] = defaultdict(list)
    hatched = [layout.swatch] if layout.swatch else []
    for cell in layout.cells:
        if not data.seen(cell.block):
            hatched.append(cell.box)
            continue
        count = cell.kind.blocks.counts[cell.block]
        step = step_of(count, data.most, len(tokens.steps))
        tinted[step].append(cell.box)
        ink = tokens.text_2 if step == 0 else tokens.on_steps[step]
        sheet.text(*cell.middle, f"{count:,}", layout.number, ink, anchor="middle", bold=step > 0)
    for step, boxes in tinted.items():
        fill = tokens.page if step == 0 else tokens.steps[step]
        bare = fill in (tokens.page, tokens.card)
        edge = tokens.hairline if bare else None
        sheet.path(_rounded(boxes, 5 * layout.scale), fill=fill, edge=edge, width=layout.scale, order=2)
    if hatched:
        sheet.path(hatching(hatched, 7 * layout.scale), edge=tokens.care_edge, width=0.7 * layout.scale)
        sheet.path(_rounded(hatched, 0), edge=tokens.hairline, width=layout.scale, order=2)


def draw_names(sheet: Sheet, layout: Layout) -> None:
    """Shapes, names of kinds and hours, and on how many days each block was logged."""
    style, scale = sheet.style, layout.scale
    tokens = style.tokens
    at: dict[Family | None, list[tuple[float, float]]] = defaultdict(list)
    for family, x, y in layout.shapes:
        at[family].append((x, y))
    for family, points in at.items():
        turns = family is Family.MOVEMENT
        sheet.marks(family_shape(family), points, 15 * scale, style.family(family), turns=turns)
    for line in layout.words:
        size, ink = (BODY, tokens.text) if line.strong else (CAPTION, tokens.text_2)
        sheet.text(line.x, line.y, line.words, size * scale, ink, anchor=line.anchor)
    for block, (x0, y0, x1, y1) in enumerate(layout.days):
        days = f"{layout.data.logged[block]:,}"
        size = min(CAPTION * scale, layout.number)
        sheet.text((x0 + x1) / 2, (y0 + y1) / 2, days, size, tokens.text_2, anchor="middle")


def hit_cells(sheet: Sheet, layout: Layout) -> None:
    """A hit for each kind and after it one for each of its cells; last the days on which blocks were logged."""
    for kind, box in layout.names:
        sheet.hit(None, box, f"{kind.name}: {wording.counted(kind.blocks.total, 'moment')}", HitKind.GROUP)
        for cell in layout.cells:
            if cell.kind is kind:
                sheet.hit(None, cell.box, cell_words(layout.data, kind, cell.block), HitKind.GROUP)
    for block, box in enumerate(layout.days):
        sheet.hit(None, box, logged_words(layout.data, block), HitKind.GROUP)


def step_of(count: int, most: int, steps: int) -> int:
    """The tint step of a count: none has the first, the most has the last."""
    return 0 if count == 0 else max(1, round(count / most * (steps - 1)))


def _rounded(boxes: Sequence[Box], radius: float) -> Path:
    x0, y0, x1, y1 = (np.array(values, dtype=float) for values in zip(*boxes, strict=True))
    corner = np.full(len(boxes), radius)
    return bars(x0, y0, x1, y1, corner, corner)
