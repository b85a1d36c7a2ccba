"""What may be chosen beside the words that are looked for, and how it reads as chips."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, timedelta

from bonddiary.analysis.names import Names
from bonddiary.domain import wording
from bonddiary.domain.baby import Carer
from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.domain.ids import CarerId, CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.period import Period

WEEKS = (2, 4)
"""The stretches up to today that are one press away."""


@dataclass(frozen=True, slots=True)
class Filters:
    """All blank means everything. What is chosen combines."""

    tried: ResponseKey | None = None
    outcome: OutcomeKey | None = None
    no_outcome: bool = False
    noted: bool = False
    about: bool = False
    carer: CarerId | None = None
    weeks: int = 0
    """So many weeks up to today."""
    first: date | None = None
    last: date | None = None

    @property
    def any(self) -> bool:
        """Whether something is chosen."""
        return any(getattr(self, field.name) not in (None, False, 0) for field in fields(self))

    def span(self, today: date) -> tuple[date | None, date | None]:
        """From which day to which; None where there is no end."""
        if self.weeks:
            return today - timedelta(days=7 * self.weeks - 1), None
        return self.first, self.last


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be chosen: keys with their words."""

    cues: tuple[tuple[str, str, str], ...] = ()
    """Key, words, and the family's value."""
    responses: tuple[tuple[str, str], ...] = ()
    outcomes: tuple[tuple[str, str], ...] = ()
    carers: tuple[tuple[str, str], ...] = ()


def offers(names: Names, carers: tuple[Carer, ...]) -> Offers:
    """Everything in the catalogue and of the family's own, by the family's names."""
    catalog = names.catalog
    cues = [CueKey(word.id) for word in names.own.values() if word.family is not None]
    families = ((key, names.family(key)) for key in (*catalog.cues, *cues))
    return Offers(
        tuple((key, names.cue(key), family.value) for key, family in families if family is not None),
        tuple((key, names.response(key)) for key in catalog.responses),
        tuple((key, names.outcome_name(key)) for key in catalog.outcomes),
        tuple((carer.id, carer.label) for carer in carers),
    )


def chips(
    filters: Filters, family: Family | None, cue: CueKey | None, names: Names, offered: Offers
) -> tuple[tuple[str, str], ...]:
    """Each filter that is on: what takes it away, and its words."""
    carers = dict(offered.carers)
    said: tuple[tuple[str, object, Callable[[], str]], ...] = (
        ("family", family, lambda: FAMILY_NAMES[family] if family else ""),
        ("cue", cue, lambda: names.cue(cue) if cue else ""),
        ("tried", filters.tried, lambda: names.response(filters.tried) if filters.tried else ""),
        ("outcome", filters.outcome, lambda: names.outcome_name(filters.outcome)),
        ("no_outcome", filters.no_outcome, lambda: "Outcome not recorded"),
        ("noted", filters.noted, lambda: "With a note"),
        ("about", filters.about, lambda: "About times"),
        ("carer", filters.carer, lambda: carers.get(filters.carer or "", "Another carer")),
        ("dates", filters.weeks or filters.first or filters.last, lambda: dates_words(filters)),
    )
    return tuple((key, words()) for key, on, words in said if on)


def dates_words(filters: Filters) -> str:
    """ "2 weeks", "From 3 November 2026", "1 to 9 November 2026"; "All dates" for none."""
    if filters.weeks:
        return wording.counted(filters.weeks, "week")
    if filters.first and filters.last:
        return wording.period(Period(filters.first, filters.last))
    if filters.first:
        return f"From {wording.day(filters.first)}"
    return f"Up to {wording.day(filters.last)}" if filters.last else "All dates"
