"""What came before each cue, counted: every moment of a cue is a dot, or told apart by why it is none.

It looks as far back as analysis.context does. Where nothing is logged there, the moment is told apart: it is unknown,
never zero. So are moments during a feed or a sleep, and those after a sleep whose end nobody noted: no waking is made up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from statistics import median

from bonddiary.analysis.context import KINDS, Before, Context, contexts
from bonddiary.analysis.findings.median import ENOUGH_FOR_MEDIAN
from bonddiary.analysis.insight import View
from bonddiary.analysis.intervals import ENOUGH_TO_SAY
from bonddiary.analysis.names import Names
from bonddiary.analysis.privacy import told_in_charts
from bonddiary.analysis.sequences import ENOUGH_DAYS
from bonddiary.domain import wording
from bonddiary.domain.care import CareKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey, MomentId
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When

FEWEST = 5
"""So many moments of one cue after one thing start the chart, and draw the cue."""
DRAWN = 3
"""At most so many cues are drawn; the table has all."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Dot:
    """One moment, so long after one thing."""

    moment: MomentId
    at: When
    minutes: int
    about: bool
    """Its time, or that of what came before, is remembered."""
    from_start: bool
    """Counted from when it began: no end is noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeRow:
    """One cue and one kind of thing before it. Every moment of the cue is in exactly one of its four parts."""

    kind: CareKind
    dots: tuple[Dot, ...]
    """The shortest first."""
    during: int
    """Noted while it went on."""
    unended: int
    """After a sleep whose end isn't noted: nobody knows when it was over."""
    none: int
    """Nothing of the kind is logged in the 24 hours before."""

    @property
    def minutes(self) -> tuple[int, ...]:
        """Those of its dots."""
        return tuple(dot.minutes for dot in self.dots)

    @property
    def days(self) -> int:
        """On how many days its dots were noted; three stands for any more."""
        days: set[date] = set()
        for dot in self.dots:
            days.add(dot.at.day)
            if len(days) == ENOUGH_DAYS:
                break
        return len(days)

    @property
    def median(self) -> float | None:
        """The middle of its minutes; None below eight of them, or three days."""
        if len(self.dots) < ENOUGH_FOR_MEDIAN or self.days < ENOUGH_DAYS:
            return None
        return median(self.minutes)

    @property
    def drawn(self) -> bool:
        """Whether there are enough to draw."""
        return len(self.dots) >= ENOUGH_TO_SAY


@dataclass(frozen=True, slots=True, kw_only=True)
class CueBefore:
    """A cue with what came before it."""

    cue: CueKey
    name: str
    family: Family | None
    times: int
    rows: tuple[BeforeRow, ...]
    """One for each kind, in order."""

    @property
    def enough(self) -> bool:
        """Whether one of its rows has enough for the chart."""
        return any(len(row.dots) >= FEWEST for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeCues:
    """Every cue, the most often noted first."""

    cues: tuple[CueBefore, ...]
    moments: int
    """How many have a feed, a sleep or a nappy logged in the 24 hours before."""
    logged: frozenset[CareKind]
    """Kinds that were logged before any of them. Of the others nothing is known."""
    period_words: str

    @property
    def drawn(self) -> tuple[CueBefore, ...]:
        """Those with enough, at most three."""
        return tuple(islice((cue for cue in self.cues if cue.enough), DRAWN))


def count_before(view: View) -> BeforeCues:
    """Of the moments that began in the view's days; hard ones are left out."""
    by_cue: dict[CueKey, list[tuple[Moment, Context]]] = defaultdict(list)
    found = list(_contexts(view))
    for moment, context in found:
        for cue in moment.cues:
            by_cue[cue].append((moment, context))
    cues = [_cue(cue, mine, view.names) for cue, mine in by_cue.items()]
    return BeforeCues(
        cues=tuple(sorted(cues, key=lambda cue: (-cue.times, cue.name, cue.cue))),
        moments=sum(any(context) for _, context in found),
        logged=frozenset(
            kind for place, kind in enumerate(KINDS) if any(context[place] for _, context in found)
        ),
        period_words=wording.period(view.period),
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """The same, counted alone: what these days are set beside."""

    moments: int
    dots: Mapping[tuple[CueKey, CareKind], int]


def tally_before(view: View) -> Tally:
    """How many dots each cue and kind would have, without making them."""
    moments, dots = 0, Counter[tuple[CueKey, CareKind]]()
    for moment, context in _contexts(view):
        moments += any(context)
        for kind, before in zip(KINDS, context, strict=True):
            if before is not None and _dotted(kind, before):
                for cue in moment.cues:
                    dots[cue, kind] += 1
    return Tally(moments, dots)


def _contexts(view: View) -> Iterator[tuple[Moment, Context]]:
    moments = told_in_charts(view)
    return zip(moments, contexts(moments, view.care), strict=True)


def _dotted(kind: CareKind, before: Before) -> bool:
    """Whether anybody knows how long after it was."""
    return not before.during and (before.ended or kind is not CareKind.SLEEP)


def _cue(cue: CueKey, found: Sequence[tuple[Moment, Context]], names: Names) -> CueBefore:
    return CueBefore(
        cue=cue,
        name=names.cue(cue),
        family=names.family(cue),
        times=len(found),
        rows=tuple(_row(place, found) for place in range(len(KINDS))),
    )


def _row(place: int, found: Sequence[tuple[Moment, Context]]) -> BeforeRow:
    kind = KINDS[place]
    dots, during, unended, none = [], 0, 0, 0
    for moment, context in found:
        before = context[place]
        if before is None:
            none += 1
        elif before.during:
            during += 1
        elif not _dotted(kind, before):
            unended += 1
        else:
            about = moment.about or before.about
            dots.append(Dot(moment.id, moment.at, before.after // MINUTE, about, not before.ended))
    dots.sort(key=lambda dot: (dot.minutes, dot.at.utc, dot.moment))
    return BeforeRow(kind=kind, dots=tuple(dots), during=during, unended=unended, none=none)
