"""Crying and fussing, when it was noted: when, how long, what was tried. Nothing is set beside other babies."""

from collections import Counter
from collections.abc import Iterator

from bonddiary.analysis.blocks import FEWEST, HOURS, count_blocks
from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.two_weeks import Finding
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import ResponseKey
from bonddiary.report.counted import Counted
from bonddiary.report.document import Block, Words
from bonddiary.report.request import Section

MOST_TRIED = 4


def crying(page: Counted) -> Iterator[Block]:
    """Sentences, each with its count."""
    said = _said(page) if page.crying else iter([page.say("crying-none")])
    yield Words(section=Section.CRYING, heading=page.say("crying-heading"), paragraphs=tuple(said))


def _said(page: Counted) -> Iterator[str]:
    say, noted = page.say, page.crying
    days = len({moment.at.day for moment in noted})
    yield say("crying-times", times=say("times", len(noted)), count=days, days=say("days", page.used))
    yield from _block(page)
    yield from _longest(page)
    yield from _tried(page)


def _block(page: Counted) -> Iterator[str]:
    """A block of three hours is named by the rule of the charts alone."""
    say = page.say
    blocks = count_blocks((moment.at for moment in page.crying), page.used)
    block = blocks.candidate()
    if block is not None and Finding("", block, blocks, Family.CRYING).evidence.clear:
        yield say(
            "crying-block",
            blocks.counts[block],
            first=say.hour(block * HOURS),
            last=say.hour(block * HOURS + HOURS),
            times=say("times", blocks.total),
            days=say("days", blocks.days[block]),
        )
    elif blocks.total >= FEWEST:
        yield say("crying-no-block")


def _longest(page: Counted) -> Iterator[str]:
    say = page.say
    timed = [(length, moment) for moment in page.crying if (length := moment.length) is not None]
    if not timed:
        yield say("crying-no-length")
        return
    length, moment = max(timed, key=lambda each: each[0])
    times, day = say("times", len(page.crying)), say.weekday(moment.at.day)
    yield say("crying-longest", len(timed), length=say.length(length), day=day, times=times)


def _tried(page: Counted) -> Iterator[str]:
    say, names = page.say, page.names
    found = Counter[tuple[ResponseKey, ...]](m.responses for m in page.crying if m.responses)
    named = [(say.sequence([names.response(key) for key in keys]), many) for keys, many in found.items()]
    named.sort(key=lambda each: (-each[1], each[0]))
    items = [say("named-times", name=in_sentence(n), times=say("times", m)) for n, m in named[:MOST_TRIED]]
    yield say("crying-tried", names="; ".join(items)) if items else say("crying-tried-none")
