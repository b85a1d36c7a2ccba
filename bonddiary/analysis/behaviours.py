"""Every day as one ruler of 24 hours: the six behaviours of the paper diaries, in steps of five minutes, as noted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bonddiary.analysis.behaviour_cells import UPSET, Behaviour, DayRuler, Stretch, day_rulers
from bonddiary.analysis.insight import Insight, Table, View
from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.spans import DAY
from bonddiary.domain import wording
from bonddiary.domain.period import Period

KEY = "days"
NAMES: Mapping[Behaviour, str] = {
    Behaviour.SLEEP: "Sleep",
    Behaviour.AWAKE: "Awake and content",
    Behaviour.FEEDING: "Feeding",
    Behaviour.FUSSING: "Fussing",
    Behaviour.CRYING: "Crying",
    Behaviour.INCONSOLABLE: "Inconsolable crying",
}
NO_NOTES, NOT_NOTED, TO_COME = "no notes", "not noted", "still to come"
WHOLE, NO_CRYING = "whole day logged", "no crying seen"
_SUBJECTS = {Behaviour.SLEEP: "sleep", Behaviour.FEEDING: "feeds", **dict.fromkeys(UPSET, "crying")}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileDays:
    """The days' rulers, or empty ones to fill in by hand."""

    days: tuple[DayRuler, ...]
    blank: bool = False

    @property
    def behaviours(self) -> tuple[Behaviour, ...]:
        """Those that are drawn, in the diaries' order; on a blank sheet all six."""
        seen = {each for day in self.days for each in day.noted}
        return tuple(each for each in Behaviour if self.blank or each in seen)


def profile_days(view: View) -> Insight[ProfileDays]:
    """The picture's insight: ready from the first day with something logged."""
    data = ProfileDays(days=day_rulers(view))
    used = len(view.coverage.used)
    ready = used > 0
    title = f"Each day hour by hour, from {wording.counted(used, 'logged day')}" if ready else "No notes yet"
    starts = "This picture starts with the first day that has something logged."
    return Insight(
        key=KEY,
        ready=ready,
        title=title,
        subtitle=_subtitle(view),
        words=tuple(_words(view, data, title)) if ready else (f"{title}.", starts),
        sure=(),
        table=_table(data, view.period),
        subjects=tuple(dict.fromkeys(_SUBJECTS[each] for each in data.behaviours if each in _SUBJECTS)),
        data=data,
    )


def blank_days(first: date | None, days: int = 7) -> Insight[ProfileDays]:
    """Empty rulers to fill in by hand, from a day on or with room for the dates."""
    dates = [None if first is None else first + DAY * place for place in range(days)]
    data = ProfileDays(days=tuple(DayRuler(day=day) for day in dates), blank=True)
    title = f"{wording.counted(days, 'day')} to fill in by hand"
    return Insight(
        key=KEY,
        ready=True,
        title=title,
        subtitle="24 hours a day, in steps of 5 minutes. Shade what you notice. Gaps are fine.",
        words=(
            f"{title}.",
            "Each day is a ruler of 24 hours, with a mark every hour and a taller one every 6 hours.",
            f"The key shows a pattern for each of these: {_listed(Behaviour)}.",
            "Chart type: empty rulers, one for each day.",
        ),
        sure=(),
        table=Table(
            caption=title,
            headers=("Day", *NAMES.values()),
            rows=tuple((day_name(day, place), *[""] * len(NAMES)) for place, day in enumerate(data.days)),
        ),
        subjects=(),
        data=data,
    )


def day_name(day: DayRuler, place: int) -> str:
    """ "Monday 2 November"; without a date "Day 1"."""
    return f"Day {place + 1}" if day.day is None else wording.weekday(day.day)


def day_words(day: DayRuler, place: int) -> str:
    """ "Monday 2 November: sleep 13 h 20 min, crying 35 min; 4 notes without a length; whole day logged"."""
    said = [f"{in_sentence(NAMES[each])} {wording.length(long)}" for each, long in day.noted.items()]
    parts = [", ".join(said)] if said else []
    if day.points:
        parts.append(f"{wording.counted(len(day.points), 'note')} without a length")
    parts += list(_marks(day))
    return f"{day_name(day, place)}: {'; '.join(parts) or _nothing(day)}"


def stretch_words(stretch: Stretch) -> str:
    """ "1:40am to 2:05am, feeding, about that time"."""
    clock = f"{_clock(stretch.start)} to {_clock(stretch.end)}"
    about = ", about that time" if stretch.about else ""
    return f"{clock}, {in_sentence(NAMES[stretch.behaviour])}{about}"


def _clock(cell: int) -> str:
    hour, minute = divmod(cell * 5, 60)
    if minute == 0:
        return wording.hour(hour)
    return f"{hour % 12 or 12}:{minute:02d}{'am' if hour < 12 else 'pm'}"


def _subtitle(view: View) -> str:
    period = wording.period(view.period)
    return f"What was noted, in steps of 5 minutes, {period}. {view.coverage.logged_words}"


def _words(view: View, data: ProfileDays, title: str) -> Iterator[str]:
    yield f"{title}."
    for each in data.behaviours:
        yield f"{NAMES[each]}: {_range(data, each)}."
    without = [each for each in Behaviour if each not in data.behaviours]
    if without:
        yield f"Not noted with a length in these days: {_listed(without)}."
    yield from _without_length(data)
    yield "Blank and hatched stretches have no notes. They say nothing of what your baby did then."
    yield "Where two overlap, the shorter one is drawn."
    whole = sum(day.whole for day in data.days)
    if whole:
        yield f"{wording.counted(whole, 'day')} {'was' if whole == 1 else 'were'} logged whole."
    yield from view.coverage.limits
    yield f"Chart type: {wording.counted(len(data.days), 'ruler')} of 24 hours, one for each day."


def _range(data: ProfileDays, behaviour: Behaviour) -> str:
    """ "noted on 12 days, 9 h 10 min to 11 h a day"."""
    noted = sorted(day.noted[behaviour] for day in data.days if behaviour in day.noted)
    low, high = wording.length(noted[0]), wording.length(noted[-1])
    days = wording.counted(len(noted), "day")
    return (
        f"noted on {days}, {low if low == high else f'{low} to {high}'}{' a day' if len(noted) > 1 else ''}"
    )


def _without_length(data: ProfileDays) -> Iterator[str]:
    points = [point for day in data.days for point in day.points]
    if not points:
        return
    crying = sum(point.behaviour in UPSET for point in points)
    feeds = sum(point.behaviour is Behaviour.FEEDING for point in points)
    rest = len(points) - crying - feeds
    parts = [wording.counted(feeds, "feed")] if feeds else []
    parts += [f"{crying:,} of crying or fussing"] if crying else []
    parts += [wording.counted(rest, "other sign")] if rest else []
    yield f"Noted without a length, and drawn as marks: {wording.listed(parts)}."


def _table(data: ProfileDays, period: Period) -> Table:
    shown = data.behaviours
    return Table(
        caption=f"Time noted each day, {wording.period(period)}",
        headers=("Day", *(NAMES[each] for each in shown), "Notes without a length", "Said of the day"),
        rows=tuple(
            (
                day_name(day, place),
                *(_cell(day, each) for each in shown),
                f"{len(day.points):,}" if day.logged else _nothing(day),
                ", ".join(_marks(day)),
            )
            for place, day in enumerate(data.days)
        ),
    )


def _cell(day: DayRuler, behaviour: Behaviour) -> str:
    if not day.logged:
        return _nothing(day)
    if behaviour in day.noted:
        return wording.length(day.noted[behaviour])
    return "none seen" if day.no_crying and behaviour in UPSET else NOT_NOTED


def _nothing(day: DayRuler) -> str:
    return TO_COME if day.ahead else NOT_NOTED if day.logged else NO_NOTES


def _marks(day: DayRuler) -> Iterator[str]:
    if day.whole:
        yield WHOLE
    if day.no_crying:
        yield NO_CRYING


def _listed(behaviours: Iterable[Behaviour]) -> str:
    return wording.listed([in_sentence(NAMES[each]) for each in behaviours])
