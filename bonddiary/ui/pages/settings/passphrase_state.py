"""What the part of Settings about the passphrase shows, frozen."""

from dataclasses import dataclass
from enum import StrEnum


class Asking(StrEnum):
    """What is being typed."""

    NOTHING = ""
    SET = "set"
    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
    """One way in is to go."""
    PLAIN = "plain"
    """The diary is to have no passphrase any more."""
    RECOVERY = "recovery"
    """A recovery key is shown, and asked back."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in."""

    id: str
    words: str
    label: str
    recovery: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """All that a form holds; what isn't asked for is blank."""

    old: str = ""
    new: str = ""
    again: str = ""
    label: str = ""
    groups: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, repr=False)
class PassphraseState:
    """The whole part."""

    can_change: bool = False
    """Whether a diary is open that could be locked or unlocked."""
    locked: bool = False
    ways: tuple[Way, ...] = ()
    has_recovery: bool = False
    asking: Asking = Asking.NOTHING
    slot: str = ""
    """Which way in is changed or removed."""
    whose: str = ""
    offered: str = ""
    """Words that could be the passphrase."""
    strength: str = ""
    problem: str = ""
    busy: bool = False
    said: str = ""
    """What was done."""
    recovery: tuple[str, ...] = ()
    """The groups of a new recovery key, while it is shown."""
    asked: tuple[int, int] = (0, 0)
    """Which 2 of them are asked back, counted from 1."""
    minutes: int = 0
    """After how long the window locks by itself."""
