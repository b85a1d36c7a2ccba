"""What one guess at a passphrase costs: Argon2id's memory and rounds."""

import os
from dataclasses import dataclass

from bonddiary.domain.errors import DiaryError


@dataclass(frozen=True, slots=True)
class Cost:
    """Kept in each slot, so that later programs may choose others."""

    memory_kib: int
    rounds: int
    lanes: int

    @property
    def sane(self) -> bool:
        """Whether a slot file may ask for it: a spoilt one must not take all memory."""
        return (
            1 <= self.lanes <= 16 and 1 <= self.rounds <= 64 and 8 * self.lanes <= self.memory_kib <= 1 << 20
        )


USUAL = Cost(256 * 1024, 3, 4)
SMALL = Cost(64 * 1024, 3, 4)
"""Where a computer has less than 4 GB."""
LEAST = Cost(8, 1, 1)
ENOUGH = 4_000_000_000


def for_this_computer() -> Cost:
    """USUAL, or SMALL where memory is small. USUAL too where the computer doesn't say."""
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return USUAL
    return USUAL if memory >= ENOUGH else SMALL


def derive(passphrase: bytearray, salt: bytes, cost: Cost) -> bytearray:
    """The key that a passphrase makes: the same for the same salt and cost. Raises DiaryError where memory is short."""
    made = bytearray(32)
    try:
        _derive(passphrase, salt, cost, made)
    except MemoryError:
        raise DiaryError(
            "There isn’t memory enough to try a passphrase. Close other programs, then try again."
        ) from None
    finally:
        _derive(bytearray(len(passphrase)), salt, LEAST, bytearray(32))
    return made


def _derive(passphrase: bytearray, salt: bytes, cost: Cost, into: bytearray) -> None:
    """The library lets go of its own copy of the passphrase without emptying it. The next passphrase of the same length
    is written into its place: that is why `derive` calls this again with zeros.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    made = Argon2id(
        salt=salt, length=32, iterations=cost.rounds, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    made.derive_into(passphrase, into)  # type: ignore[arg-type]  # it takes any buffer
