"""What was tried, and then: title, words and table of the chart of cues, responses and outcomes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bonddiary.analysis.days_before import beside_words, days_before, with_column
from bonddiary.analysis.findings.more_often import FEWEST, Compared, compare
from bonddiary.analysis.findings.said import Statement, decide
from bonddiary.analysis.insight import TOO_FEW, Insight, Table, View, once
from bonddiary.analysis.intervals import ENOUGH_FOR_RANGE, ENOUGH_TO_SAY, range_words
from bonddiary.analysis.names import Names, in_sentence
from bonddiary.analysis.privacy import tried_privately
from bonddiary.analysis.sequences import ENOUGH_DAYS, CueLines, Line, LineKind, cue_lines
from bonddiary.domain import wording
from bonddiary.domain.catalog import OutcomeMark
from bonddiary.domain.ids import MomentId, OutcomeKey
from bonddiary.domain.moment import Moment

KEY = "tried"
PLAIN_TITLE = "What you tried, and then"
LONGEST_TITLE = 10
DRAWN = 6
"""At most so many cues are drawn; the table has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Cues with what was tried after each, and the words of the marks."""

    cues: tuple[CueLines, ...]
    """All of them, the most often noted first."""
    drawn: tuple[CueLines, ...]
    """Those with something tried often enough to print, at most six."""
    outcomes: tuple[tuple[OutcomeKey, str, OutcomeMark], ...]
    """Outcomes that occur, in content order: key, name, how it is drawn."""
    period_words: str
    dot_words: dict[MomentId, str]
    """What a screen reader says of a dot: "3 March, 3:12am, settled"."""
    compared: Compared
    """What was looked at beyond counts."""
    private: int = 0
    """Moments left out, because something was tried in them that content keeps private."""

    @property
    def not_drawn(self) -> int:
        """How many cues are in the table alone."""
        return len(self.cues) - len(self.drawn)


def tried(view: View) -> Insight[Tried]:
    """The chart's insight: ready when one thing was tried three times after the same cue."""
    data = _data(view)
    then = [] if view.previous is None else _told(view.previous)
    ready = bool(data.drawn)
    title = _title(data) if ready else TOO_FEW
    found = _found(view, data.compared)
    noted = sum(bool(moment.responses) for moment in _told(view))
    return Insight(
        key=KEY,
        ready=ready,
        title=title,
        subtitle=f"What you tried after each cue, and what happened next, {data.period_words}.",
        words=(f"{title}.", *_difference(data.compared, found), *_words(view, data, then))
        if ready
        else (title, _starts(noted)),
        sure=(*_sure(data), *_looked_at(data.compared, found)),
        table=_with_before(_table(data), view, data, then),
        subjects=("tried",),
        found=found,
        data=data,
    )


def line_numbers(line: Line, cue: CueLines) -> str:
    """A line's end: "settled 14 of 16", "settled 1 of 4, too few to compare", "not recorded"."""
    if line.kind is LineKind.RARE:
        return "each once or twice" if line.times > 1 else ""
    if not line.recorded:
        return ", ".join(_others(line)) if line.unknown < line.times else "not recorded"
    said = f"{cue.settled_as} {line.settled} of {line.recorded}"
    if line.recorded < ENOUGH_FOR_RANGE:
        return f"{said}, too few to compare"
    return ", ".join([said, *_others(line)])


def _others(line: Line) -> list[str]:
    """The moments that the line's numbers leave out."""
    something_else = line.times - line.recorded - line.unknown
    said = [f"{something_else} something else"] if something_else else []
    return [*said, f"{line.unknown} not recorded"] if line.unknown else said


def line_sentence(line: Line, cue: CueLines) -> str:
    """ "Fed 16 times: settled 14 of 16."."""
    numbers = line_numbers(line, cue)
    said = f"{line.name} {wording.counted(line.times, 'time')}"
    return f"{said}: {numbers}." if numbers else f"{said}."


def settled_note(names: Names, data: Tried) -> list[str]:
    """What "settled" stands for, where it stands for more than itself: one sentence or none."""
    return merged_note(names, [*data.drawn, *(pair.cue for pair in data.compared.pairs)])


def merged_note(names: Names, cues: Sequence[CueLines]) -> list[str]:
    """The same for these cues."""
    merged = {key for cue in cues for key in cue.counts if len(cue.counts) > 1}
    drawn = [names.outcome_name(key) for key in names.catalog.outcomes if key in merged]
    if not drawn:
        return []
    return [f"{drawn[0]} counts {' and '.join(in_sentence(name) for name in drawn[1:])} too."]


def _data(view: View) -> Tried:
    moments = _told(view)
    cues = cue_lines(moments, view.names)
    occur = {moment.outcome for moment in moments}
    outcomes = view.names.catalog.outcomes
    unknown = [
        key for key in dict.fromkeys(moment.outcome for moment in moments) if key and key not in outcomes
    ]
    words = {
        moment.id: f"{wording.weekday(moment.at.day)}, {wording.clock(moment.at.wall)}, "
        f"{in_sentence(view.names.outcome_name(moment.outcome))}"
        for moment in moments
    }
    return Tried(
        cues=cues,
        drawn=tuple(cue for cue in cues if cue.printed)[:DRAWN],
        outcomes=(
            *((key, outcome.name, outcome.mark) for key, outcome in outcomes.items() if key in occur),
            *((key, key, OutcomeMark.OTHER) for key in unknown),
        ),
        period_words=wording.period(view.period),
        dot_words=words,
        compared=compare(cues, view.names),
        private=len(view.begun) - len(moments),
    )


@once
def _told(view: View) -> list[Moment]:
    return [moment for moment in view.begun if not tried_privately(moment, view.names.catalog)]


def _found(view: View, compared: Compared) -> tuple[Statement, ...]:
    evidence = [pair.evidence for pair in compared.pairs]
    said = decide(evidence, view.before, view.period, view.now.day)
    return tuple(pair.statement for pair in compared.pairs if pair.key in said)


def _difference(compared: Compared, found: tuple[Statement, ...]) -> tuple[str, ...]:
    """What was found; or that nothing was, unless there was too little to look at, or it points the other way."""
    if found or not compared.pairs or compared.different:
        return tuple(statement.words for statement in found)
    return ("No clear difference between the things you tried.",)


def _looked_at(compared: Compared, found: tuple[Statement, ...]) -> Iterator[str]:
    if not compared.pairs:
        return
    many = wording.counted(compared.comparisons, "comparison")
    which = f"{many} of one thing you tried with the others, cue by cue."
    yield f"Looked at, {len(found)} found: {which}" if found else f"Looked at, nothing found: {which}"
    thin = compared.comparisons - len(compared.pairs)
    if thin:
        have = "has" if thin == 1 else "have"
        yield f"{thin} of them {have} too few to compare: it takes {FEWEST} times on each side, on {ENOUGH_DAYS} days."
    if found:
        yield "A difference is said when chance would hardly give it, with all comparisons counted."


def _title(data: Tried) -> str:
    first = data.drawn[0]
    tops = [line for line in first.lines if line.kind is LineKind.TRIED]
    if len(tops) > 1 and tops[1].times == tops[0].times:
        return PLAIN_TITLE
    title = f"{first.name}: {in_sentence(tops[0].name)} {wording.times(tops[0].times, first.times)}"
    return title if len(title.split()) <= LONGEST_TITLE else PLAIN_TITLE


def _starts(noted: int) -> str:
    return (
        f"What you tried is noted {wording.counted(noted, 'time')}. "
        f"This chart starts when the same thing is noted {ENOUGH_TO_SAY} times after the same cue."
    )


def _words(view: View, data: Tried, then: Sequence[Moment]) -> tuple[str, ...]:
    said = []
    for cue in data.drawn:
        said.append(f"{cue.name} was logged {wording.counted(cue.times, 'time')}.")
        said += [line_sentence(line, cue) for line in cue.lines]
    said += settled_note(view.names, data)
    if data.not_drawn:
        said.append(f"{wording.counted(data.not_drawn, 'more cue')} in the table.")
    said.append("Sorted by how often each was used. Counts, not causes.")
    if any(len(moment.cues) > 1 for moment in view.begun):
        said.append("A moment with two cues counts under each of them.")
    said += beside_words(view, lambda each: _noted(_told(view) if each is view else then))
    if data.private:
        said.append(_left_out(data.private))
    said += view.coverage.limits
    said.append(f"Chart type: rows of dots, one dot a moment, for {wording.counted(len(data.drawn), 'cue')}.")
    return tuple(said)


def _left_out(private: int) -> str:
    """They aren't told by what was noticed either: each cue's count would give them away."""
    what = "with something private is" if private == 1 else "with something private are"
    return f"{wording.counted(private, 'moment')} {what} left out here."


def _sure(data: Tried) -> Iterator[str]:
    for cue in data.drawn:
        for line in cue.lines:
            if line.range is not None:
                counted = f"{cue.settled_as} {wording.times(line.settled, line.recorded)}"
                could = f"Could be about {range_words(line.settled, line.recorded)}."
                yield f"{cue.name}, {in_sentence(line.name)}: {counted}. {could}"


def _table(data: Tried) -> Table:
    rows = [
        (cue.name, line.name, str(line.times), *_outcome_cells(line, data))
        for cue in data.cues
        for line in cue.lines
    ]
    return Table(
        caption=f"What was tried after each cue, and what happened next, {data.period_words}",
        headers=("Cue", "What you tried", "Times", *(name for _, name, _ in data.outcomes), "Not recorded"),
        rows=tuple(rows),
    )


def _noted(told: Sequence[Moment]) -> str:
    many = sum(bool(moment.responses) for moment in told)
    return f"{wording.counted(many, 'moment')} with something tried"


def _with_before(table: Table, view: View, data: Tried, then: Sequence[Moment]) -> Table:
    """One column more: how often each was tried in the days before, where anything was logged then."""
    if view.previous is None:
        return table
    counts = Counter((cue, moment.responses) for moment in then for cue in moment.cues)
    cells = [
        "–" if line.kind is LineKind.RARE else f"{counts[cue.cue, line.responses]:,}"
        for cue in data.cues
        for line in cue.lines
    ]
    return with_column(table, f"Times, {days_before(view)}", cells)


def _outcome_cells(line: Line, data: Tried) -> tuple[str, ...]:
    if line.kind is LineKind.RARE:
        return ("too few",) * (len(data.outcomes) + 1)
    counts = Counter(dot.outcome for dot in line.dots)
    return (*(str(counts[key]) for key, _, _ in data.outcomes), str(counts[None]))
