"""Which entries the Timeline asks the diary for."""

from dataclasses import replace
from datetime import date

from bonddiary.analysis.names import Names
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import CueKey
from bonddiary.domain.search import Search
from bonddiary.ui.pages.timeline.state import TimelineState


def search_for(state: TimelineState, names: Names, catalog: Catalog, today: date) -> Search:
    """By words: in notes, names and synonyms; within what was chosen to be shown."""
    words = state.text.casefold()
    within = None
    if state.cue is not None:
        within = frozenset({state.cue})
    elif state.family is not None:
        own = [CueKey(word.id) for word in names.own.values() if word.family is state.family]
        within = frozenset([*(cue.key for cue in catalog.cues.values() if cue.family is state.family), *own])
    filters = state.filters
    first, last = filters.span(today)
    chosen = Search(
        within=within,
        care=state.care,
        tried=filters.tried,
        outcome=filters.outcome,
        no_outcome=filters.no_outcome,
        noted=filters.noted,
        about=filters.about,
        carer=filters.carer,
        first=first,
        last=last,
    )
    if not words:
        return chosen
    own_cues = [CueKey(word.id) for word in names.own.values() if words in word.name.casefold()]
    cues = [cue.key for cue in catalog.cues.values() if _matches(words, cue.name, *cue.synonyms)]
    return replace(
        chosen,
        text=state.text,
        cues=frozenset([*cues, *own_cues]),
        responses=frozenset(
            each.key for each in catalog.responses.values() if _matches(words, each.name, each.title)
        ),
        outcomes=frozenset(each.key for each in catalog.outcomes.values() if _matches(words, each.name)),
        care_kinds=frozenset(kind for kind, name in catalog.care.items() if _matches(words, name)),
    )


def _matches(words: str, *names: str) -> bool:
    return any(words in name.casefold() for name in names)
