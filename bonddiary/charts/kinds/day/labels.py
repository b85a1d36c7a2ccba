"""The key above the strip and the labels below it: what was noticed, tried, and what happened next."""

from collections import defaultdict

from matplotlib.path import Path

from bonddiary.analysis.day_rows import Lane, LaneKind
from bonddiary.analysis.one_day import Told, lane_words, told_words
from bonddiary.charts.drawing import Anchor, Point, Sheet
from bonddiary.charts.kinds.day.context import PlacedMark
from bonddiary.charts.kinds.day.layout import (
    ABOUT,
    HANG,
    LEAD,
    MARK,
    NEXT,
    NOT_LOGGED,
    SYMBOL,
    KeyItem,
    Label,
    Layout,
)
from bonddiary.charts.kinds.day.strip import lane_box, mark_box
from bonddiary.charts.shapes import family_shape, mark_shape
from bonddiary.charts.spec import HitKind
from bonddiary.charts.strip import draw_gaps, draw_lanes, draw_soft_marks
from bonddiary.charts.style import BODY, CAPTION
from bonddiary.domain.catalog import Family, OutcomeMark


def draw_key(sheet: Sheet, layout: Layout) -> None:
    """Each sign with its word."""
    for item in layout.key:
        _sign(sheet, layout, item)
        x, size = item.x + layout.px(SYMBOL + 6), BODY * layout.style.scale
        sheet.text(x, item.y, item.words, size, layout.style.tokens.text_2)


def draw_labels(sheet: Sheet, layout: Layout) -> None:
    """Words on the lines that they hang on, with the mark of what happened next."""
    tokens, marks, lines = layout.style.tokens, defaultdict[OutcomeMark, list[Point]](list), list[Point]()
    for item in layout.key:
        if isinstance(item.sign, OutcomeMark):
            marks[item.sign].append((item.x + layout.px(SYMBOL / 2), item.y))
    for label in layout.labels:
        lines += [
            (layout.x(label.told.mark.start), layout.y1 + layout.px(2)),
            (label.x, layout.y1 + layout.px(HANG - 3)),
            (label.x, label.y + label.tall - layout.px(5)),
        ]
        _draw_words(sheet, layout, label, marks)
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO] * (len(lines) // 3)
    if lines:
        sheet.path(Path(lines, codes), edge=tokens.care_edge, width=layout.px(0.9), order=2.5)
    for mark, at in marks.items():
        sheet.marks(mark_shape(mark), at, layout.px(MARK), tokens.text, turns=True)
    if layout.note:
        size = CAPTION * layout.style.scale
        sheet.text(layout.left, layout.note_y, layout.note, size, tokens.text_2)


def hit_moments(sheet: Sheet, layout: Layout) -> None:
    """The day, then its moments, sleeps and feeds in order of time."""
    day = (layout.left, layout.y0, layout.x1, layout.y1)
    sheet.hit(None, day, layout.data.words, HitKind.GROUP)
    things: list[Told | Lane | PlacedMark] = [*layout.data.told, *layout.data.row.lanes, *layout.context]
    for thing in sorted(things, key=lambda each: each.start if isinstance(each, Lane) else each.mark.start):
        if isinstance(thing, Told):
            sheet.hit(thing.mark.moment, mark_box(layout, thing.mark), told_words(thing), HitKind.MARK)
        elif isinstance(thing, PlacedMark):
            sheet.hit(None, thing.box, thing.mark.words, HitKind.LANE)
        else:
            sheet.hit(None, lane_box(layout, thing)[:4], lane_words(thing), HitKind.LANE)


def _draw_words(sheet: Sheet, layout: Layout, label: Label, marks: dict[OutcomeMark, list[Point]]) -> None:
    tokens, scale = layout.style.tokens, layout.style.scale
    anchor: Anchor = "end" if label.ends_here else "start"
    lead = layout.px(-LEAD if label.ends_here else LEAD)
    y = label.y + layout.px(NEXT) / 2
    for place, words in enumerate(label.cue):
        bold = place < label.names
        size, colour = (BODY, tokens.text) if bold else (CAPTION, tokens.text_2)
        sheet.text(label.x + lead, y, words, size * scale, colour, anchor=anchor, bold=bold)
        y += layout.px(NEXT)
    beside = 0.0
    if label.told.outcome is not None:
        half = layout.px(MARK) / 2
        marks[label.told.outcome].append((label.x + lead + (-half if label.ends_here else half), y))
        beside = layout.px(-MARK - 6 if label.ends_here else MARK + 6)
    for words in label.more:
        sheet.text(label.x + lead + beside, y, words, CAPTION * scale, tokens.text_2, anchor=anchor)
        y += layout.px(NEXT)


def _sign(sheet: Sheet, layout: Layout, item: KeyItem) -> None:
    style, middle, sign = layout.style, item.x + layout.px(SYMBOL / 2), item.sign
    box = (item.x, item.y - layout.px(8), item.x + layout.px(SYMBOL), item.y + layout.px(8))
    if isinstance(sign, OutcomeMark):
        return  # drawn with those of the labels
    if isinstance(sign, LaneKind):
        tall = layout.px(8 if sign is LaneKind.SLEEP else 4)
        lane = (item.x, item.y - tall, item.x + layout.px(SYMBOL), item.y + tall, True, True)
        draw_lanes(sheet, layout, sign, [lane])
    elif sign == NOT_LOGGED:
        draw_gaps(sheet, layout, [box])
    elif sign == ABOUT:
        draw_soft_marks(sheet, layout, Family.CRYING, [(middle, item.y)], style.tokens.text_2)
    else:
        family = sign if isinstance(sign, Family) else None
        turns = family is Family.MOVEMENT
        sheet.marks(
            family_shape(family), [(middle, item.y)], layout.px(14), style.family(family), turns=turns
        )
