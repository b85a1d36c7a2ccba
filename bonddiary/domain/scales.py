"""The steps in which a moment is told: behavioural state, strength, time to settle. Content names them."""

from enum import StrEnum


class State(StrEnum):
    """The six behavioural states (Wolff, Prechtl, Brazelton)."""

    DEEP_SLEEP = "deep-sleep"
    LIGHT_SLEEP = "light-sleep"
    DROWSY = "drowsy"
    QUIET_ALERT = "quiet-alert"
    ACTIVE_ALERT = "active-alert"
    CRYING = "crying"


class Intensity(StrEnum):
    """How strong a cue was, in the parent's eyes."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class SettleBin(StrEnum):
    """How long settling took, in the steps that paper diaries use (five minutes is the smallest)."""

    UNDER_5 = "lt-5"
    FROM_5 = "5-15"
    FROM_15 = "15-30"
    FROM_30 = "30-60"
    OVER_60 = "gt-60"
    NOT_SETTLED = "not-settled"
    UNSURE = "unsure"

    @property
    def timed(self) -> bool:
        """Whether it says how long, so that "in …" can stand before its name."""
        return self not in (SettleBin.NOT_SETTLED, SettleBin.UNSURE)
