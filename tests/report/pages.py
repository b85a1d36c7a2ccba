"""Made-up pages for tests of what is made from a ReportDocument."""

from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

from bonddiary.analysis.insight import Insight, Table
from bonddiary.report.document import Block, Grid, Items, PageKind, Picture, ReportDocument, Words
from bonddiary.report.request import Section

DAYS = tuple(
    f"{name} {day}"
    for name, day in zip(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun") * 2, range(3, 17), strict=True)
)


def insight(key: str, title: str) -> Insight[object]:
    """An insight that nothing is drawn from: tests draw pictures of their own."""
    return Insight(
        key=key,
        ready=True,
        title=title,
        subtitle="",
        words=(title,),
        sure=(),
        table=Table(title, (), ()),
        subjects=(),
        data=None,
    )


def picture(section: Section, key: str, heading: str, alt: str) -> Picture:
    """A section with a chart."""
    return Picture(
        section=section,
        heading=heading,
        insight=insight(key, heading),
        alt=alt,
        small=("Hatched: not logged. An empty space says nothing about your baby.",),
    )


def tried() -> Grid:
    """What was tried and what happened next."""
    return Grid(
        section=Section.TRIED,
        heading="What we tried, and what happened next",
        lead="Counts of what was logged, not causes.",
        table=Table(
            "Cues, what was tried, and what happened next",
            ("Cue", "Tried", "Times", "Settled", "Settled partly", "Not yet", "Not noted"),
            (
                ("Rooting", "Offered a feed", "16", "14", "1", "1", "0"),
                ("A cry that builds up", "Rocking", "11", "6", "3", "2", "0"),
                ("A cry that builds up", "Offered a feed", "9", "4", "3", "2", "0"),
                ("Grizzling", "Carrying", "9", "5", "2", "1", "1"),
                ("Rubbing eyes", "Dim and quiet", "9", "7", "1", "0", "1"),
                ("Pulling knees up", "Holding upright", "8", "3", "2", "3", "0"),
            ),
        ),
        small=("Cues logged 8 times or more, in the order of how often. 2 more are in the diary.",),
    )


def blocks() -> tuple[Block, ...]:
    """All that a usual page has, in its order."""
    return (
        Items(
            section=Section.QUESTIONS,
            heading="What we’d like to talk about",
            items=(
                "Evenings are long. Is this usual at this age?",
                "They bring up milk after most feeds. Is there something we could try?",
                "How do other families share the nights?",
            ),
            numbered=True,
            lines=0,
        ),
        Items(
            section=Section.ENJOYS,
            heading="What Robin enjoys",
            items=(
                "Songs, 9 times",
                "Being carried facing out, 7 times",
                "The window in the morning, 4 times",
            ),
        ),
        Items(
            section=Section.CHANGES,
            heading="Compared with the 2 weeks before",
            items=("Crying in the evening on 9 days, 11 before", "First smiles noted on 6 November"),
        ),
        picture(
            Section.TYPICAL_DAY,
            "typical-day",
            "A typical day",
            "Crying was logged mostly between 6pm and 9pm: on 9 of 12 days. Feeds are spread over the whole day.",
        ),
        tried(),
        Items(section=Section.PLAN, heading="Answers", items=(), lines=3),
        Items(section=Section.PLAN, heading="What we agreed", items=(), lines=3),
        picture(
            Section.DAYS,
            "days",
            "Every day, from midnight to midnight",
            "14 rulers of 24 hours. Monday 3: crying from 6pm to 7:30pm. The table of the diary has every day.",
        ),
    )


def page(**more: Any) -> ReportDocument:
    """Two usual weeks."""
    usual = ReportDocument(
        kind=PageKind.PROFILE,
        language="en-GB",
        title="Robin’s diary, 3 to 16 November 2026",
        under_title=(
            "7 to 9 weeks old.",
            "For the 6 to 8 week review.",
            "Written by a parent or carer: counts, not causes.",
            "Not a medical assessment.",
        ),
        logged_heading="How much was logged",
        logged=(
            "12 of 14 days, 74 moments.",
            "3 whole days. 2 people noted.",
            "2 days have no entry: that isn’t the same as a quiet day.",
        ),
        blocks=blocks(),
        foot=(
            "Fussing: unsettled sounds, not yet crying. Crying: loud, with tears or without.",
            "Crying that nothing soothed: it went on, whatever was tried.",
            "A moment is one entry: what was noticed, what was tried and what happened next.",
            "A parent’s own notes, not an assessment. Counts say what was logged, not what caused it.",
            "Not for emergencies: call 999. For advice now, call 111.",
        ),
        made="Made with Bond Diary 0.1.0 on 16 November 2026",
        made_on=date(2026, 11, 16),
        inside="In it: 74 moments. No notes. People hidden.",
    )
    return replace(usual, **more)


def with_words(text: str, **more: Any) -> ReportDocument:
    """A page that says this everywhere a family's own words can stand."""
    return page(
        title=f"{text} diary",
        under_title=(text,),
        logged=(text,),
        blocks=(
            Items(section=Section.QUESTIONS, heading="Questions", items=(text, "Another"), numbered=True),
            Words(section=Section.NOTES, heading=text, paragraphs=(text, text)),
            Grid(
                section=Section.TRIED,
                heading="Tried",
                table=Table(text, ("Cue", text), ((text, "1"), ("Rooting", text))),
                lead=text,
                small=(text,),
            ),
        ),
        **more,
    )


def drawing(picture: Picture, document: ReportDocument, width: int) -> bytes:
    """An SVG as a chart would be: rulers of a fortnight, with words."""
    wide, row = width * 0.72, 12 if picture.insight.key == "days" else 40
    days = DAYS if picture.insight.key == "days" else ("All",)
    parts = []
    for line, name in enumerate(days):
        top = line * row
        parts.append(f'<text x="0" y="{top + 9}" style="font: 8.6px \'DejaVu Sans\'">{escape(name)}</text>')
        parts.append(
            f'<rect x="50" y="{top + 1}" width="{wide - 50}" height="{row - 2}" fill="#F1ECE3" stroke="#78716A"/>'
        )
        parts.append(
            f'<rect x="{250 + 9 * line % 70}" y="{top + 2}" width="40" height="{row - 4}" fill="#2A4F8C"/>'
        )
    high = row * len(days)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}">'
        f"{''.join(parts)}</svg>"
    ).encode()
