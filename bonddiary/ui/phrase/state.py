"""What is shown of a phrase while it is typed, frozen."""

from dataclasses import dataclass

from bonddiary.analysis.phrase.reading import Part, Why


@dataclass(frozen=True, slots=True)
class Other:
    """Something else that words could mean: as it is shown, and as it is typed."""

    name: str
    typed: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that mean something, or stay in the note."""

    part: Part
    start: int
    end: int
    typed: str
    name: str
    """In the family's words; blank for what stays in the note."""
    drawing: str = ""
    why: Why | None = None
    could: tuple[str, ...] = ()
    """What they could mean, where that is unclear."""

    @property
    def pressable(self) -> bool:
        """Whether there is something to choose: words of a note that mean nothing else have no chip."""
        return self.part is not Part.NOTE or self.why in (Why.SEVERAL, Why.PLAIN)


@dataclass(frozen=True, slots=True)
class PhraseState:
    """The field and what stands below it."""

    text: str = ""
    moments: tuple[tuple[Piece, ...], ...] = ()
    lacking: tuple[int, ...] = ()
    """Moments without a cue, counted from 1."""
    told: bool = False
    """Whether saving was asked for, so that what is missing is to be said."""
    time_problem: str = ""
    """Why the time chosen beside the field is none."""
    problem: str = ""
    """Why it isn't saved yet, or can't be read."""
    waits: bool = False
    """Whether saving was tried and couldn't be done."""
