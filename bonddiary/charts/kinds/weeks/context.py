"""What else went on, below the panels of weeks: a line for each kind, a sign on each day."""

from collections import defaultdict

from bonddiary.analysis.context_marks import MarkKind, of_kind
from bonddiary.charts.context_signs import SIGN, draw_signs
from bonddiary.charts.drawing import Point, Sheet
from bonddiary.charts.kinds.weeks.layout import MARKS, Layout
from bonddiary.charts.spec import HitKind
from bonddiary.domain import wording
from bonddiary.domain.period import Period

SMALLEST = 7.0


def draw_marks(sheet: Sheet, layout: Layout) -> None:
    """Signs under their days, and a hit for each."""
    at: dict[MarkKind, list[Point]] = defaultdict(list)
    size = max(layout.px(SMALLEST), min(layout.px(SIGN), layout.day * 0.9))
    for kind, y in layout.marks:
        for place, end in enumerate(layout.ends):
            x0, _ = layout.week(place)
            for number, day in enumerate(Period.ending(end, 7)):
                said = of_kind(layout.context.on(day), kind)
                if said:
                    x, half = x0 + (number + 0.5) * layout.day, max(size, layout.day) / 2
                    at[kind].append((x, y))
                    tall = layout.px(MARKS) / 2
                    words = f"{wording.weekday(day)}: {said}"
                    sheet.hit(None, (x - half, y - tall, x + half, y + tall), words, HitKind.LANE)
    draw_signs(sheet, at, size)
