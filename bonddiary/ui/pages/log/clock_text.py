"""Reads the times that parents type: "3:12", "3.12am", "15:40", "12 min", "2 h"."""

import re
from datetime import datetime, time, timedelta

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.when import When

_AGO = re.compile(
    r"(?:(\d{1,2})\s*h(?:ours?|r|rs)?)?\s*(?:(\d{1,3})\s*m(?:in|ins|inutes?)?)?(?:\s*ago)?", re.IGNORECASE
)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_BARE = re.compile(r"\d{1,3}")
FUTURE = "That time is in the future. Did you mean yesterday?"
FUTURE_TODAY = "That time is in the future. Did you mean earlier today?"
HELP = "Type a time such as 3:12am, or how long ago, such as 40 min."


def read_time(text: str, now: When, days_back: int = 0) -> When:
    """The most recent such time, not in the future. A bare number is minutes ago. Raises InvalidEntry."""
    plain = text.strip()
    if _BARE.fullmatch(plain) and days_back == 0:
        return now.shifted(-timedelta(minutes=int(plain)))
    ago = _AGO.fullmatch(plain) if days_back == 0 else None
    if plain and ago and (ago[1] or ago[2]):
        return now.shifted(-timedelta(hours=int(ago[1] or 0), minutes=int(ago[2] or 0)))
    clock = _CLOCK.fullmatch(plain)
    if not clock:
        raise InvalidEntry(HELP)
    minute = int(clock[2] or 0)
    return _latest(_hours(int(clock[1]), minute, (clock[3] or "").lower()), minute, now, days_back)


def near_time(text: str, was: When, now: When) -> When:
    """Such a time nearest to what a moment's time was: it is corrected, not typed anew. A bare number is minutes ago.

    Raises InvalidEntry, and InFuture for a time to come.
    """
    clock = _CLOCK.fullmatch(text.strip())
    if not clock or _BARE.fullmatch(text.strip()):
        return read_time(text, now)
    minute = int(clock[2] or 0)
    hours = _hours(int(clock[1]), minute, (clock[3] or "").lower())
    days = (was.wall.date() + timedelta(days=step) for step in (-1, 0, 1))
    walls = [datetime.combine(day, time(each, minute)) for day in days for each in hours]
    found = [when for wall in walls for when in _passes(wall, was.zone)]
    nearest = min(found, key=lambda when: abs(when.utc - was.utc))
    if nearest.utc > now.utc:
        raise InFuture(max((when for when in found if when.utc <= now.utc), key=lambda when: when.utc), now)
    return nearest


class InFuture(InvalidEntry):
    """A time to come was typed for what has happened."""

    def __init__(self, before: When, now: When) -> None:
        super().__init__(FUTURE if before.day != now.day else FUTURE_TODAY)
        self.before = before
        """The newest such time that has been."""


def _hours(hour: int, minute: int, half: str) -> list[int]:
    """The hours of the day that a typed hour may be. Raises InvalidEntry."""
    if (half and not 1 <= hour <= 12) or hour > 23 or minute > 59:
        raise InvalidEntry(HELP)
    if half:
        return [hour % 12 + (12 if half == "pm" else 0)]
    return [hour] if hour > 12 or hour == 0 else [hour % 12, hour % 12 + 12]


def _latest(hours: list[int], minute: int, now: When, days_back: int) -> When:
    days = (now.wall.date() - timedelta(days=back) for back in ((days_back,) if days_back else (0, 1)))
    walls = [datetime.combine(day, time(each, minute)) for day in days for each in hours]
    past = [when for wall in walls for when in _passes(wall, now.zone) if when.utc <= now.utc]
    if not past:
        raise InvalidEntry(FUTURE)
    return max(past, key=lambda when: when.utc)


def _passes(wall: datetime, zone: str) -> tuple[When, ...]:
    """When a clock showed this: twice in the hour that the clock change repeats."""
    first, second = When.from_wall(wall, zone), When.from_wall(wall, zone, second=True)
    return (first, second) if second.wall == wall else (first,)
