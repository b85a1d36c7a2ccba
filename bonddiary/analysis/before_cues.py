"""How long after the last feed, sleep and nappy each cue was noted: said cue by cue, and nothing about what comes next."""

from collections.abc import Iterator
from functools import lru_cache

from bonddiary.analysis.before_rows import (
    FEWEST,
    MINUTE,
    BeforeCues,
    BeforeRow,
    CueBefore,
    Dot,
    Tally,
    count_before,
    tally_before,
)
from bonddiary.analysis.context import KINDS
from bonddiary.analysis.days_before import beside_words, days_before
from bonddiary.analysis.findings.median import ENOUGH_FOR_MEDIAN, median_range
from bonddiary.analysis.insight import TOO_FEW, Insight, Table, View
from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.sequences import ENOUGH_DAYS
from bonddiary.analysis.two_weeks import SUBJECTS as FAMILY_SUBJECTS
from bonddiary.domain import wording
from bonddiary.domain.care import CareKind

KEY = "before-cues"
PLAIN_TITLE = "How long after a feed, sleep or nappy"
LONGEST_TITLE = 10
SUBJECTS = {CareKind.FEED: "feeds", CareKind.SLEEP: "sleep"}
"""Tips speak of these."""
_HEADERS = (
    "Cue", "What came before", "Moments", "Shortest", "Median", "Longest",
    "During it", "No end noted", "None logged",
)  # fmt: skip
_NAMES = {CareKind.FEED: "feed", CareKind.SLEEP: "sleep", CareKind.NAPPY: "nappy"}


def before_cues(view: View) -> Insight[BeforeCues]:
    """The chart's insight: ready when one cue was noted five times after the same kind of thing."""
    data = count_before(view)
    then = None if view.previous is None else tally_before(view.previous)
    ready = bool(data.drawn)
    title = _title(data) if ready else TOO_FEW
    return Insight(
        key=KEY,
        ready=ready,
        title=title,
        subtitle=(
            f"How long after the last feed, sleep or nappy each cue was noted, {data.period_words}. "
            f"{wording.counted(data.moments, 'moment')} with one in the 24 hours before."
        ),
        words=tuple(_words(view, data, then, title)) if ready else (title, _starts(data)),
        sure=tuple(_sure(data)) if ready else (),
        table=_table(view, data, then),
        subjects=_subjects(data),
        data=data,
    )


@lru_cache(maxsize=1440)
def minutes_words(minutes: float) -> str:
    """ "40 min", "2 h 10 min"; half a minute more doesn't matter here."""
    return wording.length(int(minutes) * MINUTE)


def after_words(kind: CareKind) -> str:
    """ "after a feed"."""
    return f"after a {_NAMES[kind]}"


def during_words(kind: CareKind) -> str:
    """ "during a feed"."""
    return f"during a {_NAMES[kind]}"


def dot_words(cue: CueBefore, row: BeforeRow, dot: Dot) -> str:
    """ "Monday 3 March, about 3:12am, rooting: 2 h 10 min after a feed"."""
    about = "about " if dot.about else ""
    when = f"{wording.weekday(dot.at.day)}, {wording.clock(dot.at.wall)}"
    began = " began" if dot.from_start and row.kind is CareKind.FEED else ""
    return (
        f"{when}, {in_sentence(cue.name)}: {about}{minutes_words(dot.minutes)} {after_words(row.kind)}{began}"
    )


def row_sentences(cue: CueBefore, row: BeforeRow) -> str:
    """ "Rooting was noted a median 2 h 10 min after the last feed, 14 moments. From 20 min to 5 h. 3 were …" """
    name, many = _NAMES[row.kind], wording.counted(len(row.dots), "moment")
    said = []
    if row.median is not None:
        middle = minutes_words(row.median)
        said.append(f"{cue.name} was noted a median {middle} after the last {name}, {many}. {_span(row)}.")
    elif row.dots:
        said.append(f"{cue.name} after the last {name}, {many}. {_span(row)}.")
    others = list(_others(row))
    if others and not said:
        others[0] = f"{cue.name}: {others[0]}"
    return " ".join([*said, *others])


def _others(row: BeforeRow) -> Iterator[str]:
    name = _NAMES[row.kind]
    if row.during:
        yield f"{row.during:,} {_were(row.during)} {during_words(row.kind)}."
    if row.unended:
        yield f"{row.unended:,} {_were(row.unended)} after a sleep without an end noted."
    if row.none:
        yield f"{row.none:,} had no {name} logged in the 24 hours before."


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _span(row: BeforeRow) -> str:
    low, high = minutes_words(row.dots[0].minutes), minutes_words(row.dots[-1].minutes)
    if low != high:
        return f"From {low} to {high}"
    return f"{low[0].upper()}{low[1:]}" if len(row.dots) == 1 else f"Each {low}"


def _title(data: BeforeCues) -> str:
    first, *others = data.drawn
    row = next((row for row in first.rows if row.median is not None), None)
    if row is None or row.median is None or any(cue.times == first.times for cue in others):
        return PLAIN_TITLE
    title = f"{first.name}: a median {minutes_words(row.median)} {after_words(row.kind)}"
    return title if len(title.split()) <= LONGEST_TITLE else PLAIN_TITLE


def _starts(data: BeforeCues) -> str:
    most = max((len(row.dots) for cue in data.cues for row in cue.rows), default=0)
    if not most:
        said = "No cue is counted here yet in the 24 hours after a logged feed, sleep or nappy."
        return f"{said} This chart starts at {FEWEST} times of one cue."
    said = f"The same cue is noted after a logged feed, sleep or nappy {wording.often(most)}"
    return f"{said}{' at most' if most > 1 else ''}. This chart starts at {FEWEST} times."


def _words(view: View, data: BeforeCues, then: Tally | None, title: str) -> Iterator[str]:
    yield f"{title}."
    for cue in data.drawn:
        for row in cue.rows:
            if row.kind in data.logged:
                yield row_sentences(cue, row)
    missing = [_NAMES[kind] for kind in KINDS if kind not in data.logged]
    if missing:
        yield f"No {' or '.join(missing)} is logged in the 24 hours before any of these."
    more = len(data.cues) - len(data.drawn)
    if more:
        yield f"{wording.counted(more, 'more cue')} in the table."
    if any(len(moment.cues) > 1 for moment in view.begun):
        yield "A moment with two cues counts under each of them."
    about = len({dot.moment for cue in data.drawn for row in cue.rows for dot in row.dots if dot.about})
    if about:
        rests = "moment rests" if about == 1 else "moments rest"
        yield f"{about:,} {rests} on a remembered time, to about 15 minutes."
    yield "Counts, not causes. Nothing here says what comes next."
    yield from beside_words(view, lambda each: _counted(data if each is view or then is None else then))
    yield from view.coverage.limits
    yield f"Chart type: rows of dots, one dot a moment, for {wording.counted(len(data.drawn), 'cue')}."


def _counted(data: BeforeCues | Tally) -> str:
    return f"{wording.counted(data.moments, 'moment')} with a feed, sleep or nappy before"


def _sure(data: BeforeCues) -> Iterator[str]:
    yield f"A median, the middle one, is shown from {ENOUGH_FOR_MEDIAN} moments on {ENOUGH_DAYS} days."
    for cue in data.drawn:
        for row in cue.rows:
            if row.median is not None:
                low, high = map(minutes_words, median_range(row.minutes))
                about = "" if low.startswith("under") else "about "
                yield (
                    f"{cue.name}, {after_words(row.kind)}: median {minutes_words(row.median)}, "
                    f"{wording.counted(len(row.dots), 'moment')}. "
                    f"Could be {about}{low} to {high}."
                )
    yield "Moments of one day may belong together, so the true range could be wider."
    yield "Times count from the end. A feed without an end noted counts from its start."
    yield "What isn’t logged isn’t known: a feed that nobody noted makes a time look longer."


def _table(view: View, data: BeforeCues, then: Tally | None) -> Table:
    more = (f"Moments, {days_before(view)}",) if then else ()
    before = then.dots if then else {}
    return Table(
        caption=f"How long after a feed, sleep or nappy each cue was noted, {data.period_words}",
        headers=(*_HEADERS, *more),
        rows=tuple(
            (
                cue.name,
                f"A {_NAMES[row.kind]}",
                f"{len(row.dots):,}",
                *_lengths(row),
                f"{row.during:,}",
                f"{row.unended:,}",
                f"{row.none:,}",
                *([f"{before.get((cue.cue, row.kind), 0):,}"] if then else []),
            )
            for cue in data.cues
            for row in cue.rows
        ),
    )


def _lengths(row: BeforeRow) -> tuple[str, str, str]:
    if not row.dots:
        return "none", "none", "none"
    middle = "too few" if row.median is None else minutes_words(row.median)
    return minutes_words(row.dots[0].minutes), middle, minutes_words(row.dots[-1].minutes)


def _subjects(data: BeforeCues) -> tuple[str, ...]:
    shown = [row.kind for cue in data.drawn for row in cue.rows if row.drawn]
    found = [SUBJECTS[kind] for kind in KINDS if kind in shown and kind in SUBJECTS]
    found += [FAMILY_SUBJECTS[cue.family] for cue in data.drawn if cue.family]
    return tuple(dict.fromkeys(found))
