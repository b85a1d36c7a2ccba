"""Where everything on the typical day stands, in logical pixels."""

from dataclasses import dataclass
from enum import Enum, auto

from bonddiary.analysis.half_hours import A_DAY
from bonddiary.analysis.typical_day import StrandKind, TypicalDay, days_before
from bonddiary.charts.drawing import Anchor
from bonddiary.charts.heading import margin
from bonddiary.charts.style import CAPTION, text_width
from bonddiary.domain import wording

STRIP, NAME, BETWEEN, RULER, KEY_LINE, SYMBOL = 76.0, 32.0, 8.0, 24.0, 22.0, 24.0
LOW_NAME, LOW_BETWEEN, LOWEST = 19.0, 4.0, 24.0
"""Where there is less room than suits the chart, as in a corner of a printed page: the strips share what is left."""
LEVELS = ((1.0, "all days"), (0.5, "half"), (0.0, "none"))
"""Heights in a strip that are named, as shares of the logged days."""


class Sign(Enum):
    """What is explained above the strips."""

    LINE = auto()
    BAND = auto()
    DOTS = auto()
    HATCH = auto()


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A sign with its words."""

    sign: Sign
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Where one strand runs."""

    kind: StrandKind
    name_y: float
    y0: float
    """All days."""
    y1: float
    """None."""

    def y(self, share: float) -> float:
        """A share of the logged days as a place on the sheet."""
        return self.y1 - share * (self.y1 - self.y0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole chart."""

    data: TypicalDay
    scale: float
    left: float
    name_x: float
    """Where a strip's name begins; in a low chart clear of the heights' names."""
    x0: float
    x1: float
    key: tuple[KeyItem, ...]
    strips: tuple[Strip, ...]
    hours: tuple[tuple[float, str, Anchor], ...]
    hours_y: float
    lines: tuple[float, ...]
    """The hours that have a line."""
    bottom: float

    def x(self, place: float) -> float:
        """Half hours since midnight as a place on the sheet."""
        return self.x0 + place / A_DAY * (self.x1 - self.x0)

    def px(self, pixels: float) -> float:
        """Pixels at scale 1 as pixels at this scale."""
        return pixels * self.scale


def lay_out(
    data: TypicalDay,
    scale: float,
    width: float,
    top: float = 0.0,
    titled: bool = False,
    bottom: float | None = None,
) -> Layout:
    """Sets the chart from `top` downwards in the width given, lower where it would end below `bottom`."""
    edge = margin(scale, titled)
    left = max(text_width(words, CAPTION * scale) for _, words in LEVELS) + 10 * scale
    x0 = edge + left
    x1 = max(width - edge - 6 * scale, x0 + A_DAY)
    key, y = _key(data, edge, top or edge, width - edge, scale)
    strips = []
    name, strip, between = _heights(len(data.kinds), y, scale, bottom)
    for kind in data.kinds:
        first = y + name
        strips.append(Strip(kind, y + name * (0.5 if name < NAME * scale else 0.42), first, first + strip))
        y = first + strip + between
    apart, hours = _hours(x0, x1, scale)
    return Layout(
        data=data,
        scale=scale,
        left=edge,
        name_x=x0 if name < NAME * scale else edge,
        x0=x0,
        x1=x1,
        key=key,
        strips=tuple(strips),
        hours=hours,
        hours_y=y + RULER * scale * 0.4,
        lines=tuple(x0 + hour / 24 * (x1 - x0) for hour in range(0, 25, min(apart, 6))),
        bottom=y + RULER * scale + margin(scale, False),
    )


def _heights(strips: int, top: float, scale: float, bottom: float | None) -> tuple[float, float, float]:
    """Of a name, of its strip, and of the space below it."""
    usual = NAME * scale, STRIP * scale, BETWEEN * scale
    if bottom is None or not strips:
        return usual
    room = (bottom - margin(scale, False) - RULER * scale - top) / strips
    if room > sum(usual) - 1:
        return usual
    low = LOW_NAME * scale, LOW_BETWEEN * scale
    return low[0], max(LOWEST * scale, room - sum(low)), low[1]


def _hours(x0: float, x1: float, scale: float) -> tuple[int, tuple[tuple[float, str, Anchor], ...]]:
    """How many hours lie between the named ones, and where their names stand."""
    size, room = CAPTION * scale, (x1 - x0) / 24
    wide = text_width("midnight", size) + text_width("6am", size) / 2 + 8 * scale
    apart = next((hours for hours in (3, 6, 12) if room * hours > wide), 24)
    placed = []
    for hour in range(0, 25, apart):
        anchor: Anchor = "start" if hour == 0 else "end" if hour == 24 else "middle"
        placed.append((x0 + hour * room, wording.hour(hour), anchor))
    return apart, tuple(placed)


def _key(
    data: TypicalDay, left: float, top: float, right: float, scale: float
) -> tuple[tuple[KeyItem, ...], float]:
    signs = [(Sign.LINE, "logged days with it"), (Sign.BAND, "how sure")]
    if data.before:
        signs.append((Sign.DOTS, days_before(data)))
    if not all(map(data.now.enough, range(A_DAY))):
        signs.append((Sign.HATCH, "too little logged"))
    placed, x, y = [], left, top + KEY_LINE * scale / 2
    for sign, words in signs:
        wide = (SYMBOL + 7) * scale + text_width(words, CAPTION * scale)
        if x > left and x + wide > right:
            x, y = left, y + KEY_LINE * scale
        placed.append(KeyItem(sign, words, x, y))
        x += wide + 18 * scale
    return tuple(placed), y + KEY_LINE * scale / 2
