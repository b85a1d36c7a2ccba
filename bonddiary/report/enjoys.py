"""What a baby may enjoy, and what came before calm: strengths first, as counts alone."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from bonddiary.analysis.findings.more_often import FEWEST
from bonddiary.analysis.intervals import ENOUGH_TO_SAY
from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.sequences import SETTLING
from bonddiary.domain.catalog import OutcomeMark
from bonddiary.domain.ids import CueKey, ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.report.counted import Counted
from bonddiary.report.document import Block, Items
from bonddiary.report.ranges import range_sentence
from bonddiary.report.request import Section

MOST = 5
"""So many of each: a page is read in a minute."""


def enjoys(page: Counted) -> Iterator[Block]:
    """Signs of wanting to be with somebody, the most noted first; then what came before calm, by how often tried."""
    say = page.say
    found = Counter[CueKey]()
    for moment in page.moments:
        found.update(cue for cue in moment.cues if cue in say.enjoys)
    names = page.names
    order = sorted(found, key=lambda cue: (-found[cue], names.cue(cue)))[:MOST]
    items = tuple(say("enjoys-item", name=names.cue(cue), times=say("times", found[cue])) for cue in order)
    yield Items(
        section=Section.ENJOYS,
        heading=say("enjoys-heading"),
        items=items,
        lead=say("enjoys-lead") if items else say("enjoys-none"),
    )
    yield from _calm(page)


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
    outcome = in_sentence(_calm_name(page))
    items, small = [], []
    for name, moments in lines[:MOST]:
        calm, total = sum(_mark(page, moment) is OutcomeMark.FULL for moment in moments), len(moments)
        items.append(say("calm-item", name=name, outcome=outcome, count=calm, times=say("times", total)))
        if total >= FEWEST:
            small.append(range_sentence(page, name, outcome, calm, total))
    if items:
        yield Items(
            section=Section.ENJOYS,
            heading=say("calm-heading"),
            items=tuple(items),
            lead=say("calm-lead"),
            small=tuple(small),
        )


def _mark(page: Counted, moment: Moment) -> OutcomeMark | None:
    known = page.names.outcome(moment.outcome) if moment.outcome else None
    return known.mark if known else None


def _calm_name(page: Counted) -> str:
    outcomes = page.names.catalog.outcomes
    return next((each.name for each in outcomes.values() if each.mark is OutcomeMark.FULL), "")
