"""The clock and zone of this computer: handed to whoever needs "now", so that tests can set it."""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache

from bonddiary.domain.errors import UnknownZone
from bonddiary.domain.when import When, zone_named

Clock = Callable[[], When]
Steady = Callable[[], float]
"""Seconds that nobody can set; they count on while the computer sleeps."""

MOVED = timedelta(minutes=5)
SET_BACK = timedelta(minutes=1)
"""Less is how a computer keeps its clock right by itself."""
FARTHEST = 14
"""Hours: no zone is farther from UTC."""


def system_zone() -> str:
    """This computer's IANA zone name. Where it can't be told, one whose clock is as this computer's is now."""
    return _known_zone() or _zone_of_now()


def zone_is_known() -> bool:
    """Whether this computer says which zone it is in; else a clock change to come isn't followed."""
    return bool(_known_zone())


def system_clock() -> Clock:
    """A clock that tells the present instant, whole seconds, in this computer's zone."""
    zone = cache(system_zone)  # asked for at the first use: the window is painted before

    return lambda: When.of(datetime.now(UTC).replace(microsecond=0), zone())


def steady_seconds() -> float:
    """Seconds since some start; a lid that was closed counts, which `time.monotonic` leaves out on Linux."""
    which = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform)
    return time.clock_gettime(getattr(time, which)) if which else time.monotonic()


class ClockWatch:
    """Tells whether somebody has set the clock since it was looked at last. It looks when it is asked, never by itself."""

    def __init__(self, steady: Steady) -> None:
        self._steady = steady
        self._last: tuple[datetime, float] | None = None

    def moved(self, now: When) -> bool:
        """Whether the clock has gone on by more than 5 minutes too many or too few, or back by a minute or more."""
        last, self._last = self._last, (now.utc, self._steady())
        if last is None:
            return False
        by = (self._last[0] - last[0]) - timedelta(seconds=self._last[1] - last[1])
        back = self._last[0] - last[0] <= -SET_BACK
        return abs(by) > MOVED or back


def _known_zone() -> str:
    """The zone's name, or blank: settings contradict each other, or name a zone that isn't known here."""
    from tzlocal import get_localzone_name  # a cost only for those who ask

    try:
        name = get_localzone_name() or ""
        return zone_named(name).key if name else ""
    except (LookupError, ValueError, OSError, UnknownZone):
        return ""


def _zone_of_now() -> str:
    """Whole hours from UTC have names of their own, with the sign turned round."""
    offset = datetime.now().astimezone().utcoffset() or timedelta()
    hours, rest = divmod(offset, timedelta(hours=1))
    if rest or not 0 < abs(hours) <= FARTHEST:
        return "UTC"
    name = f"Etc/GMT{-hours:+d}"
    try:
        return zone_named(name).key
    except UnknownZone:
        return "UTC"
