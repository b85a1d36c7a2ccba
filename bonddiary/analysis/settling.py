"""How long settling took: the minutes that were noted, by what was tried. Counted and laid side by side, never ranked.

A step without minutes ("under 5 min", "not settled") is said in words: no minutes are made up for it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bonddiary.analysis.days_before import beside_words, days_before, with_column
from bonddiary.analysis.findings.median import ENOUGH_FOR_MEDIAN, median_range
from bonddiary.analysis.insight import TOO_FEW, Insight, Table, View, once
from bonddiary.analysis.intervals import ENOUGH_TO_SAY
from bonddiary.analysis.names import Names, in_sentence, sequence
from bonddiary.analysis.privacy import told_in_charts
from bonddiary.analysis.sequences import RARELY, LineKind
from bonddiary.domain import wording
from bonddiary.domain.ids import MomentId, ResponseKey
from bonddiary.domain.moment import Moment, Settle, SettleBin

KEY = "settling"
LONGEST_TITLE = 10
FEWEST = 5
"""So many moments with minutes start the chart."""
NOTHING = "Nothing noted"


@dataclass(frozen=True, slots=True)
class Dot:
    """One moment whose settling was timed."""

    moment: MomentId
    minutes: int
    words: str
    """ "Monday 3 March, 3:12am, rooting: 12 min to settle"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlingRow:
    """One thing, or combination, that was tried, and how long settling then took."""

    kind: LineKind
    name: str
    times: int
    """How often it was tried, with or without a time to settle."""
    dots: tuple[Dot, ...]
    """The shortest first."""
    in_words: tuple[tuple[str, int], ...]
    """Steps noted without minutes, in content order, and how often."""

    @property
    def minutes(self) -> tuple[int, ...]:
        """Those of its dots."""
        return tuple(dot.minutes for dot in self.dots)

    @property
    def median(self) -> float | None:
        """The middle of its minutes; None below eight of them, and where different things are taken together."""
        if len(self.dots) < ENOUGH_FOR_MEDIAN or self.kind is LineKind.RARE:
            return None
        return median(self.minutes)

    @property
    def said(self) -> str:
        """The steps without minutes: "under 5 min 2, not settled 1"; blank for none."""
        return ", ".join(f"{name} {count:,}" for name, count in self.in_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """Rows by how often each thing was tried."""

    rows: tuple[SettlingRow, ...]
    """All with any time to settle noted."""
    period_words: str

    @property
    def drawn(self) -> tuple[SettlingRow, ...]:
        """Those with minutes."""
        return tuple(row for row in self.rows if row.dots)

    @property
    def timed(self) -> int:
        """How many moments have minutes."""
        return sum(len(row.dots) for row in self.rows)

    @property
    def untimed(self) -> int:
        """How many have a step in words instead."""
        return sum(count for row in self.rows for _, count in row.in_words)


def settling(view: View) -> Insight[Settling]:
    """The chart's insight: ready from five moments with minutes."""
    data = Settling(rows=_rows(view), period_words=wording.period(view.period))
    ready = data.timed >= FEWEST
    title = _title(data) if ready else TOO_FEW
    return Insight(
        key=KEY,
        ready=ready,
        title=title,
        subtitle=(
            f"Minutes to settle, by what you tried, {data.period_words}. "
            f"{wording.counted(data.timed, 'moment')} with minutes."
        ),
        words=_words(view, data, title) if ready else (title, _starts(data)),
        sure=tuple(_sure(data)) if ready else (),
        table=_with_before(_table(data), view, data),
        subjects=("tried",),
        data=data,
    )


def minutes_words(minutes: float) -> str:
    """ "12 min", "12.5 min", "1 h 20 min"."""
    if minutes < 60 or minutes % 1:
        return f"{minutes:g} min"
    hours, rest = divmod(int(minutes), 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def row_sentence(row: SettlingRow) -> str:
    """ "Fed 30 times: 12 with minutes, 3 to 40 min, median 10 min. Also noted: not settled 2."."""
    said = f"{row.name} {wording.counted(row.times, 'time')}"
    if row.dots:
        said += f": {len(row.dots):,} with minutes, {_span(row.minutes)}"
    if row.median is not None:
        said += f", median {minutes_words(row.median)}"
    return f"{said}. Also noted: {row.said}." if row.said else f"{said}."


@once
def _rows(view: View) -> tuple[SettlingRow, ...]:
    by_responses: dict[tuple[ResponseKey, ...], list[Moment]] = defaultdict(list)
    for moment in told_in_charts(view):
        by_responses[moment.responses].append(moment)
    nothing = by_responses.pop((), [])
    rare = [moment for mine in by_responses.values() if len(mine) < ENOUGH_TO_SAY for moment in mine]
    rows = [
        _row(LineKind.TRIED, sequence([view.names.response(key) for key in keys]), mine, view.names)
        for keys, mine in by_responses.items()
        if len(mine) >= ENOUGH_TO_SAY
    ]
    rows.sort(key=lambda row: (-row.times, row.name))
    rows.append(_row(LineKind.RARE, RARELY, rare, view.names))
    rows.append(_row(LineKind.NOTHING, NOTHING, nothing, view.names))
    return tuple(row for row in rows if row.dots or row.in_words)


def _row(kind: LineKind, name: str, moments: Sequence[Moment], names: Names) -> SettlingRow:
    told = [(moment, moment.settle) for moment in moments if moment.settle is not None]
    dots = [
        Dot(moment.id, settle.minutes, _dot_words(moment, settle.minutes, names))
        for moment, settle in told
        if settle.minutes is not None
    ]
    steps = Counter(settle.step for _, settle in told if settle.minutes is None)
    return SettlingRow(
        kind=kind,
        name=name,
        times=len(moments),
        dots=tuple(sorted(dots, key=lambda dot: dot.minutes)),
        in_words=tuple((names.settle(Settle(step)), steps[step]) for step in SettleBin if steps[step]),
    )


def _dot_words(moment: Moment, minutes: int, names: Names) -> str:
    cues = ", ".join(in_sentence(names.cue(cue)) for cue in moment.cues)
    about = "about " if moment.about else ""
    when = f"{wording.weekday(moment.at.day)}, {about}{wording.clock(moment.at.wall)}"
    return f"{when}, {cues}: {minutes_words(minutes)} to settle"


def _span(minutes: Sequence[int]) -> str:
    low, high = min(minutes), max(minutes)
    if low == high:
        return minutes_words(low) if len(minutes) == 1 else f"each {minutes_words(low)}"
    if high < 60:
        return f"{low} to {high} min"
    return f"{minutes_words(low)} to {minutes_words(high)}"


def _title(data: Settling) -> str:
    """The span in minutes alone where hours would make it too long."""
    every = [minutes for row in data.rows for minutes in row.minutes]
    title = f"{data.timed:,} times to settle: {_span(every)}"
    if len(title.split()) <= LONGEST_TITLE:
        return title
    return f"{data.timed:,} times to settle: {min(every)} to {max(every):,} min"


def _starts(data: Settling) -> str:
    are = "is" if data.timed == 1 else "are"
    said = f"{wording.counted(data.timed, 'time')} with minutes to settle {are} counted here."
    if data.untimed:
        have = "has" if data.untimed == 1 else "have"
        said += f" {wording.counted(data.untimed, 'other')} {have} words in place of minutes."
    return f"{said} This chart starts at {FEWEST} times with minutes."


def _words(view: View, data: Settling, title: str) -> tuple[str, ...]:
    said = [f"{title}.", *map(row_sentence, data.rows)]
    if data.untimed:
        are = "is" if data.untimed == 1 else "are"
        said.append(f"{wording.counted(data.untimed, 'time')} to settle {are} noted in words, and not drawn.")
    said.append("Sorted by how often each was tried. Counts, not causes.")
    said += beside_words(view, _timed)
    said += view.coverage.limits
    said.append(f"Chart type: rows of dots, one dot a moment, for {len(data.drawn)} things tried.")
    return tuple(said)


def _sure(data: Settling) -> Iterator[str]:
    yield f"A median, the middle of the minutes, is shown from {ENOUGH_FOR_MEDIAN} times on."
    for row in data.rows:
        if row.median is not None:
            low, high = median_range(row.minutes)
            yield (
                f"{row.name}: median {minutes_words(row.median)} of {wording.counted(len(row.dots), 'time')}. "
                f"Could be about {minutes_words(low)} to {minutes_words(high)}."
            )
    yield "Five minutes is the smallest step of paper diaries: take the minutes as about right."
    if data.untimed:
        yield "Times noted in words have no minutes, so they are in no median."


def _table(data: Settling) -> Table:
    return Table(
        caption=f"How long settling took, by what you tried, {data.period_words}",
        headers=("What you tried", "Times", "With minutes", "Minutes", "Median", "Noted in words"),
        rows=tuple(
            (
                row.name,
                str(row.times),
                str(len(row.dots)),
                ", ".join(map(str, row.minutes)) or "none noted",
                _median_cell(row),
                row.said or "none",
            )
            for row in data.rows
        ),
    )


def _timed(view: View) -> str:
    timed = sum(len(row.dots) for row in _rows(view))
    return f"{wording.counted(timed, 'moment')} with minutes to settle"


def _with_before(table: Table, view: View, data: Settling) -> Table:
    """One column more: how often each had minutes in the days before, where anything was logged then."""
    if view.previous is None:
        return table
    names = view.names
    then = Counter(
        sequence([names.response(key) for key in moment.responses]) or NOTHING
        for moment in told_in_charts(view.previous)
        if moment.settle is not None and moment.settle.minutes is not None
    )
    cells = ["–" if row.kind is LineKind.RARE else f"{then[row.name]:,}" for row in data.rows]
    return with_column(table, f"With minutes, {days_before(view)}", cells)


def _median_cell(row: SettlingRow) -> str:
    return "too few" if row.median is None else minutes_words(row.median)
