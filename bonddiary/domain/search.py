"""What a parent looks for in the Timeline."""

from dataclasses import dataclass, field
from datetime import date

from bonddiary.domain.ids import CarerId, CueKey, OutcomeKey, ResponseKey


@dataclass(frozen=True, slots=True)
class Search:
    """Entries that match. All blank means every entry; what is said combines."""

    text: str = ""
    """Looked for in notes, without regard to upper and lower case."""
    cues: frozenset[CueKey] = field(default_factory=frozenset)
    """Keys whose words match the text: a moment matches by its note or by any of these."""
    responses: frozenset[ResponseKey] = field(default_factory=frozenset)
    outcomes: frozenset[OutcomeKey] = field(default_factory=frozenset)
    care_kinds: frozenset[str] = field(default_factory=frozenset)
    within: frozenset[CueKey] | None = None
    """Moments with one of these cues and nothing else: a family's, or one cue's."""
    tried: ResponseKey | None = None
    """Moments in which this was tried."""
    outcome: OutcomeKey | None = None
    """Moments after which this came."""
    no_outcome: bool = False
    """Moments after which nothing was recorded."""
    noted: bool = False
    """Entries with a note."""
    about: bool = False
    """Entries with a remembered time."""
    carer: CarerId | None = None
    first: date | None = None
    """Entries from this day on."""
    last: date | None = None
    """Entries up to and including this day."""
    care: bool = True
    """Whether care events are shown too."""
    days: frozenset[date] = frozenset()
    """Entries of these days alone; blank means any."""

    @property
    def asks(self) -> bool:
        """Whether anything is looked for by words."""
        return bool(self.text)

    @property
    def care_too(self) -> bool:
        """Whether care events can match: they have no cue, response or outcome."""
        asked_of_moments = (
            self.within is not None or self.tried or self.outcome is not None or self.no_outcome
        )
        return self.care and not asked_of_moments
