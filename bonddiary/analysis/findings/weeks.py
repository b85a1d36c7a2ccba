"""Was something logged more often in the last week than in the first? Medians of days with anything logged.

No line through the weeks, nothing about what comes next: what is logged depends on who had time to log it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from bonddiary.analysis.findings.chance import LEVEL, STILL, adjusted, rank_sum
from bonddiary.analysis.findings.said import Evidence, FindingKind, Statement
from bonddiary.domain import wording

DAYS_LOGGED = 4
"""A week with fewer logged days is left out."""
FEWEST_WEEKS = 3
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, and the counts of those with anything logged."""

    last: date
    counts: tuple[int, ...]
    """One for each logged day, first day first. A day that wasn't logged has none: it is no zero."""

    @property
    def median(self) -> float:
        """The middle of the logged days' counts."""
        return median(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """The weeks of one thing that is counted."""

    key: str
    whose: str
    """ "Crying was", "Feeds were"."""
    weeks: tuple[Week, ...]
    """Those with enough logged days, the oldest first."""

    @property
    def ready(self) -> bool:
        """Whether there are enough weeks to show them."""
        return len(self.weeks) >= FEWEST_WEEKS

    @property
    def chance(self) -> float:
        """How easily the last and the first week would differ so much by chance."""
        return rank_sum(self.weeks[-1].counts, self.weeks[0].counts) if self.ready else 1.0

    def statement(self) -> Statement:
        """The sentence; only for one that is ready and whose two medians differ."""
        more, less = sorted((self.weeks[-1], self.weeks[0]), key=lambda week: -week.median)
        words = (
            f"{self.whose} logged more often in {_named(more)} than in {_named(less)}. "
            f"Median a day on logged days: {_number(more.median)} and {_number(less.median)}."
        )
        return Statement(FindingKind.LOGGED_MORE_OFTEN, self._key, words)

    def evidence(self, chance: float) -> Evidence:
        """Whether it may be said, for a chance that is counted over all that is looked at."""
        enough = self.ready and self.weeks[-1].median != self.weeks[0].median
        return Evidence(key=self._key, enough=enough, clear=chance <= LEVEL, still=chance <= LEVEL * STILL)

    @property
    def _key(self) -> str:
        way = "more" if self.ready and self.weeks[-1].median > self.weeks[0].median else "less"
        return f"{FindingKind.LOGGED_MORE_OFTEN}:{self.key}:{way}"


def weekly(
    key: str, whose: str, counts: Mapping[date, int], logged: Collection[date], first: date, last: date
) -> Weekly:
    """Runs of seven days counted back from the last; a run that would begin before `first` is left out.

    A logged day without a count is a true zero; other days are left out.
    """
    found = []
    while last - WEEK >= first - timedelta(days=1):
        days = [last - timedelta(days=back) for back in range(6, -1, -1)]
        seen = tuple(counts.get(day, 0) for day in days if day in logged)
        if len(seen) >= DAYS_LOGGED:
            found.append(Week(last, seen))
        last -= WEEK
    return Weekly(key=key, whose=whose, weeks=tuple(reversed(found)))


def weigh(series: Sequence[Weekly]) -> tuple[Evidence, ...]:
    """The evidence for each of several things looked at together, counted over all of them."""
    shared = adjusted([each.chance for each in series])
    return tuple(each.evidence(chance) for each, chance in zip(series, shared, strict=True))


def _named(week: Week) -> str:
    return f"the week to {week.last.day} {wording.MONTHS[week.last.month - 1]}"


def _number(value: float) -> str:
    return f"{value:g}"
