"""`bonddiary report`: the page for the health visitor as a file."""

from __future__ import annotations

import json
import logging
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bonddiary import __version__
from bonddiary.cli.arguments import add_baby, add_period, day, period, words
from bonddiary.cli.babies import baby_there
from bonddiary.cli.codes import DONE, BadUsage
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import NotFound
from bonddiary.domain.period import Period
from bonddiary.domain.visit import Visit
from bonddiary.domain.when import When
from bonddiary.report.request import USUAL, NameShown, ReportRequest, Section

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary
    from bonddiary.report.document import ReportDocument
    from bonddiary.report.records import ReportRecords

USUAL_DAYS = 14
LONGEST = 366
DAY = timedelta(days=1)
DUTY = "What you share is your choice. A professional has a duty to act if they see a risk of harm."


def add_arguments(parser: ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="a new file that ends in .pdf, .html or .csv"
    )
    parser.add_argument("--json", action="store_true", help="print its words and numbers as JSON")
    parser.add_argument("--force", action="store_true", help="write over a file that is there already")
    add_period(parser)
    parser.add_argument("--since-visit", action="store_true", help="from the day after the last visit")
    add_baby(parser)
    _add_what_is_shown(parser)
    _add_what_stays_out(parser)
    parser.add_argument("--grey", action="store_true", help="for a printer without colours")
    parser.add_argument("--large", action="store_true", help="large print")
    parser.add_argument("--language", type=words, default="", metavar="CODE", help="the page’s language")


def _add_what_is_shown(parser: ArgumentParser) -> None:
    sections = [section.value for section in Section]
    parser.add_argument(
        "--name",
        choices=[shown.value for shown in NameShown],
        default=NameShown.NICKNAME.value,
        help="how your baby is named on it",
    )
    parser.add_argument(
        "--with", dest="more", action="append", default=[], choices=sections, help="with this part as well"
    )
    parser.add_argument("--purpose", type=words, default="", metavar="TEXT", help="what the page is for")
    parser.add_argument("--coping", type=words, default="", metavar="TEXT", help="how you are doing")
    parser.add_argument(
        "--note", action="append", default=[], type=words, metavar="ID", help="print the note of this entry"
    )
    parser.add_argument("--carers", action="store_true", help="show who noted")


def _add_what_stays_out(parser: ArgumentParser) -> None:
    sections = [section.value for section in Section]
    parser.add_argument(
        "--without", action="append", default=[], choices=sections, help="leave this part out"
    )
    parser.add_argument(
        "--without-entry", action="append", default=[], type=words, metavar="ID", help="leave this entry out"
    )
    parser.add_argument(
        "--without-day", action="append", default=[], type=day, metavar="DAY", help="leave this day out"
    )


def run(call: Call, given: Namespace) -> int:
    """Writes the page and prints what is in it; too little logged is refused with how much there is."""
    make = _maker(given)
    document = _document(call, given)
    if given.json:
        print(json.dumps(numbers(document), indent=1))
        return DONE
    if make is not None:
        _prepare_matplotlib(call)
        from bonddiary.system.files import atomic_write

        atomic_write(given.output, [make(document)], overwrite=given.force)
    say(document.inside)
    say(f"Saved {given.output.resolve()}")
    say(DUTY)
    return DONE


def numbers(document: ReportDocument) -> dict[str, object]:
    """What a page says and counts, as plain values; of a picture its words and its table."""
    from bonddiary.report.document import Grid, Items, Picture, Words

    parts: list[dict[str, object]] = []
    for block in document.blocks:
        part: dict[str, object] = {"section": block.section.value, "heading": block.heading}
        if isinstance(block, Words):
            part["paragraphs"] = block.paragraphs
        elif isinstance(block, Items):
            part |= {"lead": block.lead, "items": block.items, "small": block.small}
        else:
            table = block.insight.table if isinstance(block, Picture) else block.table
            part |= {"headers": table.headers, "rows": table.rows, "small": block.small}
            part["lead"] = block.lead if isinstance(block, Grid) else block.alt
        parts.append(part)
    about = ("language", "title", "under_title", "logged", "foot", "made", "inside")
    rows = document.rows
    return {
        **{name: getattr(document, name) for name in about},
        "parts": parts,
        "entries": {"headers": rows.headers, "rows": rows.rows} if rows else {},
    }


def _maker(given: Namespace) -> Callable[[ReportDocument], bytes] | None:
    """What makes the file, by its ending; None where none is asked for. Raises BadUsage."""
    if given.output is None:
        if given.json:
            return None
        raise BadUsage("Say where the page goes: --output page.pdf, .html or .csv.")
    if given.json:
        raise BadUsage("--json prints the page. Leave --output out.")
    makers = {".pdf": _pdf, ".html": _web_page, ".csv": _table}
    make = makers.get(given.output.suffix.lower())
    if make is None:
        raise BadUsage(f"A page is saved as {', '.join(makers)}. Give --output a name with such an ending.")
    return make


def _pdf(document: ReportDocument) -> bytes:
    from bonddiary.report.pdf import pdf

    return pdf(document)


def _web_page(document: ReportDocument) -> bytes:
    from bonddiary.report.html import web_page

    return web_page(document)


def _table(document: ReportDocument) -> bytes:
    from bonddiary.report.table import table_file

    return table_file(document)


def _document(call: Call, given: Namespace) -> ReportDocument:
    from bonddiary.analysis.names import Names
    from bonddiary.content.loader import load_catalog
    from bonddiary.report.build import build_report
    from bonddiary.report.records import gather

    language, now = _language(given.language), call.clock()
    with call.diary() as diary:
        baby = baby_there(call, diary, given.baby)
        span = _period(given, diary, baby, now)
        records = gather(diary, baby, span)
    names = Names.of(load_catalog(language), records.words)
    return build_report(_request(given, records, span, language), records, names, now, __version__)


def _request(given: Namespace, records: ReportRecords, span: Period, language: str) -> ReportRequest:
    from bonddiary.report.records import open_questions

    _refuse_unknown([*given.note, *given.without_entry], records)
    asked = {Section(each) for each in given.more}
    asked |= {Section.NOTES} if given.note else set()
    asked |= {Section.COPING} if given.coping else set()
    return ReportRequest(
        period=span,
        name=NameShown(given.name),
        sections=(USUAL | asked) - {Section(each) for each in given.without},
        notes=frozenset(given.note),
        without=frozenset(given.without_entry),
        without_days=frozenset(given.without_day),
        carers=given.carers,
        purpose=given.purpose,
        coping=given.coping,
        language=language,
        grey=given.grey,
        large=given.large,
        questions=open_questions(records),
    )


def _refuse_unknown(ids: list[str], records: ReportRecords) -> None:
    """An entry that was to stay out would be on the page if a slip in its id went unsaid. Raises NotFound."""
    there: set[str] = {moment.id for moment in records.moments}
    there |= {event.id for event in records.care}
    for id in ids:
        if id not in there:
            raise NotFound(f"There is no entry “{id}” in these days, so no page was made.")


def _language(asked: str) -> str:
    from bonddiary.content.loader import content_languages
    from bonddiary.report.saying import content_language

    found = content_language(asked)
    if asked and found.partition("-")[0] != asked.partition("-")[0]:
        raise BadUsage(f"There is no page in “{asked}” yet. There is: {', '.join(content_languages())}.")
    return found


def _period(given: Namespace, diary: Diary, baby: Baby, now: When) -> Period:
    """The days asked for; without any, the last two weeks, or those before the last entry of an older diary."""
    if given.since_visit:
        if given.first is not None:
            raise BadUsage("--since-visit says where the days begin. Leave --from out.")
        usual = Period(_last_visit(diary, baby, now) + DAY, now.day)
    else:
        whole = diary.whole_period(baby.id)
        old = whole is not None and whole.last <= now.day - USUAL_DAYS * DAY
        usual = Period.ending(whole.last if whole is not None and old else now.day, USUAL_DAYS)
    span = period(given, usual)
    if span.days > LONGEST:
        raise BadUsage(
            f"A page is about a year at most; from {span.first} to {span.last} is longer. Give --from or --to."
        )
    return span


def _last_visit(diary: Diary, baby: Baby, now: When) -> date:
    days = [visit.day for visit in diary.all(Visit) if visit.baby == baby.id and visit.day < now.day]
    if not days:
        raise NotFound("No visit before today is noted. Give the days with --from and --to.")
    return max(days)


def _prepare_matplotlib(call: Call) -> None:
    """Its font list goes to our own folder; what it says of itself is nothing for a parent."""
    os.environ.setdefault("MPLCONFIGDIR", str(call.paths.chart_cache))
    logging.getLogger("matplotlib").setLevel(logging.ERROR)


COMMAND = Command("report", "save the page for the health visitor as a file", add_arguments, run)
