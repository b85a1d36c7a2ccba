"""Names of cues, responses, outcomes, settling times and states: the catalogue's and the family's own words, behind one door."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bonddiary.domain import direction
from bonddiary.domain.catalog import Catalog, Family, Outcome, state_cue
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.moment import Settle, State

if TYPE_CHECKING:
    from bonddiary.domain.board import (  # types alone: the board's first paint does without
        FamilyWord,
        OwnWord,
    )


@dataclass(frozen=True, slots=True)
class Names:
    """Looks words up by key. A key that nothing knows is shown by its own words, so that no entry ever disappears."""

    catalog: Catalog
    own: "Mapping[str, OwnWord]" = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    """What this family calls a cue or response, by its key."""
    in_sentences: bool = False
    """Own names are kept apart from the words around them (`apart`)."""

    @classmethod
    def of(cls, catalog: Catalog, words: "Iterable[FamilyWord]" = ()) -> "Names":
        """From the catalogue, the family's own words and its own names for the catalogue's."""
        from bonddiary.domain.board import OwnWord

        own: dict[str, OwnWord] = {}
        given: dict[str, str] = {}
        for word in words:
            if isinstance(word, OwnWord):
                own[word.id] = word
            elif word.name:
                given[word.key] = shown(word.name)
        return cls(catalog, own, given)

    def apart(self) -> "Names":
        """For sentences that run from left to right: a name in letters that run the other way doesn't turn them round."""
        given = {key: direction.apart(name, right_to_left=False) for key, name in self.given.items()}
        return replace(self, given=given, in_sentences=True) if self.own or given else self

    def cue(self, key: CueKey) -> str:
        """The cue as tiles name it."""
        known = self.catalog.cues.get(key)
        return self.given.get(key) or (known.name if known else self._own(key))

    def family(self, key: CueKey) -> Family | None:
        """What the cue looks or sounds like, or None for an own word without a family."""
        known = self.catalog.cues.get(key)
        if known:
            return known.family
        word = self.own.get(key)
        return word.family if word else None

    def drawn(self, key: CueKey) -> str:
        """The cue whose drawing stands beside it: its own, or the one chosen for an own word."""
        word = self.own.get(key)
        return (word.drawing if word else "") or key

    def response(self, key: ResponseKey) -> str:
        """The response as chips name it, in the past tense."""
        known = self.catalog.responses.get(key)
        return self.given.get(key) or (known.name if known else self._own(key))

    def outcome(self, key: OutcomeKey) -> Outcome | None:
        """The outcome, or None for a key that the catalogue doesn't hold."""
        return self.catalog.outcomes.get(key)

    def outcome_name(self, key: OutcomeKey | None) -> str:
        """The outcome in words; "not recorded" for none."""
        if key is None:
            return "not recorded"
        known = self.catalog.outcomes.get(key)
        return known.name if known else key_label(key)

    def settle(self, settle: Settle) -> str:
        """How long settling took, as rows say it: "12 min", "under 5 min", "not settled"."""
        if settle.minutes is not None:
            return f"{settle.minutes} min"
        known = self.catalog.bins.get(settle.step)
        return known.name if known else settle.step.value

    def state(self, state: State) -> str:
        """The state as the cue that stands for it is named."""
        return self.cue(state_cue(state))

    def _own(self, key: str) -> str:
        word = self.own.get(key)
        name = (shown(word.name) if word else "") or key_label(key)
        return direction.apart(name, right_to_left=False) if self.in_sentences else name


_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
LONGEST = 80
"""Letters; the program itself takes no name so long, but an archive may hold one."""


@lru_cache(maxsize=512)
def shown(name: str) -> str:
    """A name as it can be shown: without control letters, which no face has, and with an end."""
    kept = _HIDDEN.sub(" ", name).strip()
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1].rstrip() + "…"


_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def key_label(key: str) -> str:
    """What is shown for a key that nothing here knows: its own words, as keys are made of them.

    An own word that is gone has an id for a key, which says nothing to anybody.
    """
    if _ID.fullmatch(key):
        return "a word of your own"
    return key.removeprefix("r-").removeprefix("out-").removeprefix("state-").replace("-", " ")


def in_sentence(name: str) -> str:
    """A name inside a sentence: its first letter small, unless written in capitals ("TV")."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def sequence(names: list[str]) -> str:
    """Things in the order they were tried: "Fed, then winded"."""
    return ", then ".join([names[0], *(in_sentence(name) for name in names[1:])]) if names else ""
