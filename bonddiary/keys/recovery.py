"""The recovery key: 128 bits by chance, written as 7 groups of 4 letters and digits that are hard to mistake."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryKey:
    """A key to print and to keep away from the computer."""

    groups: tuple[str, ...]
    """7 groups of 4, in Crockford's base 32: no I, L, O, U."""
    asked: tuple[int, int]
    """Which 2 groups are asked back, counted from 0: whoever can type them has a readable sheet."""

    @property
    def text(self) -> str:
        """All groups, a hyphen between them."""
        return "-".join(self.groups)
