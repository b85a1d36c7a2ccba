"""The panels of the chart of weeks: a dot a day, a line for each median, hatching for days that weren’t logged."""

from matplotlib.path import Path

from bonddiary.analysis.context_marks import MarkKind
from bonddiary.analysis.week_by_week import WeekCounts, day_words, panel_week_words
from bonddiary.charts.context_signs import SIGN as MARK
from bonddiary.charts.context_signs import draw_signs
from bonddiary.charts.drawing import Anchor, Point, Sheet
from bonddiary.charts.kinds.weeks.context import draw_marks
from bonddiary.charts.kinds.weeks.layout import GAP, MEDIAN, SIGN, Layout, PlacedPanel, Sign, end_words
from bonddiary.charts.shapes import disc, family_shape
from bonddiary.charts.spec import HitKind
from bonddiary.charts.strip import draw_gaps
from bonddiary.charts.style import BODY, CAPTION, text_width
from bonddiary.domain.catalog import Family


def draw_key(sheet: Sheet, layout: Layout) -> None:
    """What a dot, a line and hatching are."""
    tokens, half = sheet.style.tokens, layout.px(SIGN) / 2
    for item in layout.key:
        x, y = item.x, item.y
        if item.sign is Sign.DAY:
            sheet.marks(disc(), [(x + half, y)], layout.px(8), tokens.text_2)
        elif item.sign is Sign.WEEK:
            _stroke(sheet, [(x, y), (x + 2 * half, y)], tokens.text, layout.px(2.2), 3)
        elif item.sign is Sign.NOT_LOGGED:
            draw_gaps(sheet, layout, [(x, y - layout.px(8), x + 2 * half, y + layout.px(8))])
        elif isinstance(item.sign, MarkKind):
            draw_signs(sheet, {item.sign: [(x + half, y)]}, layout.px(MARK))
        beside = layout.px(SIGN + 6) if item.sign else 0
        sheet.text(x + beside, y, item.words, BODY * layout.style.scale, tokens.text_2)


def draw_panels(sheet: Sheet, layout: Layout) -> None:
    """Every panel, and below them the weeks’ names."""
    for panel in layout.panels:
        _draw_frame(sheet, layout, panel)
        _draw_days(sheet, layout, panel)
    draw_marks(sheet, layout)
    _draw_dates(sheet, layout)


def _colour(layout: Layout, panel: PlacedPanel) -> str:
    tokens = layout.style.tokens
    if panel.panel.family is not None:
        return tokens.family[panel.panel.family]
    return tokens.primary if panel.panel.care is None else tokens.care_edge


def _draw_frame(sheet: Sheet, layout: Layout, placed: PlacedPanel) -> None:
    tokens, scale, x = layout.style.tokens, layout.style.scale, layout.left
    if placed.panel.family is not None:
        at, turns = [(x + layout.px(8), placed.head)], placed.panel.family is Family.MOVEMENT
        shape = family_shape(placed.panel.family)
        sheet.marks(shape, at, layout.px(14), _colour(layout, placed), turns=turns)
        x += layout.px(22)
    name = f"{placed.panel.name}, times a day"
    sheet.text(x, placed.head, name, BODY * scale, tokens.text, bold=True)
    sheet.text(layout.left, placed.medians, MEDIAN, CAPTION * scale, tokens.text_2)
    lines: list[Point] = []
    for count in (0, placed.top / 2, placed.top):
        y = placed.y(count)
        lines += [(layout.x0, y), (layout.x1, y)]
        if count == int(count):
            x = layout.x0 - layout.px(8)
            sheet.text(x, y, str(int(count)), CAPTION * scale, tokens.text_2, anchor="end")
    sheet.grid(lines, 1.5)


def _draw_days(sheet: Sheet, layout: Layout, placed: PlacedPanel) -> None:
    tokens, dots, medians = layout.style.tokens, list[Point](), list[Point]()
    gaps = []
    for place, week in enumerate(placed.weeks):
        x0, x1 = layout.week(place)
        box = (x0, placed.medians - layout.px(11), x1, placed.y1)
        sheet.hit(None, box, panel_week_words(placed.panel, week), HitKind.GROUP)
        for number, day in enumerate(week.days):
            x, half = x0 + (number + 0.5) * layout.day, layout.day / 2
            if day.count is None:
                gaps.append((x - half, placed.y0, x + half, placed.y1))
                continue
            y, near = placed.y(day.count), max(half, layout.dot / 2)
            dots.append((x, y))
            box = (x - half, y - near, x + half, y + near)
            sheet.hit(None, box, day_words(placed.panel, day), HitKind.LANE)
        if week.median is not None:
            medians += [(x0, placed.y(week.median)), (x1, placed.y(week.median))]
            _draw_median(sheet, layout, placed, week, (x0 + x1) / 2)
    draw_gaps(sheet, layout, gaps)
    sheet.marks(disc(), dots, layout.dot, tokens.card, halo=layout.px(1.6), order=4)
    sheet.marks(disc(), dots, layout.dot, _colour(layout, placed), order=5)
    _stroke(sheet, medians, tokens.text, layout.px(2.2), 3)  # behind: no dot is hidden


def _draw_median(sheet: Sheet, layout: Layout, placed: PlacedPanel, week: WeekCounts, x: float) -> None:
    words, size = f"{week.median:g}", CAPTION * layout.style.scale
    if text_width(words, size, True) <= 7.6 * layout.day:
        sheet.text(x, placed.medians, words, size, layout.style.tokens.text, anchor="middle", bold=True)


def _draw_dates(sheet: Sheet, layout: Layout) -> None:
    """ "to 8 Nov" under each week where there’s room, else under every second, third …, the last always."""
    size, tokens = CAPTION * layout.style.scale, layout.style.tokens
    each = (7 + GAP) * layout.day
    named = [f"to {end_words(end)}" for end in layout.ends]
    wide = max(text_width(words, size) for words in named) + layout.px(8)
    apart = max(1, -(-int(wide) // max(1, int(each))))
    for place, words in enumerate(named):
        if (len(named) - 1 - place) % apart == 0:
            end = layout.week(place)[1]
            x = end if apart > 1 else sum(layout.week(place)) / 2
            if apart == 1 or end - text_width(words, size) >= layout.left:
                anchor: Anchor = "end" if apart > 1 else "middle"
                sheet.text(x, layout.dates, words, size, tokens.text_2, anchor=anchor)


def _stroke(sheet: Sheet, ends: list[Point], colour: str, width: float, order: float) -> None:
    if ends:
        codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
        sheet.path(Path(ends, codes), edge=colour, width=width, order=order)
