"""The typical day: on how many logged days each half hour had crying or fussing, sleep, and feeds.

The minimum is the one of the glucose profile that doctors fold into one day: 14 days, 7 in 10 with data. A half
hour is held to the same: something near it on 7 in 10 of the logged days, and on as many as a range may be given
for. Its count is of all logged days: of those with something near, crying that is logged alone would be on all.
No half hour is ever named: with 48 of them, one always stands out by chance.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache

from bonddiary.analysis.blocks import BLOCKS
from bonddiary.analysis.context_marks import context_marks, marks_words
from bonddiary.analysis.day_rows import families_of
from bonddiary.analysis.half_hours import A_DAY, HALF, NOT_LOGGED, Stretch, days_of, half_hours, touched
from bonddiary.analysis.insight import TOO_FEW, Insight, Table, View
from bonddiary.analysis.intervals import ENOUGH_FOR_RANGE, range_words
from bonddiary.analysis.time_of_day import block_name
from bonddiary.domain import wording
from bonddiary.domain.care import CareKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.period import Period

KEY = "typical-day"
FEWEST_DAYS = 14
LOGGED_OF_TEN = 7
FEWEST_HERE = ENOUGH_FOR_RANGE
"""A half hour that was logged on fewer days isn't drawn."""
_IN_BLOCK = A_DAY // BLOCKS


class StrandKind(StrEnum):
    """What is followed through the day, in the order of the picture. The value is the subject of its tips."""

    CRYING = "crying"
    SLEEP = "sleep"
    FEEDS = "feeds"


NAMES: Mapping[StrandKind, str] = {
    StrandKind.CRYING: "Crying or fussing",
    StrandKind.SLEEP: "Sleep",
    StrandKind.FEEDS: "Feeds",
}
_CARE = {CareKind.SLEEP: StrandKind.SLEEP, CareKind.FEED: StrandKind.FEEDS}
_WITHOUT = {
    StrandKind.CRYING: "crying or fussing",
    StrandKind.SLEEP: "sleep",
    StrandKind.FEEDS: "feeds",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one period, for each half hour."""

    period: Period
    days: tuple[int, ...]
    """How many logged days it has passed on."""
    logged: tuple[int, ...]
    """On how many of them something is logged within three hours of it."""
    seen: Mapping[StrandKind, tuple[int, ...]]
    """On how many of them each strand was there."""

    def enough(self, place: int) -> bool:
        """Whether a half hour was logged on enough days to be drawn."""
        logged = self.logged[place]
        return logged >= FEWEST_HERE and logged * 10 >= self.days[place] * LOGGED_OF_TEN

    def of(self, kind: StrandKind, place: int) -> tuple[int, int]:
        """On how many days it was there, and of how many logged days."""
        return self.seen[kind][place], self.days[place]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalDay:
    """The period's counts, and those of the days before where enough was logged."""

    now: Counts
    before: Counts | None
    kinds: tuple[StrandKind, ...]
    """Those logged at all in the period: of the others nothing is known."""


def typical_day(view: View) -> Insight[TypicalDay]:
    """The chart's insight: ready from 14 days of which 7 in 10 have something logged."""
    data = _data(view)
    ready = _enough(view) and bool(data.kinds) and any(map(data.now.enough, range(A_DAY)))
    days = wording.counted(len(view.coverage.used), "logged day")
    title = f"A typical day, from {days}" if ready else TOO_FEW
    return Insight(
        key=KEY,
        ready=ready,
        title=title,
        subtitle=_subtitle(view, data),
        words=tuple(_words(view, data, title)) if ready else (title, _starts(view, data)),
        sure=tuple(_sure(data)) if ready else (),
        table=_table(data),
        subjects=tuple(data.kinds),
        data=data,
    )


@cache
def half_hour(place: int) -> str:
    """ "6pm to 6:30pm"."""
    return f"{_clock(place)} to {_clock(place + 1)}"


def days_before(data: TypicalDay) -> str:
    """ "the 14 days before"."""
    return f"the {data.now.period.days} days before"


def place_words(data: TypicalDay, kind: StrandKind, place: int) -> str:
    """What a half hour says: "6pm to 6:30pm, Sleep: 6 of 11 logged days, about 3 to 8 in 10; before that 4 of 10"."""
    count, total = data.now.of(kind, place)
    said = f"{half_hour(place)}, {NAMES[kind]}: "
    if not data.now.logged[place]:
        return said + NOT_LOGGED
    said += f"{count} of {wording.counted(total, 'logged day')}"
    if not data.now.enough(place):
        return f"{said}, too little logged to draw"
    said += f", about {range_words(count, total)}"
    if data.before and data.before.enough(place):
        then, of = data.before.of(kind, place)
        said += f"; {days_before(data)} {then} of {of}"
    return said


def strand_words(counts: Counts, kind: StrandKind) -> str:
    """What a strand's half hours count, block by block: "midnight to 3am 0 to 2 of 11, 3am to 6am …"."""
    return ", ".join(f"{block_name(block)} {_block_words(counts, kind, block)}" for block in range(BLOCKS))


def _block_words(counts: Counts, kind: StrandKind, block: int) -> str:
    places = [
        place for place in range(block * _IN_BLOCK, block * _IN_BLOCK + _IN_BLOCK) if counts.enough(place)
    ]
    if not places:
        return "too little logged"
    there, of = zip(*(counts.of(kind, place) for place in places), strict=True)
    return f"{_between(there)} of {_between(of)}"


def _between(values: Sequence[int]) -> str:
    low, high = min(values), max(values)
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _enough(view: View) -> bool:
    cover = view.coverage
    return cover.days >= FEWEST_DAYS and len(cover.used) * 10 >= cover.days * LOGGED_OF_TEN


def _data(view: View) -> TypicalDay:
    now = _counts(view)
    before = _counts(view.previous) if view.previous and _enough(view.previous) else None
    kinds = tuple(kind for kind in StrandKind if any(now.seen[kind]))
    return TypicalDay(now=now, before=before, kinds=kinds)


def _counts(view: View) -> Counts:
    found = half_hours(view)
    of: dict[StrandKind, list[Stretch]] = {kind: [] for kind in StrandKind}
    crying = of[StrandKind.CRYING]
    for moment, where in zip(view.moments, found.moments, strict=True):
        if Family.CRYING in families_of(moment, view.names):
            crying.append(where)
    for event, where in zip(view.care, found.care, strict=True):
        strand = _CARE.get(event.kind)
        if strand is not None:
            of[strand].append(where)
    seen = {kind: days_of(touched(there, view.period)) for kind, there in of.items()}
    return Counts(view.period, days_of(found.passed), days_of(found.logged), seen)


def _subtitle(view: View, data: TypicalDay) -> str:
    listed = wording.listed([_WITHOUT[kind] for kind in data.kinds])
    what = f"Logged days with {listed}" if data.kinds else "Logged days"
    parts = [f"{what}, half hour by half hour, {wording.period(view.period)}."]
    parts.append(view.coverage.logged_words)
    if data.before and view.previous:
        used, days = len(view.previous.coverage.used), view.previous.coverage.days
        parts.append(f"Dots: {days_before(data)}, {used} of {days} logged.")
    return " ".join(parts)


def _starts(view: View, data: TypicalDay) -> str:
    said = view.coverage.logged_words
    if _enough(view) and not data.kinds:
        return f"{said} This chart starts with crying, sleep or feeds."
    if _enough(view):
        return f"{said} This chart starts when the same hours are logged on {FEWEST_HERE} days."
    return (
        f"{said} The typical day starts at {FEWEST_DAYS} days, "
        f"with something logged on {LOGGED_OF_TEN} of every 10."
    )


def _words(view: View, data: TypicalDay, title: str) -> Iterator[str]:
    yield f"{title}."
    for kind in data.kinds:
        yield f"{NAMES[kind]}, days in each half hour: {strand_words(data.now, kind)}."
    if data.before:
        for kind in data.kinds:
            yield f"{NAMES[kind]}, {days_before(data)}: {strand_words(data.before, kind)}."
    else:
        yield f"Too little is logged in {days_before(data)} to set beside these."
    missing = [_WITHOUT[kind] for kind in StrandKind if kind not in data.kinds]
    if missing:
        yield f"Not logged in these days, and not drawn: {wording.listed(missing)}."
    thin = sum(not data.now.enough(place) for place in range(A_DAY))
    if thin:
        have = "has" if thin == 1 else "have"
        yield f"{thin} of {A_DAY} half hours {have} too little logged near them to draw a line."
    yield (
        f"A line takes something logged within 3 hours on {FEWEST_HERE} days, "
        f"and on {LOGGED_OF_TEN} of every 10 logged days."
    )
    yield from marks_words(context_marks(view), drawn=False)
    yield from view.coverage.limits
    yield "What is logged at night depends on who was up to log it."
    yield f"Chart type: {wording.counted(len(data.kinds), 'line')} of half hours across 24 hours, with a band."


def _sure(data: TypicalDay) -> Iterator[str]:
    places = [place for place in range(A_DAY) if data.now.enough(place)]
    yield "The band shows how sure each half hour is. Few days give a wide band."
    yield "Here is each line’s highest half hour."
    for kind in data.kinds:
        count, total = max(data.now.of(kind, place) for place in places)
        yield f"{NAMES[kind]}, {count} of {wording.counted(total, 'day')}: could be about {range_words(count, total)}."
    yield f"No half hour is named. With {A_DAY} of them, one always stands out by chance."
    if data.before:
        yield f"Dots show {days_before(data)}. Whether the two differ is not said."


def _table(data: TypicalDay) -> Table:
    columns = [(NAMES[kind], data.now, kind) for kind in data.kinds]
    if data.before:
        columns += [(f"{NAMES[kind]}, {days_before(data)}", data.before, kind) for kind in data.kinds]
    return Table(
        caption=f"Logged days with each, by half hour, {wording.period(data.now.period)}",
        headers=("Half hour", *(name for name, _, _ in columns)),
        rows=tuple(
            (half_hour(place), *(_cell(counts, kind, place) for _, counts, kind in columns))
            for place in range(A_DAY)
        ),
    )


def _cell(counts: Counts, kind: StrandKind, place: int) -> str:
    count, total = counts.of(kind, place)
    if not counts.logged[place]:
        return NOT_LOGGED
    return f"{count} of {total}" if counts.enough(place) else f"{count} of {total}, too little logged"


def _clock(place: int) -> str:
    return wording.clock(datetime.combine(date(1, 1, 1), time()) + HALF * (place % A_DAY))
