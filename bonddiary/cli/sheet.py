"""`bonddiary sheet`: a blank ruler sheet to fill in by hand, or a hand-over sheet for whoever looks after the baby next."""

from __future__ import annotations

import logging
import os
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bonddiary import __version__
from bonddiary.cli.arguments import add_baby, day, words
from bonddiary.cli.babies import baby_there
from bonddiary.cli.codes import DONE, BadUsage
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say
from bonddiary.domain.errors import UnknownKey
from bonddiary.domain.ids import CueKey
from bonddiary.domain.period import Period
from bonddiary.report.request import NameShown

if TYPE_CHECKING:
    from bonddiary.analysis.phrasebook import Phrasebook
    from bonddiary.report.document import ReportDocument

BLANK, HAND_OVER = "blank", "hand-over"
ENDINGS = (".pdf", ".html")
MOST_PAGES = 12
WEEKS, MOST_WEEKS = 4, 52
LAST_CARE = 7


def add_arguments(parser: ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("kind", choices=(BLANK, HAND_OVER), help="which sheet")
    parser.add_argument(
        "--output", type=Path, required=True, metavar="FILE", help="a new file that ends in .pdf or .html"
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there already")
    parser.add_argument("--large", action="store_true", help="large print")
    blank = parser.add_argument_group("blank")
    blank.add_argument(
        "--from", dest="first", type=day, metavar="DAY", help="with dates from this day on, like 2026-11-01"
    )
    blank.add_argument("--pages", type=int, default=1, metavar="N", help="how many pages of 7 days")
    over = parser.add_argument_group(HAND_OVER)
    over.add_argument(
        "--cue", dest="cues", action="append", default=[], type=words, metavar="KEY",
        help="a cue to print, such as rooting; may be given again. Without it: the 6 noted most often",
    )  # fmt: skip
    over.add_argument("--weeks", type=int, default=WEEKS, metavar="N", help="counted from so many weeks")
    over.add_argument("--last-times", action="store_true", help="when a feed, a sleep, a nappy came last")
    over.add_argument("--hard", type=words, default="", metavar="TEXT", help="what you do when it gets hard")
    over.add_argument("--numbers", action="store_true", help="your own numbers, as the help page has them")
    over.add_argument(
        "--name", choices=[each.value for each in NameShown], default="nickname", help="how the baby is named"
    )
    over.add_argument("--grey", action="store_true", help="in black and white")
    add_baby(parser)


def run(call: Call, given: Namespace) -> int:
    """Writes the sheet and prints what is in it."""
    if given.output.suffix.lower() not in ENDINGS:
        raise BadUsage(f"Sheets are saved as {' or '.join(ENDINGS)}. Give --output such a name.")
    if not 1 <= given.pages <= MOST_PAGES or not 1 <= given.weeks <= MOST_WEEKS:
        raise BadUsage(f"--pages goes from 1 to {MOST_PAGES}, --weeks from 1 to {MOST_WEEKS}.")
    document = _blank(call, given) if given.kind == BLANK else _hand_over(call, given)
    _prepare_matplotlib(call)
    from bonddiary.report.html import web_page
    from bonddiary.report.pdf import pdf
    from bonddiary.system.files import atomic_write

    made = pdf(document) if given.output.suffix.lower() == ".pdf" else web_page(document)
    atomic_write(given.output, [made], overwrite=given.force)
    say(f"Saved {given.output}: {document.title}")
    say(document.inside)
    return DONE


def _blank(call: Call, given: Namespace) -> ReportDocument:
    from bonddiary.report.sheets import blank_sheets

    now = call.clock()
    return blank_sheets(given.first, pages=given.pages, large=given.large, now=now, version=__version__)


def _hand_over(call: Call, given: Namespace) -> ReportDocument:
    from bonddiary.analysis.names import Names
    from bonddiary.analysis.phrasebook import phrasebook
    from bonddiary.content.guidance import load_safety
    from bonddiary.content.loader import load_catalog
    from bonddiary.report.hand_over import HandOverRequest, hand_over
    from bonddiary.system.region import region
    from bonddiary.system.settings import load_settings

    now = call.clock()
    with call.diary() as diary:
        baby = baby_there(call, diary, given.baby)
        names = Names.of(load_catalog(), diary.words())
        period = Period.ending(now.day, given.weeks * 7)
        book = phrasebook(diary.moments(baby.id, period), period, names, now)
        lately = Period.ending(now.day, LAST_CARE)
        care = diary.care(baby.id, lately) if given.last_times else ()
    settings = load_settings(call.paths.settings)
    request = HandOverRequest(
        cues=_cues(given.cues, book),
        name=NameShown(given.name),
        last_care=given.last_times,
        hard=given.hard,
        numbers=settings.own_numbers if given.numbers else "",
        grey=given.grey,
        large=given.large,
    )
    guide = load_safety(country=settings.country, region=region())
    return hand_over(request, book, care, guide, names, baby, now, __version__)


def _cues(asked: list[str], book: Phrasebook) -> tuple[CueKey, ...]:
    there = [phrase.cue for phrase in book.phrases]
    if unknown := [key for key in asked if key not in there]:
        offered = f" There is: {', '.join(there)}." if there else ""
        raise UnknownKey(f"“{unknown[0]}” isn’t in the phrasebook of these weeks.{offered}")
    return tuple(map(CueKey, asked)) or tuple(there[:6])


def _prepare_matplotlib(call: Call) -> None:
    """Its font list goes to our own folder; what it says of itself is nothing for a parent."""
    os.environ.setdefault("MPLCONFIGDIR", str(call.paths.chart_cache))
    logging.getLogger("matplotlib").setLevel(logging.ERROR)


COMMAND = Command(
    "sheet", "save a blank sheet, or one for whoever looks after the baby next", add_arguments, run
)
