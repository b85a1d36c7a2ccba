"""How sure a median is: the exact range by ranks, which takes no shape of the numbers for granted.

Each number is as likely above the true middle as below it, so ranks follow the sign test's coin tosses.
"""

from collections.abc import Sequence
from functools import cache
from math import comb, sqrt

from bonddiary.analysis.intervals import Z

ENOUGH_FOR_MEDIAN = 8
EXACT = 500
"""Above so many, the normal curve gives the same rank to one or two, in no time."""


@cache
def rank(many: int) -> int:
    """Which number from either end the 95% range begins with: 1 is the very lowest and highest."""
    if many > EXACT:
        return int((many - Z * sqrt(many)) / 2)
    found, below = 0, 1
    while 40 * below <= 2**many:  # twice their share is at most 5%
        found += 1
        below += comb(many, found)
    return max(1, found)


def median_range(numbers: Sequence[int]) -> tuple[int, int]:
    """The lower and upper end of the range that holds the middle, at least 95%, from eight numbers on."""
    ordered, at = sorted(numbers), rank(len(numbers))
    return ordered[at - 1], ordered[-at]
