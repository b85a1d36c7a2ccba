"""Which cues and tips the list holds, and in which order. Pure: the same for the same arguments."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.word_search import Part, WordIndex, words_in
from bonddiary.domain import wording
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import FAMILY_NAMES, AgeWindow, Catalog, Cue, Family
from bonddiary.domain.guidance import Library, Tip
from bonddiary.ui.models.tip_rows import RowKind, TipRow
from bonddiary.ui.pages.tips.state import Asked, Nothing, Shelf

EVERYTHING, TIPS, SAVED, HIDDEN = "", "tips", "saved", "hidden"
NEAR = "Close to what you typed"


@dataclass(frozen=True, slots=True)
class Around:
    """What orders the list beside what was asked for: the baby, and what the family did with tips."""

    age: Age | None = None
    """None leaves the order of the board."""
    early: bool = False
    saved: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A cue or tip, with what filters ask of it."""

    row: TipRow
    ages: AgeWindow
    shelves: frozenset[str]
    groups: frozenset[str]
    early_groups: frozenset[str] = frozenset()
    """Kinds of meaning for babies born early alone."""
    topic: str = ""


def shelves(hidden: int = 0) -> tuple[Shelf, ...]:
    """Everything, the four families, the tips; those saved, and those hidden where there are some."""
    families = (Shelf(family.value, FAMILY_NAMES[family]) for family in Family)
    last = (Shelf(HIDDEN, "Hidden tips"),) if hidden else ()
    return (
        Shelf(EVERYTHING, "All"),
        *families,
        Shelf(TIPS, "Tips"),
        Shelf(SAVED, "Saved tips"),
        *last,
    )


def may_mean(cue: Cue, catalog: Catalog) -> str:
    """ "hungry · tired or sleepy · closeness": the kinds of meaning, in content order."""
    groups = [
        catalog.groups[meaning.group].name for meaning in cue.meanings if meaning.group in catalog.groups
    ]
    return " · ".join(map(in_sentence, dict.fromkeys(groups)))


class Listing:
    """Every row there is, made once. Its index of words is made for the first search, or before it by `prepare`."""

    def __init__(self, catalog: Catalog, library: Library) -> None:
        self._catalog = catalog
        self._library = library
        families = (catalog.of_family(family) for family in Family)
        self._cues = {cue.key: _of_cue(cue, catalog) for cues in families for cue in cues}
        self._tips = {tip.key: _of_tip(tip, catalog, library) for tip in library.tips}

    def prepare(self) -> None:
        """Makes the index of words, so that no keystroke waits for it."""
        _ = self._index

    def rows(self, asked: Asked, around: Around) -> tuple[TipRow, ...]:
        """Rows under their shelves, or a search's finds under theirs."""
        if words_in(asked.query):
            return tuple(self._found(asked, around))
        return tuple(self._on_shelves(asked, around))

    def _on_shelves(self, asked: Asked, around: Around) -> Iterator[TipRow]:
        """With an age, what is usual at it comes first on each shelf; none is left out."""
        for family in Family:
            cues = (each for each in self._cues.values() if each.row.family is family)
            yield from _shelf(FAMILY_NAMES[family], _by_age(_kept(cues, asked, around), around))
        tips = _kept(self._tips.values(), asked, around)
        if asked.shelf != TIPS:
            name = {SAVED: "Saved tips", HIDDEN: "Hidden tips"}.get(asked.shelf, "Tips")
            yield from _shelf(name, _by_age(tips, around))
            return
        for topic, name in self._library.topics.items():
            yield from _shelf(name, _by_age([tip for tip in tips if tip.topic == topic], around))

    def _found(self, asked: Asked, around: Around) -> Iterator[TipRow]:
        """Cues and tips that hold the words, the closest first; near spellings last, and named as such."""
        found = self._index.find(asked.query)
        distances = dict(found.exact)
        kinds = []
        for name, entries in (("Cues", self._cues), ("Tips", self._tips)):
            there = {_key(each): each for each in _kept(entries.values(), asked, around)}
            held = sorted(
                (key for key in distances if key in there),
                key=lambda key: (distances[key], _later(there[key], around)),  # used at once
            )
            kinds.append((distances[held[0]] if held else 0, name, [there[key] for key in held]))
        for _, name, held_rows in sorted(kinds, key=lambda kind: kind[0]):
            yield from _shelf(name, held_rows)
        both = {_key(each): each for each in (*self._cues.values(), *self._tips.values())}
        yield from _shelf(NEAR, _kept((both[key] for key in found.near), asked, around))

    @cached_property
    def _index(self) -> WordIndex:
        catalog, library = self._catalog, self._library
        cues = ((f"{RowKind.CUE}:{key}", _cue_words(catalog.cues[key], catalog)) for key in self._cues)
        tips = ((f"{RowKind.TIP}:{tip.key}", _tip_words(tip, catalog, library)) for tip in library.tips)
        return WordIndex((*cues, *tips))


def count_words(rows: Iterable[TipRow]) -> str:
    """ "9 cues, 14 tips": how much the list holds."""
    kinds = [row.kind for row in rows]
    counts = ((RowKind.CUE, "cue"), (RowKind.TIP, "tip"))
    said = (wording.counted(kinds.count(kind), word) for kind, word in counts if kind in kinds)
    return ", ".join(said)


def best_row(rows: Iterable[TipRow], query: str) -> TipRow | None:
    """The row that a search means: a name that begins with it, then one that holds it, then the first."""
    typed = query.strip().casefold()

    def distance(row: TipRow) -> int:
        name = row.title.casefold()
        return 0 if name.startswith(typed) else 1 if typed in name else 2

    return min((row for row in rows if row.kind is not RowKind.SHELF), key=distance, default=None)


def nothing_found(query: str, shelf: str, elsewhere: bool, *, narrowed: bool = False) -> Nothing:
    """What to say of a list that holds nothing; `elsewhere`: without the filters it would hold something.

    `narrowed`: a kind of meaning or a topic is chosen too.
    """
    name = next((each.name for each in shelves(hidden=1) if each.key == shelf), "")
    if not query.strip():
        if shelf == SAVED and not narrowed:
            words = "No saved tips yet. Save, in a tip’s article, puts it here."
            return Nothing(words, "See everything")
        return Nothing("Nothing here is in all of these filters.", "Clear filters")
    words = f"No tip for ‘{query.strip()}’."
    if elsewhere and narrowed:
        return Nothing(f"{words} There is something outside these filters.", "Clear filters")
    if shelf == EVERYTHING:
        return Nothing(f"{words} Try a cue name, or see all cues and tips.", "See everything")
    if elsewhere:
        return Nothing(f"{words} There is something outside {name}.", "Look in everything")
    all_of = f"all {in_sentence(name)}" if shelf in (TIPS, SAVED, HIDDEN) else f"all {name} cues"
    return Nothing(f"{words} Try a cue name, or see {all_of}.", f"See {all_of}")


# ------------------------------------------------------------------------------------------------ entries


def _of_cue(cue: Cue, catalog: Catalog) -> _Entry:
    return _Entry(
        TipRow(RowKind.CUE, cue.key, cue.name, may_mean(cue, catalog), cue.family, f"cue-{cue.key}"),
        cue.ages,
        frozenset({cue.family.value}),
        frozenset(meaning.group for meaning in cue.meanings if not meaning.early),
        frozenset(meaning.group for meaning in cue.meanings if meaning.early),
    )


def _of_tip(tip: Tip, catalog: Catalog, library: Library) -> _Entry:
    """A tip stands with a family when it names one of its cues, or the family's chart.

    Its kinds of meaning are those it names, or else those of its cues.
    """
    cues = [catalog.cues[key] for key in tip.cues if key in catalog.cues]
    groups = tip.groups or tuple(
        meaning.group for cue in cues for meaning in cue.meanings if not meaning.early
    )
    return _Entry(
        TipRow(RowKind.TIP, tip.key, tip.title, library.topics[tip.topic], None, "nav-tips"),
        tip.ages,
        frozenset({TIPS, *tip.subjects, *(cue.family.value for cue in cues)}),
        frozenset(groups),
        topic=tip.topic,
    )


def _cue_words(cue: Cue, catalog: Catalog) -> list[tuple[Part, str]]:
    kinds = [
        catalog.groups[meaning.group].name for meaning in cue.meanings if meaning.group in catalog.groups
    ]
    return [
        (Part.NAME, cue.name),
        *((Part.OTHER_NAME, word) for word in cue.synonyms),
        *((Part.KIND, name) for name in kinds),
        *((Part.TEXT, text) for text in (cue.description, *(meaning.text for meaning in cue.meanings))),
    ]


def _tip_words(tip: Tip, catalog: Catalog, library: Library) -> list[tuple[Part, str]]:
    kinds = [catalog.groups[key].name for key in tip.groups if key in catalog.groups]
    return [
        (Part.NAME, tip.title),
        *((Part.KIND, name) for name in (library.topics[tip.topic], *kinds)),
        (Part.TEXT, tip.text),
    ]


def _kept(entries: Iterable[_Entry], asked: Asked, around: Around) -> list[_Entry]:
    """Those that every filter lets through. Hidden tips are on their own shelf alone."""
    return [each for each in entries if _fits(each, asked, around)]


def _fits(entry: _Entry, asked: Asked, around: Around) -> bool:
    marks: Mapping[str, frozenset[str]] = {SAVED: around.saved, HIDDEN: around.hidden}
    tip = entry.row.key if entry.row.kind is RowKind.TIP else ""
    if asked.shelf in marks:
        if tip not in marks[asked.shelf]:
            return False
    elif tip in around.hidden or (asked.shelf and asked.shelf not in entry.shelves):
        return False
    if asked.topic and asked.topic != entry.topic:
        return False
    held = asked.group in entry.groups or (around.early and asked.group in entry.early_groups)
    return held or not asked.group


def _key(entry: _Entry) -> str:
    return f"{entry.row.kind}:{entry.row.key}"


def _later(entry: _Entry, around: Around) -> bool:
    return around.age is not None and not entry.ages.holds(around.age)


def _by_age(entries: list[_Entry], around: Around) -> list[_Entry]:
    return sorted(entries, key=lambda entry: _later(entry, around))


def _shelf(name: str, entries: list[_Entry]) -> list[TipRow]:
    return [TipRow(RowKind.SHELF, name, name), *(entry.row for entry in entries)] if entries else []
