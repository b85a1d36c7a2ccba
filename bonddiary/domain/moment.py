"""A moment: the cue or cues noticed, what was tried, what happened next."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import BabyId, CarerId, CueKey, MomentId, OutcomeKey, ResponseKey
from bonddiary.domain.scales import Intensity as Intensity
from bonddiary.domain.scales import SettleBin as SettleBin
from bonddiary.domain.scales import State as State
from bonddiary.domain.when import When

_UPPER_EDGES = (
    (5, SettleBin.UNDER_5),
    (15, SettleBin.FROM_5),
    (30, SettleBin.FROM_15),
    (60, SettleBin.FROM_30),
)


ABOUT_FROM = timedelta(minutes=30)
"""A time set back this far or further is remembered, not timed: about 15 minutes either way."""


@dataclass(frozen=True, slots=True)
class Settle:
    """Time to settle: a step, and the minutes where the parent gave them."""

    step: SettleBin
    minutes: int | None = None

    @classmethod
    def in_minutes(cls, minutes: int) -> "Settle":
        """From whole minutes, 0 to 1440. Raises InvalidEntry."""
        if not 0 <= minutes <= 24 * 60:
            raise InvalidEntry("Time to settle is between 0 minutes and 24 hours.")
        step = next((step for edge, step in _UPPER_EDGES if minutes < edge), SettleBin.OVER_60)
        return cls(step, minutes)


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry came from when it wasn't typed here."""

    provider: str
    """The format's key, e.g. baby-connect."""
    key: str
    """The same for the same row at every import, so that bringing a file in twice adds nothing."""
    row: str = ""
    """The row's own text, kept as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentDraft:
    """A moment before it has an id. Blank outcome and responses mean "not recorded"."""

    baby: BabyId
    at: When
    entered: When
    cues: tuple[CueKey, ...]
    until: When | None = None
    about: bool = False
    """A remembered time: right to about 15 minutes, drawn with a soft edge."""
    state: State | None = None
    intensity: Intensity | None = None
    responses: tuple[ResponseKey, ...] = ()
    """In the order tried."""
    outcome: OutcomeKey | None = None
    settle: Settle | None = None
    note: str = ""
    private: bool = False
    carer: CarerId | None = None
    source: Source | None = None

    def __post_init__(self) -> None:
        if not self.cues:
            raise InvalidEntry("A moment needs at least one cue. Choose what you noticed.")
        if len(set(self.cues)) < len(self.cues) or len(set(self.responses)) < len(self.responses):
            raise InvalidEntry("The same cue or response is there twice. Keep one of them.")
        if self.until is not None and self.until.utc < self.at.utc:
            raise InvalidEntry("The end is before the start. Change one of the two times.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(MomentDraft):
    """A moment in the diary."""

    id: MomentId
    deleted: datetime | None = None
    """When it went to Recently deleted (UTC), or None."""

    @classmethod
    def from_draft(cls, draft: MomentDraft, id: MomentId) -> "Moment":
        """The draft with its id."""
        return cls(id=id, **{field.name: getattr(draft, field.name) for field in fields(MomentDraft)})

    @property
    def length(self) -> timedelta | None:
        """How long it lasted, or None for a moment without an end."""
        return None if self.until is None else self.until.utc - self.at.utc
