"""Where everything on the ruler stands, in pixels: hours along it, rows across it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from bonddiary.analysis.ruler import Lane, Piece
from bonddiary.domain.catalog import Family

STAFF, THIN = 58.0, 26.0
"""A row's width at 100 %: the moments' staff, and any other."""
HOURS, EDGE = 26.0, 5.0
"""The strip with the hours' names, and what the focus ring keeps free."""
UPRIGHT_HOUR = 36.0
"""An hour of an upright ruler."""
UPRIGHT_HOURS = 62.0
"""What the hours' names take beside an upright ruler, at least."""
BEFORE_HOURS = 9.0
"""What is free between an hour's name and its line, in pixels."""
STEPS = {Family.CRYING: -1.5, Family.NOISES: -0.5, Family.FACE: 0.5, Family.MOVEMENT: 1.5, None: 0.0}
"""Each family's place on the staff, as on the Two-weeks chart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The ruler's frame."""

    width: float
    height: float
    upright: bool
    mirrored: bool
    scale: float
    steps: int
    names: float
    """What the rows' names take."""
    lanes: tuple[Lane, ...]
    longest_hour: float = 0.0
    """What the longest of the hours' names takes: by night type is larger."""

    @property
    def hours(self) -> float:
        """Across the ruler: what the hours' names take."""
        if not self.upright:
            return HOURS * self.scale
        return max(UPRIGHT_HOURS * self.scale, self.longest_hour + BEFORE_HOURS)

    @property
    def first(self) -> float:
        """Along the ruler: where its first step is."""
        return EDGE + (HOURS * self.scale if self.upright else self.names)

    @property
    def last(self) -> float:
        """Along the ruler: where its last step is."""
        return (
            (self.height if self.upright else self.width) - EDGE - (10 if self.upright else 22) * self.scale
        )

    @property
    def across(self) -> tuple[float, float]:
        """Across the ruler: where its rows begin and end."""
        begin = EDGE + self.hours
        return begin, (self.width if self.upright else self.height) - EDGE

    def along(self, step: float) -> float:
        """Where a step is."""
        return self.first + step * (self.last - self.first) / self.steps

    def step(self, at: QPointF) -> int:
        """The step nearest to a point."""
        along = at.y() if self.upright else self.width - at.x() if self.mirrored else at.x()
        return max(0, min(self.steps, round((along - self.first) / (self.last - self.first) * self.steps)))

    def lane(self, lane: Lane) -> tuple[float, float]:
        """Across the ruler: where a row begins and ends."""
        begin, end = self.across
        weights = [STAFF if each is Lane.MOMENTS else THIN for each in self.lanes]
        share = (end - begin) / sum(weights)
        place = self.lanes.index(lane)
        top = begin + sum(weights[:place]) * share
        return top, top + weights[place] * share

    def box(self, start: float, end: float, low: float, high: float) -> QRectF:
        """From a step to a step, between two distances across."""
        a, b = self.along(start), self.along(end)
        if self.upright:
            left = self.width - high if self.mirrored else low
            return QRectF(left, a, high - low, b - a)
        return QRectF(self.width - b if self.mirrored else a, low, b - a, high - low)

    def piece(self, piece: Piece) -> QRectF:
        """A stretch's box: two that overlap in a row share its height."""
        low, high = self.lane(piece.lane)
        air = (high - low) * (0.28 if piece.fill and piece.fill.value == "feed" else 0.14)
        low, high = low + air, high - air
        middle = (low + high) / 2
        if piece.level:
            low = middle + 1
        return self.box(piece.start, piece.end, low, high)

    def mark(self, piece: Piece, family: Family | None) -> QPointF:
        """The middle of a mark."""
        low, high = self.lane(piece.lane)
        at = (low + high) / 2
        if piece.lane is Lane.MOMENTS:
            at += STEPS[family] * (high - low) * 0.22
        return self.point(piece.start, at)

    def point(self, step: float, across: float) -> QPointF:
        """A point on the ruler."""
        along = self.along(step)
        if self.upright:
            return QPointF(self.width - across if self.mirrored else across, along)
        return QPointF(self.width - along if self.mirrored else along, across)
