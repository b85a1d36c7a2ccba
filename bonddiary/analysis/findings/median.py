"""How sure a median is: the exact range by ranks, which takes no shape of the numbers for granted.

Each number is as likely above the true middle as below it, so ranks follow the sign test's coin tosses.
"""

from collections.abc import Sequence
from math import comb

ENOUGH_FOR_MEDIAN = 8
LEVEL = 0.05


def ranks(many: int) -> int:
    """How many numbers are cut off at either end to leave a 95% range; 1 cuts off none."""
    below, rank = 0, 0
    while rank < many:
        below += comb(many, rank)
        if 2 * below > LEVEL * 2**many:
            break
        rank += 1
    return max(1, rank)


def median_range(numbers: Sequence[int]) -> tuple[int, int]:
    """The lower and upper end of the range that holds the middle, at least 95%, from eight numbers on."""
    ordered, rank = sorted(numbers), ranks(len(numbers))
    return ordered[rank - 1], ordered[-rank]
