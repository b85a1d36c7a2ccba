"""The rows of the chart of what came before: words, dots in one ink, soft ones, a tick for the median."""

from collections import defaultdict

from matplotlib.path import Path

from bonddiary.analysis.before_cues import dot_words, row_sentences
from bonddiary.charts.drawing import Anchor, Box, Point, Sheet, word_box
from bonddiary.charts.kinds.before_cues.axis import tick_words
from bonddiary.charts.kinds.before_cues.layout import DOT, NEXT, Layout, PlacedCue, PlacedRow, median_words
from bonddiary.charts.shapes import disc
from bonddiary.charts.spec import HitKind
from bonddiary.charts.strip import BLOT
from bonddiary.charts.style import BODY, CAPTION, text_width
from bonddiary.domain import wording

ABOUT = "about that time"


def draw_axis(sheet: Sheet, layout: Layout) -> None:
    """How long after, from left to right."""
    tokens, size, across = sheet.style.tokens, CAPTION * layout.scale, layout.across
    upright = [
        (row.y0 if across.beside else row.dots_top, row.y1 if across.beside else row.base)
        for row in layout.rows
    ]
    lines: list[Point] = []
    for minutes in layout.ticks:
        x = across.x(minutes)
        lines += [(x, y) for ends in upright for y in ends]
        words = tick_words(minutes, across.end)
        sheet.text(x, layout.axis_y, words, size, tokens.text_2, anchor="middle")
    if across.beyond is not None:
        sheet.text(across.beyond, layout.axis_y, "longer", size, tokens.text_2, anchor="middle")
    lines += [(x, row.base) for row in layout.rows for x in (across.x0 - row.size / 2, across.right)]
    sheet.grid(lines)


def draw_cues(sheet: Sheet, layout: Layout) -> None:
    """Words and dots, and a hit for each cue, each row and each dot."""
    tokens = sheet.style.tokens
    firm: dict[float, list[Point]] = defaultdict(list)
    soft: dict[float, list[Point]] = defaultdict(list)
    medians: list[Point] = []
    labels: list[Box] = []
    for cue in layout.cues:
        _draw_name(sheet, layout, cue)
        for row in cue.rows:
            _draw_words(sheet, layout, row)
            _hit_row(sheet, layout, row)
            for dot in row.dots:
                (soft if dot.dot.about else firm)[round(row.size, 3)].append((dot.x, dot.y))
            if row.median_x is not None:
                medians += [(row.median_x, row.dots_top), (row.median_x, row.base + layout.px(5))]
                labels.append(_draw_median(sheet, layout, row, row.median_x))
    if layout.key_y is not None:
        soft[DOT * layout.scale].append((layout.across.left + layout.px(DOT), layout.key_y))
        size, x = BODY * layout.scale, layout.across.left + layout.px(2 * DOT + 6)
        sheet.text(x, layout.key_y, ABOUT, size, tokens.text_2)
    for size, at in soft.items():
        _draw_soft(sheet, size, at)
    for size, at in firm.items():
        sheet.marks(disc(), at, size, tokens.card, halo=layout.px(1.4), order=4)
        sheet.marks(disc(), at, size, tokens.primary, order=5)
    sheet.clear(labels)
    _stroke(sheet, medians, tokens.text, layout.px(2.2), 3)  # behind: no dot is hidden
    if layout.note:
        at_x = layout.across.left
        sheet.text(at_x, layout.note_y, layout.note, CAPTION * layout.scale, tokens.text_2)


def _draw_soft(sheet: Sheet, size: float, at: list[Point]) -> None:
    """A small core in a blot that fades, as on the strips of hours."""
    colour = sheet.style.tokens.primary
    for spread in BLOT:
        sheet.marks(disc(), at, size * spread, colour, alpha=0.12, order=3.5)
    sheet.marks(disc(), at, size * 0.62, colour, order=5)


def _hit_row(sheet: Sheet, layout: Layout, placed: PlacedRow) -> None:
    across, half = layout.across, placed.size / 2
    words = row_sentences(placed.cue, placed.row)
    sheet.hit(None, (across.left, placed.y0, across.right, placed.y1), words, HitKind.GROUP)
    for dot in placed.dots:
        box = (dot.x - half, dot.y - half, dot.x + half, dot.y + half)
        words = dot_words(placed.cue, placed.row, dot.dot)
        sheet.hit(dot.dot.moment, box, words, HitKind.MARK)


def _draw_name(sheet: Sheet, layout: Layout, placed: PlacedCue) -> None:
    tokens, x, y, size = sheet.style.tokens, layout.across.left, placed.name_y, BODY * layout.scale
    for words in placed.name:
        sheet.text(x, y, words, size, tokens.text, bold=True)
        y += NEXT * layout.scale
    beside = x + text_width(placed.name[-1], size, True) + layout.px(10)
    if beside + text_width(placed.times, CAPTION * layout.scale) <= layout.across.right:
        y -= NEXT * layout.scale
        sheet.text(beside, y, placed.times, CAPTION * layout.scale, tokens.text_2)
    box = (x, placed.y0, layout.across.right, placed.rows[0].y0)
    times = wording.often(placed.cue.times)
    sheet.hit(None, box, f"{placed.cue.name}: noted {times}", HitKind.GROUP)


def _draw_words(sheet: Sheet, layout: Layout, placed: PlacedRow) -> None:
    tokens, y = sheet.style.tokens, placed.words_y
    for place, words in enumerate(placed.words):
        colour = tokens.text_2 if place else tokens.text
        sheet.text(layout.across.left, y, words, CAPTION * layout.scale, colour)
        y += NEXT * layout.scale


def _draw_median(sheet: Sheet, layout: Layout, placed: PlacedRow, x: float) -> Box:
    words, size, across = median_words(placed.row), CAPTION * layout.scale, layout.across
    half = text_width(words, size) / 2
    anchor: Anchor = "middle"
    if x - half < across.x0:
        x, anchor = max(across.left, across.x0 - placed.size / 2), "start"
    elif x + half > across.right:
        x, anchor = across.right, "end"
    y = placed.dots_top - NEXT * layout.scale / 2
    sheet.text(x, y, words, size, sheet.style.tokens.text, anchor=anchor)
    return word_box(x, y, 2 * half, size, anchor)


def _stroke(sheet: Sheet, ends: list[Point], colour: str, width: float, order: float) -> None:
    if ends:
        codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
        sheet.path(Path(ends, codes), edge=colour, width=width, order=order)
