"""The catalogue: what a cue, a response, an outcome and a settling time are made of (tips and safety signs: guidance.py).

The words themselves are content (resources/content); these are only their shapes. Keys are never renamed, only retired.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar, cast

from bonddiary.domain.age import Age
from bonddiary.domain.errors import UnknownKey
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.scales import SettleBin, State

K = TypeVar("K")
V = TypeVar("V")


class Family(StrEnum):
    """What a cue looks or sounds like. The order is the order on every screen."""

    CRYING = "crying"
    NOISES = "noises"
    FACE = "face"
    MOVEMENT = "movement"


FAMILY_NAMES = {
    Family.CRYING: "Crying",
    Family.NOISES: "Noises",
    Family.FACE: "Face",
    Family.MOVEMENT: "Movement",
    None: "Own words",
}
"""In the order of every screen; None is a family's own word that was given no family."""


@dataclass(frozen=True, slots=True)
class AgeWindow:
    """Typical ages in days (corrected age for a baby born early); `last` None means no upper end."""

    first: int = 0
    last: int | None = None

    def holds(self, age: Age) -> bool:
        """Whether this age is typical. Used to order, never to warn."""
        return self.first <= age.days and (self.last is None or age.days <= self.last)


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A publication that content rests on."""

    key: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class MeaningGroup:
    """A kind of meaning: hunger, tiredness, wanting to connect …"""

    key: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a cue may mean, in its group, said tentatively."""

    group: str
    text: str
    early: bool = False
    """Said of babies born early: shown for them alone."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where words come from and when a person last checked them."""

    sources: tuple[str, ...]
    checked: date
    verified: bool
    """Found in a public page (the facts sheet's V), not general knowledge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One observable sign. Several meanings, always."""

    key: CueKey
    family: Family
    name: str
    """On tiles: one to four words."""
    description: str
    """What you may see or hear."""
    meanings: tuple[Meaning, ...]
    ages: AgeWindow
    responses: tuple[ResponseKey, ...]
    """Things families often try, in no order of merit."""
    provenance: Provenance
    synonyms: tuple[str, ...] = ()
    board: int | None = None
    """Place in its family's row on the default board, from 0; None: under More."""
    likely: int | None = None
    """Place in the Likely now row before the diary has moments of its own."""
    caution: str = ""
    signs: tuple[str, ...] = ()
    """Safety signs whose static text belongs beside this cue."""
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Something a carer may try. Never ranked by what came after."""

    key: ResponseKey
    name: str
    """On chips: one or two words in the past tense."""
    title: str
    description: str
    provenance: Provenance
    caution: str = ""
    synonyms: tuple[str, ...] = ()
    drawing: str = "response-other"
    """The name of its icon; kindred responses share one."""
    private: bool = False
    """A moment with it starts out private, and it is left out of counts."""
    retired: bool = False


class OutcomeMark(StrEnum):
    """How an outcome is drawn: fill or shape in neutral ink, never a colour of its own."""

    FULL = "full"
    HALF = "half"
    EMPTY = "empty"
    DOTTED = "dotted"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happened next, in neutral words."""

    key: OutcomeKey
    name: str
    description: str
    mark: OutcomeMark
    quick: bool = False
    """One of the three offered first."""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bin:
    """How long settling took, in words."""

    step: SettleBin
    name: str
    """Inside a row: "under 5 min"."""
    label: str = ""
    """On a button, where it is offered beside whole minutes; empty: it isn't."""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DetailName:
    """What a detail of care events is called, and each value it may be chosen to have."""

    name: str
    choices: Mapping[str, str]


def state_cue(state: State) -> CueKey:
    """The key of the cue that names this state."""
    return CueKey(f"state-{state}")


@dataclass(frozen=True, slots=True)
class Catalog:
    """All content the log needs, by key, in content order."""

    groups: Mapping[str, MeaningGroup]
    cues: Mapping[CueKey, Cue]
    responses: Mapping[ResponseKey, Response]
    outcomes: Mapping[OutcomeKey, Outcome]
    bins: Mapping[SettleBin, Bin]
    sources: Mapping[str, SourceRef]
    care: Mapping[str, str] = field(default_factory=dict)
    """What each kind of care is called."""
    care_details: Mapping[str, DetailName] = field(default_factory=dict)
    language: str = "en"

    def cue(self, key: str) -> Cue:
        """The cue with this key. Raises UnknownKey."""
        return _known(self.cues, key, "cue")

    def response(self, key: str) -> Response:
        """The response with this key. Raises UnknownKey."""
        return _known(self.responses, key, "response")

    def outcome(self, key: str) -> Outcome:
        """The outcome with this key. Raises UnknownKey."""
        return _known(self.outcomes, key, "outcome")

    def state(self, state: State) -> Cue:
        """The cue that names and describes this state. Raises UnknownKey."""
        return self.cue(state_cue(state))

    def board(self, family: Family) -> tuple[Cue, ...]:
        """The family's tiles on the default board, in their fixed places."""
        tiles = [
            cue
            for cue in self.cues.values()
            if cue.family is family and cue.board is not None and not cue.retired
        ]
        return tuple(sorted(tiles, key=lambda cue: cue.board or 0))

    def of_family(self, family: Family) -> tuple[Cue, ...]:
        """Every cue of a family that isn't retired, in content order."""
        return tuple(cue for cue in self.cues.values() if cue.family is family and not cue.retired)

    def quick_outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes offered first."""
        return tuple(outcome for outcome in self.outcomes.values() if outcome.quick)


def _known(table: Mapping[K, V], key: str, what: str) -> V:
    found = table.get(cast(K, key))
    if found is None:
        raise UnknownKey(f"There is no {what} called “{key}”.{_nearest(key, [str(name) for name in table])}")
    return found


def _nearest(key: str, names: list[str]) -> str:
    from difflib import get_close_matches  # only when somebody mistyped

    close = get_close_matches(key, names, n=3, cutoff=0.5)
    return f" Did you mean {' or '.join(close)}?" if close else f" Use one of: {', '.join(names)}."
