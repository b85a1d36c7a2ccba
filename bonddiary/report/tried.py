"""Cues, what was tried after each, what happened next: counts side by side, sorted by how often, never by outcome."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bonddiary.analysis.findings.more_often import Compared, Pair, compare
from bonddiary.analysis.insight import Table
from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.sequences import CueLines, Line, LineKind, cue_lines
from bonddiary.domain.catalog import OutcomeMark
from bonddiary.domain.ids import OutcomeKey
from bonddiary.report.counted import Counted
from bonddiary.report.document import Block, Grid, Words
from bonddiary.report.ranges import range_sentence
from bonddiary.report.request import Section

FEWEST_TIMES = 8
"""A cue logged less often isn't on the page."""
MOST_CUES, MOST_LINES = 3, 2
"""So many cues, and so many things tried after each, stand there by themselves: a page is read in a minute."""
MOST_NAMED = 5
"""Of the other cues that were logged as often."""
_MARKS = (OutcomeMark.FULL, OutcomeMark.HALF, OutcomeMark.EMPTY, OutcomeMark.DOTTED)
_Column = tuple[str, Callable[[Line], int]]


def tried(page: Counted) -> Iterator[Block]:
    """The grid, or words where no cue was logged often enough."""
    say, section = page.say, Section.TRIED
    cues = cue_lines(page.moments, page.names)
    often = [cue for cue in cues if cue.times >= FEWEST_TIMES]
    if not often:
        none = say("tried-none", FEWEST_TIMES)
        yield Words(section=section, heading=say("tried-heading"), paragraphs=(none,))
        return
    shown, more = [_short(cue) for cue in often[:MOST_CUES]], often[MOST_CUES:]
    yield Grid(
        section=section,
        heading=say("tried-heading"),
        table=_table(page, shown),
        lead=say("tried-lead", FEWEST_TIMES),
        small=tuple(_small(page, shown, more, compare(cues, page.names))),
    )


def _table(page: Counted, cues: Sequence[CueLines]) -> Table:
    say = page.say
    columns = [*_columns(page, [line for cue in cues for line in cue.lines])]
    headers = (say("column-cue"), say("column-tried"), say("column-times"), *(name for name, _ in columns))
    rows = [
        (
            say("cue-times", name=cue.name, times=say("times", cue.times)),
            _line_name(page, line),
            f"{line.times:,}",
            *(f"{counted(line):,}" for _, counted in columns),
        )
        for cue in cues
        for line in cue.lines
    ]
    return Table(caption=say("tried-caption"), headers=headers, rows=tuple(rows))


def _short(cue: CueLines) -> CueLines:
    """The things tried most, all others together in one line, and last the times when nothing was noted."""
    tried = [line for line in cue.lines if line.kind is LineKind.TRIED]
    rest = [*tried[MOST_LINES:], *(line for line in cue.lines if line.kind is LineKind.RARE)]
    nothing = [line for line in cue.lines if line.kind is LineKind.NOTHING]
    return replace(cue, lines=(*tried[:MOST_LINES], *([_together(rest)] if rest else []), *nothing))


def _together(lines: Sequence[Line]) -> Line:
    return Line(
        kind=LineKind.RARE,
        responses=(),
        name="",
        dots=tuple(dot for line in lines for dot in line.dots),
        settled=sum(line.settled for line in lines),
        recorded=sum(line.recorded for line in lines),
    )


def _columns(page: Counted, lines: Sequence[Line]) -> Iterator[_Column]:
    """One for each mark that occurs; a column of nothing but zeros would take the room of the others."""
    for mark in _MARKS:
        if any(_marked(line, mark) for line in lines):
            names = [each.name for each in page.names.catalog.outcomes.values() if each.mark is mark]
            yield names[0], lambda line, mark=mark: _marked(line, mark)  # type: ignore[misc]
    if any(_marked(line, OutcomeMark.OTHER) for line in lines):
        yield page.say("column-something-else"), lambda line: _marked(line, OutcomeMark.OTHER)
    yield page.say("column-not-recorded"), lambda line: line.unknown


def _marked(line: Line, mark: OutcomeMark) -> int:
    return sum(dot.mark is mark for dot in line.dots)


def _line_name(page: Counted, line: Line) -> str:
    if line.kind is LineKind.RARE:
        return page.say("line-rare")
    if line.kind is LineKind.NOTHING:
        return page.say("line-nothing")
    return page.say.sequence([page.names.response(key) for key in line.responses])


def _small(
    page: Counted, cues: Sequence[CueLines], more: Sequence[CueLines], compared: Compared
) -> Iterator[str]:
    say = page.say
    yield from _found(page, compared)
    yield from _merged(page, cues)
    keys = {cue.cue for cue in cues}
    if any(len(moment.cues) > 1 and not keys.isdisjoint(moment.cues) for moment in page.moments):
        yield say("tried-two-cues")
    for cue in cues:
        for line in cue.lines:
            if line.range is not None:
                name = say("cue-and-tried", cue=cue.name, tried=in_sentence(_line_name(page, line)))
                yield range_sentence(page, name, cue.settled_as, line.settled, line.recorded)
    if more:
        yield say("tried-more", cues="; ".join(_named(page, more)))


def _named(page: Counted, cues: Sequence[CueLines]) -> Iterator[str]:
    say, first = page.say, cues[:MOST_NAMED]
    for cue in first:
        yield say("named-times", name=in_sentence(cue.name), times=say("times", cue.times))
    if len(cues) > len(first):
        yield say("and-more", len(cues) - len(first))


def _found(page: Counted, compared: Compared) -> Iterator[str]:
    """More is said than counts where the rule of the charts allows it, and that it was looked for is said as well."""
    clear = [pair for pair in compared.pairs if pair.evidence.enough and pair.evidence.clear]
    for pair in clear:
        yield _more_often(page, pair)
    if clear:
        yield page.say("tried-found-why", compared.comparisons)
    elif compared.pairs and not compared.different:
        yield page.say("tried-compared", compared.comparisons)


def _more_often(page: Counted, pair: Pair) -> str:
    return page.say(
        "tried-found",
        pair.settled,
        cue=pair.cue.name,
        outcome=pair.cue.settled_as,
        tried=_line_name(page, pair.line),
        total=pair.of,
        others=pair.others_settled,
        of=pair.others_of,
    )


def _merged(page: Counted, cues: Sequence[CueLines]) -> Iterator[str]:
    """Which outcomes share a column."""
    outcomes = page.names.catalog.outcomes
    seen = {dot.outcome for cue in cues for line in cue.lines for dot in line.dots}
    for mark in (*_MARKS, OutcomeMark.OTHER):
        keys = [key for key, outcome in outcomes.items() if outcome.mark is mark]
        there = [in_sentence(outcomes[key].name) for key in keys if key in seen]
        column = page.say("column-something-else") if mark is OutcomeMark.OTHER else _first(page, keys)
        if there and there != [in_sentence(column)]:
            yield page.say("tried-counts", mark=column, names=page.say.listed(there))


def _first(page: Counted, keys: Sequence[OutcomeKey]) -> str:
    return page.names.outcome_name(keys[0]) if keys else ""
