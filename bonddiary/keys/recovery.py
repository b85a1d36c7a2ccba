"""The recovery key: 128 bits by chance, written as 7 groups of 4 letters and digits that are hard to mistake."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from bonddiary.domain.errors import WrongRecoveryKey

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""
GROUPS, IN_GROUP = 7, 4
SECRET = 16
"""In bytes; 12 bits of its digest follow, so that a slip is told from another key."""
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
SLIP = "That isn’t a recovery key as it was printed. Look at each letter, then try again."


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

    @classmethod
    def new(cls) -> "RecoveryKey":
        """Another one at each call."""
        import secrets  # opening a diary needs none of it

        letters = _letters(secrets.token_bytes(SECRET))
        first, second = sorted(secrets.SystemRandom().sample(range(GROUPS), 2))
        groups = tuple(letters[at : at + IN_GROUP] for at in range(0, len(letters), IN_GROUP))
        return cls(groups, (first, second))

    def answered(self, typed: Sequence[str]) -> bool:
        """Whether the groups asked for were typed as they stand on the sheet."""
        return [_tidy(text) for text in typed] == [self.groups[number] for number in self.asked]


def secret_of(text: str) -> bytearray:
    """The 128 bits behind what was typed. Raises WrongRecoveryKey for a slip."""
    letters = _tidy(text)
    if len(letters) != GROUPS * IN_GROUP or not set(letters) <= set(LETTERS):
        raise WrongRecoveryKey(SLIP)
    number = 0
    for letter in letters:
        number = number << 5 | LETTERS.index(letter)
    secret = (number >> 12).to_bytes(SECRET, "big")
    if number & 0xFFF != _check(secret):
        raise WrongRecoveryKey(SLIP)
    return bytearray(secret)


def _letters(secret: bytes) -> str:
    number = int.from_bytes(secret, "big") << 12 | _check(secret)
    return "".join(LETTERS[number >> shift & 31] for shift in range(5 * (GROUPS * IN_GROUP - 1), -1, -5))


def _check(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"bonddiary recovery key" + secret).digest()[:2], "big") >> 4


def _tidy(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum()).translate(MISREAD)
