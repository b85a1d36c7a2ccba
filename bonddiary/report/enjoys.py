"""What a baby may enjoy, and what came before calm: strengths first, as counts alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from bonddiary.analysis.findings.more_often import FEWEST
from bonddiary.analysis.intervals import ENOUGH_TO_SAY
from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.sequences import SETTLING
from bonddiary.domain.catalog import OutcomeMark
from bonddiary.domain.ids import ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.report.counted import Counted
from bonddiary.report.document import Block, Items
from bonddiary.report.ranges import range_sentence
from bonddiary.report.request import Section

MOST = 4
"""So many of each: a page is read in a minute."""


def enjoys(page: Counted) -> Iterator[Block]:
    """Signs of wanting to be with somebody, the most noted first; then what came before calm, by how often tried."""
    say = page.say
    items = (*_lines(page, _signs(page))[:MOST], *_lines(page, _joys(page)))
    yield Items(
        section=Section.ENJOYS,
        heading=say("enjoys-heading"),
        items=items,
        lead=say("enjoys-lead") if items else say("enjoys-none"),
    )
    yield from _calm(page)


def _signs(page: Counted) -> Iterator[tuple[str, Moment]]:
    for moment in page.moments:
        for cue in moment.cues:
            if cue in page.say.enjoys:
                yield page.names.cue(cue), moment


def _joys(page: Counted) -> Iterator[tuple[str, Moment]]:
    for moment in page.moments:
        if moment.outcome in page.say.joys:
            yield page.names.outcome_name(moment.outcome), moment


def _lines(page: Counted, found: Iterable[tuple[str, Moment]]) -> list[str]:
    say = page.say
    noted: dict[str, list[Moment]] = defaultdict(list)
    for name, moment in found:
        noted[name].append(moment)
    order = sorted(noted.items(), key=lambda each: (-len(each[1]), each[0]))
    return [
        say("enjoys-item", name=name, times=say("times", len(mine)), days=say("days", _days(mine)))
        for name, mine in order
    ]


def _days(moments: Iterable[Moment]) -> int:
    return len({moment.at.day for moment in moments})


def _calm(page: Counted) -> Iterator[Block]:
    say = page.say
    tried: dict[tuple[ResponseKey, ...], list[Moment]] = defaultdict(list)
    for moment in page.moments:
        if moment.responses and _mark(page, moment) in SETTLING:
            tried[moment.responses].append(moment)
    lines = [
        (say.sequence([page.names.response(key) for key in keys]), moments)
        for keys, moments in tried.items()
        if len(moments) >= ENOUGH_TO_SAY
    ]
    lines.sort(key=lambda line: (-len(line[1]), line[0]))
    items, small = [], []
    for name, moments in lines[:MOST]:
        calm, total = sum(_mark(page, moment) is OutcomeMark.FULL for moment in moments), len(moments)
        items.append(say("calm-item", name=name, count=calm, times=say("times", total)))
        if total >= FEWEST:
            small.append(range_sentence(page, name, say("calm-word"), calm, total))
    if items:
        yield Items(
            section=Section.ENJOYS,
            heading=say("calm-heading"),
            items=tuple(items),
            lead=say("calm-lead"),
            small=(say("calm-counts", names=say.listed(_calm_names(page))), *small),
        )


def _mark(page: Counted, moment: Moment) -> OutcomeMark | None:
    known = page.names.outcome(moment.outcome) if moment.outcome else None
    return known.mark if known else None


def _calm_names(page: Counted) -> list[str]:
    outcomes = page.names.catalog.outcomes.values()
    return [in_sentence(each.name) for each in outcomes if each.mark is OutcomeMark.FULL]
