"""A plain diary becomes a locked one, and back. Its copies come along."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bonddiary.keys.guard import Guard
from bonddiary.keys.key import Key
from bonddiary.system.clock import Clock


class Step(StrEnum):
    """What is being done, for a line that says so."""

    DIARY = "diary"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Sealed:
    """What came of it."""

    key: Key
    left: tuple[Path, ...]
    """Files in the diary's folders that hold or may hold entries in plain, and couldn't be locked: to be named."""


Tell = Callable[[Step, int, int], None]
"""Which step, how far, out of how many. Called on the thread that works."""


class Sealing:
    """Every method wants the diary closed (`Session.change_file`), may take seconds, and may run on any thread.

    Cut off at any point, the diary that is there opens: by itself before the swap, by the passphrase after it. What is
    left to do with copies is done by `finish`, which Backups.make calls too.
    """

    def __init__(self, diary: Path, clock: Clock, guard: Guard) -> None:
        raise NotImplementedError

    def encrypt(self, passphrase: bytearray, label: str, tell: Tell | None = None) -> Sealed:
        """Locks a plain diary: every row compared before the swap, then every copy. Empties `passphrase`. Raises DiaryError:
        then the diary is as it was.
        """
        raise NotImplementedError

    def decrypt(self, key: Key, tell: Tell | None = None) -> tuple[Path, ...]:
        """Makes it a plain diary again, and its copies; the ways in are gone and the key is forgotten.

        Returns copies that stayed locked, because they aren't whole. Raises DiaryError: then the diary is locked as it was.
        """
        raise NotImplementedError

    def finish(self, key: Key) -> tuple[Path, ...]:
        """Locks plain copies that were left by a computer that was switched off in between. Returns what it couldn't."""
        raise NotImplementedError
