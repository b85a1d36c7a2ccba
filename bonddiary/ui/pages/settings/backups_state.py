"""What the part about copies shows, frozen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InsideWords:
    """What a copy holds, in words."""

    counts: str
    newest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One copy."""

    number: int
    words: str
    when: str
    """What its buttons are called by."""
    checked: str
    inside: InsideWords | None = None
    """Shown while it is looked into."""
    sure: str = ""
    """What going back would do, once it was asked for."""
    missing: int | None = None
    """How many entries of it the diary lacks, once that was asked."""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A file that nothing here can look into."""

    name: str
    """What its buttons are called by: with its folder, where it is in the second place."""
    words: str
    sure: str = ""
    """What deleting it would mean, once it was asked for."""


@dataclass(frozen=True, slots=True)
class BackupsState:
    """The whole part."""

    last: str = ""
    elsewhere: str = ""
    second: str = ""
    """Of the place that copies also go to by themselves; blank where none was chosen."""
    rows: tuple[CopyRow, ...] = ()
    closed: tuple[ClosedRow, ...] = ()
    more: int = 0
    """Copies that the list doesn't show yet."""
    busy: str = ""
    """What is being done; said when it takes a second."""
    said: str = ""
    problem: str = ""
    can_copy: bool = False
