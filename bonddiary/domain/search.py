"""What a parent looks for in the Timeline."""

from dataclasses import dataclass, field
from datetime import date

from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey


@dataclass(frozen=True, slots=True)
class Search:
    """Entries that match. All blank means every entry."""

    text: str = ""
    """Looked for in notes, without regard to upper and lower case."""
    cues: frozenset[CueKey] = field(default_factory=frozenset)
    """Keys whose words match the text: a moment matches by its note or by any of these."""
    responses: frozenset[ResponseKey] = field(default_factory=frozenset)
    outcomes: frozenset[OutcomeKey] = field(default_factory=frozenset)
    care_kinds: frozenset[str] = field(default_factory=frozenset)
    within: frozenset[CueKey] | None = None
    """Moments with one of these cues and nothing else: a family's, or one cue's."""
    care: bool = True
    """Whether care events are shown too."""
    days: frozenset[date] = frozenset()
    """Entries of these days alone; blank means any."""

    @property
    def asks(self) -> bool:
        """Whether anything is looked for by words."""
        return bool(self.text)
