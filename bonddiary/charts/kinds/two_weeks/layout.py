"""Where everything on the Two-weeks chart stands, in logical pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from bonddiary.analysis.context_marks import MarkKind
from bonddiary.analysis.day_rows import DayRow, LaneKind
from bonddiary.analysis.two_weeks import TwoWeeks
from bonddiary.charts.heading import margin
from bonddiary.charts.style import BODY, CAPTION, ChartStyle, text_width
from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.domain.wording import MONTHS, WEEKDAYS

MOST_ROWS = 92
ROOMY = ((14, 34.0), (28, 27.0), (35, 23.0), (56, 18.0), (MOST_ROWS, 14.0))
"""Up to so many rows: this high, at scale 1."""
ABOUT, NOT_LOGGED, NOTE = "about that time", "not logged", "note"
KEY_LINE, BAND, RULER = 24.0, 28.0, 22.0
SYMBOL = 22.0
SLOT, MOST_MARGIN = 15.0, 0.2
"""Each kind of mark has its own place in the margin, this wide; of a narrow page it takes no more than a fifth."""


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A word with its sign, above the chart; `sign` is a family, a lane, a mark, ABOUT, NOT_LOGGED or NOTE."""

    sign: Family | LaneKind | MarkKind | str | None
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A day and where its row runs."""

    row: DayRow
    label: str
    y0: float
    y1: float

    @property
    def middle(self) -> float:
        """The middle of the row."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The chart's frame."""

    style: ChartStyle
    x0: float
    """Midnight at the start."""
    x1: float
    """Midnight at the end."""
    slot: float
    """How wide each kind’s place in the margin is."""
    label_x: float
    key: tuple[KeyItem, ...]
    band: tuple[float, float]
    ruler: float
    """The middle of the hours' names."""
    rows: tuple[PlacedRow, ...]
    row_height: float
    data: TwoWeeks

    def x(self, hour: float) -> float:
        """Hours since midnight as a place on the sheet."""
        return self.x0 + hour / 24 * (self.x1 - self.x0)

    def px(self, pixels: float) -> float:
        """Pixels at scale 1 as pixels at this scale."""
        return pixels * self.style.scale

    def slot_x(self, kind: MarkKind) -> float:
        """The middle of a kind's place in the margin."""
        return self.x1 + self.px(6) + self.slot * (self.data.context.kinds.index(kind) + 0.5)

    @property
    def mark_size(self) -> float:
        """The side of a family's shape."""
        return min(self.px(14), self.row_height * 0.46)


def lay_out(data: TwoWeeks, style: ChartStyle, width: float, top: float, bottom: float) -> Layout:
    """Fits the chart between `top` and `bottom`; the rows share what the frame leaves."""
    scale, edge = style.scale, margin(style.scale, style.titled)
    shown = data.rows[-MOST_ROWS:]
    labels = day_labels(shown)
    left = max(text_width(words, CAPTION * scale, True) for words in [*labels, "usually"])
    key, key_bottom = _key(data, edge, top, width - edge, scale)
    band = (key_bottom + 4 * scale, key_bottom + (4 + BAND) * scale)
    first = band[1] + RULER * scale
    weeks = _week_breaks(shown)
    height = (bottom - first) / (len(shown) + 0.22 * sum(weeks))
    x0, x1 = edge + left + 12 * scale, width - edge - 6 * scale
    slot = _slot(data, x1 - x0, scale)
    return Layout(
        style=style,
        x0=x0,
        x1=x1 - slot * len(data.context.kinds),
        slot=slot,
        label_x=edge,
        key=key,
        band=band,
        ruler=band[1] + RULER * scale * 0.52,
        rows=_rows(shown, labels, weeks, first, height),
        row_height=height,
        data=data,
    )


def preferred_height(data: TwoWeeks, width: float, scale: float) -> int:
    """The height at which rows are as tall as suits their number."""
    shown = data.rows[-MOST_ROWS:]
    row = next(high for most, high in ROOMY if len(shown) <= most) * scale
    edge = margin(scale, False)
    _, key_bottom = _key(data, edge, edge, width - edge, scale)
    return round(
        key_bottom + (4 + BAND + RULER) * scale + row * (len(shown) + 0.22 * sum(_week_breaks(shown))) + edge
    )


def day_labels(rows: Sequence[DayRow]) -> list[str]:
    """ "Mon 3"; the month is named where it begins, when the days lie in more than one."""
    months = len({(row.day.year, row.day.month) for row in rows}) > 1
    labels = []
    for place, row in enumerate(rows):
        label = f"{WEEKDAYS[row.day.weekday()][:3]} {row.day.day}"
        named = months and (place == 0 or row.day.day == 1)
        labels.append(f"{label} {MONTHS[row.day.month - 1][:3]}" if named else label)
    return labels


def _week_breaks(rows: Sequence[DayRow]) -> list[bool]:
    """Before which rows a new week begins."""
    return [place > 0 and row.day.weekday() == 0 for place, row in enumerate(rows)]


def _slot(data: TwoWeeks, room: float, scale: float) -> float:
    kinds = len(data.context.kinds)
    return min(SLOT * scale, MOST_MARGIN * room / kinds) if kinds else 0.0


def _rows(
    shown: Sequence[DayRow], labels: Sequence[str], weeks: Sequence[bool], top: float, height: float
) -> tuple[PlacedRow, ...]:
    placed, y = [], top
    for row, label, new_week in zip(shown, labels, weeks, strict=True):
        y += 0.22 * height * new_week
        placed.append(PlacedRow(row, label, y, y + height))
        y += height
    return tuple(placed)


def _key(
    data: TwoWeeks, left: float, top: float, right: float, scale: float
) -> tuple[tuple[KeyItem, ...], float]:
    """The signs that occur, set in lines; and where the last line ends."""
    placed, x, y = [], left, top + KEY_LINE * scale / 2
    for sign, words in _signs(data):
        wide = (SYMBOL + 6) * scale + text_width(words, BODY * scale)
        if x > left and x + wide > right:
            x, y = left, y + KEY_LINE * scale
        placed.append(KeyItem(sign, words, x, y))
        x += wide + 18 * scale
    return tuple(placed), y + KEY_LINE * scale / 2


def _signs(data: TwoWeeks) -> list[tuple[Family | LaneKind | MarkKind | str | None, str]]:
    signs: list[tuple[Family | LaneKind | MarkKind | str | None, str]] = []
    signs += [(family, FAMILY_NAMES[family].lower()) for family in data.families]
    signs += [(kind, kind.value) for kind in LaneKind if data.has(kind)]
    if any(mark.about for row in data.rows for mark in row.marks):
        signs.append((ABOUT, ABOUT))
    if any(row.gaps for row in data.rows):
        signs.append((NOT_LOGGED, NOT_LOGGED))
    signs += [(kind, data.context.label(kind)) for kind in data.context.kinds]
    if len(data.rows) > MOST_ROWS:
        signs.append((NOTE, f"the last {MOST_ROWS} of {len(data.rows):,} days"))
    return signs
