"""What the Timeline shows beside its rows, frozen."""

from dataclasses import dataclass

from bonddiary.domain.care import CareEvent
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Ref


@dataclass(frozen=True, slots=True)
class TimelineState:
    """The page around the list."""

    text: str = ""
    family: Family | None = None
    cue: CueKey | None = None
    """One cue's moments, asked for from its tip."""
    care: bool = True
    entry: Moment | CareEvent | None = None
    """The entry in the editor."""
    entry_title: str = ""
    empty: str = ""
    """What to say instead of a list."""
    empty_offers: str = ""
    """What the button under it does: "log" or "clear"; blank for none."""
    problem: str = ""
    deleted: str = ""
    """What was deleted last, in words, while it can be brought back by Undo."""
    deleted_ref: Ref | None = None
