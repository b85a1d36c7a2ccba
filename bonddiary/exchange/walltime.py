"""Clock times as other apps write them, "12/25/20 7:47 PM" or "2020-12-25 19:47", as instants in a zone.

A year's file repeats its days and its minutes, so each is worked out once; on a day without a clock change
an instant is then one addition.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import NamedTuple

from bonddiary.domain.when import When, zone_named

_DAY = timedelta(days=1)
_FIRST = date(1970, 1, 1)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHED = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4}|[0-9]{2})")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?\s?(am|pm)?")


class DateOrder(Enum):
    """What the first two numbers of 3/4/20 are."""

    MONTH_FIRST = "month first"
    DAY_FIRST = "day first"


class UnreadableError(ValueError):
    """A time that can't be used; its text is the reason, as a sentence."""


@dataclass(frozen=True, slots=True)
class _Day:
    date: date
    iso: str
    midnight: datetime
    """UTC instant of 00:00 there, with the offset of that moment."""
    offset: int
    steady: bool
    """No clock change on this day."""


class _Clock(NamedTuple):
    since_midnight: timedelta
    iso: str


class Stamp(NamedTuple):
    """A time on a clock, not yet an instant: in one hour of the year it is two."""

    day: _Day
    clock: _Clock

    @property
    def iso(self) -> str:
        """Like 2020-12-25T19:47:00."""
        return f"{self.day.iso}T{self.clock.iso}"

    @property
    def wall(self) -> datetime:
        """The naive time on the clock."""
        return datetime.combine(self.day.date, time()) + self.clock.since_midnight


def date_order(stamps: Iterable[str]) -> tuple[DateOrder, bool]:
    """How a whole file writes its dates, and whether a date in it proves that (a 25 is no month).

    Where both are proved the commoner wins; where nothing is, month first, as US apps write.
    """
    month_first = day_first = 0
    for text in {stamp.strip().partition(" ")[0] for stamp in stamps}:
        found = _SLASHED.fullmatch(text)
        if found:
            one, two = int(found[1]), int(found[2])
            month_first += 1 <= one <= 12 < two <= 31
            day_first += 1 <= two <= 12 < one <= 31
    order = DateOrder.DAY_FIRST if day_first > month_first else DateOrder.MONTH_FIRST
    return order, bool(month_first or day_first)


class WallReader:
    """Reads a file's clock times in one zone. Raises UnknownZone."""

    def __init__(self, zone: str, order: DateOrder = DateOrder.MONTH_FIRST) -> None:
        self.zone = zone
        self._zone = zone_named(zone)
        self._order = order
        self._days: dict[str, _Day] = {}
        self._clocks: dict[str, _Clock] = {}
        self._offsets: dict[date, timedelta] = {}
        self.guessed = False
        """Whether a date was met whose order only the file's other dates can tell."""

    def read(self, text: str) -> Stamp:
        """A date and a time. Raises UnreadableError with the reason."""
        date_text, _, clock_text = text.partition(" ")
        day = self._days.get(date_text)
        clock = self._clocks.get(clock_text)
        if day is None or clock is None:
            date_text, clock_text = _split(text)
            day = self._days.setdefault(date_text, self._days.get(date_text) or self._day(date_text))
            clock = self._clocks.setdefault(clock_text, self._clocks.get(clock_text) or _clock(clock_text))
        return Stamp(day, clock)

    def instant(self, stamp: Stamp, *, second: bool = False) -> When:
        """The instant. In the hour that happens twice, `second` picks the later one."""
        day, clock = stamp
        if day.steady:
            return When(day.midnight + clock.since_midnight, day.offset, self.zone)
        return When.from_wall(stamp.wall, self.zone, second=second)

    def span(self, start: Stamp, end: Stamp, length: timedelta | None) -> tuple[When, When]:
        """Both instants. A clock change leaves a choice: forwards in time, and nearest to `length`."""
        choices = [
            (self.instant(start, second=one), self.instant(end, second=two))
            for one, two in ((False, False), (False, True), (True, True))
        ]
        forward = [pair for pair in choices if pair[0].utc <= pair[1].utc] or choices
        if length is None:
            return forward[0]
        return min(forward, key=lambda pair: abs(pair[1].utc - pair[0].utc - length))

    def _day(self, text: str) -> _Day:
        found = _ISO.fullmatch(text)
        if found:
            year, month, number = map(int, found.groups())
        else:
            year, month, number = self._slashed(text)
        try:
            day = date(year, month, number)
        except ValueError:
            raise UnreadableError("There is no such date.") from None
        if not _FIRST <= day < date.max - _DAY:
            raise UnreadableError("The date can’t be right.")
        offset, next_offset = self._offset_at_midnight(day), self._offset_at_midnight(day + _DAY)
        midnight = datetime.combine(day, time(), UTC) - offset
        return _Day(day, day.isoformat(), midnight, int(offset.total_seconds()), offset == next_offset)

    def _offset_at_midnight(self, day: date) -> timedelta:
        found = self._offsets.get(day)
        if found is None:
            offset = datetime.combine(day, time(), self._zone).utcoffset()
            assert offset is not None
            found = self._offsets[day] = offset
        return found

    def _slashed(self, text: str) -> tuple[int, int, int]:
        found = _SLASHED.fullmatch(text)
        if not found:
            raise UnreadableError("The date can’t be read.")
        one, two, year = map(int, found.groups())
        self.guessed = self.guessed or (one != two and one <= 12 and two <= 12)
        month, number = (one, two) if self._order is DateOrder.MONTH_FIRST else (two, one)
        return year + 2000 if len(found[3]) == 2 else year, month, number


def _split(text: str) -> tuple[str, str]:
    # 2020-12-25T19:47, and the narrow space that newer phones put before PM
    plain = " ".join(text.replace("T", " ").split())
    if not plain:
        raise UnreadableError("This row has no time.")
    date_text, _, clock_text = plain.partition(" ")
    return date_text, clock_text


def _clock(text: str) -> _Clock:
    if not text:
        raise UnreadableError("There is a date but no time of day.")
    found = _CLOCK.fullmatch(text.lower().replace(".m.", "m"))
    if not found:
        raise UnreadableError("The time of day can’t be read.")
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4] == "pm" and hour < 12:
        hour += 12
    elif found[4] == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or second > 59 or (found[4] == "am" and hour > 12):
        raise UnreadableError("There is no such time of day.")
    since_midnight = timedelta(0, 3600 * hour + 60 * minute + second)
    return _Clock(since_midnight, f"{hour:02}:{minute:02}:{second:02}")
