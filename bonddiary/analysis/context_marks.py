"""What else went on in the days of a chart: jabs, illness, outings, a new time zone, and teething where it was noted.

They are shown where they were logged, and never explained. Notes aren't read for them, private moments neither.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import chain, pairwise

from bonddiary.analysis.care_words import care_title
from bonddiary.analysis.insight import Table, View, once
from bonddiary.analysis.names import Names, in_sentence
from bonddiary.analysis.privacy import kept_back
from bonddiary.analysis.spans import Piece, hours, pieces, wall_end
from bonddiary.domain import wording
from bonddiary.domain.care import OWN_KIND, CareEvent, CareKind
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When

ALSO = "Also logged"
MOST_DATES = 6
"""So many days are named; more are counted."""
MOST_NAMES = 2
TEETHING = "teething"
_TEETH = ("teeth", "tooth")


class MarkKind(StrEnum):
    """What it is drawn as, in the order of every margin. The value stands for it where its names are many."""

    JAB = "jab"
    ILLNESS = "illness"
    TRAVEL = "outing or travel"
    TEETHING = TEETHING


_KINDS = {
    CareKind.JAB: MarkKind.JAB,
    CareKind.ILLNESS: MarkKind.ILLNESS,
    CareKind.OUTING: MarkKind.TRAVEL,
}
_LOOKED_AT = {*_KINDS, CareKind.OTHER}


@dataclass(frozen=True, slots=True)
class ContextMark:
    """One of them on one day."""

    kind: MarkKind
    name: str
    """As it stands in a sentence: "jab", "new time zone"."""
    start: float
    """Hours on the day's clock, 0 to 24."""
    end: float
    words: str
    """ "2:30pm to 3:15pm, Outing"."""
    noticed: bool = False
    """It is a moment, which the strips of hours draw anyway."""


@dataclass(frozen=True, slots=True)
class ContextMarks:
    """By day, each day's in order of time; days without any are left out."""

    days: Mapping[date, tuple[ContextMark, ...]] = field(default_factory=dict)

    def on(self, day: date) -> tuple[ContextMark, ...]:
        """Those of one day."""
        return self.days.get(day, ())

    @property
    def kinds(self) -> tuple[MarkKind, ...]:
        """Those that occur, in the order of every margin."""
        seen = {mark.kind for marks in self.days.values() for mark in marks}
        return tuple(kind for kind in MarkKind if kind in seen)

    def label(self, kind: MarkKind) -> str:
        """What the key calls a kind: its one or two names, else the kind."""
        names = sorted({mark.name for marks in self.days.values() for mark in marks if mark.kind is kind})
        return " or ".join(names) if len(names) <= MOST_NAMES else kind.value


@once
def context_marks(view: View) -> ContextMarks:
    """Those of the view's days, from entries in order of time."""
    found: dict[date, list[ContextMark]] = defaultdict(list)
    teething = _Teething(view.names)
    marks = chain(
        (
            each
            for event in view.care
            if event.kind in _LOOKED_AT
            for each in _of_care(event, view.names, teething)
        ),
        (
            each
            for moment in view.begun
            if not teething.keys.isdisjoint(moment.cues)
            for each in _of_moment(moment, view.names, teething)
        ),
        _new_zones(view),
    )
    for day, mark in marks:
        if day in view.period:
            found[day].append(mark)
    return ContextMarks(
        {day: tuple(sorted(there, key=lambda mark: (mark.start, mark.words))) for day, there in found.items()}
    )


def of_kind(marks: Iterable[ContextMark], kind: MarkKind) -> str:
    """What is said of a day's marks of one kind: "9am, Outing; 2pm, Outing"."""
    return "; ".join(mark.words for mark in marks if mark.kind is kind)


def names_words(marks: Iterable[ContextMark]) -> str:
    """A day's marks by name: "jab, outing twice"; blank for none."""
    counts = Counter(mark.name for mark in marks)
    return ", ".join(name if many == 1 else f"{name} {wording.often(many)}" for name, many in counts.items())


def days_words(marks: ContextMarks, days: Iterable[date]) -> str:
    """Several days' marks by name: "jab, outing on 3 days"; blank for none."""
    counts: Counter[str] = Counter()
    for day in days:
        counts.update({mark.name for mark in marks.on(day)})
    return ", ".join(name if many == 1 else f"{name} on {many} days" for name, many in sorted(counts.items()))


def marks_words(marks: ContextMarks, *, drawn: bool = True) -> Iterator[str]:
    """One text, "Also logged in these days. Jab: 3 November. Outing: 9 days.", or none."""
    days: dict[tuple[MarkKind, str], list[date]] = defaultdict(list)
    for day in sorted(marks.days):
        for key in dict.fromkeys((mark.kind, mark.name) for mark in marks.on(day)):
            days[key].append(day)
    if days:
        order = sorted(days, key=lambda key: list(MarkKind).index(key[0]))
        said = [f"{name[:1].upper()}{name[1:]}: {_dates(days[kind, name])}." for kind, name in order]
        unseen = "" if drawn else ", and not drawn here"
        yield " ".join([f"{ALSO} in these days{unseen}.", *said])


def with_marks(table: Table, cells: Sequence[str]) -> Table:
    """The table with a column for them, where there is any: a cell for each of its first rows."""
    if not any(cells):
        return table
    rest = [""] * (len(table.rows) - len(cells))
    return Table(
        table.caption,
        (*table.headers, ALSO),
        tuple((*row, cell or "–") for row, cell in zip(table.rows, [*cells, *rest], strict=True)),
    )


def _dates(days: Sequence[date]) -> str:
    if len(days) > MOST_DATES:
        return wording.counted(len(days), "day")
    months = {(day.year, day.month) for day in days}
    each = [f"{day.day} {wording.MONTHS[day.month - 1]}" for day in days]
    if len(months) == 1:
        each[:-1] = [str(day.day) for day in days[:-1]]
    return wording.listed(each)


class _Teething:
    """Which words speak of teeth: cues that the catalogue finds under "teething", and the family's own by name."""

    def __init__(self, names: Names) -> None:
        known = {str(key) for key, cue in names.catalog.cues.items() if TEETHING in cue.synonyms}
        own = names.own.items()
        self.keys = known | {key for key, word in own if any(part in word.name.casefold() for part in _TEETH)}


def _of_care(event: CareEvent, names: Names, teething: _Teething) -> Iterator[tuple[date, ContextMark]]:
    kind = _KINDS.get(event.kind)
    if kind is None and event.kind is CareKind.OTHER and event.detail(OWN_KIND) in teething.keys:
        kind = MarkKind.TEETHING
    if kind is None:
        return
    title = care_title(event, names)
    for piece in pieces(event.at, event.until):
        words = _piece_words(piece, event, title)
        yield piece.day, ContextMark(kind, in_sentence(title), piece.start, piece.end, words)


def _of_moment(moment: Moment, names: Names, teething: _Teething) -> Iterator[tuple[date, ContextMark]]:
    for cue in moment.cues:
        if cue in teething.keys and not kept_back(moment, names.catalog):
            yield moment.at.day, _noticed(moment, cue, names)


def _noticed(moment: Moment, cue: CueKey, names: Names) -> ContextMark:
    name, at = names.cue(cue), hours(moment.at.wall)
    words = f"{'about ' if moment.about else ''}{wording.clock(moment.at.wall)}, {name}"
    return ContextMark(MarkKind.TEETHING, in_sentence(name), at, at, words, noticed=True)


def _new_zones(view: View) -> Iterator[tuple[date, ContextMark]]:
    """Where the clocks of an entry differ from those of the one before it: once a day at most."""
    if len({moment.at.zone for moment in view.moments} | {event.at.zone for event in view.care}) < 2:
        return
    times = [moment.at for moment in view.moments if not kept_back(moment, view.names.catalog)]
    times += [event.at for event in view.care]
    if len({at.zone for at in times}) < 2:
        return
    ordered = sorted(times, key=lambda at: at.utc)
    seen: set[date] = set()
    for before, at in pairwise(ordered):
        if before.zone != at.zone and at.day not in seen and _other_clocks(before, at):
            seen.add(at.day)
            place = at.zone.rsplit("/", 1)[-1].replace("_", " ")
            words = f"{wording.clock(at.wall)}, new time zone: {place}"
            yield at.day, ContextMark(MarkKind.TRAVEL, "new time zone", hours(at.wall), hours(at.wall), words)


def _other_clocks(before: When, at: When) -> bool:
    return before.here(at.utc).offset != at.offset


def _piece_words(piece: Piece, event: CareEvent, title: str) -> str:
    about = "about " if event.about else ""
    start, end = wording.clock(event.at.wall), wording.clock(wall_end(event.at, event.until))
    if piece.begins and piece.ends:
        return f"{about}{start}, {title}" if piece.end <= piece.start else f"{about}{start} to {end}, {title}"
    if piece.begins:
        return f"{about}{start}, {title}, into the next day"
    if piece.ends:
        return f"{title}, since the day before, until {about}{end}"
    return f"{title}, all day"
