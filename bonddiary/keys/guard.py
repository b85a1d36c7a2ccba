"""The way into a locked diary, and the ways that are added and taken away. See `slots` for what stands behind it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bonddiary.domain.errors import InvalidEntry, LastWayIn, NotFound, WrongPassphrase, WrongRecoveryKey
from bonddiary.domain.ids import new_id
from bonddiary.keys.cost import Cost, for_this_computer
from bonddiary.keys.key import Key, wipe
from bonddiary.keys.plain import is_plain
from bonddiary.keys.recovery import RecoveryKey, secret_of
from bonddiary.keys.slot_file import SlotFile, Slots
from bonddiary.keys.slots import Kind, Slot, Stored, unwrap, wrap
from bonddiary.system.clock import Clock
from bonddiary.system.one_at_a_time import lock_of


class Guard:
    """Of one diary. No method opens the diary itself; each reads the slot file anew. It may be used on any thread.

    A passphrase is handed over in a bytearray (`keys.passphrase.typed` makes it from what was typed) and is emptied
    before the call returns or raises: what opens the diary is the Key. Unlocking takes about half a second for each
    passphrase slot, on purpose: never on the window's own thread.
    """

    def __init__(self, diary: Path, clock: Clock, cost: Cost | None = None) -> None:
        """`cost`: of new slots; usually what this computer's memory allows. Tests give a tiny one."""
        self._diary = diary
        self._clock = clock
        self._cost = cost
        self.file = SlotFile(diary)
        self._one = lock_of(diary)

    @property
    def locked(self) -> bool:
        """Whether a passphrase is set: the diary's file isn't plain (or is missing), and a slot file is there.

        Reads a few bytes, cheap enough for a start; to be asked while the diary is closed. Never raises.
        """
        try:
            there = self._diary.is_file() and self._diary.stat().st_size > 0
            return not (there and is_plain(self._diary)) and self.file.there
        except OSError:
            return False  # opening says what is wrong

    def slots(self) -> tuple[Slot, ...]:
        """Every way in, the oldest first; none without a passphrase. Raises KeysLost."""
        return tuple(each.slot for each in self.file.read().stored) if self.file.there else ()

    def unlock(self, passphrase: bytearray) -> Key:
        """Tries the passphrase on every passphrase slot. Raises WrongPassphrase, KeysLost.

        A damaged diary isn't told here but when the key meets the file: DiaryDamaged.
        """
        key = self._opened(Kind.PASSPHRASE, passphrase)
        if key is None:
            raise WrongPassphrase.here()
        return key

    def unlock_with_recovery(self, text: str) -> Key:
        """As it was typed from the sheet: spaces, hyphens, case, O for 0 are forgiven. Raises WrongRecoveryKey, KeysLost."""
        key = self._opened(Kind.RECOVERY, secret_of(text))
        if key is None:
            raise WrongRecoveryKey(
                "That recovery key doesn’t open this diary. A newer sheet may have replaced it."
            )
        return key

    def _opened(self, kind: Kind, secret: bytearray) -> Key | None:
        """Tries a secret, which is empty afterwards, on every slot of a kind; heals the files where it opens one."""
        try:
            slots = self.file.read()
            for stored in slots.stored:
                if stored.slot.kind is kind:
                    key = unwrap(stored, secret, slots.diary_id)
                    if key is not None:
                        self.file.heal(slots)
                        return key
        finally:
            wipe(secret)
        return None

    def first(self, key: Key, passphrase: bytearray, label: str) -> Slots:
        """The slots of a diary that is about to be locked. Nothing is written: `Sealing.encrypt` does so in its turn."""
        return Slots(key.diary_id, (self._passphrase(key, passphrase, label),))

    def add_passphrase(self, key: Key, passphrase: bytearray, label: str) -> Slot:
        """One more way in, for another carer. Raises DiaryError."""
        self._of(key, passphrase)
        made = self._passphrase(key, passphrase, label)
        with self._one:
            slots = self._of(key)
            self.file.write(replace(slots, stored=(*slots.stored, made)))
        return made.slot

    def change_passphrase(self, slot_id: str, old: bytearray, new: bytearray) -> Slot:
        """Puts a new passphrase into one slot; the diary and the other slots stay. Raises WrongPassphrase, NotFound."""
        try:
            slots = self.file.read()
            before = _found(slots, slot_id)
            key = unwrap(before, old, slots.diary_id) if before.slot.kind is Kind.PASSPHRASE else None
            if key is None:
                raise WrongPassphrase.here()
            _refuse_empty(new)
            slot = replace(before.slot, made=self._today())
            after = wrap(slot, new, key, self._cost_of_new())
            key.forget()
        finally:
            wipe(old)
            wipe(new)
        with self._one:
            slots = self.file.read()
            _found(slots, slot_id)
            changed = tuple(after if each.slot.id == slot_id else each for each in slots.stored)
            self.file.write(replace(slots, stored=changed))
        return slot

    def opened_by(self, passphrase: bytearray) -> tuple[Slot, ...]:
        """Which passphrases are this one: two carers may have chosen the same words. Empties it. Raises KeysLost."""
        found: list[Slot] = []
        try:
            slots = self.file.read()
            for stored in slots.stored:
                if stored.slot.kind is Kind.PASSPHRASE:
                    key = unwrap(stored, passphrase, slots.diary_id)
                    if key is not None:
                        key.forget()
                        found.append(stored.slot)
        finally:
            wipe(passphrase)
        return tuple(found)

    def remove(self, key: Key, slot_id: str) -> None:
        """Takes one way in away. Raises LastWayIn for the last passphrase, NotFound."""
        with self._one:
            slots = self._of(key)
            gone = _found(slots, slot_id)
            left = tuple(each for each in slots.stored if each is not gone)
            if not any(each.slot.kind is Kind.PASSPHRASE for each in left):
                raise LastWayIn(
                    "This is the last passphrase. Without it nobody could open the diary. Add another one first."
                )
            self.file.write(replace(slots, stored=left))

    def new_recovery_key(self, key: Key) -> RecoveryKey:
        """A new key to print. It opens nothing until `keep_recovery_key`. `.text`, `.groups`, `.asked`."""
        key.read()  # whoever asks has opened the diary
        return RecoveryKey.new()

    def keep_recovery_key(self, key: Key, made: RecoveryKey, typed: Sequence[str]) -> Slot:
        """Makes it a way in, in place of an earlier recovery key, when the groups `made.asked` were typed as they stand
        on the sheet. Raises WrongRecoveryKey; then nothing has changed.
        """
        if not made.answered(typed):
            raise WrongRecoveryKey(
                "Those aren’t the groups on the sheet. Look at each letter, then try again."
            )
        secret = secret_of(made.text)
        stored = wrap(Slot(new_id(), Kind.RECOVERY, "", self._today()), secret, key, None)
        wipe(secret)
        with self._one:
            slots = self._of(key)
            others = tuple(each for each in slots.stored if each.slot.kind is not Kind.RECOVERY)
            self.file.write(replace(slots, stored=(*others, stored)))
        return stored.slot

    def _passphrase(self, key: Key, passphrase: bytearray, label: str) -> Stored:
        slot = Slot(new_id(), Kind.PASSPHRASE, label.strip(), self._today())
        try:
            _refuse_empty(passphrase)
            return wrap(slot, passphrase, key, self._cost_of_new())
        finally:
            wipe(passphrase)

    def _of(self, key: Key, passphrase: bytearray | None = None) -> Slots:
        """The slots that this key belongs to: one of another diary would open nothing."""
        slots = self.file.read()
        if slots.diary_id != key.diary_id:
            if passphrase is not None:
                wipe(passphrase)
            raise NotFound("The diary has been locked anew. Close it, then open it with its passphrase.")
        return slots

    def _cost_of_new(self) -> Cost:
        if self._cost is None:
            self._cost = for_this_computer()
        return self._cost

    def _today(self) -> str:
        return self._clock().day.isoformat()


def _refuse_empty(passphrase: bytearray) -> None:
    if not passphrase:
        raise InvalidEntry("A passphrase has at least one letter. Type one, or choose the words offered.")


def _found(slots: Slots, slot_id: str) -> Stored:
    for each in slots.stored:
        if each.slot.id == slot_id:
            return each
    raise NotFound("That way in isn’t there any more.")
