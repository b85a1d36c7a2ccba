"""How easily chance alone gives such a difference, and how that is counted when many are looked at.

Own lines, because a statistics library takes over a second and nearly 100 MB to load; tests hold them to SciPy's
answers and to exact fractions.
"""

from collections import Counter
from collections.abc import Sequence

LEVEL = 0.05
"""Benjamini and Hochberg's level: of the differences said, at most so many are expected to be chance."""
STILL = 2.0
"""What was said before stays while it holds at so many times the level: below that it is clearly gone."""
TIE = 1 + 1e-7
"""Tables as rare as the one seen, but for rounding, count as equally rare."""


def fisher_exact(hits: int, total: int, other_hits: int, other_total: int) -> float:
    """Fisher's exact test, two-sided: the chance of a table at most as likely as this one, its margins given.

    Raises ValueError for an impossible count.
    """
    if not (0 <= hits <= total and 0 <= other_hits <= other_total):
        raise ValueError(f"{hits} of {total} against {other_hits} of {other_total} is no table")
    all_hits = hits + other_hits
    fewest, most = max(0, all_hits - other_total), min(total, all_hits)
    middle = (
        (total + 1) * (all_hits + 1) // (total + other_total + 2)
    )  # the likeliest: nothing overflows from there
    weights = {middle: 1.0}
    for count in range(middle, most):
        up = (all_hits - count) * (total - count) / ((count + 1) * (other_total - all_hits + count + 1))
        weights[count + 1] = weights[count] * up
    for count in range(middle, fewest, -1):
        down = count * (other_total - all_hits + count) / ((all_hits - count + 1) * (total - count + 1))
        weights[count - 1] = weights[count] * down
    rare = weights[hits] * TIE
    return min(1.0, sum(weight for weight in weights.values() if weight <= rare) / sum(weights.values()))


def adjusted(chances: Sequence[float]) -> tuple[float, ...]:
    """Benjamini and Hochberg's adjusted values, in the order given: at or below a level, it may be said."""
    order = sorted(range(len(chances)), key=chances.__getitem__, reverse=True)
    found, least = [1.0] * len(chances), 1.0
    for rank, place in zip(range(len(chances), 0, -1), order, strict=True):
        least = min(least, chances[place] * (len(chances) / rank))
        found[place] = least
    return tuple(found)


def rank_sum(some: Sequence[float], others: Sequence[float]) -> float:
    """Wilcoxon's rank-sum test, two-sided and exact with ties: the chance of ranks this far from the middle.

    Meant for a handful of each: all ways to choose the ranks are counted.
    """
    ranks = _doubled_ranks([*some, *others])
    middle = len(some) * (len(ranks) + 1)
    ways: list[Counter[int]] = [Counter({0: 1}), *(Counter() for _ in some)]
    for rank in ranks:
        for size in range(len(some), 0, -1):
            for total, count in ways[size - 1].items():
                ways[size][total + rank] += count
    off = abs(sum(ranks[: len(some)]) - middle)
    far = sum(count for total, count in ways[-1].items() if abs(total - middle) >= off)
    return far / ways[-1].total()


def _doubled_ranks(values: Sequence[float]) -> list[int]:
    """Twice each value's rank from 1, whole numbers also where equal values share a rank."""
    ordered = sorted(values)
    first = {value: place for place, value in reversed(list(enumerate(ordered, start=1)))}
    return [2 * first[value] + ordered.count(value) - 1 for value in values]
