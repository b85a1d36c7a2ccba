"""How weeks change: counts of logged days, and each week's median. No line through them, nothing about what comes next."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bonddiary.analysis.context_marks import ContextMarks, context_marks, days_words, marks_words, with_marks
from bonddiary.analysis.day_rows import families_begun
from bonddiary.analysis.findings.said import Statement, decide
from bonddiary.analysis.findings.weeks import DAYS_LOGGED, FEWEST_WEEKS, WEEK, Weekly, weekly, weigh
from bonddiary.analysis.insight import TOO_FEW, Insight, Table, View
from bonddiary.analysis.reference import CryingMinutes, crying_minutes, week_of
from bonddiary.domain import wording
from bonddiary.domain.care import CareKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.period import Period

KEY = "weeks"
DAY = timedelta(days=1)
NOT_LOGGED = "–"


@dataclass(frozen=True, slots=True)
class DayCount:
    """One day of one panel."""

    day: date
    count: int | None
    """None: not logged, which is no zero."""


@dataclass(frozen=True, slots=True)
class WeekCounts:
    """Seven days, whether or not enough of them were logged."""

    last: date
    days: tuple[DayCount, ...]
    median: float | None
    """The middle of the logged days; None with fewer than four of them."""

    @property
    def logged(self) -> int:
        """How many of its days were logged."""
        return sum(day.count is not None for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One thing that is counted, week by week."""

    name: str
    family: Family | None
    care: CareKind | None
    """What the days are drawn as: a family of cues, a kind of care, or neither for all moments."""
    weeks: tuple[WeekCounts, ...]
    series: Weekly

    @property
    def most(self) -> int:
        """The highest count of a day."""
        return max((day.count or 0 for week in self.weeks for day in week.days), default=0)


@dataclass(frozen=True, slots=True)
class WeekByWeek:
    """The panels, all over the same weeks, the oldest first."""

    panels: tuple[Panel, ...]
    weeks: tuple[date, ...]
    """The last day of each."""
    partial: bool
    """Today lies in the period and is left out."""
    context: ContextMarks = field(default_factory=ContextMarks)
    """What else went on, by day."""
    crying: CryingMinutes | None = None
    """Minutes of crying beside a band from studies, where that was asked for and there is enough."""


def weeks(view: View) -> Insight[WeekByWeek]:
    """The chart's insight: ready when one thing has three weeks with four logged days each."""
    last = min(view.period.last, view.now.day - DAY)
    ends = _ends(view.period.first, last)
    every = [_panel(each, view, ends) for each in _counted(view)]
    panels = tuple(panel for panel in every if panel.series.ready and panel.most)
    days = [end - DAY * back for end in ends for back in range(6, -1, -1)]
    crying, about = crying_minutes(days, view.moments, view.coverage.whole, view.beside, view.names)
    data = WeekByWeek(panels, ends, view.period.last >= view.now.day, _context(view, ends), crying)
    ready = bool(panels)
    found = _found(view, data)
    title = _title(data, found) if ready else TOO_FEW
    return Insight(
        key=KEY,
        ready=ready,
        title=title,
        subtitle=_subtitle(data) if ready else f"Counts a day, {wording.period(view.period)}.",
        words=_words(view, data, title, found, about) if ready else (title, _starts(every)),
        sure=tuple(_sure(data, found)) if ready else (),
        table=with_marks(_table(panels or every, ends, data.crying), _context_cells(data)),
        subjects=_subjects(panels),
        found=tuple(statement for _, statement in found),
        data=data,
    )


def week_words(last: date) -> str:
    """ "the week to 15 November"."""
    return f"the week to {last.day} {wording.MONTHS[last.month - 1]}"


def day_words(panel: Panel, day: DayCount) -> str:
    """ "Monday 3 November: crying logged 4 times"."""
    said = (
        "not logged"
        if day.count is None
        else f"{panel.name.lower()} logged {wording.counted(day.count, 'time')}"
    )
    return f"{wording.weekday(day.day)}: {said}"


def panel_week_words(panel: Panel, week: WeekCounts) -> str:
    """ "Crying, the week to 15 November: median 4 a day, 6 days logged"."""
    logged = f"{wording.counted(week.logged, 'day')} logged"
    median = "too few for a median" if week.median is None else f"median {week.median:g} a day"
    return f"{panel.name}, {week_words(week.last)}: {median}, {logged}"


@dataclass(frozen=True, slots=True)
class _Counted:
    name: str
    whose: str
    family: Family | None
    care: CareKind | None
    days: Iterable[date]
    logged: Collection[date]


def _counted(view: View) -> Iterator[_Counted]:
    """What is counted a day. A day holds zero crying where some moment, or a mark, says that somebody looked."""
    every = [moment.at.day for moment in view.begun]
    crying = [
        day for day, families in zip(every, families_begun(view), strict=True) if Family.CRYING in families
    ]
    noticed = {*every, *view.coverage.whole}
    yield _Counted("Crying", "Crying was", Family.CRYING, None, crying, noticed | view.coverage.no_crying)
    if len(every) > len(crying):
        yield _Counted("All moments", "Moments were", None, None, every, noticed)
    cared = {event.at.day for event in view.care} | view.coverage.whole
    feeds = [event.at.day for event in view.care if event.kind is CareKind.FEED]
    yield _Counted("Feeds", "Feeds were", None, CareKind.FEED, feeds, cared)
    if not every and not feeds:
        sleeps = [event.at.day for event in view.care if event.kind is CareKind.SLEEP]
        yield _Counted("Sleeps", "Sleeps were", None, CareKind.SLEEP, sleeps, cared)


def _ends(first: date, last: date) -> tuple[date, ...]:
    """The last days of whole weeks counted back from the last, the oldest first."""
    many = max(0, (last - first).days + 1) // WEEK.days
    return tuple(last - WEEK * back for back in range(many - 1, -1, -1))


def _context(view: View, ends: tuple[date, ...]) -> ContextMarks:
    """Those of the weeks that are counted."""
    days = context_marks(view).days
    shown = {day: marks for day, marks in days.items() if ends and ends[0] - WEEK < day <= ends[-1]}
    return ContextMarks(shown)


def _context_cells(data: WeekByWeek) -> list[str]:
    """A cell for each week: "jab, outing on 3 days"."""
    return [days_words(data.context, Period.ending(end, WEEK.days)) for end in data.weeks]


def _panel(each: _Counted, view: View, ends: tuple[date, ...]) -> Panel:
    counts = Counter(each.days)
    first, last = view.period.first, ends[-1] if ends else view.period.first - DAY
    series = weekly(each.name.lower(), each.whose, counts, each.logged, first, last)
    medians = {week.last: week.median for week in series.weeks}
    return Panel(
        name=each.name,
        family=each.family,
        care=each.care,
        weeks=tuple(_week(end, counts, each.logged, medians.get(end)) for end in ends),
        series=series,
    )


def _week(
    end: date, counts: Mapping[date, int], logged: Collection[date], median: float | None
) -> WeekCounts:
    days = Period.ending(end, WEEK.days)
    return WeekCounts(
        end, tuple(DayCount(day, counts.get(day, 0) if day in logged else None) for day in days), median
    )


def _found(view: View, data: WeekByWeek) -> tuple[tuple[Panel, Statement], ...]:
    evidence = weigh([panel.series for panel in data.panels])
    said = decide(evidence, view.before, view.period, view.now.day)
    return tuple(
        (panel, panel.series.statement())
        for panel, each in zip(data.panels, evidence, strict=True)
        if each.key in said
    )


def _title(data: WeekByWeek, found: tuple[tuple[Panel, Statement], ...]) -> str:
    if found:
        series = found[0][0].series
        newer = series.weeks[-1].median > series.weeks[0].median
        which, week, end = ("newest", -1, data.weeks[-1]) if newer else ("oldest", 0, data.weeks[0])
        if series.weeks[week].last == end:
            return f"{series.whose} logged more often in the {which} week"
        return f"{series.whose} logged more often, {week_words(series.weeks[week].last).removeprefix('the ')}"
    panel = data.panels[0]
    medians = [week.median for week in panel.series.weeks]
    low, high = min(medians), max(medians)
    if low == high:
        return f"{panel.name}: median {low:g} a day in each week"
    return f"{panel.name}: median {low:g} to {high:g} a day"


def _subtitle(data: WeekByWeek) -> str:
    first = data.weeks[0] - WEEK + DAY
    names = wording.listed([panel.name.lower() for panel in data.panels])
    span = wording.period(Period(first, data.weeks[-1]))
    return f"How often a day: {names}, {span}. {wording.counted(len(data.weeks), 'week')}."


def _starts(every: Collection[Panel]) -> str:
    most = max((len(panel.series.weeks) for panel in every), default=0)
    have = "has" if most == 1 else "have"
    return (
        f"{wording.counted(most, 'week')} {have} {DAYS_LOGGED} logged days or more. "
        f"This chart starts at {FEWEST_WEEKS} weeks."
    )


def _words(
    view: View,
    data: WeekByWeek,
    title: str,
    found: tuple[tuple[Panel, Statement], ...],
    about: tuple[str, ...],
) -> tuple[str, ...]:
    said = [statement.words for _, statement in found] or [f"{title}."]
    for panel in data.panels:
        medians = ", ".join(
            f"{week.last.day} {wording.MONTHS[week.last.month - 1]} "
            f"{'too few days' if week.median is None else format(week.median, 'g')}"
            for week in panel.weeks
        )
        said.append(f"{panel.name}, median a day, in the week to: {medians}.")
    if not found:
        said.append(f"No clear difference between the newest and the oldest week{_of_those(data)}.")
    said.append(f"A week needs {DAYS_LOGGED} logged days for a median. A day that isn’t logged is no zero.")
    said += about
    if data.partial:
        said.append("Today is left out: it isn’t over.")
    said += marks_words(data.context)
    said += view.coverage.limits
    said.append("What is logged depends on who had time to log it.")
    said.append(
        f"Chart type: a dot a day and a line for each median, {wording.counted(len(data.weeks), 'week')}."
    )
    return tuple(said)


def _of_those(data: WeekByWeek, lead: str = "") -> str:
    """Where the first or the last week has too few logged days, it isn't the one that is compared."""
    ends = data.weeks[0], data.weeks[-1]
    every = all((panel.series.weeks[0].last, panel.series.weeks[-1].last) == ends for panel in data.panels)
    return "" if every else f"{lead} with a median"


def _sure(data: WeekByWeek, found: tuple[tuple[Panel, Statement], ...]) -> Iterator[str]:
    many = wording.counted(len(data.panels), "comparison")
    which = f"{many} of the newest week with the oldest{_of_those(data, ', of those')}."
    yield f"Looked at, {len(found)} found: {which}" if found else f"Looked at, nothing found: {which}"
    if found:
        yield "A difference is said when chance would hardly give it, with all comparisons counted."
    yield "A median is the middle of the logged days’ counts."


def _table(panels: Collection[Panel], ends: tuple[date, ...], crying: CryingMinutes | None) -> Table:
    columns: list[tuple[str, Callable[[WeekCounts], str]]] = [
        ("days logged", lambda week: str(week.logged)),
        ("median a day", lambda week: "too few days" if week.median is None else f"{week.median:g}"),
        (
            "day by day",
            lambda week: " ".join(NOT_LOGGED if day.count is None else str(day.count) for day in week.days),
        ),
    ]
    return Table(
        caption=f"Counts a day, week by week; {NOT_LOGGED} is a day that isn’t logged",
        headers=(
            "Week to",
            *(f"{panel.name}, {name}" for panel in panels for name, _ in columns),
            *(["Crying, minutes on whole days"] if crying else []),
        ),
        rows=tuple(
            (
                wording.day(end),
                *(cell(panel.weeks[place]) for panel in panels for _, cell in columns),
                *([week_of(crying.days, end)] if crying else []),
            )
            for place, end in enumerate(ends)
        ),
    )


def _subjects(panels: Iterable[Panel]) -> tuple[str, ...]:
    named = {"Crying": "crying", "Feeds": "feeds", "Sleeps": "sleep"}
    return tuple(named[panel.name] for panel in panels if panel.name in named)
