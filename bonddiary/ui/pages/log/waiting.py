"""Presses that wait because they couldn't be saved: each keeps its own time, its id and its baby."""

from dataclasses import dataclass
from datetime import timedelta

from bonddiary.domain.ids import BabyId, CueKey, MomentId
from bonddiary.domain.moment import MomentDraft
from bonddiary.domain.when import When

ABOUT_FROM = timedelta(minutes=30)
"""A moment set back this far or further is remembered, not timed: about 15 minutes either way."""


@dataclass(frozen=True, slots=True)
class Press:
    """A cue that was pressed. Its id is made before the first attempt to save: a retry never doubles it."""

    id: MomentId
    cue: CueKey
    at: When
    entered: When
    baby: BabyId | None = None
    """Whose moment it is; None while the diary could not be opened to look."""

    def draft(self, baby: BabyId) -> MomentDraft:
        """The moment to save."""
        about = self.entered.utc - self.at.utc >= ABOUT_FROM
        return MomentDraft(baby=baby, at=self.at, entered=self.entered, cues=(self.cue,), about=about)


def words_for(count: int) -> str:
    """What the page says while presses wait."""
    return "This moment isn’t saved yet." if count == 1 else f"These {count} moments aren’t saved yet."
