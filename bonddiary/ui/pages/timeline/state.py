"""What the Timeline shows beside its rows, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bonddiary.domain.care import CareEvent
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Ref
from bonddiary.ui.models.care import CareWords
from bonddiary.ui.pages.timeline.filters import Filters


@dataclass(frozen=True, slots=True)
class TimelineState:
    """The page around the list."""

    text: str = ""
    family: Family | None = None
    cue: CueKey | None = None
    """One cue's moments, asked for from its tip."""
    care: bool = True
    filters: Filters = field(default_factory=Filters)
    """What else was chosen."""
    chips: tuple[tuple[str, str], ...] = ()
    """The filters that are on: what takes each away, and its words."""
    entry: Moment | CareEvent | None = None
    """The entry in the editor, as the diary has it."""
    unkept: Mapping[str, object] = field(default_factory=dict)
    """What was changed of it and couldn't be saved: field names with their new values."""
    entry_title: str = ""
    empty: str = ""
    """What to say instead of a list."""
    empty_offers: str = ""
    """What the button under it does: "log" or "clear"; blank for none."""
    care_words: tuple[CareWords, ...] = ()
    """When to get help, for a cue that was added: there before the change is saved."""
    problem: str = ""
    unread: str = ""
    """Why the list, or an entry asked for, can't be shown now."""
    deleted: str = ""
    """What was deleted last, in words, while it can be brought back by Undo."""
    deleted_ref: Ref | None = None
    done: str = ""
    """What was done last to an entry or to several, in words, while Undo takes that back."""
    picked: tuple[Ref, ...] = ()
    """Rows chosen to be changed together."""

    @property
    def shown(self) -> Moment | CareEvent | None:
        """The entry as the editor shows it: with what couldn't be saved yet."""
        return None if self.entry is None else replace(self.entry, **self.unkept)  # type: ignore[arg-type]  # fields are checked by replace
