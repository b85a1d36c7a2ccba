"""What happened on one day: its strip, and beside each moment what was tried and what happened next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from bonddiary.analysis.context_marks import ContextMark, context_marks
from bonddiary.analysis.day_rows import DayRow, Lane, LaneKind, Mark, day_rows
from bonddiary.analysis.hours import clock_words
from bonddiary.analysis.insight import Insight, Table, View
from bonddiary.analysis.names import Names, in_sentence, sequence
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent
from bonddiary.domain.catalog import FAMILY_NAMES, Family, OutcomeMark
from bonddiary.domain.ids import OutcomeKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period

KEY = "day"
NOTHING = "No moments are logged yet"
NEAR = timedelta(days=2)
"""Further from a day than this, on any clock, nothing reaches into it or into the hours around it."""
SUBJECTS = {
    Family.CRYING: "crying",
    Family.NOISES: "noises",
    Family.FACE: "face",
    Family.MOVEMENT: "movement",
}
E = TypeVar("E", Moment, CareEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A moment as its label and its row in the list tell it."""

    mark: Mark
    time: str
    """ "3:12am", "about 3:12am"; the start, also where that was on the day before."""
    cues: str
    tried: str
    """ "Fed, then winded", or blank."""
    outcome: OutcomeMark | None
    """How what happened next is drawn; None: not recorded."""
    then: str
    """ "settled in 12 min", or blank."""
    lasting: str
    """ "20 min", or blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneDay:
    """One day's strip and list."""

    day: date
    row: DayRow
    told: tuple[Told, ...]
    """In order of time; one for each mark of the row."""
    outcomes: tuple[tuple[OutcomeMark, str], ...]
    """Marks that occur, in content order, each with the names of its outcomes."""
    now: float | None
    """Hours since midnight, where the day is today."""

    context: tuple[ContextMark, ...] = ()
    """What else went on, in order of time, beside the moments themselves."""
    words: str
    """The day in a line: "Monday 3 November: 6 moments, 4 feeds"."""

    @property
    def families(self) -> tuple[Family | None, ...]:
        """Those that occur, in the order of every screen."""
        seen = {family for mark in self.row.marks for family in mark.families}
        return tuple(family for family in FAMILY_NAMES if family in seen)

    def has(self, kind: LaneKind) -> bool:
        """Whether any sleep, or any feed, is drawn."""
        return any(lane.kind is kind for lane in self.row.lanes)


def one_day(view: View, day: date | None = None) -> Insight[OneDay]:
    """The chart's insight for a day, or else for the last day of the period that has moments."""
    if day is None:
        day = max((moment.at.day for moment in view.begun), default=view.period.last)
    near = _near(view, day)
    data = _data(near, day, _context(view, day))
    ready = bool(data.row.moments)
    title = _title(data) if ready else NOTHING
    return Insight(
        key=KEY,
        ready=ready,
        title=title,
        subtitle=f"Moments, what was tried and what happened next, {wording.day(day)}. {_counts(data.row)}.",
        words=_words(near, data, title)
        if ready
        else (f"{title}.", "This chart starts with the first moment."),
        sure=(),
        table=_table(data),
        subjects=_subjects(data),
        data=data,
    )


def told_words(told: Told) -> str:
    """ "3:12am, Rooting, 5 min; fed; settled in 5 min"."""
    parts = [", ".join(filter(None, (told.time, told.cues, told.lasting)))]
    parts += [in_sentence(said) for said in (told.tried, told.then) if said]
    return "; ".join(parts)


def lane_words(lane: Lane) -> str:
    """ "8pm to 5:30am, Sleep, 9 h 30 min"; where it was carried over midnight, on which side it goes on."""
    if lane.begins:
        return lane.words if lane.ends else f"{lane.words}, into the next day"
    return f"{lane.words}, since the day before"


def _near(view: View, day: date) -> View:
    """The same view with the entries alone that may reach into the day, however much the diary holds."""
    return replace(
        view,
        moments=_reaching(view.moments, day),
        begun=[moment for moment in view.begun if moment.at.day == day],
        care=_reaching(view.care, day),
        period=Period(day, day),
    )


def _reaching(entries: Iterable[E], day: date) -> list[E]:
    first, last = day - NEAR, day + NEAR
    return [
        entry
        for entry in entries
        if entry.at.utc.date() <= last and (entry.until or entry.at).utc.date() >= first
    ]


def _context(view: View, day: date) -> tuple[ContextMark, ...]:
    """Of the whole view: an illness may have begun, and a zone been left, long before."""
    begun = [moment for moment in view.begun if moment.at.day == day]
    marks = context_marks(replace(view, begun=begun, period=Period(day, day)))
    return tuple(mark for mark in marks.on(day) if not mark.noticed)


def _data(view: View, day: date, context: tuple[ContextMark, ...]) -> OneDay:
    (row,) = day_rows(view)
    by_id = {moment.id: moment for moment in view.moments}
    known = view.names.catalog.outcomes
    occur = {by_id[mark.moment].outcome for mark in row.marks}
    names: dict[OutcomeMark, list[str]] = {}
    for key, outcome in known.items():
        if key in occur:
            names.setdefault(outcome.mark, []).append(in_sentence(outcome.name))
    return OneDay(
        day=day,
        row=row,
        told=tuple(_told(by_id[mark.moment], mark, view.names) for mark in row.marks),
        outcomes=tuple((mark, " or ".join(names[mark])) for mark in OutcomeMark if mark in names),
        now=view.now.hour if view.now.day == day else None,
        context=context,
        words=f"{wording.weekday(day)}: {_counts(row)}",
    )


def _told(moment: Moment, mark: Mark, names: Names) -> Told:
    time = f"about {clock_words(moment.at)}" if moment.about else clock_words(moment.at)
    if not mark.begins:
        time = f"since {time}"
    first, *others = moment.cues
    return Told(
        mark=mark,
        time=time,
        cues=wording.listed([names.cue(first), *(in_sentence(names.cue(cue)) for cue in others)]),
        tried=sequence([names.response(key) for key in moment.responses]),
        outcome=_mark(moment.outcome, names),
        then=_then(moment, names),
        lasting=wording.length(moment.length) if moment.length else "",
    )


def _mark(key: OutcomeKey | None, names: Names) -> OutcomeMark | None:
    known = names.outcome(key) if key else None
    return known.mark if known else OutcomeMark.OTHER if key else None


def _then(moment: Moment, names: Names) -> str:
    said = [names.outcome_name(moment.outcome)] if moment.outcome else []
    if moment.settle is not None:
        timed = moment.settle.minutes is not None or moment.settle.step.timed
        time = names.settle(moment.settle)
        said.append(f"Time to settle: {time}" if timed else f"{time[:1].upper()}{time[1:]}")
    return ", ".join([*said[:1], *map(in_sentence, said[1:])])


def _title(data: OneDay) -> str:
    return f"{wording.weekday(data.day)}: {wording.counted(data.row.moments, 'moment')}"


def _counts(row: DayRow) -> str:
    said = [wording.counted(row.moments, "moment")]
    if row.feeds:
        said.append(wording.counted(row.feeds, "feed"))
    if row.asleep:
        said.append(f"{wording.length(row.asleep)} of sleep")
    return wording.listed(said)


def _words(view: View, data: OneDay, title: str) -> tuple[str, ...]:
    said = [f"{title}.", *(f"{told_words(told)}." for told in data.told)]
    said += [f"{lane_words(lane)}." for lane in data.row.lanes]
    said += [f"{mark.words}." for mark in data.context]
    said += [f"Not logged: {_gap_words(data)}."] if data.row.gaps else []
    if data.row.whole:
        said.append("The whole day was logged.")
    if data.row.no_crying:
        said.append("No crying seen.")
    about = sum(told.mark.about for told in data.told)
    if about:
        are = "is" if about == 1 else "are"
        said.append(f"{wording.counted(about, 'time')} {are} remembered, to about 15 minutes.")
    said.append("Chart type: a strip of 24 hours, with a label for each moment.")
    return tuple(said)


def _gap_words(data: OneDay) -> str:
    return ", ".join(f"{_hours(gap.start)} to {_hours(gap.end)}" for gap in data.row.gaps)


def _hours(hours: float) -> str:
    minutes = round(hours * 60)
    if minutes % 60 == 0:
        return wording.hour(minutes // 60)
    return f"{minutes // 60 % 12 or 12}:{minutes % 60:02d}{'am' if minutes < 720 else 'pm'}"


def _table(data: OneDay) -> Table:
    rows: list[tuple[Mark | Lane | ContextMark, tuple[str, ...]]] = [
        (
            told.mark,
            (told.time, told.cues, told.lasting or "–", told.tried or "–", told.then or "not recorded"),
        )
        for told in data.told
    ]
    rows += [(lane, _lane_row(lane)) for lane in data.row.lanes]
    rows += [(mark, _context_row(mark)) for mark in data.context]
    rows.sort(key=lambda row: row[0].start)
    return Table(
        caption=f"What was logged on {wording.weekday(data.day)}",
        headers=("Time", "What was noticed", "How long", "What was tried", "What happened next"),
        rows=tuple(cells for _, cells in rows),
    )


def _lane_row(lane: Lane) -> tuple[str, ...]:
    time, name, *length = lane.words.split(", ")
    return time, name, length[0] if length else "–", "–", "–"


def _context_row(mark: ContextMark) -> tuple[str, ...]:
    time, _, name = mark.words.partition(", ")
    if not time[:1].isdigit() and not time.startswith(("about ", "noon", "midnight")):
        time, name = "–", mark.words  # it began on another day
    return time, f"{name[:1].upper()}{name[1:]}", "–", "–", "–"


def _subjects(data: OneDay) -> tuple[str, ...]:
    found = [SUBJECTS[family] for family in data.families if family]
    found += [name for kind, name in ((LaneKind.SLEEP, "sleep"), (LaneKind.FEED, "feeds")) if data.has(kind)]
    return tuple(found)
