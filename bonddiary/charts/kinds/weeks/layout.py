"""Where everything on the chart of weeks stands, in logical pixels."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bonddiary.analysis.context_marks import ContextMarks, MarkKind
from bonddiary.analysis.week_by_week import Panel, WeekByWeek, WeekCounts
from bonddiary.charts.heading import margin
from bonddiary.charts.kinds.weeks.minutes_layout import PlacedMinutes, place_minutes
from bonddiary.charts.style import BODY, CAPTION, ChartStyle, text_width
from bonddiary.domain.wording import MONTHS

HEAD, MEDIANS, PLOT, BETWEEN, DATES, KEY = 26.0, 22.0, 84.0, 16.0, 24.0, 24.0
MARKS = 17.0
"""The height of a line of marks, one for each kind."""
THINNEST, DOT = 3.0, 8.5
"""The width of a day below which fewer weeks are drawn, and the side of its dot."""
GAP = 0.9
"""Between two weeks, in days."""
NICE = (4, 6, 8, 10, 15, 20, 30, 40, 50)
MEDIAN = "median"
SIGN, ROOM = 22.0, 18.0


class Sign(StrEnum):
    """What the key explains."""

    DAY = "one day"
    WEEK = "week’s median"
    NOT_LOGGED = "not logged"


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A word with its sign, above the panels; without a sign it is a note."""

    sign: Sign | MarkKind | None
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    """A panel with its heading, the line of medians and the box that its days are drawn in."""

    panel: Panel
    weeks: tuple[WeekCounts, ...]
    top: int
    """The count at the upper edge of the box."""
    head: float
    medians: float
    y0: float
    y1: float

    def y(self, count: float) -> float:
        """A count as a place on the sheet."""
        return self.y1 - count / self.top * (self.y1 - self.y0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole chart."""

    style: ChartStyle
    left: float
    x0: float
    x1: float
    day: float
    """How wide a day is."""
    panels: tuple[PlacedPanel, ...]
    ends: tuple[date, ...]
    context: ContextMarks
    marks: tuple[tuple[MarkKind, float], ...]
    """What else went on: a line for each kind below the panels, and its middle."""
    dates: float
    """The middle of the weeks’ names."""
    key: tuple[KeyItem, ...]
    bottom: float
    crying: PlacedMinutes | None = None
    """Minutes of crying, under the other panels."""

    def px(self, pixels: float) -> float:
        """Pixels at scale 1 as pixels at this scale."""
        return pixels * self.style.scale

    def week(self, place: int) -> tuple[float, float]:
        """Where a week’s days begin and end."""
        start = self.x0 + place * (7 + GAP) * self.day
        return start, start + 7 * self.day

    @property
    def dot(self) -> float:
        """The side of a day’s dot."""
        return max(self.px(2.5), min(self.px(DOT), self.day * 0.85))


def lay_out(data: WeekByWeek, style: ChartStyle, width: float, top: float = 0.0) -> Layout:
    """Sets the chart from `top` downwards in the width given."""
    scale, edge = style.scale, margin(style.scale, style.titled)
    tops = [nice(panel.most) for panel in data.panels]
    words = [MEDIAN, *map(str, tops), *(["300"] if data.crying else [])]
    x0 = edge + max(text_width(each, CAPTION * scale) for each in words) + 10 * scale
    x1 = width - edge - 2 * scale
    room = (x1 - x0) / (THINNEST * scale)
    many = max(1, min(len(data.weeks), int((room + GAP) / (7 + GAP))))
    y = top or edge
    key, y = _key(data, many, edge, y, x1, scale)
    panels = []
    for panel, most in zip(data.panels, tops, strict=True):
        head, medians = y + HEAD * scale / 2, y + (HEAD + MEDIANS / 2) * scale
        y0 = y + (HEAD + MEDIANS + 4) * scale
        panels.append(PlacedPanel(panel, panel.weeks[-many:], most, head, medians, y0, y0 + PLOT * scale))
        y = y0 + (PLOT + BETWEEN) * scale
    crying, y = place_minutes(data.crying, many, y, x1 - edge, style)
    y -= BETWEEN * scale
    kinds = data.context.kinds
    marks = tuple((kind, y + (place + 0.8) * MARKS * scale) for place, kind in enumerate(kinds))
    y += (len(kinds) + 0.3 * bool(kinds)) * MARKS * scale
    return Layout(
        style=style,
        left=edge,
        x0=x0,
        x1=x1,
        day=(x1 - x0) / (many * (7 + GAP) - GAP),
        panels=tuple(panels),
        ends=data.weeks[-many:],
        context=data.context,
        marks=marks,
        dates=y + DATES * scale / 2,
        key=key,
        bottom=y + DATES * scale + (crying.notes_height if crying else 0) + edge,
        crying=crying,
    )


def _key(
    data: WeekByWeek, many: int, left: float, top: float, right: float, scale: float
) -> tuple[tuple[KeyItem, ...], float]:
    """The signs that occur, set in lines; and where the last line ends."""
    shown = [day for panel in data.panels for week in panel.weeks[-many:] for day in week.days]
    signs: list[tuple[Sign | MarkKind | None, str]] = [(Sign.DAY, Sign.DAY), (Sign.WEEK, Sign.WEEK)]
    if any(day.count is None for day in shown):
        signs.append((Sign.NOT_LOGGED, Sign.NOT_LOGGED))
    signs += [(kind, data.context.label(kind)) for kind in data.context.kinds]
    if many < len(data.weeks):
        signs.append((None, f"the last {many} of {len(data.weeks)} weeks"))
    placed, x, y = [], left, top + KEY * scale / 2
    for sign, words in signs:
        wide = (SIGN + 6) * scale * (sign is not None) + text_width(words, BODY * scale)
        if x > left and x + wide > right:
            x, y = left, y + KEY * scale
        placed.append(KeyItem(sign, words, x, y))
        x += wide + ROOM * scale
    return tuple(placed), y + KEY * scale / 2


def nice(most: int) -> int:
    """The upper end of the scale for a highest count."""
    ten = 1
    while True:
        for each in NICE:
            if most <= each * ten:
                return each * ten
        ten *= 10


def end_words(end: date) -> str:
    """ "8 Nov"."""
    return f"{end.day} {MONTHS[end.month - 1][:3]}"
