"""What the lock asks of the keys. `bonddiary.keys.Guard` is one; it is loaded where there is a slot file, and not before."""

from typing import TYPE_CHECKING, Protocol

from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths

if TYPE_CHECKING:
    from bonddiary.keys.key import Key

SLOTS = "diary.keys.json"


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
    """The diary's guard, made when there is something to guard: a start without a passphrase looks for one file."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._paths, self._clock = paths, clock
        self._guard: Door | None = None

    @property
    def locked(self) -> bool:
        """Whether a passphrase is set."""
        return self._paths.diary.with_name(SLOTS).exists() and self._door().locked

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
