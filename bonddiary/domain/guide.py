"""The guide to the program: its pages, and which of them is about which place in the window."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page, in Markdown as it stands in the repository."""

    key: str
    title: str
    markdown: str
    file: Path
    places: tuple[str, ...] = ()
    """Names of places in the window that it is about."""


@dataclass(frozen=True, slots=True)
class Guide:
    """All pages in reading order; there is at least one."""

    pages: tuple[GuidePage, ...]

    def page(self, key: str) -> GuidePage | None:
        """The page with this key."""
        return next((each for each in self.pages if each.key == key), None)

    def about(self, topic: str) -> GuidePage:
        """The page about a place or with this key; the first page where there is none."""
        of_place = (each for each in self.pages if topic in each.places)
        return next(of_place, None) or self.page(topic) or self.pages[0]

    def linked(self, link: str) -> GuidePage | None:
        """The page that a link in another one leads to, such as `catching-up.md`."""
        name = link.partition("#")[0].rpartition("/")[2]
        return next((each for each in self.pages if each.file.name == name), None)
