"""The key of an open diary, for as long as it is open."""

import os

from bonddiary.domain.errors import PassphraseNeeded

SIZE = 32
"""In bytes."""


class Key:
    """Opens a diary and its copies. Held in memory of its own that `forget` empties.

    Best effort: Python and the database library make short-lived copies of it that nothing here can reach.
    """

    __slots__ = ("_bytes", "diary_id")

    def __init__(self, held: bytearray, diary_id: str) -> None:
        if len(held) != SIZE:
            raise ValueError("a key has 32 bytes")
        self._bytes = held
        self.diary_id = diary_id
        """Of the slot file that gave it out: a copy that was made under another key names another one."""

    @classmethod
    def new(cls) -> "Key":
        """A key by chance, with a new name for what it will open."""
        return cls(bytearray(os.urandom(SIZE)), os.urandom(16).hex())

    @property
    def held(self) -> bool:
        """Whether it can still open anything."""
        return any(self._bytes)

    def read(self) -> bytearray:
        """The key itself, not a copy. Raises PassphraseNeeded when it was forgotten."""
        if not self.held:
            raise PassphraseNeeded.here()
        return self._bytes

    def forget(self) -> None:
        """Empties it. Whatever holds it can't open a file any more."""
        wipe(self._bytes)

    def __repr__(self) -> str:
        return "Key(held)" if self.held else "Key(forgotten)"

    def __reduce__(self) -> str:
        raise TypeError("a key is never written down")


def wipe(secret: bytearray) -> None:
    """Puts zeros where a secret was; its length stays."""
    secret[:] = bytes(len(secret))
