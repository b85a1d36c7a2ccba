"""Damages a diary in every way that disks and people do, and tells what notices it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from pathlib import Path
from random import Random

from bonddiary.bootstrap import open_diary
from bonddiary.diary.copies import Backups
from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.copies import Copy, Why
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.period import Period
from bonddiary.domain.search import Search
from bonddiary.system.paths import find_paths
from tests.builders import NOW, ROBIN, care, clock_at, everything, moment, one_of_each, open_at, when

PAGE = 4096
NIGHTS = 40
BITS = 24
"""Flipped in each page, one at a time."""


class Seen(StrEnum):
    """What notices a damage first."""

    OPEN = "open"
    COPY = "copy"
    """Copying by itself, once a day and after changes; `bonddiary check` looks in the same way."""
    BESIDE = "beside the copy before"
    """Copying: a record differs from the copy before, and no step changed it."""
    ROW = "row"
    """A row that can't be read, and says so."""
    NOTHING_LOST = "nothing lost"
    """Every record reads as before: the damage is where nothing is kept."""
    UNSEEN = "unseen"


@dataclass(frozen=True)
class Damage:
    """One damaged file, as it stands on the disk."""

    kind: str
    diary: bytes | None
    journal: bytes | None = None


@dataclass(frozen=True)
class Whole:
    """A diary as it was before, with its copy."""

    folder: Path
    content: bytes
    held: tuple[object, ...]
    copy: Copy

    @property
    def path(self) -> Path:
        """The diary."""
        return self.folder / "diary.db"


def make_whole(folder: Path) -> Whole:
    """A record of every kind, 40 nights of moments and feeds, a copy."""
    paths = find_paths(folder)
    paths.make()
    diary = open_at(paths.diary)
    diary.bring_in(one_of_each(), "test")
    nights = [when("2026-09-21T03:12").shifted(timedelta(days=night)) for night in range(NIGHTS)]
    for night in nights:
        diary.bring_in([moment(at=night, note="woke up, a little windy"), care(at=night)], "test")
    held = everything(diary)
    diary.close()
    made = Backups(paths.diary, clock_at(NOW)).make(Why.ASKED)
    return Whole(folder, paths.diary.read_bytes(), held, made)


def every_damage(content: bytes, every: int = 1) -> Iterator[Damage]:
    """Each kind, everywhere; `every`: one place in so many of each kind."""
    pages = range(0, len(content), PAGE)
    dice = Random(7)
    for kinds in (
        (
            Damage("bit", _flipped(content, page + dice.randrange(PAGE), bit % 8))
            for page in pages
            for bit in range(BITS)
        ),
        (Damage("cut", content[:length]) for length in range(512, len(content), 512)),
        (Damage("zeroed page", _with(content, page, bytes(PAGE))) for page in pages),
        (Damage("noise", _with(content, page, dice.randbytes(PAGE))) for page in pages),
        (Damage("swapped pages", _swapped(content, page)) for page in pages[:-1]),
        (Damage("journal", content, dice.randbytes(size)) for size in (1, 28, 512, 513, 5_000, 70_000)),
    ):
        yield from islice(kinds, 0, None, every)
    yield Damage("gone", None)
    yield Damage("empty", b"")
    yield Damage("other file", b"\xff\xd8\xff\xe0 a picture" + dice.randbytes(9_000))
    yield Damage("other file", b"SQLite format 3\0" + bytes(9_000))


def what_notices(whole: Whole, damage: Damage) -> Seen:
    """Opens, copies and reads the damaged diary as the program does. Anything but a DiaryError goes through."""
    _lay(whole, damage)
    try:
        try:
            diary = open_diary(find_paths(whole.folder), clock_at(NOW))
        except DiaryError:
            return Seen.OPEN
        try:
            return _while_open(whole, diary)
        finally:
            diary.close()
    finally:
        assert damage.diary is None or damage.journal or whole.path.read_bytes() == damage.diary, (
            "it was left as it is"
        )


def _while_open(whole: Whole, diary: Diary) -> Seen:
    try:
        diary.all(Baby)
        assert diary.count_entries(), "never an empty diary"
    except DiaryError:
        return Seen.OPEN
    backups = Backups(whole.path, clock_at(NOW))
    try:
        if backups.wrong_with_diary():
            return Seen.COPY
        if backups.make(Why.DAILY).doubtful:
            return Seen.BESIDE
    except DiaryError:
        return Seen.COPY
    try:
        days = Period(date(1900, 1, 1), date(2200, 1, 1))
        _, lost = diary.entries_of(ROBIN.id, days, Search())
        held = everything(diary)
    except DiaryError:
        return Seen.ROW
    if lost:
        return Seen.ROW
    return Seen.NOTHING_LOST if held == whole.held else Seen.UNSEEN


def _lay(whole: Whole, damage: Damage) -> None:
    journal = whole.path.with_name("diary.db-journal")
    for path, content in ((whole.path, damage.diary), (journal, damage.journal)):
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
    backups = Backups(whole.path, clock_at(NOW))
    for copy in backups.all():
        if copy.number != whole.copy.number:
            for name in (copy.name, Path(copy.name).with_suffix(".json").name):
                (backups.folder / name).unlink()


def _flipped(content: bytes, place: int, bit: int) -> bytes:
    return _with(content, place, bytes([content[place] ^ 1 << bit]))


def _with(content: bytes, place: int, part: bytes) -> bytes:
    return content[:place] + part + content[place + len(part) :]


def _swapped(content: bytes, page: int) -> bytes:
    one, two = content[page : page + PAGE], content[page + PAGE : page + 2 * PAGE]
    return content[:page] + two + one + content[page + 2 * PAGE :]
