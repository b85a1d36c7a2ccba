"""The lines of the chart of things tried: names, counts, dots in one ink, numbers."""

from collections import defaultdict

from bonddiary.analysis.tried import line_sentence
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.kinds.tried.layout import (
    APART,
    DOT,
    LINE,
    NEXT,
    Layout,
    PlacedCue,
    PlacedLine,
    has_dots,
)
from bonddiary.charts.shapes import family_shape, mark_shape
from bonddiary.charts.spec import HitKind
from bonddiary.charts.style import BODY, CAPTION
from bonddiary.domain import wording
from bonddiary.domain.catalog import Family, OutcomeMark


def draw_key(sheet: Sheet, layout: Layout) -> None:
    """Each mark with its word."""
    tokens, size = sheet.style.tokens, BODY * layout.scale
    for item in layout.key:
        x = item.x + DOT * layout.scale / 2
        sheet.marks(mark_shape(item.mark), [(x, item.y)], DOT * layout.scale, tokens.text, turns=True)
        sheet.text(item.x + (DOT + 8) * layout.scale, item.y, item.words, size, tokens.text_2)


def draw_cues(sheet: Sheet, layout: Layout) -> None:
    """Headings, lines and dots."""
    dots: dict[OutcomeMark | None, list[Point]] = defaultdict(list)
    for placed in layout.cues:
        _draw_heading(sheet, layout, placed)
        for line in placed.lines:
            _draw_line(sheet, layout, line)
            _place_dots(sheet, layout, line, dots)
        if placed.more:
            x, size = layout.left + 22 * layout.scale, CAPTION * layout.scale
            sheet.text(x, placed.more_y, placed.more, size, sheet.style.tokens.text_2)
    for mark, at in dots.items():
        sheet.marks(mark_shape(mark), at, DOT * layout.scale, sheet.style.tokens.text, turns=True)
    if layout.note:
        y = layout.bottom - BODY * layout.scale * 1.2
        sheet.text(layout.left, y, layout.note, CAPTION * layout.scale, sheet.style.tokens.text_2)


def _draw_heading(sheet: Sheet, layout: Layout, placed: PlacedCue) -> None:
    cue, scale, style = placed.cue, layout.scale, sheet.style
    turns = cue.family is Family.MOVEMENT
    at = [(layout.left + 8 * scale, placed.y)]
    sheet.marks(family_shape(cue.family), at, 15 * scale, style.family(cue.family), turns=turns)
    words = f"{cue.name} · {wording.counted(cue.times, 'time')}"
    sheet.text(layout.left + 22 * scale, placed.y, words, (BODY + 1) * scale, style.tokens.text, bold=True)
    box = (layout.left, placed.y - 12 * scale, layout.right, placed.y + 12 * scale)
    sheet.hit(None, box, f"{cue.name}, {wording.counted(cue.times, 'time')}", HitKind.GROUP)


def _draw_line(sheet: Sheet, layout: Layout, placed: PlacedLine) -> None:
    tokens, size, broken = sheet.style.tokens, BODY * layout.scale, NEXT * layout.scale
    told = tokens.text if placed.line.range else tokens.text_2
    first = placed.top + LINE * layout.scale / 2
    for place, words in enumerate(placed.name):
        sheet.text(
            layout.left + 22 * layout.scale,
            first + place * broken,
            words,
            size,
            tokens.text if placed.line.responses else tokens.text_2,
        )
    count = wording.counted(placed.line.times, "time")
    sheet.text(layout.count_x, first, count, size, tokens.text_2, anchor="end")
    for place, words in enumerate(placed.numbers):
        sheet.text(placed.numbers_x, placed.numbers_top + place * broken, words, size, told)
    box = (layout.left, placed.top, layout.right, placed.bottom)
    sheet.hit(None, box, line_sentence(placed.line, placed.cue), HitKind.GROUP)


def _place_dots(
    sheet: Sheet, layout: Layout, placed: PlacedLine, dots: dict[OutcomeMark | None, list[Point]]
) -> None:
    if not has_dots(placed.line):
        return
    apart = DOT * APART * layout.scale
    half = apart / 2
    for place, dot in enumerate(placed.line.dots):
        down, along = divmod(place, layout.dots_a_row)
        x, y = layout.dots_x + (along + 0.5) * apart, placed.dots_top + down * LINE * layout.scale
        dots[dot.mark].append((x, y))
        sheet.hit(
            dot.moment,
            (x - half, y - half, x + half, y + half),
            layout.data.dot_words[dot.moment],
            HitKind.MARK,
        )
