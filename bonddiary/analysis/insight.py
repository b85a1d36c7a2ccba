"""What one chart has to say: title, words, table and numbers, all from the same count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Generic, TypeVar

from bonddiary.analysis.coverage import Coverage
from bonddiary.analysis.findings.said import Said, Statement
from bonddiary.analysis.names import Names
from bonddiary.analysis.reference import Beside
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

T = TypeVar("T")
D_co = TypeVar("D_co", covariant=True)

TOO_FEW = "Too few to see a pattern yet."


@dataclass(frozen=True, slots=True)
class View:
    """Everything an insight may look at: one baby's entries that weren't deleted, in order of time."""

    moments: Sequence[Moment]
    begun: Sequence[Moment]
    """Those of `moments` that began in the period: the ones that are counted."""
    care: Sequence[CareEvent]
    marks: Sequence[DayMark]
    period: Period
    now: When
    names: Names
    coverage: Coverage
    before: Said | None = None
    """What was said when these days were last looked at."""
    previous: "View | None" = None
    """As many days before these, where anything of them was given."""
    beside: Beside | None = None
    """The crying reference, where a parent switched it on."""
    _kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)


def once(work: Callable[[View], T]) -> Callable[[View], T]:
    """Worked out when the first chart asks it of a view, and kept for the others."""

    @wraps(work)
    def kept(view: View) -> T:
        if work not in view._kept:
            view._kept[work] = work(view)
        found: T = view._kept[work]
        return found

    return kept


@dataclass(frozen=True, slots=True)
class Table:
    """A chart's numbers as text. Every row is as long as `headers`; the first column names the row."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight(Generic[D_co]):
    """One chart's finding, words, table and the numbers to draw."""

    key: str
    ready: bool
    """Enough was logged to draw it. Otherwise `words` say how much there is and when it starts."""
    title: str
    """At most 10 words, nothing that the numbers don't support."""
    subtitle: str
    """Measure, period, how many."""
    words: tuple[str, ...]
    """The title with its numbers, more numbers, shape, limits, and last the chart's form.

    Not ready: the title, then how much there is and when the chart starts.
    """
    sure: tuple[str, ...]
    """What stands behind "How sure is this?"; empty when there is nothing to say."""
    table: Table
    subjects: tuple[str, ...]
    """Subjects of the tips that belong beside it."""
    found: tuple[Statement, ...] = ()
    """What is said beyond counts: these sentences are among title and words."""
    data: D_co
    """The numbers, in the chart's own shape."""
