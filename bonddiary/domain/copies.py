"""Copies of the diary: what is known of each, and which may go."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class Why(StrEnum):
    """What a copy was made for."""

    DAILY = "daily"
    CHANGES = "changes"
    CLOSING = "closing"
    IMPORT = "import"
    RESTORE = "restore"
    """Of the diary that was there, before an older one took its place."""
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A whole diary as it was once."""

    number: int
    """Counts up: which of two is newer, whatever the clock said."""
    name: str
    """The file's name, in the folder of copies."""
    made: datetime
    """In UTC."""
    why: Why
    entries: int
    """Moments and care events, those in Recently deleted left out."""
    first: date | None
    last: date | None
    """The days of its oldest and newest entry."""
    size: int
    """In bytes."""
    revision: str
    """Of its schema."""
    program: str
    """The version that made it."""
    sha256: str
    """Of its bytes, as they were when it was made and found whole."""
    checked: datetime
    """When it was last opened and found whole (UTC)."""
    doubtful: int = 0
    """Records that differ from the copy before, though nothing in the diary's history changed them."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came over from a damaged diary."""

    records: int
    unread: int
    """Places where something was, or may have been, and can't be read."""


CHECKED_FOR = timedelta(days=30)
"""A copy that was found whole so long ago is looked at again."""
ALL_FOR = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9
FEWEST = 3
MOST_BYTES = 500_000_000


def to_delete(copies: Iterable[Copy], now: datetime, most_bytes: int = MOST_BYTES) -> tuple[Copy, ...]:
    """Those that may go: everything of the last 2 days stays, then the newest of each of 12 days, 10 weeks and 9 months.

    So does what an older diary took the place of. Never below 3 copies, and nothing while the clock shows a time before
    the newest copy: a clock that was set must not delete anything.
    """
    newest = sorted(copies, key=lambda copy: copy.number, reverse=True)
    if len(newest) <= FEWEST or any(copy.made > now for copy in newest):
        return ()
    kept = {copy.number for copy in newest if now - copy.made <= ALL_FOR}
    older = [copy for copy in newest if copy.number not in kept]
    for most, span in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        kept |= _newest_of_each(older, span, most)
    kept |= {
        copy.number for copy in older if copy.why is Why.RESTORE
    }  # no later copy holds what was there then
    kept |= {copy.number for copy in newest[:FEWEST]}
    left = [copy for copy in newest if copy.number in kept]
    while len(left) > FEWEST and sum(copy.size for copy in left) > most_bytes:
        kept.discard(left.pop().number)
    return tuple(copy for copy in newest if copy.number not in kept)


def _newest_of_each(newest: Sequence[Copy], span: Callable[[Copy], object], most: int) -> set[int]:
    found: dict[object, int] = {}
    for copy in newest:
        found.setdefault(span(copy), copy.number)
    return set(list(found.values())[:most])


def _day(copy: Copy) -> object:
    return copy.made.date()


def _week(copy: Copy) -> object:
    return copy.made.isocalendar()[:2]


def _month(copy: Copy) -> object:
    return copy.made.year, copy.made.month
