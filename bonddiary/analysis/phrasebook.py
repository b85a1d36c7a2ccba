"""A baby's own phrasebook: each cue, what was noted next and what happened then, as counts and in the family's words.

It is made to be handed over: private moments are left out of it everywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bonddiary.analysis.blocks import CHANCE, FEWEST, block_words, count_blocks, threshold
from bonddiary.analysis.intervals import ENOUGH_TO_SAY, range_words
from bonddiary.analysis.names import Names, in_sentence
from bonddiary.analysis.privacy import kept_back
from bonddiary.analysis.sequences import CueLines, LineKind, cue_lines
from bonddiary.analysis.tried import line_numbers, line_sentence, merged_note
from bonddiary.domain import wording
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

FEWEST_TIMES = ENOUGH_TO_SAY
"""A cue noted so often has a card; below that it is named in one line."""
PRIVATE_NOTE = "Private moments are left out of this page and of what is printed from it."
COUNTS = "Counts, not causes. What was tried is in order of how often, never of what came after."
TWICE = "once or twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One cue in the baby's phrasebook."""

    lines: CueLines
    """The numbers, as the chart of what was tried has them."""
    drawing: str
    """The cue whose drawing stands beside it."""
    days: int
    first: date
    last: date
    counted: str
    """ "17 times, on 9 days, 3 to 28 November 2026."."""
    most: str
    """ "Most often next: fed, 14 of 17 times. Then settled 12 of 14."; blank where nothing came most often."""
    others: tuple[str, ...]
    """A sentence for each other thing, by how often: the line that `most` says isn't said again."""
    usually: str
    """ "Noted most between 6pm and 9pm, 24 of 61 times up to yesterday."; blank below the minimums."""
    sure: tuple[str, ...]
    """What stands behind "How sure is this?"."""

    @property
    def cue(self) -> CueKey:
        """Its key."""
        return self.lines.cue

    @property
    def name(self) -> str:
        """What this family calls it."""
        return self.lines.name

    @property
    def family(self) -> Family | None:
        """What it looks or sounds like."""
        return self.lines.family

    @property
    def times(self) -> int:
        """How many moments have it."""
        return self.lines.times

    @property
    def words(self) -> str:
        """The whole card in one breath."""
        return " ".join(filter(None, [f"{self.name}: {self.counted}", self.most, *self.others, self.usually]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """All cues of a period, those noted most often first."""

    period: Period
    phrases: tuple[Phrase, ...]
    seldom: tuple[str, ...]
    """Names of cues that were noted once or twice."""
    moments: int
    """How many moments were counted."""
    days: int
    """On how many days those were."""
    notes: tuple[str, ...]
    """What a reader has to know about the counts: sentences."""

    @property
    def counted_from(self) -> str:
        """ "Counted from 74 moments on 12 days, 3 to 16 November 2026."."""
        many = f"{wording.counted(self.moments, 'moment')} on {wording.counted(self.days, 'day')}"
        return f"Counted from {many}, {wording.period(self.period)}."

    @property
    def seldom_words(self) -> str:
        """ "Noted once or twice: hiccups and yawn."; blank for none."""
        return f"Noted {TWICE}: {wording.listed(list(self.seldom))}." if self.seldom else ""


def phrasebook(moments: Iterable[Moment], period: Period, names: Names, now: When) -> Phrasebook:
    """Counts one baby's moments of a period, whatever their order. Deleted and private ones are left out."""
    names = names.apart()
    kept = [
        moment
        for moment in moments
        if moment.deleted is None and moment.at.day in period and not kept_back(moment, names.catalog)
    ]
    kept.sort(key=lambda moment: moment.at.utc)
    of_cue: dict[CueKey, list[Moment]] = {}
    for moment in kept:
        for cue in moment.cues:
            of_cue.setdefault(cue, []).append(moment)
    lines = cue_lines(kept, names)
    often = [cue for cue in lines if cue.times >= FEWEST_TIMES]
    times = _usual_times({cue.cue: of_cue[cue.cue] for cue in often}, period, now)
    return Phrasebook(
        period=period,
        phrases=tuple(_phrase(cue, of_cue[cue.cue], times.get(cue.cue, ""), names) for cue in often),
        seldom=tuple(in_sentence(cue.name) for cue in lines if cue.times < FEWEST_TIMES),
        moments=len(kept),
        days=len({moment.at.day for moment in kept}),
        notes=tuple(_notes(kept, often, names)),
    )


def _phrase(cue: CueLines, moments: Sequence[Moment], usually: str, names: Names) -> Phrase:
    days = sorted({moment.at.day for moment in moments})
    span = wording.period(Period(days[0], days[-1]))
    on = wording.counted(len(days), "day")
    most = _most(cue)
    rest = cue.lines[1:] if most else cue.lines
    return Phrase(
        lines=cue,
        drawing=names.drawn(cue.cue),
        days=len(days),
        first=days[0],
        last=days[-1],
        counted=f"{wording.counted(cue.times, 'time')}, on {on}, {span}.",
        most=most,
        others=tuple(line_sentence(line, cue) for line in rest),
        usually=usually,
        sure=tuple(_sure(cue)),
    )


def _most(cue: CueLines) -> str:
    """What was noted next most often, where one thing was; it says nothing of what would help."""
    tried = [line for line in cue.lines if line.kind is LineKind.TRIED]
    if not tried or (len(tried) > 1 and tried[1].times == tried[0].times):
        return ""
    top = tried[0]
    if any(line.times > top.times for line in cue.lines if line is not top):
        return ""  # mostly nothing, or now this and now that, was noted
    said = f"Most often next: {in_sentence(top.name)}, {wording.times(top.times, cue.times)}."
    numbers = line_numbers(top, cue)
    return f"{said} {'Then' if top.unknown < top.times else 'What happened then is'} {numbers}."


def _sure(cue: CueLines) -> Iterable[str]:
    for line in cue.lines:
        if line.range is not None:
            counted = f"{cue.settled_as} {wording.times(line.settled, line.recorded)}"
            yield f"{line.name}: {counted}. Could be about {range_words(line.settled, line.recorded)}."


def _usual_times(of_cue: dict[CueKey, list[Moment]], period: Period, now: When) -> dict[CueKey, str]:
    """The time of day of each cue that has one. Whole days alone are looked at, so that it is decided once a day;
    all cues with enough to look at share one chance."""
    before = {
        cue: [moment.at for moment in moments if moment.at.day < now.day] for cue, moments in of_cue.items()
    }
    logged = len(
        {moment.at.day for moments in of_cue.values() for moment in moments if moment.at.day < now.day}
    )
    among = sum(len(times) >= FEWEST for times in before.values())
    found = {}
    for cue, times in before.items():
        blocks = count_blocks(times, logged)
        block = blocks.candidate() if times else None
        if block is None or blocks.counts[block] < threshold(blocks.total, CHANCE / among):
            continue
        counted = f"{wording.times(blocks.counts[block], blocks.total)}"
        ends = " up to yesterday" if now.day in period else ""
        found[cue] = (
            f"Noted most between {block_words(block)}: {counted}{ends}, on {blocks.days[block]} days."
        )
    return found


def _notes(moments: Sequence[Moment], cues: Sequence[CueLines], names: Names) -> Iterable[str]:
    if not cues:
        return
    yield COUNTS
    yield from merged_note(names, cues)
    if any(len(moment.cues) > 1 for moment in moments):
        yield "A moment with two cues counts under each of them."
