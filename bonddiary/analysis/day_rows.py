"""One row a day: marks, sleep and feeds on the clock of the place, and the hours nobody logged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import chain

from bonddiary.analysis.insight import View, once
from bonddiary.analysis.names import Names, in_sentence, sequence
from bonddiary.analysis.spans import DAY, HOUR, covered, instants, pieces, wall_end
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CareId, MomentId
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period

REACH = timedelta(hours=3)
"""An hour further than this from everything logged is "not logged": gaps of up to twice this stay plain."""

SHORTEST = timedelta(hours=1)
"""Shorter stretches stay plain too: slivers of hatching say nothing."""


class LaneKind(StrEnum):
    """What lies quietly behind the marks."""

    SLEEP = "sleep"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment in one row; one that runs past midnight has a piece in each row."""

    moment: MomentId
    families: tuple[Family | None, ...]
    """Of its cues, each once, in the order of every screen."""
    start: float
    """Hours on the day's clock, 0 to 24."""
    end: float
    lasting: timedelta
    about: bool
    begins: bool
    """The row it began in: the one that counts it."""
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A sleep or a feed in one row."""

    event: CareId
    kind: LaneKind
    start: float
    end: float
    lasting: timedelta
    about: bool
    begins: bool
    ends: bool
    words: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Hours of a day that nobody logged."""

    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One calendar day."""

    day: date
    logged: bool
    """Something falls on it, or a parent marked it."""
    whole: bool = False
    no_crying: bool = False
    ahead: bool = False
    """It hasn't begun."""
    marks: tuple[Mark, ...] = ()
    lanes: tuple[Lane, ...] = ()
    gaps: tuple[Gap, ...] = ()
    other: int = 0
    """Care events of other kinds that began on this day."""
    counts: Mapping[Family | None, int] = field(default_factory=dict)
    """Moments begun on this day with a cue of each family; one with two families counts under both."""
    asleep: timedelta = timedelta(0)
    """Time of sleep logged on this day. Two people’s notes of one sleep count once."""

    @property
    def moments(self) -> int:
        """Moments begun on this day."""
        return sum(mark.begins for mark in self.marks)

    @property
    def feeds(self) -> int:
        """Feeds begun on this day."""
        return sum(lane.begins for lane in self.lanes if lane.kind is LaneKind.FEED)


def day_rows(view: View) -> tuple[DayRow, ...]:
    """The period's days in order, those still ahead too."""
    marks: dict[date, list[Mark]] = {day: [] for day in view.period}
    lanes: dict[date, list[Lane]] = {day: [] for day in view.period}
    other: dict[date, int] = defaultdict(int)
    sleeps: dict[date, list[tuple[datetime, datetime]]] = defaultdict(list)
    for moment in view.moments:
        _add_marks(moment, marks, view.names)
    for event in view.care:
        kind = _LANES.get(event.kind)
        if kind is None:
            other[event.at.day] += 1
        else:
            _add_lanes(event, kind, lanes)
        if kind is LaneKind.SLEEP:
            for day, start, end in instants(event.at, event.until):
                sleeps[day].append((start, end))
    gaps = not_logged(view)
    rows = (_row(day, view, marks[day], lanes[day], gaps[day], other[day]) for day in view.period)
    return tuple(replace(row, asleep=covered(sleeps[row.day])) for row in rows)


def not_logged(view: View) -> Mapping[date, tuple[Gap, ...]]:
    """The hours further than three hours from anything logged, up to now, by day.

    A day with nothing at all is not logged from end to end; a day marked as logged whole has no such hours.
    """
    cover, period = view.coverage, view.period
    spans = sorted(_reaches(chain(view.moments, view.care), period))
    found: dict[date, tuple[Gap, ...]] = defaultdict(tuple)
    for day in period:
        end = min(datetime.combine(day + DAY, time()), view.now.wall)
        start = datetime.combine(day, time())
        if day in cover.whole or end <= start:
            continue
        if day not in cover.used:
            found[day] = (Gap(0.0, (end - start) / HOUR),)
    _between(spans, view, found)
    return found


def mark_words(moment: Moment, names: Names) -> str:
    """What a screen reader says of a moment: "3:12am, Rooting; fed; then settled; about that time"."""
    parts = [f"{wording.clock(moment.at.wall)}, {', '.join(names.cue(cue) for cue in moment.cues)}"]
    if moment.length:
        parts.append(f"for {wording.length(moment.length)}")
    if moment.responses:
        parts.append(in_sentence(sequence([names.response(key) for key in moment.responses])))
    if moment.outcome is not None:
        parts.append(f"what happened next: {in_sentence(names.outcome_name(moment.outcome))}")
    if moment.about:
        parts.append("about that time")
    return "; ".join(parts)


def families_of(moment: Moment, names: Names) -> tuple[Family | None, ...]:
    """The families of its cues, each once, in the order of every screen, own words without a family last."""
    if len(moment.cues) == 1:
        return (names.family(moment.cues[0]),)
    found = {names.family(cue) for cue in moment.cues}
    return tuple(family for family in (*Family, None) if family in found)


@once
def families_begun(view: View) -> list[tuple[Family | None, ...]]:
    """Those of each moment that began in the view's days."""
    return [families_of(moment, view.names) for moment in view.begun]


_LANES = {CareKind.SLEEP: LaneKind.SLEEP, CareKind.FEED: LaneKind.FEED}


def _add_marks(moment: Moment, marks: Mapping[date, list[Mark]], names: Names) -> None:
    """One on each of these days that it falls on."""
    here = [piece for piece in pieces(moment.at, moment.until) if piece.day in marks]
    if here:
        families, words, about = families_of(moment, names), mark_words(moment, names), moment.about
        for day, start, end, lasting, begins, _ in here:
            marks[day].append(Mark(moment.id, families, start, end, lasting, about, begins, words))


def _add_lanes(event: CareEvent, kind: LaneKind, lanes: Mapping[date, list[Lane]]) -> None:
    here = [piece for piece in pieces(event.at, event.until) if piece.day in lanes]
    if here:
        words, about = _lane_words(event), event.about
        for day, start, end, lasting, begins, ends in here:
            lanes[day].append(Lane(event.id, kind, start, end, lasting, about, begins, ends, words))


def _lane_words(event: CareEvent) -> str:
    name = "Sleep" if event.kind is CareKind.SLEEP else "Feed"
    at, until, length = wording.clock(event.at.wall), event.until, event.length
    if until is None or length is None:
        return f"{at}, {name}"
    return f"{at} to {wording.clock(wall_end(event.at, until))}, {name}, {wording.length(length)}"


def _row(
    day: date, view: View, marks: list[Mark], lanes: list[Lane], gaps: tuple[Gap, ...], other: int
) -> DayRow:
    counts: dict[Family | None, int] = defaultdict(int)
    for mark in marks:
        for family in mark.families if mark.begins else ():
            counts[family] += 1
    return DayRow(
        day=day,
        logged=day in view.coverage.used,
        whole=day in view.coverage.whole,
        no_crying=day in view.coverage.no_crying,
        ahead=day > view.now.day,
        marks=tuple(sorted(marks, key=lambda mark: mark.start)),
        lanes=tuple(sorted(lanes, key=lambda lane: lane.start)),
        gaps=gaps,
        other=other,
        counts=dict(counts),
    )


def _reaches(entries: Iterable[Moment | CareEvent], period: Period) -> Iterator[tuple[datetime, datetime]]:
    first = datetime.combine(period.first, time())
    last = datetime.combine(period.last + DAY, time())
    for entry in entries:
        start = entry.at.wall - REACH
        if start < last:
            end = wall_end(entry.at, entry.until) + REACH
            if end > first:
                yield start, end


def _between(
    spans: Sequence[tuple[datetime, datetime]], view: View, found: dict[date, tuple[Gap, ...]]
) -> None:
    """Adds what no span covers, day by day; `spans` are sorted."""
    close = min(datetime.combine(view.period.last + DAY, time()), view.now.wall)
    reached = datetime.combine(view.period.first, time())
    for start, end in [*spans, (close, close)]:
        if start > reached and min(start, close) - reached >= SHORTEST:
            while reached < min(start, close):
                midnight = datetime.combine(reached.date() + DAY, time())
                stop, day = min(start, close, midnight), reached.date()
                if day in view.coverage.used and day not in view.coverage.whole:
                    zero = datetime.combine(day, time())
                    found[day] += (Gap((reached - zero) / HOUR, (stop - zero) / HOUR),)
                reached = stop
        reached = max(reached, end)
