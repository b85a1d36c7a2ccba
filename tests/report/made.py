"""A small diary written by hand, and pages made of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from bonddiary.analysis.names import Names
from bonddiary.content.loader import load_catalog
from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.care import CareEvent, CareKind, DayMark
from bonddiary.domain.ids import BabyId, CarerId, OutcomeKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.visit import Visit
from bonddiary.domain.when import When
from bonddiary.report.build import build_report
from bonddiary.report.document import Block, Grid, Items, Picture, ReportDocument, Words
from bonddiary.report.records import ReportRecords
from bonddiary.report.request import ReportRequest, Section
from tests import builders
from tests.builders import cue_keys, response_keys, when

PERIOD = Period(date(2026, 11, 3), date(2026, 11, 16))
NOW = when("2026-11-16T21:00")
SAM = Carer(id=CarerId("01a1e000-0000-7000-8000-0000000000c1"), label="Sam")
ROBIN = Baby(id=BabyId(builders.ROBIN.id), nickname="Robin", born=date(2026, 9, 20))


@cache
def names(language: str = "en") -> Names:
    """The shipped words."""
    return Names.of(load_catalog(language))


def noted(
    at: str,
    cues: str = "rooting",
    tried: str = "",
    then: str = "",
    minutes: int = 0,
    **changes: Any,
) -> Moment:
    """A moment in short: "03T08:00", keys without "r-" and "out-"."""
    begins = when(f"2026-11-{at}" if len(at) < 10 else at)
    ends = begins.shifted(timedelta(minutes=minutes)) if minutes else None
    usual = {
        "at": begins,
        "until": ends,
        "entered": ends or begins,
        "cues": cue_keys(*cues.split()),
        "responses": response_keys(*(f"r-{key}" for key in tried.split())),
        "outcome": OutcomeKey(f"out-{then}") if then else None,
    }
    return builders.moment(changes.pop("id", None), **{**usual, **changes})


def fed(at: str, minutes: int = 20, kind: CareKind = CareKind.FEED, **changes: Any) -> CareEvent:
    """A care event in short."""
    begins = when(f"2026-11-{at}")
    ends = begins.shifted(timedelta(minutes=minutes)) if minutes else None
    usual = {"kind": kind, "at": begins, "until": ends, "entered": ends or begins}
    return builders.care(changes.pop("id", None), **{**usual, **changes})


def small_diary() -> tuple[Moment | CareEvent | DayMark, ...]:
    """Four logged days of fourteen: rooting 8 times, crying 3, two smiles; and two days before them."""
    rooting = [
        noted(f"{day:02}T{hour:02}:10", tried=tried, then=then)
        for day, hour, tried, then in (
            (3, 7, "feed-responsive", "settled"),
            (3, 11, "feed-responsive", "settled"),
            (3, 15, "feed-responsive", "partly"),
            (4, 7, "feed-responsive", "settled"),
            (4, 11, "hold", "same"),
            (5, 7, "feed-responsive", ""),
            (5, 11, "", ""),
            (9, 7, "hold feed-responsive", "asleep"),
        )
    ]
    return (
        *rooting,
        noted("03T18:30", "cry-fuss", "carry-walk", "settled", minutes=25),
        noted("04T18:40", "cry-fuss knees-up", "carry-walk", "passed", minutes=5, about=True),
        noted("05T19:00", "cry-rhythmic", "hold", "unknown"),
        noted("05T10:00", "smile", "talk", "carried-on", note="First smile at Sam.", carer=SAM.id),
        noted("09T10:00", "smile", "talk", "took-break"),
        fed("03T07:15", details=(("method", "breast"),)),
        fed("04T07:15", details=(("method", "bottle"),), note="A new bottle."),
        fed("03T21:00", 300, CareKind.SLEEP),
        fed("05T08:00", 0, CareKind.NAPPY, details=(("nappy", "wet"),)),
        fed("05T12:00", 0, CareKind.MEDICINE, details=(("name", "Vitamin"),)),
        builders.day_mark(date(2026, 11, 3)),
        noted("2026-10-25T09:00", "hiccups"),
        noted("2026-10-26T09:00", "cry-fuss"),
    )


def records(*entries: object, **changes: Any) -> ReportRecords:
    """What a page is counted from; without entries, the small diary."""
    every: Sequence[object] = entries or small_diary()
    usual = {
        "baby": ROBIN,
        "moments": tuple(each for each in every if isinstance(each, Moment)),
        "care": tuple(each for each in every if isinstance(each, CareEvent)),
        "marks": tuple(each for each in every if isinstance(each, DayMark)),
        "visits": tuple(each for each in every if isinstance(each, Visit)),
        "questions": (),
        "carers": (SAM,),
        "words": (),
    }
    return ReportRecords(**{**usual, **changes})


def page(
    found: ReportRecords | None = None, now: When = NOW, language: str = "en", **asked: Any
) -> ReportDocument:
    """A page about the two weeks."""
    request = ReportRequest(**{"period": PERIOD, **asked})
    shown = (
        replace(names(language), own=Names.of(names(language).catalog, found.words).own)
        if found
        else names(language)
    )
    return build_report(request, found or records(), shown, now, "0.1.0")


def everything(**asked: Any) -> dict[str, Any]:
    """All parts."""
    return {"sections": frozenset(Section), **asked}


def part(document: ReportDocument, section: Section) -> Block:
    """The part's first block."""
    return next(block for block in document.blocks if block.section is section)


def grid(document: ReportDocument, section: Section) -> Grid:
    """The part's grid."""
    return next(block for block in document.blocks if block.section is section and isinstance(block, Grid))


def texts(document: ReportDocument) -> list[str]:
    """Every text of a page, those of its pictures and rows too."""
    said = [
        document.title,
        *document.under_title,
        document.logged_heading,
        *document.logged,
        *document.foot,
        document.made,
        document.inside,
        document.file_stem,
    ]
    for block in document.blocks:
        said += [block.heading, *_block_texts(block)]
    tables = [document.rows] if document.rows else []
    for table in tables:
        said += [table.caption, *table.headers, *(cell for row in table.rows for cell in row)]
    return said


def _block_texts(block: Block) -> list[str]:
    if isinstance(block, Words):
        return [*block.paragraphs]
    if isinstance(block, Items):
        return [block.lead, *block.items, *block.small]
    if isinstance(block, Picture):
        insight = block.insight
        cells = [cell for row in insight.table.rows for cell in row]
        return [block.alt, *block.small, insight.title, insight.subtitle, *insight.words, *cells]
    cells = [cell for row in block.table.rows for cell in row]
    return [block.lead, block.table.caption, *block.table.headers, *cells, *block.small]
