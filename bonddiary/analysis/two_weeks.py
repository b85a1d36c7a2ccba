"""What the last days looked like: the numbers, title, words and table of the Two-weeks chart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bonddiary.analysis.blocks import (
    BLOCKS,
    CHANCE,
    CHANCE_KEPT,
    DAYS_IN_BLOCK,
    DAYS_LOGGED,
    FEWEST,
    ONCE_A_DAY,
    BlockCounts,
    block_words,
    count_blocks,
    threshold,
)
from bonddiary.analysis.context_marks import ContextMarks, context_marks, marks_words, names_words, with_marks
from bonddiary.analysis.day_rows import DayRow, LaneKind, day_rows, families_begun
from bonddiary.analysis.days_before import beside_words
from bonddiary.analysis.findings.said import Evidence, FindingKind, Statement, decide
from bonddiary.analysis.half_hours import NOT_LOGGED, blocks_logged
from bonddiary.analysis.insight import TOO_FEW, Insight, Table, View
from bonddiary.domain import wording
from bonddiary.domain.care import CareKind
from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

KEY = "two-weeks"
FEWEST_DAYS = 3
SUBJECTS = {
    Family.CRYING: "crying",
    Family.NOISES: "noises",
    Family.FACE: "face",
    Family.MOVEMENT: "movement",
}
EVENING = (5, 6)
"""The blocks 3pm to 6pm and 6pm to 9pm, for tips about evenings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoWeeks:
    """One row a day, and how many began in each 3-hour block."""

    rows: tuple[DayRow, ...]
    band: BlockCounts
    """What the "usually" band counts."""
    band_of: str
    """Their name in the plural: "moments", or "feeds" or "sleeps" in a diary without moments."""
    logged: tuple[int, ...]
    """Eight: on how many days anything of the block was logged."""
    families: tuple[Family | None, ...]
    """Those that occur, in the order of every screen."""
    now: When
    context: ContextMarks = field(default_factory=ContextMarks)
    """What else went on, for the margin."""

    def seen(self, block: int) -> bool:
        """Whether the block was logged on any day, or has something that is counted."""
        return bool(self.logged[block] or self.band.counts[block])

    def band_words(self, block: int) -> str:
        """ "24", or "not logged": where nobody logged anything, none would be no count."""
        return f"{self.band.counts[block]:,}" if self.seen(block) else NOT_LOGGED

    @property
    def begun(self) -> tuple[DayRow, ...]:
        """The rows of days that have begun."""
        return tuple(row for row in self.rows if not row.ahead)

    def has(self, kind: LaneKind) -> bool:
        """Whether any sleep, or any feed, is drawn."""
        return any(lane.kind is kind for row in self.rows for lane in row.lanes)


@dataclass(frozen=True, slots=True)
class Finding:
    """A block that may be named."""

    whose: str
    """ "Crying was" or "Moments were"."""
    block: int
    blocks: BlockCounts
    family: Family | None
    among: int = 1
    """How many are looked at together, and share the chance that an even spread names one."""

    @property
    def evidence(self) -> Evidence:
        """Whether the block may be named."""
        count, total = self.blocks.counts[self.block], self.blocks.total
        return Evidence(
            key=":".join([FindingKind.TIME_OF_DAY, self.family or "moments", str(self.block)]),
            enough=True,
            clear=count >= threshold(total, CHANCE / self.among),
            still=count >= threshold(total, CHANCE_KEPT / self.among),
        )

    @property
    def statement(self) -> Statement:
        """The title with its numbers."""
        return Statement(FindingKind.TIME_OF_DAY, self.evidence.key, f"{self.title}: {self.numbers}.")

    @property
    def title(self) -> str:
        """ "Crying was logged most often between 6pm and 9pm"."""
        return f"{self.whose} logged most often between {block_words(self.block)}"

    @property
    def numbers(self) -> str:
        """ "24 of 61 times, on 9 days"."""
        count, days = self.blocks.counts[self.block], self.blocks.days[self.block]
        return f"{wording.times(count, self.blocks.total)}, on {wording.counted(days, 'day')}"


def two_weeks(view: View) -> Insight[TwoWeeks]:
    """The Two-weeks chart's insight: ready from three days with anything logged."""
    data = _data(view)
    used, ready = len(view.coverage.used), len(view.coverage.used) >= FEWEST_DAYS
    looked_at = tuple(_looked_at(view)) if ready else ()
    finding = _finding(view, looked_at)
    title = (finding.title if finding else _plain_title(view, data)) if ready else TOO_FEW
    return Insight(
        key=KEY,
        ready=ready,
        title=title,
        subtitle=_subtitle(view, data, finding),
        words=_words(view, data, finding, title) if ready else (title, _starts(view, used)),
        sure=_sure(view, data, looked_at, finding) if ready else (),
        table=_table(view, data),
        subjects=_subjects(data, finding),
        found=(finding.statement,) if finding else (),
        data=data,
    )


def short_period(span: Period) -> str:
    """The period without its year where that is one year: "1 to 14 March"."""
    words = wording.period(span)
    return words.removesuffix(f" {span.last.year}") if span.first.year == span.last.year else words


def how_long(days: int) -> str:
    """ "two weeks", "one week", "four weeks", "10 days"."""
    return {1: "one day", 7: "one week", 14: "two weeks", 21: "three weeks", 28: "four weeks"}.get(
        days, f"{days} days"
    )


def _data(view: View) -> TwoWeeks:
    starts = [moment.at for moment in view.begun]
    band_of = "moments"
    if not starts:
        starts, band_of = _care_starts(view, CareKind.FEED), "feeds"
    if not starts:
        starts, band_of = _care_starts(view, CareKind.SLEEP), "sleeps"
    rows = day_rows(view)
    seen = {family for row in rows for family in row.counts}
    return TwoWeeks(
        rows=rows,
        band=count_blocks(starts),
        band_of=band_of if starts else "moments",
        logged=blocks_logged(view),
        families=tuple(family for family in FAMILY_NAMES if family in seen),
        now=view.now,
        context=context_marks(view),
    )


def _care_starts(view: View, kind: CareKind) -> list[When]:
    return [event.at for event in view.care if event.kind is kind and event.at.day in view.period]


def _looked_at(view: View) -> Iterator[Finding]:
    """Crying first; of the two, at most one is said."""
    starts = [moment.at for moment in view.begun]
    crying = [
        at for at, families in zip(starts, families_begun(view), strict=True) if Family.CRYING in families
    ]
    for whose, times, family in (("Crying was", crying, Family.CRYING), ("Moments were", starts, None)):
        blocks = count_blocks(times, len(view.coverage.used))
        block = blocks.candidate()
        if block is not None:
            yield Finding(whose, block, blocks, family)


def _finding(view: View, looked_at: tuple[Finding, ...]) -> Finding | None:
    for finding in looked_at:
        if decide([finding.evidence], view.before, view.period, view.now.day):
            return finding
    return None


def _plain_title(view: View, data: TwoWeeks) -> str:
    if view.coverage.moments:
        return f"{wording.counted(view.coverage.moments, 'moment')} in {how_long(view.period.days)}"
    lanes = [name for kind, name in _LANE_NAMES if data.has(kind)]
    what = wording.listed(lanes) or "care events"
    return f"{what[0].upper()}{what[1:]}, {short_period(view.period)}"


_LANE_NAMES = ((LaneKind.SLEEP, "sleep"), (LaneKind.FEED, "feeds"))


def _subtitle(view: View, data: TwoWeeks, finding: Finding | None) -> str:
    parts = [f"{data.band_of.capitalize()} per 3 hours, and day by day, {wording.period(view.period)}."]
    if finding:
        parts.append(f"{finding.whose.split()[0]}: {finding.numbers}.")
    parts.append(view.coverage.logged_words)
    return " ".join(parts)


def _starts(view: View, used: int) -> str:
    return (
        f"{_logged(view)} logged on {wording.counted(used, 'day')}. This chart starts at {FEWEST_DAYS} days."
    )


def _words(view: View, data: TwoWeeks, finding: Finding | None, title: str) -> tuple[str, ...]:
    cover, days = view.coverage, wording.counted(view.coverage.days, "day")
    said = [finding.statement.words if finding else f"{title}."]
    if cover.moments:
        were = "was" if cover.moments == 1 else "were"
        said.append(f"{wording.counted(cover.moments, 'moment')} {were} logged in {days}.")
        said.append(_family_counts(data))
    said += _care_counts(data)
    if data.band.total:
        said.append(_shape(data))
    said += beside_words(view, _logged)
    said += cover.limits
    said += marks_words(data.context)
    about = sum(mark.about and mark.begins for row in data.rows for mark in row.marks)
    if about:
        are = "is" if about == 1 else "are"
        said.append(f"{wording.counted(about, 'time')} {are} remembered, to about 15 minutes.")
    said.append("What is logged at night depends on who was up to log it.")
    said.append(f"Chart type: a grid of {wording.counted(view.period.days, 'day')} by 24 hours.")
    return tuple(said)


def _logged(view: View) -> str:
    cover = view.coverage
    counted = [wording.counted(cover.moments, "moment")] if cover.moments or not cover.care else []
    counted += [wording.counted(cover.care, "care event")] if cover.care else []
    return wording.listed(counted)


def _family_counts(data: TwoWeeks) -> str:
    totals = [(family, sum(row.counts.get(family, 0) for row in data.rows)) for family in data.families]
    said = ", ".join(f"{FAMILY_NAMES[family]} {count:,}" for family, count in totals)
    twice = sum(count for _, count in totals) > sum(row.moments for row in data.rows)
    return f"{said}. A moment with two kinds of cue counts under both." if twice else f"{said}."


def _care_counts(data: TwoWeeks) -> list[str]:
    feeds = sum(row.feeds for row in data.rows)
    asleep = sum((row.asleep for row in data.rows), timedelta(0))
    said = []
    if feeds:
        said.append(f"{wording.counted(feeds, 'feed')} logged.")
    if asleep:
        nights = sum(bool(row.asleep) for row in data.rows)
        said.append(f"{wording.length(asleep)} of sleep logged on {wording.counted(nights, 'day')}.")
    return said


def _shape(data: TwoWeeks) -> str:
    counts = [
        f"{wording.hour(block * 3)} to {wording.hour(block * 3 + 3)} {data.band_words(block)}"
        for block in range(BLOCKS)
    ]
    blocks = f"{data.band_of.capitalize()} by 3-hour block: {', '.join(counts)}."
    return f"{blocks} Mixed-up days are usual for young babies."


def _sure(
    view: View, data: TwoWeeks, looked_at: tuple[Finding, ...], finding: Finding | None
) -> tuple[str, ...]:
    used = len(view.coverage.used)
    total = finding.blocks.total if finding else view.coverage.moments
    if not total:
        return ()
    if total < FEWEST or used < DAYS_LOGGED:
        so_far = f"{total}" if used >= DAYS_LOGGED else f"{total} on {wording.counted(used, 'day')}"
        return (f"A time of day is named from {FEWEST} moments on {DAYS_LOGGED} days. So far: {so_far}.",)
    rule = (
        f"A 3-hour block is named when it holds {threshold(total)} or more of {total}, which an even spread "
        f"would hardly give by chance, on at least {DAYS_IN_BLOCK} days."
    )
    if finding is None:
        return rule, _not_named(data.band, looked_at)
    here = f"Here: {finding.numbers}."
    if finding.evidence.clear:
        return rule, here
    return rule, here, f"Named before, it stays down to {threshold(total, CHANCE_KEPT)} of {total}."


def _not_named(moments: BlockCounts, looked_at: tuple[Finding, ...]) -> str:
    top = max(moments.counts)
    if moments.held_back and top >= threshold(moments.total):
        return f"The most here is {top:,}{moments.held_back}."
    return ONCE_A_DAY if any(each.evidence.clear for each in looked_at) else "No time of day stands out."


def _subjects(data: TwoWeeks, finding: Finding | None) -> tuple[str, ...]:
    found = [SUBJECTS[finding.family]] if finding and finding.family else []
    found += ["evening"] if finding and finding.block in EVENING else []
    found += [SUBJECTS[family] for family in data.families if family]
    found += [name for kind, name in _LANE_NAMES if data.has(kind)]
    return tuple(dict.fromkeys(found))


def _columns(data: TwoWeeks) -> list[tuple[str, Callable[[DayRow], str]]]:
    columns = [(FAMILY_NAMES[family], _family_cell(family)) for family in data.families]
    if data.families:
        columns.append(("Moments", lambda row: str(row.moments)))
    if data.has(LaneKind.FEED):
        columns.append(("Feeds", lambda row: str(row.feeds)))
    if data.has(LaneKind.SLEEP):
        columns.append(("Asleep", lambda row: wording.length(row.asleep) if row.asleep else "none logged"))
    return columns or [("Care events", lambda row: str(row.other))]


def _table(view: View, data: TwoWeeks) -> Table:
    columns = _columns(data)
    plain = Table(
        caption=f"What was logged each day, {wording.period(view.period)}",
        headers=("Day", *(name for name, _ in columns)),
        rows=tuple(_table_row(row, [cell for _, cell in columns]) for row in data.begun),
    )
    return with_marks(plain, [names_words(data.context.on(row.day)) for row in data.begun])


def _family_cell(family: Family | None) -> Callable[[DayRow], str]:
    return lambda row: str(row.counts.get(family, 0))


def _table_row(row: DayRow, cells: Sequence[Callable[[DayRow], str]]) -> tuple[str, ...]:
    return (wording.weekday(row.day), *(cell(row) if row.logged else "not logged" for cell in cells))
