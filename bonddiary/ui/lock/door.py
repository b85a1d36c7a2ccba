"""What the lock asks of the keys: whether there is a passphrase, and whether this is it."""

from collections.abc import Callable
from typing import Protocol

from bonddiary.keys.key import Key


class Door(Protocol):
    """The way into a diary with a passphrase. Trying is slow on purpose: it belongs on a worker."""

    def has_passphrase(self) -> bool:
        """Whether there is one. Cheap: it loads nothing."""
        ...

    def try_passphrase(self, typed: str) -> Key:
        """The diary's key. Raises WrongPassphrase, or DiaryError where the keys can't be read."""
        ...

    def try_recovery(self, typed: str) -> Key:
        """The diary's key by the recovery key. Raises WrongPassphrase, or DiaryError where the keys can't be read."""
        ...


Opened = Callable[[Key | None], None]
"""Told with the key, or with None where none was asked for."""
