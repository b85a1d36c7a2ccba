"""Care events (feeds, sleep, nappies …) and what a parent says of a whole day."""

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import isfinite

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import BabyId, CareId, CarerId, DayMarkId
from bonddiary.domain.moment import Source
from bonddiary.domain.when import When

OWN_KIND = "kind"
"""The detail that holds the id of an own word, for a kind of the family's own."""


class CareKind(StrEnum):
    """What kind of care event: the context in which moments happen."""

    FEED = "feed"
    SLEEP = "sleep"
    NAPPY = "nappy"
    PUMP = "pump"
    MEDICINE = "medicine"
    TEMPERATURE = "temperature"
    GROWTH = "growth"
    BATH = "bath"
    PLAY = "play"
    OUTING = "outing"
    ILLNESS = "illness"
    JAB = "jab"
    APPOINTMENT = "appointment"
    MILESTONE = "milestone"
    HOLDING = "holding"
    """Held or carried: what clinical diaries ask of the carer beside the baby's own behaviours."""
    OTHER = "other"
    """Of the family's own kind: the detail "kind" is the id of an own word."""


class Unit(StrEnum):
    """Units as people write them; values are kept in the unit they were given in."""

    ML = "ml"
    FL_OZ = "fl oz"
    TSP = "tsp"
    DROPS = "drops"
    TABLETS = "tablets"
    MG = "mg"
    G = "g"
    KG = "kg"
    OZ = "oz"
    LB = "lb"
    CM = "cm"
    INCH = "in"
    CELSIUS = "°C"
    FAHRENHEIT = "°F"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareDraft:
    """A care event before it has an id."""

    baby: BabyId
    kind: CareKind
    at: When
    entered: When
    until: When | None = None
    about: bool = False
    value: float | None = None
    unit: Unit | None = None
    details: tuple[tuple[str, str], ...] = ()
    """Named extras in order, e.g. (("method", "bottle"), ("milk", "formula")). Names are unique."""
    note: str = ""
    carer: CarerId | None = None
    source: Source | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until.utc < self.at.utc:
            raise InvalidEntry("The end is before the start. Change one of the two times.")
        if self.value is not None and not isfinite(self.value):
            raise InvalidEntry("An amount is a number. Change it.")  # the file would keep NaN as nothing
        if self.details and len({name for name, _ in self.details}) < len(self.details):
            raise ValueError("details need unique names")

    def detail(self, name: str) -> str:
        """One of the extras, or an empty text."""
        return dict(self.details).get(name, "")

    @property
    def called(self) -> str:
        """What commands name it by: its kind, or the id of an own word for a kind of the family's own."""
        own = self.detail(OWN_KIND) if self.kind is CareKind.OTHER else ""
        return own or self.kind.value


@dataclass(frozen=True, slots=True, kw_only=True)
class CareEvent(CareDraft):
    """A care event in the diary."""

    id: CareId
    deleted: datetime | None = None

    @classmethod
    def from_draft(cls, draft: CareDraft, id: CareId) -> "CareEvent":
        """The draft with its id."""
        return cls(id=id, **{field.name: getattr(draft, field.name) for field in fields(CareDraft)})

    @property
    def length(self) -> timedelta | None:
        """How long it lasted, or None where no end was noted."""
        return None if self.until is None else self.until.utc - self.at.utc


class DayMarkKind(StrEnum):
    """What a parent may say of a whole day."""

    WHOLE_DAY = "whole-day"
    NO_CRYING = "no-crying"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """ "I logged the whole day" or "no crying seen", for one day of one baby."""

    id: DayMarkId
    baby: BabyId
    day: date
    kind: DayMarkKind
