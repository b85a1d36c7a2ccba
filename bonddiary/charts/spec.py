"""What a chart is: a name, a minimum, a way to draw one insight, and where its marks ended up."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from matplotlib.figure import Figure

from bonddiary.analysis.insight import Insight
from bonddiary.charts.style import ChartStyle
from bonddiary.domain.ids import MomentId

ChartModel = Insight[object]
"""What a chart draws: title, subtitle, words, table and the numbers in the chart's own shape."""


class HitKind(StrEnum):
    """What a hit is, so that a cursor can step from group to group or through the marks alone."""

    GROUP = "group"
    """A whole row, block or line; the marks in it follow it."""
    MARK = "mark"
    """One moment."""
    LANE = "lane"
    """A sleep or feed behind the marks."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of the picture that can be pointed at, stepped to and read aloud.

    The corners are fractions of the figure, 0 to 1, from its left and its bottom edge, x0 < x1 and y0 < y1.
    """

    target: MomentId | None
    """The moment that it opens."""
    x0: float
    y0: float
    x1: float
    y1: float
    words: str
    kind: HitKind = HitKind.MARK

    def holds(self, x: float, y: float) -> bool:
        """Whether a point, in figure fractions, lies in it."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished picture's hits, in reading order."""

    hits: tuple[Hit, ...]

    def at(self, x: float, y: float) -> Hit | None:
        """What lies under a point in figure fractions: the nearest mark, or else lane, or else group."""
        under = [hit for hit in self.hits if hit.holds(x, y)]
        order = (HitKind.MARK, HitKind.LANE, HitKind.GROUP)
        return min(under, key=lambda hit: (order.index(hit.kind), abs(hit.x0 + hit.x1 - 2 * x)), default=None)


@dataclass(frozen=True, slots=True)
class ChartKind:
    """One chart of the registry."""

    key: str
    name: str
    minimum: str
    """What has to be logged before it is drawn, in words."""
    draw: Callable[[Figure, ChartModel, ChartStyle], Drawn]
    """Clears the figure and draws it anew for its present size; call it again after a resize."""
    height: Callable[[ChartModel, int, float], int]
    """The height in pixels that suits a width in pixels at a text scale."""
