"""Which cues and tips the list holds, and in which order. Pure: the same for the same arguments."""

from collections.abc import Iterable
from typing import TypeVar

from bonddiary.analysis.names import in_sentence
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import FAMILY_NAMES, Catalog, Cue, Family
from bonddiary.domain.guidance import Tip
from bonddiary.ui.models.tip_rows import RowKind, TipRow
from bonddiary.ui.pages.tips.state import Nothing, Shelf

T = TypeVar("T", Cue, Tip)
EVERYTHING, TIPS = "", "tips"
TOPIC_NAMES = {
    "feeding": "Feeding",
    "tired": "Tired signs and settling",
    "connecting": "Connecting and play",
    "breaks": "Taking a break",
    "crying": "Crying",
    "closeness": "Closeness",
    "body": "Comfort",
    "separation": "Being apart",
    "talking": "Talking and listening",
    "born-early": "Born early",
    "twins": "Twins and more",
    "before-birth": "Before birth",
    "feelings": "Your own feelings",
    "repair": "Finding each other again",
    "sharing": "Sharing the care",
}


def shelves() -> tuple[Shelf, ...]:
    """Everything, the four families, the tips."""
    families = (Shelf(family.value, FAMILY_NAMES[family]) for family in Family)
    return (Shelf(EVERYTHING, "Everything"), *families, Shelf(TIPS, "Tips"))


def topic_name(topic: str) -> str:
    """A tip's topic in words; one that is new here is shown as content names it."""
    return TOPIC_NAMES.get(topic, topic.replace("-", " ").capitalize())


def may_mean(cue: Cue, catalog: Catalog) -> str:
    """ "hungry · tired or sleepy · closeness": the kinds of meaning, in content order."""
    groups = [
        catalog.groups[meaning.group].name for meaning in cue.meanings if meaning.group in catalog.groups
    ]
    return " · ".join(map(in_sentence, dict.fromkeys(groups)))


def list_rows(
    catalog: Catalog, tips: Iterable[Tip], *, query: str = "", shelf: str = EVERYTHING, age: Age | None = None
) -> tuple[TipRow, ...]:
    """Rows under their shelves. With an age, what is usual at it comes first on each; none is left out."""
    rows: list[TipRow] = []
    for family in Family:
        if shelf in (EVERYTHING, family.value):
            cues = [cue for cue in catalog.of_family(family) if _holds(query, cue.name, *cue.synonyms)]
            rows += _shelf(FAMILY_NAMES[family], [_cue_row(cue, catalog) for cue in _by_age(cues, age)])
    found = [
        tip
        for tip in tips
        if _on_shelf(tip, shelf, catalog) and _holds(query, tip.title, topic_name(tip.topic))
    ]
    rows += _shelf("Tips", [_tip_row(tip) for tip in _by_age(found, age)])
    return tuple(rows)


def best_row(rows: Iterable[TipRow], query: str) -> TipRow | None:
    """The row that a search means: a name that begins with it, then one that holds it, then the first."""
    typed = query.strip().casefold()

    def distance(row: TipRow) -> int:
        name = row.title.casefold()
        return 0 if name.startswith(typed) else 1 if typed in name else 2

    return min((row for row in rows if row.kind is not RowKind.SHELF), key=distance, default=None)


def nothing_found(query: str, shelf: str, elsewhere: bool) -> Nothing:
    """What to say of a search that finds nothing on this shelf; `elsewhere`: another shelf has something."""
    name = next((each.name for each in shelves() if each.key == shelf), "")
    words = f"No tip for ‘{query.strip()}’."
    if shelf == EVERYTHING:
        return Nothing(f"{words} Try a cue name, or see all cues and tips.", "See everything")
    if elsewhere:
        return Nothing(f"{words} There is something outside {name}.", "Look in everything")
    all_of = "all tips" if shelf == TIPS else f"all {name} cues"
    return Nothing(f"{words} Try a cue name, or see {all_of}.", f"See {all_of}")


def _holds(query: str, *words: str) -> bool:
    """Every typed word begins or continues somewhere in the words."""
    text = " ".join(words).casefold().replace("-", " ")
    return all(part in text for part in query.casefold().replace("-", " ").split())


def _by_age(things: list[T], age: Age | None) -> list[T]:
    return sorted(things, key=lambda thing: age is not None and not thing.ages.holds(age))


def _shelf(name: str, rows: list[TipRow]) -> list[TipRow]:
    return [TipRow(RowKind.SHELF, name, name), *rows] if rows else []


def _on_shelf(tip: Tip, shelf: str, catalog: Catalog) -> bool:
    """A tip stands with a family when it names one of its cues, or the family's chart."""
    if shelf in (EVERYTHING, TIPS) or shelf in tip.subjects:
        return True
    families = {catalog.cues[cue].family.value for cue in tip.cues if cue in catalog.cues}
    return shelf in families


def _cue_row(cue: Cue, catalog: Catalog) -> TipRow:
    return TipRow(RowKind.CUE, cue.key, cue.name, may_mean(cue, catalog), cue.family, f"cue-{cue.key}")


def _tip_row(tip: Tip) -> TipRow:
    return TipRow(RowKind.TIP, tip.key, tip.title, topic_name(tip.topic), None, "nav-tips")
