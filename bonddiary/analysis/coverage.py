"""How much of a period was logged. A day that wasn't logged is unknown, never zero."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bonddiary.analysis.spans import pieces, wall_end
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent, DayMark, DayMarkKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

ENTERED_LATER = timedelta(hours=1)
"""An entry written down longer than this after it ended counts as entered later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much was logged in a period, up to today."""

    period: Period
    days: int
    """Days of the period that have begun."""
    used: frozenset[date]
    """Days that something logged falls on, or that a parent marked."""
    whole: frozenset[date]
    """Days marked "I logged the whole day"."""
    no_crying: frozenset[date]
    """Days marked "no crying seen"."""
    moments: int
    """Moments that began in the period."""
    care: int
    """Care events that began in the period."""
    typed: int
    """Moments and care events typed here, not brought in from another app."""
    later: int
    """Those of `typed` that were written down more than an hour after they ended."""

    @property
    def empty_days(self) -> int:
        """Days that have begun and have nothing logged."""
        return self.days - len(self.used)

    @property
    def line(self) -> str:
        """ "12 of 14 days · 74 moments · 3 whole days"."""
        parts = [f"{len(self.used)} of {wording.counted(self.days, 'day')}"]
        if self.moments or not self.care:
            parts.append(wording.counted(self.moments, "moment"))
        if self.care:
            parts.append(wording.counted(self.care, "care event"))
        if self.whole:
            parts.append(wording.counted(len(self.whole), "whole day"))
        return " · ".join(parts)

    @property
    def whole_line(self) -> str:
        """How far it can be relied on first: "12 of 14 days · 3 whole days · 9 of 74 entries written later · …"."""
        days, *counts = self.line.split(" · ")
        whole = [wording.counted(len(self.whole), "whole day")] if self.whole else []
        later = [f"{self.later} of {wording.counted(self.typed, 'entry', 'entries')} written down later"]
        counted = [part for part in counts if part not in whole]
        return " · ".join([days, *whole, *(later if self.later else []), *counted])

    @property
    def logged_words(self) -> str:
        """ "12 of 14 days have something logged."."""
        have = "has" if len(self.used) == 1 else "have"
        return f"{len(self.used)} of {wording.counted(self.days, 'day')} {have} something logged."

    @property
    def limits(self) -> tuple[str, ...]:
        """What a reader has to know before reading a chart: sentences."""
        said = []
        if self.empty_days:
            have = "has" if self.empty_days == 1 else "have"
            said.append(f"{self.empty_days} of {wording.counted(self.days, 'day')} {have} nothing logged.")
        elif self.days:
            said.append(f"Something is logged on {'each' if self.days > 1 else 'the'} day.")
        if self.later:
            said.append(
                f"{self.later} of {wording.counted(self.typed, 'entry', 'entries')} were written down later."
            )
        return tuple(said)


def coverage(
    moments: Sequence[Moment], care: Sequence[CareEvent], marks: Iterable[DayMark], period: Period, now: When
) -> Coverage:
    """Counts what falls in the period, for entries of one baby in any order."""
    marked = [mark for mark in marks if mark.day in period]
    touched = {mark.day for mark in marked}
    entries: list[Moment | CareEvent] = [*moments, *care]
    begun = []
    for entry in entries:
        days = days_touched(entry)
        touched.update(days)
        if days[0] in period:
            begun.append(entry)
    typed = [entry for entry in begun if entry.source is None]
    noticed = sum(isinstance(entry, Moment) for entry in begun)
    return Coverage(
        period=period,
        days=days_begun(period, now),
        used=frozenset(day for day in touched if day in period),
        whole=frozenset(mark.day for mark in marked if mark.kind is DayMarkKind.WHOLE_DAY),
        no_crying=frozenset(mark.day for mark in marked if mark.kind is DayMarkKind.NO_CRYING),
        moments=noticed,
        care=len(begun) - noticed,
        typed=len(typed),
        later=sum(entered_later(entry) for entry in typed),
    )


def days_begun(period: Period, now: When) -> int:
    """How many of the period's days have begun."""
    return max(0, min(period.days, (now.day - period.first).days + 1))


def days_touched(entry: Moment | CareEvent) -> tuple[date, ...]:
    """The days that an entry falls on, first day first; one that runs up to midnight exactly doesn't touch the next."""
    first = entry.at.day
    if entry.until is None or wall_end(entry.at, entry.until).date() == first:
        return (first,)
    return tuple(piece.day for piece in pieces(entry.at, entry.until))


def entered_later(entry: Moment | CareEvent) -> bool:
    """Whether it was written down more than an hour after it ended."""
    return entry.entered.utc - (entry.until or entry.at).utc > ENTERED_LATER
