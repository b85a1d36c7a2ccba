"""What a baby was noted doing, laid into the five-minute cells of each day: the paper diaries' six behaviours.

What counts as which stands in one table here, with reasons. Nothing is filled in between notes: a blank cell says that
nothing was noted, never that the baby was awake.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain, groupby, pairwise

from bonddiary.analysis.day_rows import Gap, not_logged
from bonddiary.analysis.hours import STEP
from bonddiary.analysis.insight import View
from bonddiary.analysis.names import Names
from bonddiary.analysis.overlaps import CALM, FUSSING, Entry
from bonddiary.analysis.spans import DAY, pieces
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.catalog import Family, state_cue
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment, State
from bonddiary.domain.when import When

CELLS = DAY // STEP
"""Of a day on the clock."""
AN_HOUR = CELLS // 24


class Behaviour(StrEnum):
    """The six of the paper diaries, in their order."""

    SLEEP = "sleep"
    AWAKE = "awake"
    FEEDING = "feeding"
    FUSSING = "fussing"
    CRYING = "crying"
    INCONSOLABLE = "inconsolable"


UPSET = (Behaviour.FUSSING, Behaviour.CRYING, Behaviour.INCONSOLABLE)

OF_CARE: Mapping[CareKind, Behaviour] = {
    CareKind.SLEEP: Behaviour.SLEEP,
    CareKind.FEED: Behaviour.FEEDING,
    CareKind.PLAY: Behaviour.AWAKE,
}
"""Play is what parents note of a baby who is awake and content. In a bath, on an outing and in arms a baby may as well
sleep or cry: they say nothing of this."""

OF_CUE: Mapping[CueKey, Behaviour] = {
    CueKey("cry-inconsolable"): Behaviour.INCONSOLABLE,
    FUSSING: Behaviour.FUSSING,
    CueKey("whining"): Behaviour.FUSSING,
    CueKey("cry-whimper"): Behaviour.FUSSING,
    CALM: Behaviour.AWAKE,
    CueKey("state-deep-sleep"): Behaviour.SLEEP,
    CueKey("state-light-sleep"): Behaviour.SLEEP,
}
"""Fussing is neither quite crying nor content: stop-start sounds, whining, and a whimper, which is close to crying.
Every other cue of the crying family is crying, own words too. Drowsy, and awake and fidgety, lie between two of the
six: like all other cues they are marks alone."""


def behaviour_of(entry: Entry, names: Names) -> Behaviour | None:
    """What an entry says the baby was doing; None where it says nothing of it.

    Of several cues the most upset one counts, and the state noted beside them where they say nothing.
    """
    if isinstance(entry, CareEvent):
        return OF_CARE.get(entry.kind)
    found = {_of_cue(cue, names) for cue in entry.cues}
    if found == {None} and entry.state is not None:
        found = {_of_state(entry.state, names)}
    order = [*reversed(UPSET), Behaviour.AWAKE, Behaviour.SLEEP]
    return next((each for each in order if each in found), None)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Cells that lie side by side and say the same."""

    behaviour: Behaviour
    start: int
    """The first cell, 0 to 287."""
    end: int
    """The cell after the last one, up to 288."""
    about: bool
    """The time is remembered: right to about 15 minutes."""


@dataclass(frozen=True, slots=True)
class Point:
    """An entry without a length. `behaviour` is None for a sign that is none of the six."""

    behaviour: Behaviour | None
    cell: int
    about: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRuler:
    """One day of 24 hours on the clock; without a date, one to write on."""

    day: date | None
    logged: bool = False
    """Something falls on it, or a parent marked it."""
    whole: bool = False
    no_crying: bool = False
    ahead: bool = False
    """It hasn't begun."""
    stretches: tuple[Stretch, ...] = ()
    """In order; no two share a cell."""
    points: tuple[Point, ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()
    """Cells from and to that lie hours from everything logged, as on the other charts; shorter ones stay blank."""
    noted: Mapping[Behaviour, timedelta] = field(default_factory=dict)
    """How long each was noted, in time that really passed."""


def day_rulers(view: View) -> tuple[DayRuler, ...]:
    """The period's days in order, those still ahead too."""
    every = chain[Entry](view.moments, view.care)
    entries = [entry for entry in every if _near(entry, view)]
    said = [(entry, behaviour_of(entry, view.names)) for entry in entries]
    lasting = [(entry, what) for entry, what in said if what and _lasts(entry)]
    runs: dict[date, list[_Run]] = defaultdict(list)
    for run in _runs(lasting):
        runs[run.day].append(run)
    points: dict[date, list[Point]] = defaultdict(list)
    for entry, what in said:
        if (isinstance(entry, Moment) or what) and not (what and _lasts(entry)):
            cell = _cell(entry.at.hour)
            points[entry.at.day].append(Point(what, cell, entry.about))
    gaps = not_logged(view)
    return tuple(_ruler(day, view, runs[day], points[day], gaps[day]) for day in view.period)


@dataclass(frozen=True, slots=True)
class _Run:
    """The part on one day of a stretch that nothing shorter lies on."""

    day: date
    behaviour: Behaviour
    start: float
    end: float
    lasting: timedelta
    about: bool


def _of_cue(cue: CueKey, names: Names) -> Behaviour | None:
    if cue in OF_CUE:
        return OF_CUE[cue]
    return Behaviour.CRYING if names.family(cue) is Family.CRYING else None


def _of_state(state: State, names: Names) -> Behaviour | None:
    return Behaviour.CRYING if state is State.CRYING else _of_cue(state_cue(state), names)


def _lasts(entry: Entry) -> bool:
    return entry.until is not None and entry.until.utc > entry.at.utc


def _near(entry: Entry, view: View) -> bool:
    """Whether it may reach into the period on any clock."""
    period, until = view.period, entry.until or entry.at
    return until.utc.date() >= period.first - DAY * 2 and entry.at.utc.date() <= period.last + DAY * 2


def _runs(lasting: Sequence[tuple[Entry, Behaviour]]) -> Iterator[_Run]:
    """Every instant's one entry: where several overlap the shortest, as the most exact; alike, the most upset one."""
    for entry, what, start, end in _resolved(lasting):
        for piece in pieces(_at(entry, start), _at(entry, end)):
            yield _Run(piece.day, what, piece.start, piece.end, piece.lasting, entry.about)


def _resolved(
    lasting: Sequence[tuple[Entry, Behaviour]],
) -> Iterator[tuple[Entry, Behaviour, datetime, datetime]]:
    """Stretches of which no two share an instant, in order."""
    order = list(Behaviour)
    coming = sorted(lasting, key=lambda each: each[0].at.utc, reverse=True)
    edges = sorted({edge for entry, _ in lasting for edge in (entry.at.utc, _end(entry))})
    there: list[tuple[timedelta, int, str, Entry, Behaviour]] = []
    found: list[tuple[Entry, Behaviour, datetime, datetime]] = []
    for start, end in pairwise(edges):
        while coming and coming[-1][0].at.utc <= start:
            entry, what = coming.pop()
            heapq.heappush(there, (_end(entry) - entry.at.utc, -order.index(what), entry.id, entry, what))
        while there and _end(there[0][3]) <= start:
            heapq.heappop(there)
        if there:
            found.append((*there[0][3:], start, end))
    for _, same in groupby(found, lambda each: each[0].id):
        parts = list(same)
        yield (*parts[0][:3], parts[-1][3])


def _end(entry: Entry) -> datetime:
    assert entry.until is not None
    return entry.until.utc


def _at(entry: Entry, instant: datetime) -> When:
    """An instant on the clock where the entry began. A zone that nothing here knows keeps the offset it came with."""
    assert entry.until is not None
    if instant == entry.at.utc:
        return entry.at
    if (entry.until.zone, entry.until.offset) == (entry.at.zone, entry.at.offset):
        return When(instant, entry.at.offset, entry.at.zone)
    return entry.at.here(instant)


def _ruler(
    day: date, view: View, runs: Sequence[_Run], points: Iterable[Point], gaps: Iterable[Gap]
) -> DayRuler:
    noted: dict[Behaviour, timedelta] = defaultdict(timedelta)
    for run in runs:
        noted[run.behaviour] += run.lasting
    cover = view.coverage
    return DayRuler(
        day=day,
        logged=day in cover.used,
        whole=day in cover.whole,
        no_crying=day in cover.no_crying,
        ahead=day > view.now.day,
        stretches=_stretches(runs),
        points=tuple(sorted(points, key=lambda point: point.cell)),
        gaps=tuple((start, end) for start, end in map(_cells_of, gaps) if start < end),
        noted={each: noted[each] for each in Behaviour if each in noted},
    )


def _stretches(runs: Sequence[_Run]) -> tuple[Stretch, ...]:
    """Rounded to cells, the shortest last: each keeps a cell at least, unless an even shorter one takes it."""
    cells: list[tuple[Behaviour, bool] | None] = [None] * CELLS
    for run in sorted(runs, key=lambda run: (run.start - run.end, run.start)):
        first, last = round(run.start * AN_HOUR), round(run.end * AN_HOUR)
        if last <= first:
            first = _cell(run.start)
            last = first + 1
        cells[first:last] = [(run.behaviour, run.about)] * (last - first)
    found, place = [], 0
    for said, same in groupby(cells):
        long = len(list(same))
        if said is not None:
            found.append(Stretch(said[0], place, place + long, said[1]))
        place += long
    return tuple(found)


def _cells_of(gap: Gap) -> tuple[int, int]:
    return round(gap.start * AN_HOUR), round(gap.end * AN_HOUR)


def _cell(hour: float) -> int:
    return min(CELLS - 1, int(hour * AN_HOUR + 1e-9))
