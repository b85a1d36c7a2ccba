"""What the Tips page shows, frozen."""

from dataclasses import dataclass

from bonddiary.domain.catalog import Family
from bonddiary.ui.models.care import CareWords
from bonddiary.ui.models.tip_rows import RowKind, TipRow

Line = tuple[str, str]
"""Bold first words (or "") and what follows them."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A choice of what the list holds."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another article."""

    kind: RowKind
    key: str
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What the diary says of a cue: counts, nothing else."""

    words: str
    cue: str
    """The cue whose entries can be shown; blank when there are none."""


@dataclass(frozen=True, slots=True)
class Article:
    """One cue or tip to read. Blank parts aren't shown."""

    kind: RowKind
    key: str
    title: str
    line: str
    """Family or topic, and the usual age."""
    family: Family | None
    drawing: str
    text: str
    """What you may see; or the tip itself."""
    caution: str = ""
    cards: tuple[CareWords, ...] = ()
    meanings: tuple[Line, ...] = ()
    tries: tuple[Line, ...] = ()
    ways: tuple[Way, ...] = ()
    """Tips that belong to a cue, or cues that a tip belongs to."""
    sources: str = ""
    standing: tuple[str, ...] = ()
    """Kind of source, when it was checked, who has reviewed it."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No row matches."""

    words: str
    widen: str
    """What the button says that shows more."""


@dataclass(frozen=True, slots=True)
class TipsState:
    """The whole page."""

    shelves: tuple[Shelf, ...] = ()
    shelf: str = ""
    query: str = ""
    age_words: str = ""
    """ "7 weeks": the (corrected) age to order by; blank when it isn't known."""
    age_first: bool = True
    rows: tuple[TipRow, ...] = ()
    nothing: Nothing | None = None
    article: Article | None = None
    noted: Noted | None = None
    reading: bool = False
    """In a narrow window: the article is in front of the list."""
    problem: str = ""
