"""The clock and zone of this computer: handed to whoever needs "now", so that tests can set it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

from bonddiary.domain.when import When

Clock = Callable[[], When]


def system_zone() -> str:
    """This computer's IANA zone name; UTC where it can't be told."""
    from tzlocal import get_localzone_name  # a cost only for those who ask

    try:
        return get_localzone_name() or "UTC"
    except (LookupError, ValueError, OSError):  # settings that contradict each other
        return "UTC"


def system_clock() -> Clock:
    """A clock that tells the present instant, whole seconds, in this computer's zone."""
    zone = cache(system_zone)  # asked for at the first use: the window is painted before

    return lambda: When.of(datetime.now(UTC).replace(microsecond=0), zone())
