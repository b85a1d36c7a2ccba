"""Cards out of a phrasebook: the family's counts, and beside them, never among them, what content says in general."""

from collections.abc import Iterable, Mapping

from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.phrasebook import Phrase, Phrasebook
from bonddiary.domain import wording
from bonddiary.domain.catalog import Catalog, OutcomeMark
from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.phrasebook.state import Card

UNRECORDED = "not recorded"


def cards(
    book: Phrasebook, catalog: Catalog, open_end: str, chosen: Mapping[CueKey, bool], *, early: bool
) -> tuple[Card, ...]:
    """One for each cue of the phrasebook."""
    return tuple(
        _card(phrase, catalog, open_end, chosen.get(phrase.cue, False), early) for phrase in book.phrases
    )


def marks_in(book: Phrasebook, catalog: Catalog) -> tuple[tuple[OutcomeMark | None, str], ...]:
    """What the dots of the cards stand for, in content order."""
    shown = [
        dot for phrase in book.phrases for line in phrase.lines.lines if line.dotted for dot in line.dots
    ]
    seen = {dot.outcome for dot in shown}
    by_mark: dict[OutcomeMark | None, list[str]] = {}
    for key, outcome in catalog.outcomes.items():
        if key in seen:
            by_mark.setdefault(outcome.mark, []).append(in_sentence(outcome.name))
    found = {dot.mark for dot in shown}
    if OutcomeMark.OTHER in found and OutcomeMark.OTHER not in by_mark:
        by_mark[OutcomeMark.OTHER] = ["something else"]
    if None in found:
        by_mark.setdefault(OutcomeMark.UNKNOWN, []).append(UNRECORDED)
    return tuple((mark, _or(names)) for mark, names in by_mark.items())


def _card(phrase: Phrase, catalog: Catalog, open_end: str, chosen: bool, early: bool) -> Card:
    cue = catalog.cues.get(phrase.cue)
    if cue is None:
        return Card(phrase=phrase, chosen=chosen)
    groups = dict.fromkeys(meaning.group for meaning in cue.meanings if early or not meaning.early)
    kinds = [catalog.groups[group].name for group in groups if group in catalog.groups]
    general = f"It may mean: {'; '.join(map(in_sentence, kinds))}. {open_end}".strip() if kinds else ""
    return Card(phrase=phrase, general=general, caution=cue.caution, known=True, chosen=chosen)


def _or(names: Iterable[str]) -> str:
    return wording.listed(list(names)).replace(" and ", " or ")
