"""What a family can have erased for good, and what was erased."""

from dataclasses import dataclass

from bonddiary.domain.ids import BabyId
from bonddiary.domain.period import Period


@dataclass(frozen=True, slots=True)
class ToErase:
    """Entries, or what was noted on some days (of one baby or of all), or a baby with all that is theirs."""

    entries: frozenset[str] = frozenset()
    days: Period | None = None
    baby: BabyId | None = None

    @property
    def whole_baby(self) -> BabyId | None:
        """The baby who goes too."""
        return None if self.days else self.baby


@dataclass(frozen=True, slots=True)
class Erased:
    """How much there was, or is."""

    entries: int = 0
    """Moments and care events."""
    visits: int = 0
    questions: int = 0
    others: int = 0
    """Days' marks, timers and private notes."""
    rewritten: int = 0
    """Copies of the diary that hold it no more."""
    unread: int = 0
    """Copies that couldn't be read, and were deleted."""

    @property
    def anything(self) -> bool:
        """Whether the diary held any of it."""
        return bool(self.entries or self.visits or self.questions or self.others)
