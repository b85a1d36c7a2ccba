"""What the Tips page shows, frozen."""

from dataclasses import dataclass

from bonddiary.domain.catalog import Family
from bonddiary.domain.tip_choice import Kept
from bonddiary.ui.models.care import CareWords
from bonddiary.ui.models.tip_rows import RowKind, TipRow

Line = tuple[str, str]
"""Bold first words (or "") and what follows them."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A choice of what the list holds."""

    key: str
    name: str
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the parent asked the list for: all of it at once."""

    query: str = ""
    shelf: str = ""
    """Everything, a family, the tips, those saved or hidden."""
    group: str = ""
    """A kind of meaning."""
    topic: str = ""
    """A shelf of the tips library."""

    @property
    def narrowed(self) -> bool:
        """Whether a kind of meaning or a topic is chosen."""
        return bool(self.group or self.topic)

    @property
    def filtered(self) -> bool:
        """Whether any filter is on."""
        return bool(self.shelf or self.narrowed)


@dataclass(frozen=True, slots=True)
class Sense:
    """A kind of meaning: its name, what may be meant, its drawing."""

    lead: str
    text: str
    drawing: str = ""


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
    meanings: tuple[Sense, ...] = ()
    """What a cue may mean; or the kinds of meaning a tip belongs to."""
    why: str = ""
    """Why a tip may be shown."""
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
    groups: tuple[Shelf, ...] = ()
    topics: tuple[Shelf, ...] = ()
    asked: Asked = Asked()
    count: str = ""
    """How much the list holds."""
    age_words: str = ""
    """ "7 weeks": the (corrected) age to order by; blank when it isn't known."""
    age_first: bool = True
    rows: tuple[TipRow, ...] = ()
    nothing: Nothing | None = None
    article: Article | None = None
    noted: Noted | None = None
    kept: Kept | None = None
    """What the family did with the tip shown."""
    word: str = ""
    """What was done last with it, once it was done."""
    reading: bool = False
    """In a narrow window: the article is in front of the list."""
    problem: str = ""

    @property
    def query(self) -> str:
        """What is typed in the search."""
        return self.asked.query

    @property
    def shelf(self) -> str:
        """The shelf shown."""
        return self.asked.shelf
