"""What the program says of itself, and what its content rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The words of the About page."""

    purpose: str
    limits: tuple[str, ...]
    """What it does not do, and is not."""
    privacy: str
    authors: tuple[str, ...]
    """Who wrote the content, and under which licence."""
    open_checks: tuple[str, ...]
    """What a clinician or another named person is still to check."""
    checked: date


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, and how many entries name it."""

    name: str
    address: str
    entries: int


@dataclass(frozen=True, slots=True)
class Checks:
    """Entries of one kind, and how many of them wait for a named person's check."""

    entries: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the content rests on, counted from the content itself."""

    sources: tuple[Source, ...]
    """By name."""
    checks: Mapping[str, Checks]
    """By kind: cue, response, tip, sign, country, contact, service."""
