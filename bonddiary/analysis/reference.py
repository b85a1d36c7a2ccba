"""Crying beside a band from studies: whole days alone, by corrected age, until 12 weeks. Never a finding.

A day counts where a parent said that all of it was logged and each cry on it has an end: minutes are never guessed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bonddiary.analysis.names import Names
from bonddiary.analysis.spans import covered, instants
from bonddiary.domain import wording
from bonddiary.domain.baby import Baby
from bonddiary.domain.catalog import Family
from bonddiary.domain.moment import Moment
from bonddiary.domain.reference import CryingReference, Stretch

MINUTE = timedelta(minutes=1)
FEWEST = 4
"""Whole days from which the band is shown."""
NO_AGE = "The band from studies goes by age. The settings have a place for the day of birth."
OVER = "The band from studies ends at 12 weeks. These days are later."
EARLIER = (
    "The band from studies starts at birth. For a baby born early, it starts at the due date. "
    "These days are before that."
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a parent switched on, and whose age it goes by."""

    reference: CryingReference
    baby: Baby

    def age(self, day: date) -> int | None:
        """Days of age, counted from the due date for a baby born before 37 weeks; below 0 before that."""
        start = self.baby.due if self.baby.early else self.baby.born
        return None if start is None else (day - start).days


@dataclass(frozen=True, slots=True)
class CryingDay:
    """One day of the panel, as it stands in the weeks."""

    day: date
    minutes: int | None
    """None: not a whole day, or a cry without an end."""
    band: tuple[Stretch, Stretch] | None
    """The band as the day begins and as it ends; None outside its ages."""
    paler: bool


@dataclass(frozen=True, slots=True)
class CryingMinutes:
    """The panel: days in the order of the weeks."""

    days: tuple[CryingDay, ...]
    label: str
    notes: tuple[str, ...]
    """What is to be known, under the panel."""

    @property
    def counted(self) -> tuple[CryingDay, ...]:
        """Days with minutes."""
        return tuple(day for day in self.days if day.minutes is not None)

    @property
    def most(self) -> int:
        """The highest value to be drawn."""
        tops = [edge.high for day in self.days if day.band for edge in day.band]
        return round(max([*tops, *(day.minutes or 0 for day in self.days)], default=0))


def crying_minutes(
    days: Sequence[date],
    moments: Iterable[Moment],
    whole: frozenset[date],
    beside: Beside | None,
    names: Names,
) -> tuple[CryingMinutes | None, tuple[str, ...]]:
    """The panel, where there is enough; and sentences about it, or about what it needs. Nothing unless asked for."""
    if beside is None or not days:
        return None, ()
    age = beside.age(days[-1])
    if age is None:
        return None, (NO_AGE,)
    found = _minutes(moments, whole, names)
    shown = tuple(_day(day, found.get(day), beside) for day in days)
    if not any(day.band for day in shown):
        return None, (OVER if age >= 0 else EARLIER,)
    usable = [day for day in shown if day.minutes is not None and day.band]
    if len(usable) < FEWEST:
        needs = f"The band from studies starts at {FEWEST} whole days with an end to each cry."
        there = "There is 1 day." if len(usable) == 1 else f"There are {len(usable)} days."
        return None, (needs, there)
    reference = beside.reference
    notes = reference.vary, reference.others, reference.source
    return CryingMinutes(shown, reference.label, notes), tuple(_said(shown, usable, beside))


def _minutes(moments: Iterable[Moment], whole: frozenset[date], names: Names) -> dict[date, int]:
    """Minutes of crying on each whole day whose cries all have an end. Two people’s notes of one cry count once."""
    stretches: dict[date, list[tuple[datetime, datetime]]] = defaultdict(list)
    open_ended: set[date] = set()
    for moment in moments:
        if all(names.family(cue) is not Family.CRYING for cue in moment.cues):
            continue
        if moment.until is None:
            open_ended.add(moment.at.day)
        for day, start, end in instants(moment.at, moment.until):
            stretches[day].append((start, end))
    return {day: round(covered(stretches[day]) / MINUTE) for day in whole - open_ended}


def _day(day: date, minutes: int | None, beside: Beside) -> CryingDay:
    age = beside.age(day)
    if age is None:
        return CryingDay(day, minutes, None, False)
    begins, ends = beside.reference.at(age), beside.reference.at(age + 1)
    band = (begins, ends) if begins and ends else None
    return CryingDay(day, minutes, band, beside.reference.between(age))


def _said(shown: Sequence[CryingDay], usable: Sequence[CryingDay], beside: Beside) -> Iterator[str]:
    counted = [day.minutes for day in shown if day.minutes is not None]
    reference, early, late = beside.reference, beside.reference.early, beside.reference.late
    span = f"{min(counted)} to {max(counted)}" if min(counted) < max(counted) else f"{counted[0]}"
    yield f"Crying and fussing on {wording.counted(len(counted), 'whole day')}: {span} minutes a day."
    yield (
        f"{reference.label}: about {early.low:g} to {early.high:g} minutes a day up to "
        f"{reference.early_to // 7} weeks, {late.low:g} to {late.high:g} at {reference.late_from // 7} to "
        f"{reference.last // 7} weeks."
    )
    if beside.baby.early:
        yield "Age is counted from the due date here, because your baby was born early."
    elif beside.baby.due is None:
        yield "Was your baby born before 37 weeks? Then the settings have a place for the due date."
    yield from (reference.method, reference.others, reference.vary, reference.source)


def minutes_words(day: CryingDay) -> str:
    """ "Monday 3 November, whole day: 95 minutes of crying and fussing"."""
    return f"{wording.weekday(day.day)}, whole day: {wording.counted(day.minutes or 0, 'minute')} of crying and fussing"


def week_of(days: Sequence[CryingDay], last: date) -> str:
    """A week’s cell of the table: minutes of its whole days, in order; none."""
    first = last - timedelta(days=6)
    told = [str(day.minutes) for day in days if first <= day.day <= last and day.minutes is not None]
    return " ".join(told) or "none"
