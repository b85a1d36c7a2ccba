"""Was a cue followed by settling more often after one thing than after all others that were tried?

Fisher's exact test of each against all others after the same cue, Benjamini and Hochberg over every pair of a
cue and something tried in the period. A simulation says why nothing less will do: "8 in 10 or more" names
something in nearly every diary without any pattern (`bonddiary check-findings`).

A moment with several responses is one of its combination. Pairs below the minimum count among the comparisons,
as ones that show nothing: rare things make it harder to say something, never easier.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bonddiary.analysis.findings.chance import LEVEL, STILL, adjusted, fisher_exact
from bonddiary.analysis.findings.said import Evidence, FindingKind, Statement
from bonddiary.analysis.intervals import ENOUGH_FOR_RANGE
from bonddiary.analysis.names import Names
from bonddiary.analysis.sequences import ENOUGH_DAYS, CueLines, Line, LineKind

FEWEST = ENOUGH_FOR_RANGE
"""So many with an outcome on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One thing tried after a cue, against all other things tried after it."""

    cue: CueLines
    line: Line
    settled: int
    of: int
    others_settled: int
    others_of: int
    chance: float
    """How easily chance alone gives this, counted over all comparisons of the period."""

    @property
    def key(self) -> str:
        """Names the statement."""
        return ":".join([FindingKind.MORE_OFTEN_AFTER, self.cue.cue, *self.line.responses])

    @property
    def more(self) -> bool:
        """Whether settling came more often, in whole numbers."""
        return self.settled * self.others_of > self.others_settled * self.of

    @property
    def evidence(self) -> Evidence:
        """Whether it may be said."""
        return Evidence(
            key=self.key, enough=self.more, clear=self.chance <= LEVEL, still=self.chance <= LEVEL * STILL
        )

    @property
    def statement(self) -> Statement:
        """The sentence, with its counts of today."""
        settling = "settling" if self.cue.settled_as == "settled" else f"“{self.cue.settled_as}”"
        return Statement(
            FindingKind.MORE_OFTEN_AFTER,
            self.key,
            f"In your diary, {self.cue.name} was followed by {settling} more often after “{self.line.name}” "
            f"({self.settled} of {self.of}) than after other things "
            f"({self.others_settled} of {self.others_of}). Counts, not causes.",
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """Everything that was looked at."""

    comparisons: int
    """All pairs of a cue and something tried in the period."""
    pairs: tuple[Pair, ...]
    """Those with enough on both sides."""

    @property
    def different(self) -> bool:
        """Whether anything stands out, in either direction."""
        return any(pair.chance <= LEVEL for pair in self.pairs)


def compare(cues: Sequence[CueLines], names: Names) -> Compared:
    """Looks at every pair."""
    comparisons = sum(cue.combinations for cue in cues)
    tables = [table for cue in cues if _worth_a_look(cue) for table in _tables(cue, names)]
    chances = [fisher_exact(*numbers) for _, _, numbers in tables]
    shared = adjusted([*chances, *[1.0] * (comparisons - len(chances))])
    pairs = [
        Pair(
            cue=cue,
            line=line,
            settled=settled,
            of=of,
            others_settled=others_settled,
            others_of=others_of,
            chance=chance,
        )
        for (cue, line, (settled, of, others_settled, others_of)), chance in zip(
            tables, shared[: len(tables)], strict=True
        )
    ]
    return Compared(comparisons, tuple(pairs))


def _tables(cue: CueLines, names: Names) -> Iterator[tuple[CueLines, Line, tuple[int, int, int, int]]]:
    """What is never named, because content keeps it private, stands among the other things."""
    tried = [line for line in cue.lines if line.kind is not LineKind.NOTHING]
    settled, of = sum(line.settled for line in tried), sum(line.recorded for line in tried)
    for line in tried:
        enough = line.recorded >= FEWEST and of - line.recorded >= FEWEST
        if enough and line.kind is LineKind.TRIED and not _private(line, names):
            yield cue, line, (line.settled, line.recorded, settled - line.settled, of - line.recorded)


def _worth_a_look(cue: CueLines) -> bool:
    return cue.settles and cue.days >= ENOUGH_DAYS


def _private(line: Line, names: Names) -> bool:
    known = names.catalog.responses
    return any(key in known and known[key].private for key in line.responses)
