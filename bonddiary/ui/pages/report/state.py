"""What the Report page shows, frozen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from bonddiary.domain.period import Period
from bonddiary.report.document import ReportDocument
from bonddiary.report.request import NameShown, ReportRequest
from bonddiary.ui.pages.report.choices import Choices


class Paper(StrEnum):
    """What is to be printed."""

    PAGE = "page"
    SHEETS = "sheets"
    """Blank days to fill in by hand."""
    GIVEN = "given"
    """A sheet that another place made."""


class Act(StrEnum):
    """How it leaves the program."""

    PRINT = "print"
    PDF = "pdf"
    WEB = "html"
    TABLE = "csv"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a preview was made of. Equal ones give the same page."""

    paper: Paper
    request: ReportRequest | None = None
    version: int = 0
    """Which state of the diary."""
    given: ReportDocument | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """The page as it is: what is shown is what is printed and saved, the very same document."""

    asked: Asked
    document: ReportDocument
    pages: tuple[bytes, ...]
    """A picture of each page; none where they couldn't be drawn."""
    words: str
    """The same in words."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note that can be chosen."""

    id: str
    lead: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry that can stay out."""

    id: str
    words: str
    kept: bool


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day that can stay out, and what is in it."""

    day: date
    words: str
    kept: bool
    entries: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, and whether it is printed."""

    id: str
    text: str
    printed: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """What couldn't be done, and what can be done about it."""

    words: str
    retry: bool = False
    instead: Act | None = None
    """Another way to take the page along."""
    of_preview: bool = False
    """There is no picture of the page, or no page."""


@dataclass(frozen=True, slots=True)
class TooLittle:
    """Why there is no page yet."""

    words: str


USUALLY = Choices()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportState:
    """Everything on the page. Before the diary is open there is no period."""

    paper: Paper = Paper.PAGE
    choices: Choices = USUALLY
    period: Period | None = None
    days: str = ""
    """The days in words."""
    notice: str = ""
    """What is to be known of the days."""
    no_visit: bool = False
    """There is no visit yet to count from."""
    unread: str = ""
    """Why the days that were typed can't be taken."""
    names: tuple[tuple[NameShown, str], ...] = ()
    reviews: tuple[str, ...] = ()
    """What the page may be for."""
    languages: tuple[str, ...] = ()
    prepared: bool = False
    """Something was prepared for a visit that could be shown."""
    questions: tuple[QuestionRow, ...] = ()
    notes: tuple[NoteRow, ...] = ()
    days_in: tuple[DayLine, ...] = ()
    preview: Preview | None = None
    working: bool = False
    """A preview is being made; the one before is shown until then."""
    too_little: TooLittle | None = None
    trouble: Trouble | None = None
    saved: Path | None = None
    printed: bool = False
    """The printer has it."""
    busy: str = ""
    """What is being written or printed."""

    @property
    def current(self) -> bool:
        """Whether the preview is of exactly these choices."""
        return self.preview is not None and not self.working
