"""What the Patterns page shows, frozen."""

from dataclasses import dataclass
from enum import StrEnum

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.tips import ChosenTip
from bonddiary.domain.period import Period
from bonddiary.ui.pages.patterns.spans import Span, Window


class Empty(StrEnum):
    """Why no chart is shown."""

    NOTHING = "nothing"
    """Nothing is logged at all."""
    NEW = "new"
    """The newest days hold too little for any chart."""
    THIN = "thin"
    """These earlier days hold too little for any chart."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with enough to draw."""

    insight: Insight[object]
    tips: tuple[ChosenTip, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A chart below its minimum."""

    key: str
    starts: str
    """How much there is, and when the chart starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternsState:
    """Everything on the page. Before the diary is open there is no window."""

    span: Span = Span.TWO_WEEKS
    window: Window | None = None
    all_days: int = 0
    """How many days lie between the oldest and the newest entry."""
    coverage: str = ""
    """ "12 of 14 days · 74 moments"."""
    charts: tuple[Chart, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    empty: Empty | None = None
    logged: str = ""
    """ "4 moments on 2 days", for the words of an empty page."""
    custom: Period | None = None
    """The days that the parent named, or is offered to change."""
    unread: str = ""
    """Why the days that were typed can't be shown."""
    problem: str = ""
    working: bool = False
    """Other days than those shown are being read."""
    hidden: tuple[str, ...] = ()
    """Charts that the parent has hidden."""
    reference: bool = False
    """Whether the chart of weeks has the crying reference behind it."""
