"""What a parent asks of the page: which days, what of them, and what stays out."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bonddiary.domain.period import Period


class NameShown(StrEnum):
    """How the baby stands on the page."""

    NICKNAME = "nickname"
    INITIAL = "initial"
    NONE = "none"


class Section(StrEnum):
    """Parts of the page that can be left out, in the order of the page. Who, which days, how much was logged and the
    definitions are always there."""

    QUESTIONS = "questions"
    ENJOYS = "enjoys"
    TYPICAL_DAY = "typical-day"
    TRIED = "tried"
    CRYING = "crying"
    CHANGES = "changes"
    CARE = "care"
    NOTES = "notes"
    COPING = "coping"
    PREPARATION = "preparation"
    PLAN = "plan"
    DAYS = "days"


USUAL = frozenset(Section) - {Section.CARE, Section.NOTES, Section.COPING, Section.PREPARATION}
"""Notes, feeds and nappies, how carers are doing and what was prepared are on no page unless a parent says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """Everything that decides what is on the page, beside the diary itself. The same request over the same records
    on the same day gives the same page."""

    period: Period
    name: NameShown = NameShown.NICKNAME
    sections: frozenset[Section] = USUAL
    notes: frozenset[str] = frozenset()
    """Ids of the entries whose notes are printed; a private one never is."""
    without: frozenset[str] = frozenset()
    """Ids of entries that stay out, as if they had not been logged."""
    without_days: frozenset[date] = frozenset()
    """Days that stay out; the page says how many."""
    carers: bool = False
    """Whether the labels of those who noted are shown."""
    purpose: str = ""
    """What the page is for, in words: "6 to 8 week review"."""
    coping: str = ""
    """How the carers are doing, in their own words; on the page with Section.COPING alone."""
    language: str = ""
    """The language of content and words on the page; blank: that of the catalogue."""
    grey: bool = False
    """Drawn for a printer without colours."""
    large: bool = False
    """Large print."""
    questions: tuple[str, ...] = field(default_factory=tuple)
    """Questions to print, in order, in the parent's words."""
