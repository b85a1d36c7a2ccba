"""Where everything on the days' rulers stands, in logical pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bonddiary.analysis.behaviour_cells import CELLS, UPSET, Behaviour, DayRuler, Point
from bonddiary.analysis.behaviours import NAMES, NO_CRYING, WHOLE, ProfileDays
from bonddiary.analysis.names import in_sentence
from bonddiary.charts.heading import margin
from bonddiary.charts.style import text_width
from bonddiary.domain.wording import MONTHS, WEEKDAYS

MOST_ROWS = 92
SIZES = ((7, 19.0, 29.0), (14, 15.0, 23.0), (28, 12.0, 17.0), (MOST_ROWS, 8.0, 13.0))
"""Up to so many days: this high a ruler, this far from one to the next, at scale 1."""
HAND, HAND_APART = 32.0, 76.0
"""A ruler to fill in by hand, and how far it is to the next: with a line below, for notes."""
HAND_NEXT, HAND_NOTES, BOX = 19.0, 25.0, 11.0
BESIDE = 24.0
"""A line of what is written or ticked beside the ruler, the line below it, and the box to tick."""
WEEK = 0.3
"""How much further the first day of a week is from the one before, in rows."""
KEY_LINE, RULER, SYMBOL, SIGN = 19.0, 18.0, 22.0, 13.0
LETTERS = 11.5
"""A size under the other charts' smallest: these stand on paper."""


class Sign(StrEnum):
    """What is explained above the rulers, beside the patterns. The value is its words."""

    CRYING = "crying or fussing, no length"
    FEED = "feed, no length"
    OTHER = "another sign or note"
    ABOUT = "round ends: about that time"
    WHOLE = WHOLE
    NO_CRYING = NO_CRYING
    NO_NOTES = "no notes for hours"
    NOTE = ""


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A pattern or a sign with its words."""

    sign: Behaviour | Sign
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedDay:
    """A day and where its ruler runs."""

    day: DayRuler
    place: int
    label: str
    y0: float
    y1: float
    top: float
    """Where what belongs to the day begins."""
    bottom: float

    @property
    def middle(self) -> float:
        """The middle of the ruler."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole picture."""

    data: ProfileDays
    scale: float
    left: float
    x0: float
    x1: float
    right: float
    signs_x: float
    """Where what was said of a day stands."""
    key: tuple[KeyItem, ...]
    hours_y: float
    days: tuple[PlacedDay, ...]
    bottom: float

    def x(self, cell: float) -> float:
        """A cell's start as a place on the sheet."""
        return self.x0 + cell / CELLS * (self.x1 - self.x0)

    def px(self, pixels: float) -> float:
        """Pixels at scale 1 as pixels at this scale."""
        return pixels * self.scale


def lay_out(data: ProfileDays, scale: float, width: float, top: float = 0.0, titled: bool = False) -> Layout:
    """Sets the picture from `top` downwards in the width given."""
    edge = margin(scale, titled)
    shown = data.days[-MOST_ROWS:]
    labels = [] if data.blank else _labels(shown)
    widest = max((text_width(words, LETTERS * scale) for words in labels or (WHOLE, NO_CRYING)), default=0)
    left = edge + widest + (10 + BESIDE * data.blank) * scale
    kinds = len(_said(data))
    right = width - edge - 4 * scale - SIGN * scale * kinds
    key, y = _key(data, edge, top or edge, width - edge, scale)
    hours_y = y + RULER * scale * 0.5
    first = y + RULER * scale
    days = _by_hand(shown, first, scale) if data.blank else _rows(shown, labels, first, scale)
    last = days[-1].bottom if days else y
    return Layout(
        data=data,
        scale=scale,
        left=edge,
        x0=left,
        x1=max(right, left + CELLS / 3),
        right=width - edge,
        signs_x=right + 3 * scale,
        key=key,
        hours_y=hours_y,
        days=days,
        bottom=last + margin(scale, False),
    )


def sign_of(point: Point) -> Sign:
    """How an entry without a length is drawn."""
    if point.behaviour in UPSET:
        return Sign.CRYING
    return Sign.FEED if point.behaviour is Behaviour.FEEDING else Sign.OTHER


def _labels(days: Sequence[DayRuler]) -> list[str]:
    """ "Mon 3"; the month is named where it begins, when the days lie in more than one."""
    dates = [day.day for day in days if day.day]
    months = len({(day.year, day.month) for day in dates}) > 1
    labels = []
    for place, day in enumerate(dates):
        named = months and (place == 0 or day.day == 1)
        month = f" {MONTHS[day.month - 1][:3]}" if named else ""
        labels.append(f"{WEEKDAYS[day.weekday()][:3]} {day.day}{month}")
    return labels


def _rows(days: Sequence[DayRuler], labels: Sequence[str], top: float, scale: float) -> tuple[PlacedDay, ...]:
    tall, apart = next((tall, apart) for most, tall, apart in SIZES if len(days) <= most)
    placed, y = [], top
    for place, (day, label) in enumerate(zip(days, labels, strict=True)):
        if place and day.day and day.day.weekday() == 0:
            y += WEEK * apart * scale
        bottom = y + apart * scale
        placed.append(PlacedDay(day, place, label, y, y + tall * scale, y, bottom))
        y = bottom
    return tuple(placed)


def _by_hand(days: Sequence[DayRuler], top: float, scale: float) -> tuple[PlacedDay, ...]:
    apart = HAND_APART * scale
    return tuple(
        PlacedDay(day, place, "", y, y + HAND * scale, y, y + apart)
        for place, day in enumerate(days)
        for y in (top + place * apart,)
    )


def _said(data: ProfileDays) -> list[Sign]:
    """What was said of whole days, where there is any: each has a column."""
    found = []
    if any(day.whole for day in data.days):
        found.append(Sign.WHOLE)
    if any(day.no_crying for day in data.days):
        found.append(Sign.NO_CRYING)
    return found


def _key(
    data: ProfileDays, left: float, top: float, right: float, scale: float
) -> tuple[tuple[KeyItem, ...], float]:
    """The patterns and signs that occur, set in lines; and where the last line ends."""
    placed, x, y = [], left, top + KEY_LINE * scale / 2
    for sign, words in _signs(data):
        wide = (SYMBOL + 5) * scale + text_width(words, LETTERS * scale)
        if x > left and x + wide > right:
            x, y = left, y + KEY_LINE * scale
        placed.append(KeyItem(sign, words, x, y))
        x += wide + 12 * scale
    return tuple(placed), y + KEY_LINE * scale / 2


def _signs(data: ProfileDays) -> Iterator[tuple[Behaviour | Sign, str]]:
    for each in data.behaviours:
        yield each, in_sentence(NAMES[each])
    points = {sign_of(point) for day in data.days for point in day.points}
    soft = any(stretch.about for day in data.days for stretch in day.stretches)
    empty = any(day.gaps for day in data.days)
    found = [*points, *_said(data), *[Sign.ABOUT] * soft, *[Sign.NO_NOTES] * empty]
    yield from ((sign, sign.value) for sign in Sign if sign in found)
    if len(data.days) > MOST_ROWS:
        yield Sign.NOTE, f"the last {MOST_ROWS} of {len(data.days):,} days"
