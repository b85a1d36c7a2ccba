"""What one guess at a passphrase costs: Argon2id's memory and rounds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """Kept in each slot, so that later programs may choose others."""

    memory_kib: int
    rounds: int
    lanes: int


USUAL = Cost(256 * 1024, 3, 4)
SMALL = Cost(64 * 1024, 3, 4)
"""Where a computer has less than 4 GB."""


def for_this_computer() -> Cost:
    """USUAL, or SMALL where memory is small."""
    raise NotImplementedError
