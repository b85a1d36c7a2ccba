"""Backups of a diary: when one is due, which may go, and how an older diary comes back."""

from datetime import datetime, timedelta
from pathlib import Path

from bonddiary import __version__
from bonddiary.domain.copies import Copy, Why, to_delete
from bonddiary.domain.errors import DiaryError, DiaryLocked, DiskFull, NotFound
from bonddiary.store.copies import Copies, look_at
from bonddiary.system.clock import Clock

DAILY = timedelta(hours=24)


class Backups:
    """Copies beside the diary, and wherever else the family wants one. It may be used on any thread."""

    def __init__(self, diary: Path, clock: Clock) -> None:
        self._diary = diary
        self._clock = clock
        self._copies = Copies(diary)

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self._copies.folder

    def all(self) -> tuple[Copy, ...]:
        """Every copy, the newest first."""
        return self._copies.all()

    def due(self) -> bool:
        """Whether the newest copy is a day old. A clock that was set back makes one due: better one too many."""
        now = self._clock().utc
        newest = next(iter(self.all()), None)
        return newest is None or not timedelta() <= now - newest.made < DAILY

    def make(self, why: Why) -> Copy:
        """Makes a copy, checks it, and lets go of those that aren't needed any more. Raises DiaryError."""
        now = self._clock().utc
        made = self._copies.make(why, now, __version__)
        for copy in to_delete(self.all(), now):
            self._copies.delete(copy)
        return made

    def make_in(self, folder: Path) -> Path:
        """A copy in a folder of the family's choice: a stick, another disk. Raises DiaryError."""
        if not folder.is_dir():
            raise NotFound(f"There is no folder {folder}. Make it or choose another one.")
        elsewhere = Copies(self._diary, folder)
        return elsewhere.path(elsewhere.make(Why.ASKED, self._clock().utc, __version__))

    def check(self, copy: Copy) -> Copy:
        """Reads a copy whole and opens it. Raises DiaryDamaged."""
        return self._copies.check(copy, self._clock().utc)

    def is_whole(self, copy: Copy) -> bool:
        """Whether the copy's bytes are those that were found whole."""
        return self._copies.is_whole(copy)

    def renew(self, copy: Copy) -> None:
        """Tells anew what a copy holds from which something was erased. Raises DiaryError."""
        self._copies.renew(copy, self._clock().utc)

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
        now = self._clock().utc
        self._copies.check(copy, now)
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
        """What SQLite finds wrong with the diary's file; nothing for a whole one. Raises DiaryError."""
        return look_at(self._diary)

    def now(self) -> datetime:
        """The present, in UTC."""
        return self._clock().utc
