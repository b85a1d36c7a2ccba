"""Chance that repeats itself: the made-up diary is the same every time."""

import random
import uuid
from collections.abc import Sequence
from typing import TypeVar

from bonddiary.domain.when import When

T = TypeVar("T")


class Dice:
    """Draws from a seed. Nothing secret is made with it."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  # a story, no secret

    def fraction(self) -> float:
        """From 0 up to 1."""
        return self._random.random()

    def chance(self, of: float) -> bool:
        """True so often."""
        return self.fraction() < of

    def around(self, middle: float, spread: float, *, least: int) -> int:
        """A whole number about the middle, at most three spreads away and never below `least`."""
        off = max(-3.0, min(3.0, self._random.gauss(0, 1)))
        return max(least, round(middle + off * spread))

    def pick(self, among: Sequence[T]) -> T:
        """One of them."""
        return among[int(self.fraction() * len(among))]

    def some(self, among: Sequence[T], count: int) -> tuple[T, ...]:
        """Different ones, in the order drawn; all of them where there are fewer."""
        left, drawn = list(among), list[T]()
        while left and len(drawn) < count:
            drawn.append(self.pick(left))
            left = [one for one in left if one != drawn[-1]]
        return tuple(drawn)

    def id(self, at: When) -> str:
        """A UUIDv7 as if made at that time."""
        bits = self._random.getrandbits(74)
        millis = at.micros // 1_000
        return str(
            uuid.UUID(
                int=(millis << 80)
                | (0x7 << 76)
                | ((bits >> 62) << 64)
                | (0b10 << 62)
                | (bits & ((1 << 62) - 1))
            )
        )
