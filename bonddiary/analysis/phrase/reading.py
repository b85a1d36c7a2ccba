"""What was understood of a typed phrase, piece by piece, and what of it stays a note."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.moment import Settle
from bonddiary.domain.when import When


class Part(StrEnum):
    """What a piece of a phrase is."""

    CUE = "cue"
    RESPONSE = "response"
    OUTCOME = "outcome"
    TIME = "time"
    SETTLE = "settle"
    NOTE = "note"
    JOIN = "join"
    """Blanks, commas, "and": between the others."""


class Sure(StrEnum):
    """How a piece was understood."""

    EXACT = "exact"
    STEM = "stem"
    """From its first letters."""
    NEAR = "near"
    """One letter is missing, added, changed or swapped."""


class Why(StrEnum):
    """Why words stay in the note."""

    UNKNOWN = "unknown"
    SEVERAL = "several"
    """More than one thing is meant by them."""
    SECOND = "second"
    """There was one already: a moment has one time, one outcome, one time to settle."""
    NOT_SO = "not-so"
    """After "not" and the like."""
    FUTURE = "future"
    NO_CLOCK = "no-clock"
    """A day without a time."""
    NO_AGO = "no-ago"
    """A length of time that says neither "ago" nor "in"."""
    NO_OUTCOME = "no-outcome"
    """How long settling took, without saying that it came."""
    TOO_LONG = "too-long"
    PLAIN = "plain"
    """Somebody wants them to stay what they are."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One piece: the pieces of a reading follow each other and leave no letter out."""

    part: Part
    start: int
    end: int
    """In the whole text that was typed."""
    key: str = ""
    """Of the cue, response or outcome, or the step of settling."""
    shown: str = ""
    """Its name; empty for times and settling times, which are shown from the reading, and for notes."""
    sure: Sure = Sure.EXACT
    why: Why | None = None
    """For a note."""
    candidates: tuple[str, ...] = ()
    """Names of what a note could mean, where it could mean several things."""

    @property
    def understood(self) -> bool:
        """Whether it says something that the moment holds."""
        return self.part not in (Part.NOTE, Part.JOIN)


@dataclass(frozen=True, slots=True)
class Reading:
    """One moment's worth of a phrase."""

    text: str
    """All that was typed, other moments included."""
    chips: tuple[Chip, ...]
    at: When | None = None
    """None where no time was typed: then it is now."""
    settle: Settle | None = None

    @property
    def cues(self) -> tuple[CueKey, ...]:
        """Each once, in the order typed."""
        return tuple(map(CueKey, self._keys(Part.CUE)))

    @property
    def responses(self) -> tuple[ResponseKey, ...]:
        """Each once, in the order typed."""
        return tuple(map(ResponseKey, self._keys(Part.RESPONSE)))

    @property
    def outcome(self) -> OutcomeKey | None:
        """What happened next, or None."""
        return next(map(OutcomeKey, self._keys(Part.OUTCOME)), None)

    @property
    def note(self) -> str:
        """Everything not understood, as it was typed; a blank where something understood stood between."""
        return " ".join(self.text[first:last] for first, last in self._noted())

    @property
    def kept(self) -> tuple[Chip, ...]:
        """The pieces that stay in the note."""
        return tuple(chip for chip in self.chips if chip.part is Part.NOTE)

    def words(self, chip: Chip) -> str:
        """A piece as it was typed."""
        return self.text[chip.start : chip.end]

    def _keys(self, part: Part) -> Iterator[str]:
        return iter(dict.fromkeys(chip.key for chip in self.chips if chip.part is part))

    def _noted(self) -> Iterator[tuple[int, int]]:
        """Stretches of the text that nothing understood interrupts."""
        first = last = -1
        for chip in self.chips:
            if chip.part is Part.NOTE:
                first, last = (chip.start if first < 0 else first), chip.end
            elif chip.understood and first >= 0:
                yield first, last
                first = -1
        if first >= 0:
            yield first, last


def format_reading(reading: Reading) -> str:
    """What was understood, in the words of the catalogue; times as they were typed. Read again, it says the same."""
    said: dict[tuple[Part, str], str] = {}
    for part in (Part.CUE, Part.TIME, Part.RESPONSE, Part.OUTCOME, Part.SETTLE):
        for chip in reading.chips:
            if chip.part is part:
                said.setdefault((part, chip.key), chip.shown or reading.words(chip))
    return ", ".join(" ".join(one.replace(";", " ").split()) for one in said.values())
