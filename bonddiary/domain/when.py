"""Time as families live it: the instant in UTC together with the wall clock where it happened."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING

from bonddiary.domain.errors import UnknownZone

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_WALL = EPOCH.replace(tzinfo=None)
MICROSECOND = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)
YEARS = range(1900, 2200)
"""Years that a family's diary can be about: beyond them somebody mistyped, or a clock was wrong."""


@lru_cache(maxsize=64)
def zone_named(name: str) -> "ZoneInfo":
    """The zone with this IANA name, e.g. Europe/London. Raises UnknownZone."""
    from zoneinfo import (  # finds its tables when loaded: the first paint needs none
        ZoneInfo,
        ZoneInfoNotFoundError,
    )

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownZone(
            f"There is no time zone called “{name}”. Use a name such as Europe/London."
        ) from None


class _Clock:
    """What follows from the fields: worked out once, but no field, so that it is neither compared nor kept."""

    __slots__ = ("wall",)
    wall: datetime
    """The naive time on the clock where it happened. Charts and lists ask for it many times over."""


@dataclass(frozen=True, slots=True)
class When(_Clock):
    """An instant, the UTC offset in force where it happened, and that zone's name.

    The offset is kept beside the zone so that an old entry still shows the time its family saw
    even if the zone's rules are later changed.
    """

    utc: datetime
    offset: int
    """Seconds east of UTC."""
    zone: str

    def __post_init__(self) -> None:
        if self.utc.utcoffset() != timedelta(0):
            raise ValueError("When.utc needs an aware datetime in UTC")
        _SET_WALL(self, (self.utc + timedelta(seconds=self.offset)).replace(tzinfo=None))

    def __reduce__(self) -> tuple[type["When"], tuple[datetime, int, str]]:
        return When, (self.utc, self.offset, self.zone)  # a copy is made anew, with its clock

    @classmethod
    def of(cls, instant: datetime, zone: str) -> "When":
        """An aware datetime seen in a zone. Raises UnknownZone; ValueError for a naive datetime."""
        if instant.tzinfo is None:
            raise ValueError("a naive datetime has no place in the diary")
        offset = instant.astimezone(zone_named(zone)).utcoffset()
        assert offset is not None
        return cls(instant.astimezone(UTC), int(offset.total_seconds()), zone)

    @classmethod
    def from_wall(cls, wall: datetime, zone: str, *, second: bool = False) -> "When":
        """A naive wall-clock time in a zone. In the hour that happens twice, `second` picks the later one.

        A time skipped by the clock change becomes the same distance after the change.
        """
        aware = wall.replace(tzinfo=zone_named(zone), fold=int(second))
        return cls.of(aware.astimezone(UTC), zone)

    @classmethod
    def from_micros(cls, micros: int, offset: int, zone: str) -> "When":
        """From microseconds since 1970 in UTC, as the diary file keeps it."""
        made = object.__new__(
            cls
        )  # in UTC by how it is made: not looked at again, in a hundred thousand rows
        passed = micros * MICROSECOND  # quicker than timedelta's own sums
        _SET_UTC(made, EPOCH + passed)
        _SET_OFFSET(made, offset)
        _SET_ZONE(made, zone)
        _SET_WALL(made, _EPOCH_WALL + passed + offset * SECOND)
        return made

    @property
    def micros(self) -> int:
        """Microseconds since 1970 in UTC, exact."""
        return (self.utc - EPOCH) // MICROSECOND

    @property
    def local(self) -> datetime:
        """The aware time with its own offset: what ISO 8601 text shows."""
        return self.utc.astimezone(timezone(timedelta(seconds=self.offset)))

    @property
    def day(self) -> date:
        """The calendar day where it happened."""
        return self.wall.date()

    @property
    def hour(self) -> float:
        """Hours since midnight on the clock where it happened, 0 to 24."""
        wall = self.wall
        return wall.hour + wall.minute / 60 + wall.second / 3600

    def shifted(self, by: timedelta) -> "When":
        """Earlier or later by an exact length of time, with the offset in force then."""
        return self.here(self.utc + by)

    def here(self, instant: datetime) -> "When":
        """Another instant on the clock of the same place. A zone that nobody knows (from a file) keeps its offset."""
        try:
            return When.of(instant, self.zone)
        except UnknownZone:
            return When(instant.astimezone(UTC), self.offset, self.zone)


_SET_UTC, _SET_OFFSET, _SET_ZONE = (When.__dict__[name].__set__ for name in ("utc", "offset", "zone"))
_SET_WALL = _Clock.__dict__["wall"].__set__
