"""Which cues to offer first: recent ones, and those noted at about this time of day (frecency with the clock)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from bonddiary.domain.ids import CueKey
from bonddiary.domain.when import When

HALF_LIFE_DAYS = 10.0
CLOCK_REACH_HOURS = 2.0
BASE = 0.2
"""What a use at another time of day still weighs."""
ENOUGH = 15
"""Moments from which the diary's own habits lead."""
DAY_US = 24 * 3600 * 1_000_000
DAY_HOURS = 24.0


def likely_cues(
    uses: Sequence[tuple[CueKey, int, int]],
    now: When,
    known: Iterable[CueKey],
    starters: Sequence[CueKey],
    count: int = 4,
) -> tuple[CueKey, ...]:
    """The `count` cues to offer, most likely first.

    `uses`: (cue, µs since 1970 in UTC, UTC offset in seconds). Fewer than 15 uses: `starters` (a fixed set).
    Each use weighs 0.5^(age / 10 days) × (0.2 + 0.8 × max(0, 1 − clock distance / 2 h)).
    """
    if len(uses) < ENOUGH:
        return tuple(starters[:count])
    clock = (now.micros / 3.6e9 + now.offset / 3600) % DAY_HOURS
    weights: defaultdict[CueKey, float] = defaultdict(float)
    for cue, at, offset in uses:
        apart = abs((at / 3.6e9 + offset / 3600) % DAY_HOURS - clock)
        nearness = max(0.0, 1 - min(apart, DAY_HOURS - apart) / CLOCK_REACH_HOURS)
        age = max(0.0, (now.micros - at) / DAY_US)
        weights[cue] += 0.5 ** (age / HALF_LIFE_DAYS) * (BASE + (1 - BASE) * nearness)
    offered = set(known)
    ranked = [cue for cue in sorted(weights, key=lambda cue: -weights[cue]) if cue in offered]
    return tuple(dict.fromkeys([*ranked, *starters]))[:count]


def pinned_first(
    pins: Sequence[CueKey], ranked: Sequence[CueKey], offered: Collection[CueKey], count: int = 4
) -> tuple[CueKey, ...]:
    """The row: pins in the parent's order, then what is likely. What isn't offered leaves its place to the next.

    Pins keep the first places however much is noted: a hand, and the number keys, find them there without looking.
    """
    return tuple(key for key in dict.fromkeys([*pins, *ranked]) if key in offered)[:count]
