"""The rows of the chart of what came before: words, dots in one ink, soft ones, a tick for the median."""

from collections import defaultdict

from bonddiary.analysis.before_cues import dot_words, row_sentences
from bonddiary.charts import dots
from bonddiary.charts.dots import DOT, NEXT
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.kinds.before_cues.axis import tick_words
from bonddiary.charts.kinds.before_cues.layout import Layout, PlacedCue, PlacedRow, median_words
from bonddiary.charts.shapes import disc
from bonddiary.charts.spec import HitKind
from bonddiary.charts.strip import BLOT
from bonddiary.charts.style import BODY, CAPTION, text_width
from bonddiary.domain import wording

ABOUT = "about that time"


def draw_axis(sheet: Sheet, layout: Layout) -> None:
    """How long after, from left to right."""
    named = [(minutes, tick_words(minutes, layout.across.end)) for minutes in layout.ticks]
    dots.draw_axis(sheet, layout.across, layout.axis_y, named, list(layout.rows))


def draw_cues(sheet: Sheet, layout: Layout) -> None:
    """Words and dots, and a hit for each cue, each row and each dot."""
    tokens = sheet.style.tokens
    firm: dict[float, list[Point]] = defaultdict(list)
    soft: dict[float, list[Point]] = defaultdict(list)
    medians: list[tuple[PlacedRow, float, str]] = []
    for cue in layout.cues:
        _draw_name(sheet, layout, cue)
        for row in cue.rows:
            _draw_words(sheet, layout, row)
            _hit_row(sheet, layout, row)
            for dot in row.dots:
                (soft if dot.dot.about else firm)[round(row.size, 3)].append((dot.x, dot.y))
            if row.median_x is not None:
                medians.append((row, row.median_x, median_words(row.row)))
    if layout.key_y is not None:
        soft[DOT * layout.scale].append((layout.across.left + layout.px(DOT), layout.key_y))
        size, x = BODY * layout.scale, layout.across.left + layout.px(2 * DOT + 6)
        sheet.text(x, layout.key_y, ABOUT, size, tokens.text_2)
    for size, at in soft.items():
        _draw_soft(sheet, size, at)
    for size, at in firm.items():
        dots.draw_dots(sheet, size, at)
    dots.draw_medians(sheet, layout.across, medians)
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
