"""Three-hour blocks of the day: counts, and when one of them may be named.

With no pattern the tallest of 24 hourly bars is 2.5 times the mean at 50 entries. Hours are never named; a
block is named when an even spread would hardly ever give so much.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp, lgamma, log, sqrt

from bonddiary.domain import wording
from bonddiary.domain.when import When

BLOCKS = 8
HOURS = 24 // BLOCKS
FEWEST = 30
"""Below this many, no block is named."""
DAYS_IN_BLOCK = 5
DAYS_LOGGED = 10
CHANCE = 0.01
"""How often at most an even spread may reach the count in any of the eight blocks, for one to be named."""
CHANCE_KEPT = 0.05
"""The same for a block that was named before: below that it is clearly gone."""
ONCE_A_DAY = "What stands out is decided once a day, when these days are first looked at."
"""For one that would be named, had this been the first look."""


@dataclass(frozen=True, slots=True)
class BlockCounts:
    """How many began in each block, and on how many days."""

    counts: tuple[int, ...]
    """Eight, from midnight."""
    days: tuple[int, ...]
    """Eight: on how many different days that block has any."""
    days_logged: int
    """On how many different days anything was logged."""

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)

    def named(self) -> int | None:
        """The block that may be named, 0 to 7, or None."""
        block = self.candidate()
        return block if block is not None and self.counts[block] >= threshold(self.total) else None

    def candidate(self) -> int | None:
        """The block with the highest count, where the minimums for naming one are met."""
        top = max(self.counts)
        if self.total < FEWEST or self.counts.count(top) > 1 or self.days_logged < DAYS_LOGGED:
            return None
        block = self.counts.index(top)
        return block if self.days[block] >= DAYS_IN_BLOCK else None

    @property
    def held_back(self) -> str:
        """Why the highest count names no block, however high it is, to go after it; blank where it may."""
        top = max(self.counts)
        if self.counts.count(top) > 1:
            return f", in {self.counts.count(top)} blocks, so none is named"
        days = self.days[self.counts.index(top)]
        return f", on {wording.counted(days, 'day')}, too few to name it" if days < DAYS_IN_BLOCK else ""


def count_blocks(times: Iterable[When], days_logged: int | None = None) -> BlockCounts:
    """Counts times by block, on so many logged days; without that number, days that have any of the times."""
    counts: Counter[int] = Counter()
    days = set()
    for when in times:
        wall = when.wall
        block = wall.hour // HOURS
        counts[block] += 1
        days.add((block, wall.date()))
    in_block = Counter(block for block, _ in days)
    return BlockCounts(
        tuple(counts[block] for block in range(BLOCKS)),
        tuple(in_block[block] for block in range(BLOCKS)),
        len({day for _, day in days}) if days_logged is None else days_logged,
    )


def block_words(block: int) -> str:
    """ "3am and 6am", to go after "between"."""
    return f"{wording.hour(block * HOURS)} and {wording.hour(block * HOURS + HOURS)}"


@cache
def threshold(total: int, chance: float = CHANCE) -> int:
    """The smallest count that an even spread reaches in any block in at most 1% of diaries (union bound).

    Gives 11 of 30, 15 of 50, 24 of 100, 41 of 200. Counts over twelve standard deviations above the mean never occur.
    """
    tail, count = 0.0, min(total, int(total / BLOCKS + 4 * sqrt(total)) + 40)
    while count > 0:
        tail += _chance_of(total, count)
        if BLOCKS * tail > chance:
            return count + 1
        count -= 1
    return 1


def _chance_of(total: int, count: int) -> float:
    rest = total - count
    ways = lgamma(total + 1) - lgamma(count + 1) - lgamma(rest + 1)
    return exp(ways + count * log(1 / BLOCKS) + rest * log(1 - 1 / BLOCKS))
