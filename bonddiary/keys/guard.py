"""The way into a locked diary, and the ways that are added and taken away. See `slots` for the file behind it."""

from collections.abc import Sequence
from pathlib import Path

from bonddiary.keys.cost import Cost
from bonddiary.keys.key import Key
from bonddiary.keys.recovery import RecoveryKey
from bonddiary.keys.slots import Slot
from bonddiary.system.clock import Clock


class Guard:
    """Of one diary. No method opens the diary itself; each reads the slot file anew. It may be used on any thread.

    A passphrase is handed over in a bytearray (`keys.passphrase.typed` makes it from what was typed) and is emptied
    before the call returns or raises: what opens the diary is the Key. Unlocking takes about half a second for each
    passphrase slot, on purpose: never on the window's own thread.
    """

    def __init__(self, diary: Path, clock: Clock, cost: Cost | None = None) -> None:
        """`cost`: of new slots; usually what this computer's memory allows. Tests give a tiny one."""
        raise NotImplementedError

    @property
    def locked(self) -> bool:
        """Whether a passphrase is set: the diary's file isn't plain (or is missing), and a slot file is there.

        Reads 16 bytes; cheap enough for a start. Never raises.
        """
        raise NotImplementedError

    def slots(self) -> tuple[Slot, ...]:
        """Every way in, the oldest first; none without a passphrase. Raises KeysLost."""
        raise NotImplementedError

    def unlock(self, passphrase: bytearray) -> Key:
        """Tries the passphrase on every passphrase slot. Raises WrongPassphrase, KeysLost.

        A damaged diary isn't told here but when the key meets the file: DiaryDamaged.
        """
        raise NotImplementedError

    def unlock_with_recovery(self, text: str) -> Key:
        """As it was typed from the sheet: spaces, hyphens, case, O for 0 are forgiven. Raises WrongRecoveryKey, KeysLost."""
        raise NotImplementedError

    def add_passphrase(self, key: Key, passphrase: bytearray, label: str) -> Slot:
        """One more way in, for another carer. Raises DiaryError."""
        raise NotImplementedError

    def change_passphrase(self, slot_id: str, old: bytearray, new: bytearray) -> Slot:
        """Puts a new passphrase into one slot; the diary and the other slots stay. Raises WrongPassphrase."""
        raise NotImplementedError

    def remove(self, key: Key, slot_id: str) -> None:
        """Takes one way in away. Raises LastWayIn for the last passphrase, NotFound."""
        raise NotImplementedError

    def new_recovery_key(self, key: Key) -> RecoveryKey:
        """A new key to print. It opens nothing until `keep_recovery_key`. `.text`, `.groups`, `.asked`."""
        raise NotImplementedError

    def keep_recovery_key(self, key: Key, made: RecoveryKey, typed: Sequence[str]) -> Slot:
        """Makes it a way in, in place of an earlier recovery key, when the groups `made.asked` were typed as they stand
        on the sheet. Raises WrongRecoveryKey; then nothing has changed.
        """
        raise NotImplementedError
