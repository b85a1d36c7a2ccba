"""What the Log page shows, frozen. The strip's state is in `saved`: the first paint doesn't load it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey

if TYPE_CHECKING:
    from bonddiary.domain.baby import BabyMark
    from bonddiary.ui.models.care import CareWords
    from bonddiary.ui.models.entry_row import EntryRow
    from bonddiary.ui.pages.log.expecting import Expecting
    from bonddiary.ui.pages.log.saved import Saved


@dataclass(frozen=True, slots=True)
class Tile:
    """A cue to press."""

    key: CueKey
    name: str
    family: Family
    drawn: str = ""
    """The cue whose drawing stands on it; blank: its own, or its family's shape."""
    hidden: bool = False
    """The parent keeps it from the board; More… still finds it."""


@dataclass(frozen=True, slots=True)
class Who:
    """Whose moments the next presses are."""

    marks: "tuple[BabyMark, ...]" = ()
    shown: str = ""
    """The baby's id; blank: all of them."""
    all_words: str = ""
    """ "Both", where they can be noted at once."""
    expecting: "Expecting | None" = None


@dataclass(frozen=True, slots=True)
class LogState:
    """The whole page."""

    baby: str = ""
    who: Who = Who()
    likely: tuple[Tile, ...] = ()
    board: tuple[tuple[Family, tuple[Tile, ...]], ...] = ()
    back_minutes: int | None = 0
    """The time chip that is on; None: another time, in `other_time`."""
    other_time: str = ""
    time_problem: str = ""
    care: "tuple[CareWords, ...]" = ()
    """When to get help, for a cue whose signs the help page names: there before the moment is saved."""
    saved: "Saved | None" = None
    done: str = ""
    """What was made of the board just now, in a quiet line with Undo."""
    problem: str = ""
    """What isn't saved, couldn't be done or couldn't be read, and why; it can be tried again."""
    unsaved: bool = False
    recent_title: str = "Today"
    recent: "tuple[EntryRow, ...]" = field(default_factory=tuple)
    first_run: bool = False
    first_run_problem: str = ""
