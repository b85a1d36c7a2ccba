"""How a family makes the cue board its own: own words, pinned tiles, and what it made of the others."""

from dataclasses import dataclass
from enum import StrEnum

from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import BoardChoiceId, CueKey, PinId, WordId

MOST_WORDS = {"cue": 4, "response": 3, "care": 3}
MOST_LETTERS = 40


class WordKind(StrEnum):
    """Own words name a cue, a response or a kind of care."""

    CUE = "cue"
    RESPONSE = "response"
    CARE = "care"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """A cue, response or kind of care in the family's own words; its id serves as its key in entries."""

    id: WordId
    kind: WordKind
    name: str
    family: Family | None = None
    """For cues: what it looks or sounds like."""
    archived: bool = False
    drawing: str = ""
    """The key of the cue or response whose drawing stands beside it; blank: its family's shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A cue that the parent wants on the Likely now row; `place` counts from 0."""

    id: PinId
    cue: CueKey
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChoice:
    """What the parent made of one cue or response: another name, hidden, a place of their own choice."""

    id: BoardChoiceId
    key: str
    """A cue's or a response's key, an own word's id among them; there is one choice for a key."""
    name: str = ""
    """What this family calls it; blank: as content names it."""
    hidden: bool = False
    """Not on the board and not among the chips; More… still finds it."""
    place: int | None = None
    """Its place in its family's row, counted from 0; None: where content has it."""


FamilyWord = OwnWord | BoardChoice
"""What gives a key a name that content doesn't know."""


def clean_name(text: str, kind: WordKind) -> str:
    """A name as it was typed, with one space between words. Raises InvalidEntry for one that no tile or chip can show."""
    words = text.split()
    most = MOST_WORDS[kind]
    if len(words) > most:
        raise InvalidEntry(f"That is a long name. Use up to {most} words.")
    name = " ".join(words)
    if len(name) > MOST_LETTERS:
        raise InvalidEntry(f"That is a long name. Use up to {MOST_LETTERS} letters.")
    return name
