"""What the Phrasebook page shows, frozen."""

from dataclasses import dataclass
from enum import StrEnum

from bonddiary.analysis.phrasebook import Phrase
from bonddiary.domain.catalog import OutcomeMark
from bonddiary.domain.ids import CueKey
from bonddiary.report.request import NameShown

FIRST_SHOWN = 6
"""So many cards are shown, and are on the sheet, until the parent asks for more."""


class Span(StrEnum):
    """From which days it is counted."""

    FOUR_WEEKS = "four-weeks"
    EIGHT_WEEKS = "eight-weeks"
    ALL = "all"

    @property
    def days(self) -> int:
        """How many days; for ALL the most."""
        return {Span.FOUR_WEEKS: 28, Span.EIGHT_WEEKS: 56}.get(self, 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One cue: the family's counts, and beside them what content says of it in general."""

    phrase: Phrase
    general: str = ""
    """Kinds of meaning from content; blank for an own word."""
    caution: str = ""
    """What content says beside the cue."""
    known: bool = False
    """Content has an article about it."""
    chosen: bool = False
    """It goes on the hand-over sheet."""

    @property
    def key(self) -> CueKey:
        """The cue's key."""
        return self.phrase.cue


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetState:
    """What goes on the hand-over sheet."""

    name: NameShown = NameShown.NICKNAME
    names: tuple[tuple[NameShown, str], ...] = ()
    """The ways the baby can stand on it; none for a baby without a name."""
    last_care: bool = False
    numbers: bool = False
    has_numbers: bool = False
    """The family wrote down numbers of its own, on the help page."""
    grey: bool = False
    large: bool = False
    place: str = ""
    """Where those words are kept: another for each baby."""
    hard: str = ""
    """ "What we do when it gets hard", in the family's words."""
    chosen: str = ""
    """ "3 cards chosen."."""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasebookState:
    """Everything on the page."""

    title: str = "Phrasebook"
    span: Span = Span.FOUR_WEEKS
    longest: str = "All"
    """What the longest span is called."""
    counted: str = ""
    cards: tuple[Card, ...] = ()
    unfolded: bool = False
    """All cards are shown, not the first ones alone."""
    marks: tuple[tuple[OutcomeMark | None, str], ...] = ()
    """What the dots stand for."""
    seldom: str = ""
    notes: tuple[str, ...] = ()
    empty: str = ""
    sheet: SheetState = SheetState()
    working: bool = False
    """The days are being read and counted; what is shown is of those before."""
    problem: str = ""

    @property
    def shown(self) -> tuple[Card, ...]:
        """The cards on the screen."""
        return self.cards if self.unfolded else self.cards[:FIRST_SHOWN]

    @property
    def more(self) -> int:
        """How many aren't shown."""
        return len(self.cards) - len(self.shown)
