"""How a family makes the cue board its own: own words, pinned tiles."""

from dataclasses import dataclass
from enum import StrEnum

from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey, PinId, WordId


class WordKind(StrEnum):
    """Own words name a cue or a response."""

    CUE = "cue"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """A cue or response in the family's own words; its id serves as its key in moments."""

    id: WordId
    kind: WordKind
    name: str
    family: Family | None = None
    """For cues: what it looks or sounds like."""
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A cue that the parent wants on the Likely now row; `place` counts from 0."""

    id: PinId
    cue: CueKey
    place: int
