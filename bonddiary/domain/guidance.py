"""General education beside the diary: what a tip, a safety sign and a service are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bonddiary.domain.catalog import AgeWindow, Provenance
from bonddiary.domain.ids import CueKey


class SourceKind(StrEnum):
    """What kind of publication a tip rests on."""

    HEALTH_SERVICE = "health-service"
    GOVERNMENT = "government"
    RESEARCH = "research"
    CHARITY = "charity"
    PARENTING = "parenting"
    GENERAL = "general"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """One idea in at most 60 words: general education, never computed from the baby's entries."""

    key: str
    title: str
    text: str
    why: str
    """Why it may be shown now, e.g. "You noted a tired sign"."""
    cues: tuple[CueKey, ...]
    groups: tuple[str, ...]
    subjects: tuple[str, ...]
    """Chart subjects it belongs beside: crying, noises, face, movement, sleep, feeds, evening, gaps, tried."""
    ages: AgeWindow
    provenance: Provenance
    source_kind: SourceKind
    review: str
    topic: str = ""
    """Its shelf in the tips library: feeding, tired, connecting …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All tips, and the words that stand around them and around cues."""

    tips: tuple[Tip, ...]
    topics: Mapping[str, str]
    """Names of the shelves, in their order."""
    source_kinds: Mapping[SourceKind, str]
    """What a tip rests on, in words: "a health service"."""
    open_end: str
    """What stands after the last thing a cue may mean."""
    cue_review: str
    """Who has read the cues as a professional. They carry no review of their own yet."""


CALL_ANYWAY = "In an emergency, call your emergency number, such as 999 or 112."
"""What is said where the safety content can't be read."""


class Urgency(StrEnum):
    """How soon to get help."""

    EMERGENCY = "999"
    TODAY = "111"
    SOON = "soon"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetySign:
    """A sign of illness that a parent can see, with where to turn. Static: never linked to entries."""

    key: str
    urgency: Urgency
    text: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """Where a family is: its emergency number and whom to call there."""

    key: str
    name: str
    ask: str
    """Whom to call when it isn't an emergency."""
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """When a health visitor or public health nurse usually comes. A label, never a reminder."""

    key: str
    name: str
    about: str
    bring: str
    """What a page of the diary can bring to it."""
    first: int
    """About how old the baby is, in weeks from birth; below 0 before birth."""
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A helpline or service, checked by a person on `checked`."""

    key: str
    name: str
    for_whom: str
    route: str
    hours: str
    crisis: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class SafetyGuide:
    """The static help page for one country: opening words, signs by urgency, when crying is hard, services."""

    country: Country
    countries: tuple[Country, ...]
    """All that can be chosen."""
    intro: tuple[str, ...]
    headings: Mapping[Urgency, str]
    signs: tuple[SafetySign, ...]
    hard_now: tuple[str, ...]
    """Steps for "This is hard right now", in order."""
    sharing_computer: tuple[str, ...]
    services: tuple[Service, ...]
    contacts: tuple[Contact, ...]
    checked: date
    hand_over: tuple[str, ...] = ()
    """What stands on a sheet for whoever looks after the baby next."""
    call: str = ""
    """Whom to call, in one line."""
