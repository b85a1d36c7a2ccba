"""Which statements are made: decided once a day, and kept until the evidence is clearly gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bonddiary.domain.period import Period


class FindingKind(StrEnum):
    """What a statement says."""

    MORE_OFTEN_AFTER = "more-often-after"
    TIME_OF_DAY = "time-of-day"
    LOGGED_MORE_OFTEN = "logged-more-often"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence beyond counts."""

    kind: FindingKind
    key: str
    """The same as long as the same is said, whatever its numbers."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How things stand for one statement, today."""

    key: str
    enough: bool
    """The minimum counts are met and the difference points the way that is said. Without it nothing is said, ever."""
    clear: bool
    """Enough for a new statement."""
    still: bool
    """Enough to keep one that was made before; what falls short of this is clearly gone."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a period on a day: given back the next time, so that statements don't flicker."""

    day: date
    period: Period
    keys: frozenset[str] = frozenset()

    def goes_on(self, period: Period, today: date) -> bool:
        """Whether that is the same look at the diary: its end moved on with the calendar, or not at all."""
        moved, passed = period.last - self.period.last, today - self.day
        if period == self.period:
            return passed.days >= 0
        slid = period.first - self.period.first in (moved, moved * 0)
        return passed.days > 0 and moved == passed and slid


def decide(evidence: Iterable[Evidence], before: Said | None, period: Period, today: date) -> frozenset[str]:
    """The keys of the statements made today.

    A second look on the same day adds none; it takes one back where its minimums are no longer met. On a later
    day, what was said stays while it is `still` so.
    """
    found = [each for each in evidence if each.enough]
    if before is None or not before.goes_on(period, today):
        return frozenset(each.key for each in found if each.clear)
    if before.day == today:
        return frozenset(each.key for each in found if each.key in before.keys)
    return frozenset(each.key for each in found if each.clear or (each.still and each.key in before.keys))
