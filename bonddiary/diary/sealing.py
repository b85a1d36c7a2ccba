"""A plain diary becomes a locked one, and back. Its copies come along."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bonddiary.domain.errors import DiaryDamaged, DiaryError, NoSuchDiary, PassphraseNeeded
from bonddiary.keys.guard import Guard
from bonddiary.keys.key import Key, wipe
from bonddiary.keys.plain import is_sealed
from bonddiary.store.copies import Copies, look_at
from bonddiary.store.copies_sealing import open_all, plain_left, seal_all
from bonddiary.store.sealing import change, erase_unfinished
from bonddiary.system.clock import Clock
from bonddiary.system.one_at_a_time import lock_of


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
        self.kept_keys: Path | None = None
        """Where the ways in are kept to what `decrypt` couldn't make plain."""
        self._diary = diary
        self._clock = clock
        self._guard = guard
        self._one = lock_of(diary)
        """Held from the first step to the last: a copy that is made in between would be locked with a key that is gone."""

    def encrypt(self, passphrase: bytearray, label: str, tell: Tell | None = None) -> Sealed:
        """Locks a plain diary: every row compared before the swap, then every copy. Empties `passphrase`. Raises DiaryError:
        then the diary is as it was.
        """
        with self._one:
            return self._encrypt(passphrase, label, tell or _quietly)

    def _encrypt(self, passphrase: bytearray, label: str, tell: Tell) -> Sealed:
        try:
            self._refuse_unready()
            key = Key.new()
            slots = self._guard.first(key, passphrase, label)
        finally:
            wipe(passphrase)
        tell(Step.DIARY, 0, 1)
        wrote = False

        def ready() -> (
            None
        ):  # nobody else can lock it now, nor write slots of their own; without slots it would be lost
            nonlocal wrote
            wrote = True
            self._guard.file.write(slots)

        try:
            change(self._diary, None, key, ready)
        except BaseException:
            if wrote and not is_sealed(self._diary):
                self._guard.file.delete()
            raise
        tell(Step.DIARY, 1, 1)
        return Sealed(key, self.finish(key, tell))

    def decrypt(self, key: Key, tell: Tell | None = None) -> tuple[Path, ...]:
        """Makes it a plain diary again, and its copies; the ways in are gone and the key is forgotten.

        Returns copies that stayed locked, because they aren't whole; the ways in to them are kept as the file
        `kept_keys`. Raises DiaryError: then the diary is locked as it was.
        """
        with self._one:
            return self._decrypt(key, tell or _quietly)

    def _decrypt(self, key: Key, tell: Tell) -> tuple[Path, ...]:
        if not self._guard.locked:
            raise NoSuchDiary("No passphrase is set, so there is nothing to take away.")
        if look_at(self._diary, key):
            raise DiaryDamaged("The diary is damaged, so its passphrase stays. Open a backup first.")
        copies = Copies(self._diary, key=key)
        try:
            open_all(copies, key, self._clock().utc, lambda done, of: tell(Step.COPIES, done, of))
            tell(Step.DIARY, 0, 1)
            change(self._diary, key, None)
        except DiaryError:
            if is_sealed(self._diary):  # another program may have taken the passphrase away just now
                with suppress(DiaryError):
                    self.finish(key)
            raise
        left = open_all(copies, key, self._clock().utc)  # another program may have made one meanwhile
        if left:
            self.kept_keys = self._guard.file.set_aside()
        else:
            self._guard.file.delete()  # last: until here the passphrase opens whatever is still locked
        key.forget()
        tell(Step.DIARY, 1, 1)
        return tuple(left)

    def finish(self, key: Key, tell: Tell | None = None) -> tuple[Path, ...]:
        """Locks plain copies that were left by a computer that was switched off in between. Returns what it couldn't."""
        tell = tell or _quietly
        with self._one:
            for diary in {self._diary, self._diary.resolve()}:
                erase_unfinished(diary.parent, f".{diary.name}.*")
            copies = Copies(self._diary, key=key)
            seal_all(copies, key, self._clock().utc, lambda done, of: tell(Step.COPIES, done, of))
            return (*plain_left(copies.folder), *plain_left(self._diary.parent))

    def _refuse_unready(self) -> None:
        if self._guard.locked:
            raise DiaryError("This diary has a passphrase already. Change it, or add another one.")
        if not self._diary.is_file() or not self._diary.stat().st_size:
            raise NoSuchDiary("There is no diary to lock yet. Log something first.")
        if is_sealed(self._diary):
            raise PassphraseNeeded("The diary can’t be read, so it can’t be locked. Open a backup first.")
        if look_at(self._diary):
            raise DiaryDamaged("The diary is damaged, so it isn’t locked. Open a backup first.")


def _quietly(step: Step, done: int, of: int) -> None:
    """Nobody asked how far it is."""
