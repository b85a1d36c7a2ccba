"""What the Visits page shows, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bonddiary.analysis.visits import Side
from bonddiary.domain.baby import BabyMark
from bonddiary.domain.visit import VisitKind


class Status(StrEnum):
    """How far what stands in a field is kept."""

    STILL = ""
    KEPT = "kept"
    """Half typed; a crash would leave it."""
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said under a field."""

    status: Status = Status.STILL
    problem: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a question was asked beside."""

    words: str
    leads: str
    """Where the words lead: the question's own `about`; blank where that isn't there any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question in the list, or at a visit."""

    id: str
    number: int
    text: str
    answer: str
    about: About | None = None
    visit: str = ""
    """The visit it is for; blank: the next one."""
    choices: tuple[tuple[str, str], ...] = ()
    """Ids and names of visits it can be for; none where there is nothing to choose."""
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit to open."""

    id: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class PromptRow:
    """Something to think about in private, and what was written to it."""

    key: str
    name: str
    ask: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVisit:
    """One visit: questions and answers, what was agreed, how it went."""

    id: str
    title: str
    line: str
    talk: str = ""
    """What is usually talked about at such a review; blank for none of those."""
    bring: str = ""
    questions: tuple[QuestionRow, ...] = ()
    plan: str = ""
    note: str = ""
    prompts: tuple[PromptRow, ...] = ()
    looks_back: bool = False
    """Two weeks have gone by."""
    later: str = ""
    sides: tuple[Side, Side] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A visit that is being added, or whose day or kind is being changed."""

    id: str = ""
    """Blank: a new one."""
    kind: VisitKind = VisitKind.HEALTH_VISITOR
    review: str = ""
    label: str = ""
    day: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitsState:
    """The whole page."""

    baby: str = ""
    """The id of the baby shown; blank in a diary that has none yet."""
    mark: BabyMark | None = None
    """Whose questions these are; None in a family with one baby."""
    asking: About | None = None
    """What the next question is asked beside."""
    questions: tuple[QuestionRow, ...] = ()
    look_back: VisitRow | None = None
    upcoming: tuple[VisitRow, ...] = ()
    past: tuple[VisitRow, ...] = ()
    opened: OpenVisit | None = None
    form: Form | None = None
    kinds: tuple[tuple[VisitKind, str], ...] = ()
    reviews: tuple[tuple[str, str, str], ...] = ()
    """Key, name and what is talked about."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """What is half typed, by the field's key."""
    told: Mapping[str, Told] = field(default_factory=dict)
    """By the field's key."""
    done: str = ""
    """What was done last and can be undone here."""
    problem: str = ""
