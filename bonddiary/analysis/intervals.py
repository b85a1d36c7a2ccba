"""How sure a count is: Wilson's 95% interval, said in whole tenths.

Source: Brown, Cai, DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001).
Moments of one day depend on each other, so the ranges are a little too narrow: say "about".
"""

from math import ceil, floor, sqrt

from bonddiary.domain import wording

Z = 1.959963984540054
"""The normal quantile that leaves 2.5% on either side."""
ENOUGH_TO_SAY = 3
EARLY_DAYS = 5
ENOUGH_FOR_RANGE = 8


def wilson(count: int, total: int) -> tuple[float, float]:
    """The lower and upper end of the interval, each 0 to 1.

    Raises ValueError for no trials or an impossible count.
    """
    if total < 1 or not 0 <= count <= total:
        raise ValueError(f"{count} of {total} is no share")
    share, weight = count / total, Z * Z / total
    middle = share + weight / 2
    spread = Z * sqrt(share * (1 - share) / total + weight / (4 * total))
    low = 0.0 if count == 0 else (middle - spread) / (1 + weight)
    high = 1.0 if count == total else (middle + spread) / (1 + weight)
    return low, high


def of_ten(count: int, total: int) -> tuple[int, int]:
    """The interval rounded outwards to whole tenths: (6, 10) means 6 to 10 in 10."""
    low, high = wilson(count, total)
    return floor(low * 10 + 1e-9), ceil(high * 10 - 1e-9)


def range_words(count: int, total: int) -> str:
    """ "6 to 10 in 10"."""
    low, high = of_ten(count, total)
    return f"{low} to {high} in 10"


def said(count: int, total: int) -> str:
    """A count as the app says it: "3 of 3 times. Too few to see a pattern.", "14 of 16 times"."""
    counted = wording.times(count, total)
    if total < EARLY_DAYS:
        return f"{counted}. Too few to see a pattern."
    return f"{counted}. Early days." if total < ENOUGH_FOR_RANGE else counted
