"""A timer that runs: when it began and what it is about. It is a row that stands still; nothing counts along."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bonddiary.domain.ids import BabyId, CareId, CueKey, MomentId, TimerId
from bonddiary.domain.when import When


class TimerKind(StrEnum):
    """What is timed."""

    CRYING = "crying"
    FEED = "feed"
    SETTLING = "settling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """There is one of a kind for a baby at most."""

    id: TimerId
    baby: BabyId
    kind: TimerKind
    started: When
    """May be set back while it runs; `entered` stays the time of the press."""
    entered: When
    cue: CueKey | None = None
    """What a crying timer was started from; None for fussing."""
    moment: MomentId | None = None
    """The moment that gets the length or the time to settle; None: one is made."""
    care: CareId | None = None
    """The feed that gets the length; None: one is made."""

    def ran(self, until: When) -> timedelta:
        """How long it ran until then."""
        return until.utc - self.started.utc
