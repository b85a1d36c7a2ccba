"""What Catch up shows, frozen."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from bonddiary.analysis.hours import Hours
from bonddiary.analysis.ruler import Ruled
from bonddiary.domain.baby import BabyMark
from bonddiary.domain.records import Ref
from bonddiary.ui.models.care import CareWords
from bonddiary.ui.pages.catch_up.tools import Tool

NOTHING = Ruled()
EMPTY = "Nothing here yet. Click a time, or skip the night. Gaps are fine."
EMPTY_DAY = "Nothing here yet. Click a time, or skip the day. Gaps are fine."


class Field(IntEnum):
    """The table's columns."""

    TIME = 0
    WHAT = 1
    TRIED = 2
    THEN = 3
    IN = 4
    NOTE = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it shows, and why what was typed can't be."""

    text: str = ""
    problem: str = ""
    editable: bool = True


@dataclass(frozen=True, slots=True)
class TableRow:
    """An entry, or the row that is being added."""

    key: str
    """The entry's id; blank for the row being added."""
    ref: Ref | None
    cells: tuple[Cell, ...]
    words: str
    """The row in one breath, for screen readers."""


@dataclass(frozen=True, slots=True)
class OverlapLine:
    """Two stretches that share some time."""

    key: frozenset[str]
    words: str
    joinable: bool
    trimmable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CatchUpState:
    """The whole page."""

    hours: Hours
    title: str = ""
    """ "last night, 8pm to 8am"."""
    baby: str = ""
    """Whose hours these are; blank in a diary without a baby."""
    mark: BabyMark | None = None
    """What tells the baby from the others, where there are several."""
    clocks: str = ""
    """Said where the clocks change."""
    tools: tuple[Tool, ...] = ()
    tool: str = ""
    cursor: int = 0
    anchor: int | None = None
    """Where a stretch begins whose end is still to be chosen."""
    past: int = 0
    """The last step that isn't in the future."""
    now: float = 0.0
    ruled: Ruled = NOTHING
    here: str = ""
    """What is at the cursor, in words."""
    hint: str = ""
    said: str = ""
    """Why a time can't be painted; blank again with the next stroke."""
    line: str = ""
    """What was saved of a typed line, said under it; blank again with the next thing that is done."""
    rows: tuple[TableRow, ...] = ()
    overlaps: tuple[OverlapLine, ...] = ()
    empty: str = ""
    day: date | None = None
    whole_words: str = ""
    whole_day: bool = False
    no_crying_words: str = ""
    no_crying: bool = False
    no_crying_problem: str = ""
    care: tuple[CareWords, ...] = ()
    problem: str = ""
    unsaved: bool = False

    @property
    def chosen(self) -> Tool | None:
        """What the next stroke paints."""
        return next((tool for tool in self.tools if tool.key == self.tool), None)
