"""The small words of typed phrases: those for times, and those that join. The words themselves are content."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class PhraseWord(StrEnum):
    """What a small word does in a phrase."""

    NOW = "now"
    AGO = "ago"
    MINUTES = "minutes"
    HOURS = "hours"
    ONE = "one"
    """Before a unit: "an hour ago"."""
    HALF_HOUR = "half-hour"
    QUARTER_HOUR = "quarter-hour"
    AT = "at"
    AM = "am"
    PM = "pm"
    NOON = "noon"
    MIDNIGHT = "midnight"
    TODAY = "today"
    MORNING = "this-morning"
    AFTERNOON = "this-afternoon"
    YESTERDAY = "yesterday"
    LAST_NIGHT = "last-night"
    IN = "in"
    """Before the time that settling took."""
    NOT = "not"
    """What comes after it did not happen."""
    JOIN = "join"
    """Between things; says nothing itself."""
    PLAIN = "plain"
    """Ordinary words, never taken for the start or the misspelling of another."""


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """Everything a typed phrase may hold beside the names of cues, responses, outcomes and settling times."""

    words: Mapping[PhraseWord, tuple[str, ...]]
    short: Mapping[str, tuple[str, ...]]
    """Abbreviations by the key of the cue, response or outcome that they stand for."""
