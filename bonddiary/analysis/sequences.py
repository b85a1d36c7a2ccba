"""Cue, then what was tried, then what happened next: counted, never judged.

A moment counts once under its combination of responses in order ("Fed, then winded"), under each of its cues.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bonddiary.analysis.intervals import ENOUGH_FOR_RANGE, ENOUGH_TO_SAY, of_ten
from bonddiary.analysis.names import Names, in_sentence, sequence
from bonddiary.domain.catalog import Family, OutcomeMark
from bonddiary.domain.ids import CueKey, MomentId, OutcomeKey, ResponseKey
from bonddiary.domain.moment import Moment

RARELY = "Other things"
ENOUGH_DAYS = 3
"""A cue noted on fewer days has too little behind it for a pattern, however often it was noted."""
SETTLING = frozenset({OutcomeMark.FULL, OutcomeMark.HALF, OutcomeMark.EMPTY, OutcomeMark.DOTTED})
"""The marks that say how settled the baby was, from settled to more upset.

Outcomes with a mark of their own ("someone took over", "passed by itself") say something else: they are no
"not settled". Neither is one that nobody noticed.
"""


class LineKind(StrEnum):
    """What a line under a cue counts."""

    TRIED = "tried"
    RARE = "rare"
    """Combinations too few to print on their own, taken together."""
    NOTHING = "nothing"
    """Moments where nothing tried was noted."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One moment in a line, drawn by what happened next."""

    moment: MomentId
    outcome: OutcomeKey | None
    mark: OutcomeMark | None
    """None: not recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What was tried after a cue, how often, and what happened next."""

    kind: LineKind
    responses: tuple[ResponseKey, ...]
    name: str
    dots: tuple[Dot, ...]
    """One per moment, by outcome in content order, not recorded last."""
    settled: int
    """How often one of the cue's `settled_as` came next."""
    recorded: int
    """In how many what was recorded says whether one of those came next: what `settled` is counted out of."""

    @property
    def times(self) -> int:
        """How many moments."""
        return len(self.dots)

    @property
    def unknown(self) -> int:
        """In how many of them nobody recorded, or noticed, what happened next."""
        return sum(dot.mark in (None, OutcomeMark.UNKNOWN) for dot in self.dots)

    @property
    def range(self) -> tuple[int, int] | None:
        """Wilson's range in tenths, from eight recorded on; None below, and where nothing was tried."""
        if self.kind is not LineKind.TRIED or self.recorded < ENOUGH_FOR_RANGE:
            return None
        return of_ten(self.settled, self.recorded)

    @property
    def dotted(self) -> bool:
        """Whether there are enough for a row of dots."""
        return self.kind is not LineKind.RARE and self.times >= ENOUGH_FOR_RANGE

    def counted(self, outcome: OutcomeKey | None) -> int:
        """How often this came next; None counts what wasn't recorded."""
        return sum(dot.outcome == outcome for dot in self.dots)


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLines:
    """A cue with everything that was tried after it, by how often."""

    cue: CueKey
    name: str
    family: Family | None
    lines: tuple[Line, ...]
    counts: tuple[OutcomeKey, ...]
    """The outcomes that `Line.settled` counts."""
    settled_as: str
    """Those in words: "settled", which stands for all that are drawn like it, or "carried on happily"."""
    settles: bool
    """Whether those are the outcomes drawn as settled, a full dot."""
    days: int
    """On how many days it was noted; three stands for any more."""
    combinations: int
    """How many different things, or combinations of them, were tried."""

    @property
    def times(self) -> int:
        """How many moments have this cue."""
        return sum(line.times for line in self.lines)

    @property
    def printed(self) -> bool:
        """Whether anything was tried often enough to be printed."""
        return any(line.kind is LineKind.TRIED for line in self.lines)


def cue_lines(moments: Sequence[Moment], names: Names) -> tuple[CueLines, ...]:
    """Every cue that occurs, the most often noted first; ties by name."""
    by_cue: dict[CueKey, list[Moment]] = defaultdict(list)
    for moment in moments:
        for cue in moment.cues:
            by_cue[cue].append(moment)
    found = [_cue(cue, mine, names) for cue, mine in by_cue.items()]
    return tuple(sorted(found, key=lambda row: (-row.times, row.name)))


def _cue(cue: CueKey, moments: Sequence[Moment], names: Names) -> CueLines:
    counts = _as_settled([moment.outcome for moment in moments], names)
    by_responses: dict[tuple[ResponseKey, ...], list[Moment]] = defaultdict(list)
    for moment in moments:
        by_responses[moment.responses].append(moment)
    nothing = by_responses.pop((), [])
    rare = [moment for mine in by_responses.values() if len(mine) < ENOUGH_TO_SAY for moment in mine]
    lines = [
        _line(LineKind.TRIED, keys, sequence([names.response(key) for key in keys]), mine, counts, names)
        for keys, mine in by_responses.items()
        if len(mine) >= ENOUGH_TO_SAY
    ]
    lines.sort(key=lambda line: (-line.times, line.name))
    if rare:
        lines.append(_line(LineKind.RARE, (), RARELY, rare, counts, names))
    if nothing:
        lines.append(_line(LineKind.NOTHING, (), "Nothing noted", nothing, counts, names))
    return CueLines(
        cue=cue,
        name=names.cue(cue),
        family=names.family(cue),
        lines=tuple(lines),
        counts=counts,
        settled_as=_said(counts, names),
        settles=_marks(counts, names) == {OutcomeMark.FULL},
        days=_days(moments),
        combinations=len(by_responses),
    )


def _said(counts: Sequence[OutcomeKey], names: Names) -> str:
    known = names.catalog.outcomes
    stands_for_all = next((key for key, outcome in known.items() if outcome.mark is OutcomeMark.FULL), None)
    said = [stands_for_all] if stands_for_all in counts else counts
    return " or ".join(in_sentence(names.outcome_name(key)) for key in said)


def _as_settled(outcomes: Iterable[OutcomeKey | None], names: Names) -> tuple[OutcomeKey, ...]:
    """What a cue's lines count: the outcomes drawn as a full dot.

    Where an outcome with a mark of its own, such as "took a break", came more often, that counts instead;
    with neither, the outcome that came most often.
    """
    seen = Counter(key for key in outcomes if key is not None)
    if not seen:
        return ()
    by_mark: dict[OutcomeMark, list[OutcomeKey]] = defaultdict(list)
    for key, known in names.catalog.outcomes.items():
        if key in seen:
            by_mark[known.mark].append(key)
    full, other = by_mark[OutcomeMark.FULL], by_mark[OutcomeMark.OTHER]
    top = max(other, key=seen.__getitem__, default=None)
    if top is not None and seen[top] > sum(seen[key] for key in full):
        return (top,)
    rest = [key for mark, keys in by_mark.items() if mark is not OutcomeMark.UNKNOWN for key in keys]
    return tuple(full) or ((max(rest, key=seen.__getitem__),) if rest else ())


def _days(moments: Iterable[Moment]) -> int:
    days: set[date] = set()
    for moment in moments:
        days.add(moment.at.day)
        if len(days) == ENOUGH_DAYS:
            break
    return len(days)


def _marks(counts: Iterable[OutcomeKey], names: Names) -> set[OutcomeMark]:
    return {known.mark for key in counts if (known := names.outcome(key))}


def _line(
    kind: LineKind,
    responses: tuple[ResponseKey, ...],
    name: str,
    moments: Sequence[Moment],
    counts: Sequence[OutcomeKey],
    names: Names,
) -> Line:
    dots = [_dot(moment, names) for moment in moments]
    if len(dots) > 1:
        order = {key: place for place, key in enumerate(names.catalog.outcomes)}
        dots.sort(key=lambda dot: (_DOT_ORDER[dot.mark], order.get(dot.outcome or _NONE, 999)))
    settled = [dot for dot in dots if dot.outcome in counts]
    answers = SETTLING | _marks(counts, names)
    return Line(
        kind=kind,
        responses=responses,
        name=name,
        dots=tuple(dots),
        settled=len(settled),
        recorded=sum(dot.mark in answers for dot in dots),
    )


def _dot(moment: Moment, names: Names) -> Dot:
    known = names.outcome(moment.outcome) if moment.outcome else None
    mark = known.mark if known else OutcomeMark.OTHER if moment.outcome else None
    return Dot(moment.id, moment.outcome, mark)


_NONE = OutcomeKey("")
_DOT_ORDER: dict[OutcomeMark | None, int] = {mark: place for place, mark in enumerate((*OutcomeMark, None))}
