"""What the Log page shows of care events, frozen."""

from dataclasses import dataclass

from bonddiary.analysis.names import Names
from bonddiary.domain.baby import BabyMark
from bonddiary.domain.care import CareEvent, CareKind, Unit


@dataclass(frozen=True, slots=True)
class CareChoice:
    """A kind to press: one that the program knows, or one of the family's own."""

    kind: CareKind
    name: str
    drawing: str
    own: str = ""
    """The id of the own word; blank for kinds that the program knows."""


@dataclass(frozen=True, slots=True)
class CareSaved:
    """The event saved last, and what may be said of it."""

    event: CareEvent
    """As the parent wants it: what couldn't be saved yet is in it."""
    title: str
    """ "Feed, 3:12am", "Feed, 2:52am to 3:12am"."""
    names: Names
    unit: Unit | None
    """To offer for an amount: the one used last for this kind."""
    length: str
    """How long it lasted, in words; blank when not said."""
    until_now: bool
    """Whether "Until now" makes sense."""
    timed: bool
    """Whether a timer can be started for it."""
    problem: str = ""
    """Why what was typed can't be."""
    mark: BabyMark | None = None
    """Whose event it is, where there are several babies."""


@dataclass(frozen=True, slots=True)
class CareState:
    """The row and its strip."""

    choices: tuple[CareChoice, ...] = ()
    saved: CareSaved | None = None
    waiting: str = ""
    """What isn't saved yet, and why; blank when everything is."""
    naming: bool = False
    """A kind of the family's own is being named."""
    naming_problem: str = ""
