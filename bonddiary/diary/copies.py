"""Backups of a diary: when one is due, which may go, and how an older diary comes back."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bonddiary import __version__
from bonddiary.diary.diary import Diary
from bonddiary.domain.board import BoardChoice, FamilyWord, Pin
from bonddiary.domain.care import CareEvent
from bonddiary.domain.copies import CHECKED_FOR, Copy, Salvaged, Why, to_delete
from bonddiary.domain.errors import DiaryError, DiaryLocked, DiskFull, NotFound, PassphraseNeeded
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Kind, Record, kind_of
from bonddiary.domain.timer import Timer
from bonddiary.domain.tip_choice import TipChoice
from bonddiary.exchange.spec import Reading
from bonddiary.keys.key import Key
from bonddiary.keys.slot_file import SlotFile
from bonddiary.store import rewriting
from bonddiary.store.copies import Copies, look_at
from bonddiary.store.copies_sealing import forget_stale, seal_all
from bonddiary.store.database import Database
from bonddiary.store.holding import nobody_else_writes
from bonddiary.store.salvage import salvage
from bonddiary.store.sealing import asks_for_a_key
from bonddiary.store.unlocking import key_for
from bonddiary.system.clock import Clock
from bonddiary.system.one_at_a_time import lock_of

DAILY = timedelta(hours=24)
SHOWN = 20
"""Entries of a copy that are shown to look at."""
OF_NOW = (Pin, BoardChoice, TipChoice, Timer)
"""Choices, and what runs: those of today stay when older entries come back."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What a copy holds, to look at."""

    kinds: tuple[tuple[Kind, int], ...]
    newest: tuple[Moment | CareEvent, ...]
    words: tuple[FamilyWord, ...]
    """The family's own words, as they were then."""


class Backups:
    """Copies beside the diary, and wherever else the family wants one. It may be used on any thread."""

    def __init__(self, diary: Path, clock: Clock, key: Key | None = None) -> None:
        """`key`: of a locked diary. Its copies are locked with the same."""
        self._diary = diary
        self._clock = clock
        self._key = key
        self._copies = Copies(diary, key=key)
        self._one = lock_of(diary)
        """One at a time makes, checks or puts back, whichever object asks."""

    @property
    def key(self) -> Key | None:
        """What opens them; None for a plain diary."""
        return self._key

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self._copies.folder

    def all(self) -> tuple[Copy, ...]:
        """Every copy, the newest first."""
        return self._copies.all()

    def due(self) -> bool:
        """Whether the newest copy is a day old. A clock that was set back makes one due: better one too many."""
        return self._is_due(self._copies)

    def make(self, why: Why) -> Copy:
        """Makes a copy, checks it, and lets go of those that aren't needed any more. Raises DiaryError."""
        now = self._clock().utc
        with self._one:
            self._refuse_locked()
            if self._key is not None:
                seal_all(self._copies, self._key, now)  # what a computer that was switched off left plain
            made = self._copies.make(why, now, __version__)
            if self._key is None:  # the diary is plain: it was copied
                forget_stale(self._diary, self.folder)
            for copy in to_delete(self.all(), now):
                self._copies.delete(copy)
        return made

    def make_in(self, folder: Path) -> Path:
        """A copy in a folder of the family's choice: a stick, another disk. Raises DiaryError."""
        if not folder.is_dir():
            raise NotFound(f"There is no folder {folder}. Make it or choose another one.")
        elsewhere = Copies(self._diary, folder, self._key)
        with self._one:
            self._refuse_locked()
            return elsewhere.path(elsewhere.make(Why.ASKED, self._clock().utc, __version__))

    def make_second(self, folder: Path) -> Copy | None:
        """A copy in the second place the family chose, where that is there now and its newest copy is a day old.

        The folder itself has to be there: where a stick is out, the one it was in may be an empty one of this computer.
        It is thinned like the others. Raises DiaryError.
        """
        second = Copies(self._diary, folder, self._key)
        with self._one:
            self.bring_along(folder)
            if not folder.is_dir() or not self._is_due(second):
                return None
            self._refuse_locked()
            now = self._clock().utc
            made = second.make(Why.DAILY, now, __version__)
            for copy in to_delete(second.all(), now):
                second.delete(copy)
        return made

    def bring_along(self, folder: Path) -> bool:
        """Copies in the second place follow a locked diary: those of the time before are locked too, and all are opened by
        the passphrases of now. False where that is still to be done: it isn't there, or can't be written.
        """
        if self._key is None:
            return True
        if not folder.is_dir():
            return False
        with self._one:
            self._refuse_locked()
            left = seal_all(Copies(self._diary, folder, self._key), self._key, self._clock().utc)
            return SlotFile(self._diary).tell(folder) and not left

    def newest_in(self, folder: Path) -> Copy | None:
        """The newest copy in another place; None where there is none, or the place isn't there."""
        return next(iter(Copies(self._diary, folder, self._key).all()), None)

    def check(self, copy: Copy) -> Copy:
        """Reads a copy whole and opens it. Raises DiaryDamaged."""
        with self._one:
            return self._copies.check(copy, self._clock().utc)

    def check_due(self) -> Copy | None:
        """The newest copy, where it was found whole a month ago or longer."""
        newest = next(iter(self.all()), None)
        return newest if newest is not None and self.now() - newest.checked >= CHECKED_FOR else None

    def look_inside(self, copy: Copy) -> Inside:
        """What a copy holds. Nothing is changed. Raises DiaryError."""
        with self._inside(copy) as diary:
            kinds: Counter[Kind] = Counter()
            found: list[Moment | CareEvent] = []
            for record in diary.records():
                if isinstance(record, Moment | CareEvent):
                    if record.deleted is not None:
                        continue
                    found.append(record)
                kinds[kind_of(record)] += 1
                if len(found) > 50 * SHOWN:
                    found = _newest(found)
            counted = tuple((kind, kinds[kind]) for kind in Kind if kinds[kind])
            return Inside(counted, tuple(_newest(found)), diary.words())

    def reading(self, copy: Copy) -> Reading:
        """The records of a copy, to be brought in where the diary lacks them. Raises DiaryError."""
        with self._inside(copy) as diary:
            records: list[Record] = [each for each in diary.records() if not isinstance(each, OF_NOW)]
        return Reading(records=tuple(records), lines=tuple(range(1, len(records) + 1)))

    @contextmanager
    def _inside(self, copy: Copy) -> Iterator[Diary]:
        """A copy of the copy, opened: an older one is brought up to date, and the copy itself stays as it is."""
        self.check(copy)
        with TemporaryDirectory(dir=self.folder, prefix=".look-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / copy.name
            self._copies.write_to(copy, path)
            diary = Diary(Database(path, key=key_for(path, self._key)), self._clock)
            try:
                yield diary
            finally:
                diary.close()

    def start_empty(self) -> Path | None:
        """Begins a new diary; the file that stands there is kept under the name that is returned. Raises DiaryError."""
        with self._one:
            aside = self._copies.put_aside(self.now())
            Database(self._diary, key=self._key).close()
        return aside

    def closed(self, second: Path | None = None) -> tuple[Path, ...]:
        """Files beside the diary, and in the second place for copies, that seem to be locked with another passphrase:
        nothing here can look into them.
        """
        files = rewriting.files_beside(self.folder) + rewriting.put_aside_beside(self._diary)
        if second is not None and second.resolve() != self.folder.resolve():
            files += rewriting.files_beside(second)
        return tuple(file for file in files if rewriting.is_for_another_key(file, self._key))

    def delete_closed(self, file: Path, second: Path | None = None) -> None:
        """Deletes one of them, with what goes with it. Raises NotFound, DiaryError."""
        with self._one:
            if file not in self.closed(second):
                raise NotFound("That file isn’t there any more, or can be opened now.")
            rewriting.remove(file)

    def is_whole(self, copy: Copy) -> bool:
        """Whether the copy's bytes are those that were found whole."""
        return self._copies.is_whole(copy)

    def renew(self, copy: Copy) -> None:
        """Tells anew what a copy holds from which something was erased. Raises DiaryError."""
        self._copies.renew(copy, self._clock().utc)

    def salvage(self) -> Salvaged:
        """Makes what can still be read of a damaged diary the diary; it must be closed. The damaged file is kept aside.

        Raises DiaryError; then the diary is as it was.
        """
        fresh = self._diary.with_name(f".{self._diary.name}.new")
        fresh.unlink(missing_ok=True)
        with self._one:
            self._refuse_locked()
            with nobody_else_writes(self._diary, self._key):
                try:
                    found = salvage(self._diary, fresh, self._key)
                except BaseException:
                    fresh.unlink(missing_ok=True)
                    raise
                self._copies.replace_with(fresh, self.now())
        return found

    def numbered(self, number: int) -> Copy:
        """The copy with this number. Raises NotFound."""
        for copy in self.all():
            if copy.number == number:
                return copy
        raise NotFound(f"There is no copy number {number}. “bonddiary restore” lists those there are.")

    def put_back(self, copy: Copy) -> Path | None:
        """Makes a copy the diary; the diary must be closed. What was there is copied first, or, where it can't be read,
        put aside as it is: the path of that file is returned. Raises DiaryError; then the diary is as it was.
        """
        with self._one:
            self._refuse_locked()
            with nobody_else_writes(
                self._diary, self._key
            ) as sure:  # what is saved after the copy would be in neither
                return self._put_back(copy, self._clock().utc, sure)

    def _put_back(self, copy: Copy, now: datetime, sure: bool) -> Path | None:
        self._copies.check(copy, now)
        if not sure:
            return self._copies.put_back(copy, now)
        if self._diary.exists() and self._diary.stat().st_size:
            try:
                self._copies.make(Why.RESTORE, now, __version__)
            except (DiskFull, DiaryLocked):
                raise  # it can be read: nothing is put aside
            except DiaryError:  # it can’t be: it is kept as it is
                return self._copies.put_back(copy, now)
        aside = self._copies.put_back(copy, now)
        if aside is not None:
            for left in (aside, aside.with_name(aside.name + "-journal")):
                left.unlink(missing_ok=True)  # a copy of it is kept, and is whole
        return None

    def wrong_with_diary(self) -> list[str]:
        """What is wrong with the diary's file, in itself or beside its newest copy. Raises DiaryError."""
        self._refuse_locked()
        wrong = look_at(self._diary, self._key)
        doubtful = 0 if wrong else self._copies.changed_by_nobody(self._diary)
        if doubtful:
            wrong = [f"{doubtful} records differ from the newest copy, and no step in the diary changed them"]
        return wrong

    def _refuse_locked(self) -> None:
        """A locked diary without its key isn't a damaged one. Raises PassphraseNeeded."""
        if self._key is None:
            if SlotFile(self._diary).beside and asks_for_a_key(self._diary):
                raise PassphraseNeeded.here()
        else:
            self._key.read()

    def _is_due(self, copies: Copies) -> bool:
        now = self.now()
        newest = next(iter(copies.all()), None)
        return newest is None or not timedelta() <= now - newest.made < DAILY

    def now(self) -> datetime:
        """The present, in UTC."""
        return self._clock().utc


def _newest(entries: list[Moment | CareEvent]) -> list[Moment | CareEvent]:
    return sorted(entries, key=lambda entry: (entry.at.micros, entry.id), reverse=True)[:SHOWN]
