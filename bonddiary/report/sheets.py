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
NOTE_LINES = 5
TITLE = "24-hour diary sheet"
HOW = (
    "Each row is a day, from midnight to midnight. Each small step is 5 minutes.",
    "Shade the time with the pattern from the key: sleep, feeding, crying.",
    "For something short, such as a yawn, draw a line at its time.",
    "You can write a word above it: what you noticed, or what you tried.",
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
    blocks: list[Block] = []
    for page in range(pages):
        begins = None if first is None else first + timedelta(days=page * days)
        blocks += _page(begins, days)
    blocks.append(Items(section=Section.DAYS, heading="How to fill this in", items=HOW))
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
        inside=f"In it: {wording.counted(pages, 'page')} of blank rulers. No entries. No names.",
        grey=True,
        large=large,
        file_stem="blank-diary-sheet",
    )


def _page(first: date | None, days: int) -> tuple[Block, Block]:
    insight = blank_days(first, days)
    return (
        Picture(
            section=Section.DAYS,
            heading=_heading(first, days),
            insight=insight,
            alt=" ".join(insight.words),
            small=(insight.subtitle,),
        ),
        Items(section=Section.NOTES, heading="Cues and notes", items=(), lead=NOTES, lines=NOTE_LINES),
    )


def _heading(first: date | None, days: int) -> str:
    if first is None:
        return f"{wording.counted(days, 'day')} from"
    return wording.period(Period(first, first + timedelta(days=days - 1)))
