"""When each kind is noticed: how many moments of each family began in each 3-hour block."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from bonddiary.analysis.blocks import (
    BLOCKS,
    CHANCE,
    DAYS_IN_BLOCK,
    DAYS_LOGGED,
    FEWEST,
    HOURS,
    ONCE_A_DAY,
    BlockCounts,
    count_blocks,
    threshold,
)
from bonddiary.analysis.context_marks import context_marks, marks_words
from bonddiary.analysis.day_rows import families_begun
from bonddiary.analysis.days_before import beside_words, days_before
from bonddiary.analysis.findings.said import decide
from bonddiary.analysis.half_hours import NOT_LOGGED, blocks_logged
from bonddiary.analysis.insight import TOO_FEW, Insight, Table, View
from bonddiary.analysis.two_weeks import EVENING, SUBJECTS, Finding
from bonddiary.domain import wording
from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.domain.when import When

KEY = "time-of-day"
FEWEST_MOMENTS = 10
FEWEST_DAYS = 5
_WHOSE = {
    Family.CRYING: "Crying was",
    Family.NOISES: "Noises were",
    Family.FACE: "Face cues were",
    Family.MOVEMENT: "Movement was",
    None: "Own words were",
}


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of cue over the day."""

    family: Family | None
    blocks: BlockCounts

    @property
    def name(self) -> str:
        """As every screen names it."""
        return FAMILY_NAMES[self.family]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay:
    """Kinds by 3-hour blocks, and on how many days each block was logged."""

    kinds: tuple[KindRow, ...]
    logged: tuple[int, ...]
    """Eight: on how many days anything of the block was logged. Where it is 0, a count of 0 would say nothing."""
    days: int
    """On how many days anything was logged."""

    @property
    def most(self) -> int:
        """The highest count of all cells."""
        return max(max(kind.blocks.counts) for kind in self.kinds)

    def seen(self, block: int) -> bool:
        """Whether the block was logged on any day."""
        return self.logged[block] > 0


def time_of_day(view: View) -> Insight[TimeOfDay]:
    """The chart's insight: ready from ten moments on five days."""
    data = _data(view)
    moments, days = len(view.begun), len({moment.at.day for moment in view.begun})
    ready = moments >= FEWEST_MOMENTS and days >= FEWEST_DAYS
    looked_at = _looked_at(data) if ready else ()
    found = _found(view, looked_at)
    named = next((each for each in found if each.family is not Family.CRYING), None)
    plain = f"{wording.counted(moments, 'moment')} by kind and time of day"
    title = (named.title if named else plain) if ready else TOO_FEW
    return Insight(
        key=KEY,
        ready=ready,
        title=title,
        subtitle=_subtitle(view, named),
        words=tuple(_words(view, data, found, title)) if ready else (title, _starts(moments, days)),
        sure=tuple(_sure(data, looked_at, found)) if ready else (),
        table=_table(view, data),
        subjects=_subjects(data, found),
        found=tuple(each.statement for each in found),
        data=data,
    )


def block_name(block: int) -> str:
    """ "6pm to 9pm"."""
    return f"{wording.hour(block * HOURS)} to {wording.hour(block * HOURS + HOURS)}"


def cell_words(data: TimeOfDay, kind: KindRow, block: int) -> str:
    """What a cell says: "Crying, 6pm to 9pm: 20 moments, on 10 days"."""
    count, days = kind.blocks.counts[block], kind.blocks.days[block]
    if not data.seen(block):
        return f"{kind.name}, {block_name(block)}: {NOT_LOGGED}"
    said = f"{kind.name}, {block_name(block)}: {wording.counted(count, 'moment')}"
    return f"{said}, on {wording.counted(days, 'day')}" if count else said


def logged_words(data: TimeOfDay, block: int) -> str:
    """ "6pm to 9pm: logged on 12 of 14 days" without the days of the period: those are in the subtitle."""
    if not data.seen(block):
        return f"{block_name(block)}: {NOT_LOGGED}"
    return f"{block_name(block)}: logged on {wording.counted(data.logged[block], 'day')}"


def _data(view: View) -> TimeOfDay:
    starts: dict[Family | None, list[When]] = defaultdict(list)
    for moment, families in zip(view.begun, families_begun(view), strict=True):
        for family in families:
            starts[family].append(moment.at)
    used = len(view.coverage.used)
    return TimeOfDay(
        kinds=tuple(
            KindRow(family, count_blocks(starts[family], used))
            for family in FAMILY_NAMES
            if family or None in starts
        ),
        logged=blocks_logged(view),
        days=used,
    )


def _looked_at(data: TimeOfDay) -> tuple[Finding, ...]:
    """What may be named, crying last: the chart of two weeks looks at it, by the same rule, and has it in its title."""
    others = [kind for kind in data.kinds if kind.family is not Family.CRYING]
    made = []
    for kind in (*others, *(kind for kind in data.kinds if kind.family is Family.CRYING)):
        block = kind.blocks.candidate()
        if block is not None:
            among = 1 if kind.family is Family.CRYING else len(others)
            made.append(Finding(_WHOSE[kind.family], block, kind.blocks, kind.family, among))
    return tuple(made)


def _found(view: View, looked_at: tuple[Finding, ...]) -> tuple[Finding, ...]:
    said = decide([each.evidence for each in looked_at], view.before, view.period, view.now.day)
    return tuple(each for each in looked_at if each.evidence.key in said)


def _starts(moments: int, days: int) -> str:
    return (
        f"{wording.counted(moments, 'moment')} logged on {wording.counted(days, 'day')}. "
        f"This chart starts at {FEWEST_MOMENTS} moments on {FEWEST_DAYS} days."
    )


def _subtitle(view: View, named: Finding | None) -> str:
    parts = [f"Moments of each kind per 3 hours, {wording.period(view.period)}."]
    if named:
        parts.append(f"{named.whose.rsplit(' ', 1)[0]}: {named.numbers}.")
    parts.append(view.coverage.logged_words)
    return " ".join(parts)


def _words(view: View, data: TimeOfDay, found: tuple[Finding, ...], title: str) -> Iterator[str]:
    if title not in [each.title for each in found]:
        yield f"{title}."
    yield from (each.statement.words for each in found)
    yield from (_kind_words(data, kind) for kind in data.kinds)
    if sum(kind.blocks.total for kind in data.kinds) > len(view.begun):
        yield "A moment with two kinds of cue counts under both."
    yield from _logged_words(data)
    yield from beside_words(view, _counted)
    yield from marks_words(context_marks(view), drawn=False)
    yield from view.coverage.limits
    yield "What is logged at night depends on who was up to log it."
    kinds = wording.counted(len(data.kinds), "kind")
    yield f"Chart type: a grid of {kinds} by {BLOCKS} blocks of 3 hours, with a number in each."


def _counted(view: View) -> str:
    """ "Crying 20, Noises 9, 31 moments"."""
    kinds = ", ".join(f"{name} {count:,}" for name, count in _kind_counts(view).items() if count)
    many = wording.counted(len(view.begun), "moment")
    return f"{kinds}, of {many}" if kinds else many


def _kind_counts(view: View) -> dict[str, int]:
    found = Counter(chain.from_iterable(families_begun(view)))
    return {name: found[family] for family, name in FAMILY_NAMES.items()}


def _kind_words(data: TimeOfDay, kind: KindRow) -> str:
    cells = [
        f"{block_name(block)} {kind.blocks.counts[block]:,}" for block in range(BLOCKS) if data.seen(block)
    ]
    return f"{kind.name}, {wording.counted(kind.blocks.total, 'time')}: {', '.join(cells)}."


def _logged_words(data: TimeOfDay) -> Iterator[str]:
    cells = [f"{block_name(block)} {data.logged[block]:,}" for block in range(BLOCKS) if data.seen(block)]
    yield f"Days on which something is logged around these hours: {', '.join(cells)}."
    never = [block_name(block) for block in range(BLOCKS) if not data.seen(block)]
    if never:
        yield f"Not logged on any day: {wording.listed(never)}."


def _sure(data: TimeOfDay, looked_at: tuple[Finding, ...], found: tuple[Finding, ...]) -> Iterator[str]:
    yield (
        f"A 3-hour block is named from {FEWEST} moments of a kind, on {DAYS_LOGGED} days, "
        f"{DAYS_IN_BLOCK} of them with that block, when an even spread would hardly give so many by chance."
    )
    others = len(data.kinds) - 1
    for kind in data.kinds:
        total = kind.blocks.total
        among = 1 if kind.family is Family.CRYING else others
        if total < FEWEST:
            yield f"{kind.name}: {wording.counted(total, 'time')}, too few to name a time of day."
        else:
            needed, most = threshold(total, CHANCE / among), max(kind.blocks.counts)
            said = f"{kind.name}: named from {needed} of {total:,} in one block. The most here is {most:,}"
            yield f"{said}{kind.blocks.held_back if most >= needed else ''}."
    for each in found:
        if not each.evidence.clear:
            yield f"{each.title}: named before, it stays until that is clearly gone."
    if data.days < DAYS_LOGGED:
        yield f"Something is logged on {wording.counted(data.days, 'day')} here, so no block is named."
    elif any(each.evidence.clear for each in looked_at if each not in found):
        yield ONCE_A_DAY
    elif not found:
        yield "No time of day stands out."
    if any(kind.blocks.total >= FEWEST for kind in data.kinds if kind.family is not Family.CRYING):
        yield f"The {others} kinds other than crying share one chance, so each takes more."


def _table(view: View, data: TimeOfDay) -> Table:
    rows = [
        (
            block_name(block),
            *(f"{kind.blocks.counts[block]:,}" if data.seen(block) else NOT_LOGGED for kind in data.kinds),
            f"{data.logged[block]:,}",
        )
        for block in range(BLOCKS)
    ]
    total = ("All day", *(f"{kind.blocks.total:,}" for kind in data.kinds), f"{data.days:,}")
    return Table(
        caption=f"Moments of each kind per 3 hours, {wording.period(view.period)}",
        headers=("Hours", *(kind.name for kind in data.kinds), "Days logged"),
        rows=(*rows, total, *_total_before(view, data)),
    )


def _total_before(view: View, data: TimeOfDay) -> Iterator[tuple[str, ...]]:
    if view.previous is not None:
        before, counts = days_before(view), _kind_counts(view.previous)
        cells = (f"{counts[kind.name]:,}" for kind in data.kinds)
        name = f"{before[0].upper()}{before[1:]}, all day"
        yield name, *cells, f"{len(view.previous.coverage.used):,}"


def _subjects(data: TimeOfDay, found: tuple[Finding, ...]) -> tuple[str, ...]:
    named = [SUBJECTS[each.family] for each in found if each.family]
    named += ["evening"] if any(each.block in EVENING for each in found) else []
    most = sorted(data.kinds, key=lambda kind: -kind.blocks.total)
    named += [SUBJECTS[kind.family] for kind in most if kind.family and kind.blocks.total]
    return tuple(dict.fromkeys(named))
