"""Where the keyboard stands in a picture: a place in its hits, which are in reading order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bonddiary.charts.spec import Hit

GROUP = "group"
SAME_LINE = 0.5
"""Groups whose heights overlap by more than this share stand on one line, such as the blocks of a band."""


class HitCursor:
    """Steps through hits. Knows no widget, so that it can be tried without one."""

    def __init__(self) -> None:
        self._hits: Sequence[Hit] = ()
        self._lines: list[int] = []
        self.place: int | None = None

    @property
    def hit(self) -> "Hit | None":
        """What the cursor stands on."""
        return None if self.place is None else self._hits[self.place]

    def show(self, hits: "Sequence[Hit]") -> None:
        """Another picture: the cursor stays on the same moment or words where they are still there."""
        before = self.hit
        self._hits = hits
        self._lines = _line_starts(hits)
        same = (
            n
            for n, hit in enumerate(hits)
            if before and (hit.target, hit.words) == (before.target, before.words)
        )
        self.place = next(same, None)

    def stand_on(self, hit: "Hit") -> None:
        """Puts the cursor on a hit of the picture."""
        self.place = self._hits.index(hit)

    def step(self, by: int) -> bool:
        """Forwards or back through every hit; from nowhere to the first or the last. False where it can't."""
        if not self._hits:
            return False
        if self.place is None:
            return self._go(0 if by > 0 else len(self._hits) - 1)
        return self._go(max(0, min(len(self._hits) - 1, self.place + by)))

    def step_line(self, by: int) -> bool:
        """Down or up to the head of another line: a day, a cue, something tried."""
        if self.place is None or not self._lines:
            return self.step(by)
        here = max((n for n, start in enumerate(self._lines) if start <= self.place), default=0)
        return self._go(self._lines[max(0, min(len(self._lines) - 1, here + by))])

    def step_to_end(self, last: bool) -> bool:
        """To the first or the last hit."""
        return bool(self._hits) and self._go(len(self._hits) - 1 if last else 0)

    def leave(self) -> bool:
        """Takes the cursor away; False when there was none."""
        was, self.place = self.place, None
        return was is not None

    def _go(self, place: int) -> bool:
        self.place = place
        return True


def _line_starts(hits: "Sequence[Hit]") -> list[int]:
    """The first group of each line, top to bottom."""
    starts: list[int] = []
    for place, hit in enumerate(hits):
        if hit.kind == GROUP and not (starts and _beside(hits[starts[-1]], hit)):
            starts.append(place)
    return starts


def _beside(one: "Hit", other: "Hit") -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > SAME_LINE * min(one.y1 - one.y0, other.y1 - other.y0)
