"""Blank sheets: the 24-hour ruler to fill in by hand, for carers without the laptop."""

from datetime import date, timedelta

from bonddiary.analysis.behaviours import blank_days
from bonddiary.domain import wording
from bonddiary.domain.period import Period
from bonddiary.domain.when import When
from bonddiary.report.document import Block, Items, PageKind, Picture, ReportDocument
from bonddiary.report.request import Section

A_WEEK = 7
MOST_PAGES = 12
NOTE_LINES = 18
LARGE_DAYS, LARGE_LINES = 4, 16
"""Large print has fewer days on a page, and how to fill them in on the page behind."""
TITLE = "24-hour diary sheet"
HOW = (
    "Each row is a day, from midnight to midnight. Each small step is 5 minutes.",
    "Shade the time with a pattern from the key, such as sleep or feeding.",
    "For something short, such as a yawn, draw a line at its time. You can write a word beside it.",
    "Leave it blank where you don’t know. Gaps are fine.",
)
NOTES = "What you noticed and when, what you tried, and what happened next."
FOOT = (
    "A carer’s own notes, not an assessment. In an emergency, call your emergency number, such as 999 or 112."
)


def blank_sheets(
    first: date | None,
    days: int = A_WEEK,
    pages: int = 1,
    language: str = "en-GB",
    large: bool = False,
    *,
    now: When,
    version: str,
) -> ReportDocument:
    """So many pages of `days` rulers each, from a day on or with room for the dates. Nobody's name is on them."""
    pages = max(1, min(pages, MOST_PAGES))
    a_leaf = min(days, LARGE_DAYS) if large else days
    blocks: list[Block] = []
    for place in range(0, days * pages, a_leaf):
        begins = None if first is None else first + timedelta(days=place)
        blocks += _leaf(begins, min(a_leaf, days * pages - place), large)
    return ReportDocument(
        kind=PageKind.SHEET,
        language=language,
        title=TITLE,
        under_title=("For anyone who looks after the baby. Fill in what you can.",),
        logged_heading="",
        logged=(),
        blocks=tuple(blocks),
        foot=(FOOT,),
        made=f"Made with Bond Diary {version} on {wording.day(now.day)}.",
        made_on=now.day,
        inside=f"In it: blank rulers for {wording.counted(days * pages, 'day')}. No entries. No names.",
        grey=True,
        large=large,
        file_stem="blank-diary-sheet",
    )


def _leaf(first: date | None, days: int, large: bool) -> list[Block]:
    """Rulers, and for the page behind them lines to write on."""
    insight = blank_days(first, days)
    ruler = Picture(
        section=Section.DAYS,
        heading=_heading(first, days),
        insight=insight,
        alt=" ".join(insight.words),
        small=() if large else (" ".join(HOW[:2]), " ".join(HOW[2:])),
    )
    lines = LARGE_LINES if large else NOTE_LINES
    notes = Items(section=Section.NOTES, heading="Cues and notes", items=(), lead=NOTES, lines=lines)
    how = Items(section=Section.DAYS, heading="How to fill this in", items=HOW)
    return [ruler, how, notes] if large else [ruler, notes]


def _heading(first: date | None, days: int) -> str:
    if first is None:
        return wording.counted(days, "day")
    return wording.period(Period(first, first + timedelta(days=days - 1)))
