"""What the guide shows, frozen. Nothing comes from a diary."""

from dataclasses import dataclass
from pathlib import Path

from bonddiary.ui.models.guide_text import Section


@dataclass(frozen=True, slots=True)
class GuideRow:
    """A page, or what a search found: a page, or one of its parts with the sentence that matches."""

    page: str
    title: str
    about: str = ""
    part: str = ""
    """The heading to go to; blank: the page from its top."""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ". ".join(words.rstrip(".") for words in (self.title, self.about) if words)


@dataclass(frozen=True, slots=True)
class ShownPage:
    """The page that is read."""

    key: str
    title: str
    sections: tuple[Section, ...]
    folder: Path
    """Where its pictures are looked for from."""
    read_on: tuple[GuideRow, ...] = ()
    """Pages that it names, then the one after it."""


@dataclass(frozen=True, slots=True)
class GuideState:
    """The whole of it."""

    call: str = ""
    """Whom to call: always in view."""
    pages: tuple[GuideRow, ...] = ()
    page: ShownPage | None = None
    query: str = ""
    found: tuple[GuideRow, ...] = ()
    close: bool = False
    """Nothing holds the words as they were typed: what was found is spelt nearly so."""
    nothing: str = ""
    """What to say where nothing was found."""
    problem: str = ""
