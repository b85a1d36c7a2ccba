"""When an entry was, as a parent changes it: by the clock where it happened."""

from datetime import datetime

from bonddiary.domain.care import CareEvent
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import YEARS, When


def on_clock(wall: datetime, was: When) -> When:
    """Another time on the same clock; what was in the second pass of a repeated hour stays in it. Raises InvalidEntry."""
    _refuse_year(wall.year)  # first: at the ends of the calendar there is no time in UTC
    second = When.from_wall(was.wall, was.zone).offset != was.offset
    at = When.from_wall(wall, was.zone, second=second)
    return at if at.wall == wall else When.from_wall(wall, was.zone)


def refuse(entry: Moment | CareEvent, changed: Moment | CareEvent, now: When) -> None:
    """Raises InvalidEntry. A time that was there already may stay: a file may know of an appointment."""
    if changed.at != entry.at:
        _refuse_year(changed.at.day.year)
        if changed.at.utc > now.utc:
            raise InvalidEntry("That time is in the future. Did you mean an earlier day?")
    if changed.until is not None and changed.until != entry.until and changed.until.utc > now.utc:
        raise InvalidEntry("Its end would be in the future. Choose an earlier time or a shorter length.")


def _refuse_year(year: int) -> None:
    if year not in YEARS:
        raise InvalidEntry("That time is too long ago or too far ahead. Look at its year.")
