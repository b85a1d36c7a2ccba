"""Stretches of time laid onto calendar days by the clock where they happened."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bonddiary.domain.errors import UnknownZone
from bonddiary.domain.when import When

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MIDNIGHT = time()


class Piece(NamedTuple):
    """The part of a stretch that falls on one day."""

    day: date
    start: float
    """Hours on that day's clock, 0 to 24."""
    end: float
    """Hours on that day's clock, `start` to 24; equal to `start` for an instant."""
    lasting: timedelta
    """Time that really passed: an hour more or less than the clock shows where it changed."""
    begins: bool
    """The stretch begins here, not at the midnight before."""
    ends: bool
    """The stretch ends here, not at the midnight after."""


def pieces(at: When, until: When | None) -> tuple[Piece, ...]:
    """A stretch split at each midnight by the clock of the place where it began, first day first.

    The pieces' `lasting` add up to the time between `at` and `until`. Without an end: one piece of no length.
    """
    start = at.wall
    end = start if until is None else _wall_where_it_began(at, until)
    if end <= start:  # an instant, or the hour that happens twice
        lasting = timedelta(0) if until is None else until.utc - at.utc
        instant = hours(start)
        return (Piece(start.date(), instant, instant, lasting, True, True),)
    day = start.date()
    if until is not None and end.date() == day:
        until_hour = (end - datetime.combine(day, MIDNIGHT)) / HOUR
        return (Piece(day, hours(start), until_hour, until.utc - at.utc, True, True),)
    found: list[Piece] = []
    begin = at.utc
    while start < end:
        midnight = datetime.combine(start.date() + DAY, MIDNIGHT)
        last = end <= midnight
        finish = until.utc if last and until is not None else _instant(midnight, at, until)
        until_hour = (min(end, midnight) - datetime.combine(start.date(), MIDNIGHT)) / HOUR
        found.append(Piece(start.date(), hours(start), until_hour, finish - begin, not found, last))
        start, begin = midnight, finish
    return tuple(found)


def instants(at: When, until: When | None) -> Iterator[tuple[date, datetime, datetime]]:
    """The same pieces by the instants (UTC) at which each begins and ends: the clock change leaves those alone."""
    begin = at.utc
    for piece in pieces(at, until):
        end = begin + piece.lasting
        yield piece.day, begin, end
        begin = end


def covered(stretches: Iterable[tuple[datetime, datetime]]) -> timedelta:
    """How much time instants lie between: what two people noted, or one noted twice, counts once."""
    total, reached = timedelta(0), None
    for start, end in sorted(stretches):
        if reached is None or end > reached:
            total += end - (start if reached is None else max(start, reached))
            reached = end
    return total


def wall_end(at: When, until: When | None) -> datetime:
    """When it ended on the clock where it began, never before it began."""
    if until is None:
        return at.wall
    begun, ended = at.wall, _wall_where_it_began(at, until)
    return max(begun, ended)


def hours(wall: datetime) -> float:
    """Hours since midnight on that clock."""
    return wall.hour + wall.minute / 60 + wall.second / 3600 + wall.microsecond / 3.6e9


def _wall_where_it_began(at: When, until: When) -> datetime:
    return until.wall if at.zone == until.zone else at.here(until.utc).wall


def _instant(midnight: datetime, at: When, until: When | None) -> datetime:
    if until is not None and until.zone == at.zone and until.offset == at.offset:
        return midnight.replace(tzinfo=at.utc.tzinfo) - timedelta(seconds=at.offset)
    try:
        return When.from_wall(midnight, at.zone).utc
    except UnknownZone:  # from a file
        return midnight.replace(tzinfo=at.utc.tzinfo) - timedelta(seconds=at.offset)
