"""What the saved strip shows, frozen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bonddiary.domain.baby import BabyMark
from bonddiary.domain.ids import CarerId, CueKey, MomentId, OutcomeKey, ResponseKey
from bonddiary.domain.scales import Intensity, State

if TYPE_CHECKING:
    from bonddiary.ui.models.settle_choices import SettleChoice


@dataclass(frozen=True, slots=True)
class Tried:
    """A response to choose; `number` is its place in the order tried, 0 when not chosen."""

    key: ResponseKey
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Then:
    """An outcome to choose."""

    key: OutcomeKey
    name: str
    mark: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Noticed:
    """A cue of the moment."""

    key: CueKey
    name: str


@dataclass(frozen=True, slots=True)
class Pick:
    """One of several that may be said of a moment."""

    key: State | Intensity | CarerId
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class MoreAbout:
    """The second line, folded away unless the parent likes it open."""

    states: tuple[Pick, ...]
    strengths: tuple[Pick, ...]
    carers: tuple[Pick, ...]
    """Nobody where the diary has no carers."""
    lasted: str
    """How long the cue lasted, in words; blank when not said."""
    open: bool
    before: str = ""
    """What was logged before it, in words; blank while folded away, or where it can't be read."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the strip says in a line of its own, and what may be answered with one press."""

    words: str
    answer: str = ""
    """On the button; blank: there is nothing to press."""
    refused: bool = False
    """Something typed or chosen can't be true."""
    time: bool = False
    """It asks about the moment's time, which can be changed."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The saved strip: what was saved, and what may be added."""

    moment: MomentId
    title: str
    """ "Rooting and fists to mouth, 3:12am"."""
    names: str
    """ "Rooting and fists to mouth", "Crying for 12 min"."""
    time: str
    """ "about 3:12am"."""
    cue: CueKey
    noticed: tuple[Noticed, ...]
    more: MoreAbout
    tried: tuple[Tried, ...]
    more_tried: tuple[Tried, ...]
    then: tuple[Then, ...]
    more_then: tuple[Then, ...]
    settle: str
    """How long it took, in words; blank when not said."""
    settle_timed: bool
    """Whether the words are a time, so that "in" stands before them."""
    settle_choices: "tuple[SettleChoice, ...]"
    note: str
    private: bool
    question: Question | None = None
    mark: BabyMark | None = None
    """Whose moment it is, where there are several babies."""
    whose: str = ""
    """ "For Robin": blank in a family with one baby."""
    turn: tuple[MomentId, str] | None = None
    """Saved for several babies: the next one's moment, and words that ask for it."""

    def is_of(self, other: "Saved | None") -> bool:
        """Whether both are of the same moment."""
        return other is not None and other.moment == self.moment
