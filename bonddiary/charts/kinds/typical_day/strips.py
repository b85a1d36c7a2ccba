"""The strips of the typical day: a line of half hours in its band, dots for the days before, hatching."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
from matplotlib.path import Path

from bonddiary.analysis.half_hours import A_DAY
from bonddiary.analysis.intervals import wilson
from bonddiary.analysis.typical_day import NAMES, Counts, StrandKind, place_words, strand_words
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.kinds.typical_day.layout import LEVELS, SYMBOL, Layout, Sign, Strip
from bonddiary.charts.shapes import bars, disc, hatching
from bonddiary.charts.spec import HitKind
from bonddiary.charts.style import BODY, CAPTION
from bonddiary.domain.catalog import Family

Box = tuple[float, float, float, float]
LINE, DOT, PALE = 2.0, 3.6, 0.18


def draw_frame(sheet: Sheet, layout: Layout) -> None:
    """Key, names, levels and hours."""
    tokens, size = sheet.style.tokens, CAPTION * layout.scale
    for item in layout.key:
        _sign(sheet, layout, item.sign, item.x, item.y)
        sheet.text(item.x + layout.px(SYMBOL + 7), item.y, item.words, size, tokens.text_2)
    lines: list[Point] = []
    for strip in layout.strips:
        name = NAMES[strip.kind]
        sheet.text(layout.name_x, strip.name_y, name, BODY * layout.scale, tokens.text, bold=True)
        for share, words in LEVELS:
            y = strip.y(share)
            lines += [(layout.x0, y), (layout.x1, y)]
            sheet.text(layout.x0 - layout.px(8), y, words, size, tokens.text_2, anchor="end")
        lines += [(x, y) for x in layout.lines for y in (strip.y0, strip.y1)]
    sheet.grid(lines)
    for x, words, anchor in layout.hours:
        sheet.text(x, layout.hours_y, words, size, tokens.text_2, anchor=anchor)


def draw_strips(sheet: Sheet, layout: Layout) -> None:
    """Bands behind, lines, the days before as dots; hatching where too few days are logged."""
    tokens, data = sheet.style.tokens, layout.data
    hatched: list[Box] = []
    dots: list[Point] = []
    for strip in layout.strips:
        fill, ink = _colours(sheet, strip.kind)
        runs = list(_runs(data.now))
        bare = fill == tokens.card  # high contrast has no tints: an outline shows how far it reaches
        band = _bands(layout, strip, data.now, runs)
        if strip.kind is StrandKind.CRYING and not bare:  # its tint is too near to the card at night
            sheet.path(band, fill=ink, alpha=PALE, order=2)
        else:
            sheet.path(band, fill=fill, edge=ink if bare else None, width=layout.px(0.7), order=2)
        lines = [list(_stairs(layout, strip, data.now, run)) for run in runs]
        sheet.path(_strokes(lines), edge=ink, width=layout.px(LINE), order=4)
        hatched += [
            (layout.x(place), strip.y0, layout.x(place + 1), strip.y1)
            for place in range(A_DAY)
            if not data.now.enough(place)
        ]
        if data.before:
            dots += [
                (layout.x(place + 0.5), strip.y(_share(data.before, strip.kind, place)))
                for place in range(A_DAY)
                if data.before.enough(place)
            ]
    size = min(layout.px(DOT), (layout.x1 - layout.x0) / A_DAY * 0.5)
    sheet.marks(disc(), dots, size, tokens.text, order=5)
    if hatched:
        sheet.path(hatching(hatched, layout.px(7)), edge=tokens.care_edge, width=layout.px(0.7), order=1.5)


def hit_strips(sheet: Sheet, layout: Layout) -> None:
    """A hit for each strip, and after it one for each half hour."""
    for strip in layout.strips:
        words = f"{NAMES[strip.kind]}: {strand_words(layout.data.now, strip.kind)}"
        sheet.hit(None, (layout.left, strip.name_y - layout.px(9), layout.x1, strip.y0), words, HitKind.GROUP)
        for place in range(A_DAY):
            box = (layout.x(place), strip.y0, layout.x(place + 1), strip.y1)
            sheet.hit(None, box, place_words(layout.data, strip.kind, place), HitKind.GROUP)


def _colours(sheet: Sheet, kind: StrandKind) -> tuple[str, str]:
    """The band's and the line's colour."""
    tokens = sheet.style.tokens
    return {
        StrandKind.CRYING: (tokens.tint[Family.CRYING], tokens.family[Family.CRYING]),
        StrandKind.SLEEP: (tokens.sleep, tokens.text_2),
        StrandKind.FEEDS: (tokens.feed, tokens.text_2),
    }[kind]


def _runs(counts: Counts) -> Iterator[range]:
    """Stretches of half hours that have enough logged days."""
    for enough, places in groupby(range(A_DAY), counts.enough):
        if enough:
            found = list(places)
            yield range(found[0], found[-1] + 1)


def _share(counts: Counts, kind: StrandKind, place: int) -> float:
    count, total = counts.of(kind, place)
    return count / total


def _stairs(layout: Layout, strip: Strip, counts: Counts, run: range) -> Iterator[Point]:
    for place in run:
        y = strip.y(_share(counts, strip.kind, place))
        yield layout.x(place), y
        yield layout.x(place + 1), y


def _bands(layout: Layout, strip: Strip, counts: Counts, runs: Sequence[range]) -> Path:
    closed = []
    for run in runs:
        there: list[Point] = []
        back: list[Point] = []
        for place in run:
            low, high = wilson(*counts.of(strip.kind, place))
            there += [(layout.x(place), strip.y(high)), (layout.x(place + 1), strip.y(high))]
            back += [(layout.x(place), strip.y(low)), (layout.x(place + 1), strip.y(low))]
        closed.append(Path(np.array([*there, *reversed(back), there[0]]), closed=True))
    return Path.make_compound_path(*closed)


def _strokes(lines: Sequence[Sequence[Point]]) -> Path:
    codes = [code for line in lines for code in (Path.MOVETO, *[Path.LINETO] * (len(line) - 1))]
    return Path(np.array([point for line in lines for point in line]), codes)


def _sign(sheet: Sheet, layout: Layout, sign: Sign, x: float, y: float) -> None:
    tokens, half, end = sheet.style.tokens, layout.px(7), x + layout.px(SYMBOL)
    box = [np.array([value]) for value in (x, y - half, end, y + half, 0, 0)]
    if sign is Sign.LINE:
        sheet.path(_strokes([[(x, y), (end, y)]]), edge=tokens.text, width=layout.px(LINE), order=4)
    elif sign is Sign.BAND:
        sheet.path(bars(*box), fill=tokens.sleep, edge=tokens.edge, width=layout.px(0.7), order=2)
    elif sign is Sign.DOTS:
        at = [(x + layout.px(SYMBOL) * part, y) for part in (0.2, 0.5, 0.8)]
        sheet.marks(disc(), at, layout.px(DOT), tokens.text, order=5)
    else:
        sheet.path(
            hatching([(x, y - half, end, y + half)], layout.px(7)),
            edge=tokens.care_edge,
            width=layout.px(0.7),
        )
