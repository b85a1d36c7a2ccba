"""`bonddiary chart`: one chart as a picture, or its numbers."""

from __future__ import annotations

import logging
import os
from argparse import ArgumentParser, Namespace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bonddiary.cli.arguments import add_baby, add_period, period
from bonddiary.cli.babies import baby_there
from bonddiary.cli.codes import DONE, REFUSED, BadUsage
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say, say_problem
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import UnknownKey
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

if TYPE_CHECKING:
    from bonddiary.analysis.insight import Insight
    from bonddiary.analysis.insights import Insights
    from bonddiary.diary.diary import Diary

ENDINGS = (".png", ".svg", ".pdf")
CONTRAST = "contrast"
"""Black on white: the one theme without a table of colours."""
THEMES = ("day", "dusk", "night", CONTRAST)
USUAL_DAYS = 14
WEEKS_DAYS = 57
"""For the chart of weeks: eight of them, beside today, which it leaves out."""
LONGEST = 366


def add_arguments(parser: ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("chart", metavar="KEY", help="which chart, such as two-weeks")
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="a new file that ends in .png, .svg or .pdf"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="its numbers in place of a picture: to FILE, or else to the terminal",
    )
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0], help="its colours")
    parser.add_argument("--force", action="store_true", help="write over a file that is there already")
    add_period(parser)
    add_baby(parser)


def run(call: Call, given: Namespace) -> int:
    """Writes the picture or the numbers; a picture of too little is refused with how much there is."""
    _check_output(given)
    with call.diary() as diary:
        baby = baby_there(call, diary, given.baby)
        insights = _insights(diary, baby, given, call.clock())
    if given.chart not in insights.charts:
        raise UnknownKey(f"There is no chart called “{given.chart}”. There is: {', '.join(insights.charts)}.")
    insight = insights.charts[given.chart]
    if given.json:
        return _tell_numbers(given, insight, insights)
    if not insight.ready:
        say_problem(" ".join(dict.fromkeys([insight.title, *insight.words])))
        return REFUSED
    _prepare_matplotlib(call)
    from bonddiary.charts.render import save
    from bonddiary.charts.style import ChartStyle, in_black
    from bonddiary.system.themes import ThemeKey, tokens

    colours = in_black() if given.theme == CONTRAST else tokens(ThemeKey(given.theme))
    style = ChartStyle(colours, titled=True)
    save(insight, style, given.output, overwrite=given.force)
    say(f"Saved {given.output}: {insight.title}")
    say(insights.coverage.line)
    return DONE


def _check_output(given: Namespace) -> None:
    if given.json:
        return
    if given.output is None:
        raise BadUsage("Give --output a file for the picture, or --json for the numbers.")
    if given.output.suffix.lower() not in ENDINGS:
        raise BadUsage(
            f"Pictures are saved as {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}. "
            "Give --output a name with one of these endings."
        )


def _tell_numbers(given: Namespace, insight: Insight[object], insights: Insights) -> int:
    """All of it, also of a chart that has too little to be drawn: it says so itself."""
    import json

    from bonddiary.analysis.plain import plain_insight
    from bonddiary.system.files import atomic_write

    numbers = plain_insight(insight, insights.coverage)
    if given.output is None:
        for line in json.dumps(numbers, indent=2).splitlines():  # no terminal lacks its letters
            say(line)
    else:
        text = json.dumps(numbers, ensure_ascii=False, indent=2)
        atomic_write(given.output, [f"{text}\n".encode()], overwrite=given.force)
        say(f"Saved {given.output}: {insight.title}")
    return DONE


def _insights(diary: Diary, baby: Baby, given: Namespace, now: When) -> Insights:
    from bonddiary.analysis.insights import build_insights, needed
    from bonddiary.analysis.names import Names
    from bonddiary.analysis.privacy import shareable
    from bonddiary.content.loader import load_catalog

    span = period(
        given, _usual(diary.whole_period(baby.id), now, WEEKS_DAYS if given.chart == "weeks" else USUAL_DAYS)
    )
    if span.days > LONGEST:
        raise BadUsage(
            f"A chart shows at most a year; from {span.first} to {span.last} is longer. Give --from or --to."
        )
    names = Names.of(load_catalog(), diary.words())
    days = needed(span)
    told = shareable(diary.moments(baby.id, days), names.catalog)  # what is private goes into no file
    return build_insights(told, diary.care(baby.id, days), diary.day_marks(baby.id, days), span, now, names)


def _usual(whole: Period | None, now: When, days: int) -> Period:
    """The days up to today, or up to the last entry of a diary that ended longer ago."""
    today = now.day
    lately = whole is None or whole.last > today - timedelta(days=days)
    return Period.ending(today if lately or whole is None else whole.last, days)


def _prepare_matplotlib(call: Call) -> None:
    """Its font list goes to our own folder; what it says of itself is nothing for a parent."""
    os.environ.setdefault("MPLCONFIGDIR", str(call.paths.chart_cache))
    logging.getLogger("matplotlib").setLevel(logging.ERROR)


COMMAND = Command("chart", "save a chart as a picture, or print its numbers", add_arguments, run)
