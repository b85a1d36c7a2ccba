"""What the About page shows, frozen. Nothing comes from a diary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A publication: its address in words that can be copied, and how many entries rest on it."""

    name: str
    address: str
    used: str


@dataclass(frozen=True, slots=True)
class AboutState:
    """The whole page."""

    version: str
    purpose: str = ""
    limits: tuple[str, ...] = ()
    """What the program does not do, and is not; then where the diary is."""
    authors: tuple[str, ...] = ()
    """Who wrote the words and the program, and under which licences."""
    libraries: tuple[tuple[str, str], ...] = ()
    """What it is built with: "NumPy 2.4.6:" and its licence."""
    open_checks: tuple[str, ...] = ()
    waiting: tuple[tuple[str, str], ...] = ()
    """For each kind of entry: "Cues:" and "26 of 136 wait for a check."."""
    checked: str = ""
    sources: tuple[SourceRow, ...] = ()
    problem: str = ""
