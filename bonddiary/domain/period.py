"""A run of calendar days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both counted."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends on or after its first day")

    @classmethod
    def ending(cls, last: date, days: int) -> "Period":
        """The `days` days (1 or more) up to and including `last`."""
        return cls(last - timedelta(days=days - 1), last)

    @property
    def days(self) -> int:
        """How many days it counts."""
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(self.days))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def before(self) -> "Period":
        """The period of the same length that ends the day before."""
        return Period.ending(self.first - timedelta(days=1), self.days)

    def parts(self, days: int) -> Iterator["Period"]:
        """The same days in runs of so many; the last one may be shorter."""
        for start in range(0, self.days, days):
            first = self.first + timedelta(days=start)
            yield Period(first, min(self.last, first + timedelta(days=days - 1)))
