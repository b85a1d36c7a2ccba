"""A page as data: every word and number that will be on it, in reading order. PDF, web page, print and table are drawn
from this alone, so that they say the same."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bonddiary.analysis.insight import Insight, Table
from bonddiary.report.request import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A heading and paragraphs."""

    section: Section
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A heading and a list."""

    section: Section
    heading: str
    items: tuple[str, ...]
    numbered: bool = False
    lead: str = ""
    """A sentence before the list; blank for none."""
    lines: int = 0
    """Empty lines to write on, under each item; with no items, under the heading."""
    small: tuple[str, ...] = ()
    """Sentences in small print under it: ranges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A heading and a table: the first column names the row, `headers` the columns."""

    section: Section
    heading: str
    table: Table
    lead: str = ""
    small: tuple[str, ...] = ()
    """Sentences in small print under it: ranges, what is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A heading and a chart, drawn by the chart modules from its insight; `insight.words` are its words."""

    section: Section
    heading: str
    insight: Insight[object]
    alt: str
    """What it shows, for those who can't see it."""
    small: tuple[str, ...] = ()


Block = Words | Items | Grid | Picture


class PageKind(StrEnum):
    """How the blocks are arranged."""

    PROFILE = "profile"
    """The page for the health visitor: one side of A4 where it fits, else the days on a second one."""
    SHEET = "sheet"
    """Rulers to fill in by hand, seven days a page."""
    HAND_OVER = "hand-over"
    """Half a page, or a whole one, for whoever looks after the baby next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument:
    """The Baby Day Profile, or a sheet that is made the same way."""

    kind: PageKind = PageKind.PROFILE
    language: str
    """BCP 47: "en-GB"."""
    right_to_left: bool = False
    title: str
    """ "Robin’s diary, 3 to 16 November 2026"; without a name "A baby’s diary, …"."""
    under_title: tuple[str, ...]
    """Age, what the page is for, who wrote it, and what it is not: short sentences."""
    logged_heading: str
    logged: tuple[str, ...]
    """How much was logged, and what that means for reading the page."""
    blocks: tuple[Block, ...]
    """In reading order."""
    foot: tuple[str, ...]
    """Definitions; a parent's own notes, not an assessment; not for emergencies."""
    made: str
    """ "Made with Bond Diary 0.1.0 on 16 November 2026"."""
    made_on: date
    inside: str
    """What is in it, for whoever gives it away: "In it: 74 moments. No notes. People hidden."."""
    grey: bool = False
    large: bool = False
    file_stem: str = "diary-page"
    """A neutral name for a file, without its ending: nobody's name is in it."""
    rows: Table | None = None
    """The entries that the page was counted from, as the table that can be saved."""
