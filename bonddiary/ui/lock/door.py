"""What the lock asks of the keys. `bonddiary.keys.Guard` is one; it is loaded where there is a slot file, and not before."""

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from bonddiary.keys.plain import is_plain
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths

if TYPE_CHECKING:
    from bonddiary.keys.key import Key

SLOTS, COPIES = "diary.keys.json", "backups"


class Door(Protocol):
    """The way into a diary with a passphrase. Trying is slow on purpose: it belongs on a worker."""

    @property
    def locked(self) -> bool:
        """Whether a passphrase is set."""
        ...

    def unlock(self, passphrase: bytearray) -> "Key":
        """The diary's key. Raises WrongPassphrase, KeysLost."""
        ...

    def unlock_with_recovery(self, text: str) -> "Key":
        """The diary's key by the recovery key. Raises WrongRecoveryKey, KeysLost."""
        ...


class LateDoor:
    """The diary's guard, made when there is something to guard: a start without a passphrase reads a few bytes."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._paths, self._clock = paths, clock
        self._guard: Door | None = None

    @property
    def locked(self) -> bool:
        """Whether a passphrase is set. Asked before the diary is opened. Of a plain one its first bytes are read, no more."""
        diary = self._paths.diary
        with suppress(OSError):  # missing, or the Guard says what is wrong
            if is_plain(diary):
                return False
        slots = diary.with_name(SLOTS)
        beside = (slots, slots.with_name(f"{SLOTS}.1"), diary.parent / COPIES)  # copies tell the ways in, too
        return any(path.exists() for path in beside) and self._door().locked

    def unlock(self, passphrase: bytearray) -> "Key":
        """The diary's key. Raises WrongPassphrase, KeysLost."""
        return self._door().unlock(passphrase)

    def unlock_with_recovery(self, text: str) -> "Key":
        """The diary's key by the recovery key. Raises WrongRecoveryKey, KeysLost."""
        return self._door().unlock_with_recovery(text)

    def _door(self) -> Door:
        if self._guard is None:
            from bonddiary.keys.guard import Guard

            self._guard = Guard(self._paths.diary, self._clock)
        return self._guard
