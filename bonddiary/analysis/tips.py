"""Which tips belong beside what was noted: general education, chosen by words alone, never by amounts."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from bonddiary.domain.baby import Age
from bonddiary.domain.guidance import Tip
from bonddiary.domain.ids import CueKey

BORN_EARLY = "born-early"
"""The shelf that speaks to families of babies born early, and to nobody else."""

SUBJECT_WORDS = {
    "crying": "crying",
    "noises": "noises",
    "face": "faces",
    "movement": "movements",
    "sleep": "sleep",
    "feeds": "feeds",
    "evening": "evenings",
    "gaps": "how much was logged",
    "tried": "what you tried",
}


class Match(IntEnum):
    """How closely a tip belongs, closest first."""

    CUE = 0
    GROUP = 1
    SUBJECT = 2


@dataclass(frozen=True, slots=True)
class ChosenTip:
    """A tip and why it is shown."""

    tip: Tip
    match: Match
    key: str
    """The cue, group or subject that it was chosen for."""
    reason: str
    """ "because you noted rubbing eyes"."""


def choose_tips(
    tips: Iterable[Tip],
    *,
    cues: Collection[CueKey],
    groups: Collection[str] = (),
    subjects: Collection[str] = (),
    age: Age | None,
    early: bool = False,
    names: Mapping[str, str] | None = None,
    limit: int = 3,
) -> tuple[ChosenTip, ...]:
    """At most `limit` tips, each once, the same for the same arguments.

    Tips for this age (corrected, None when unknown) come first. Then those that name a cue come before group
    and subject, in the order asked for, and every key gets its first tip before any gets a
    second. `names` gives cues and groups their words for the reason. How often a cue was noted plays no part.
    """
    asked = {Match.CUE: tuple(map(str, cues)), Match.GROUP: tuple(groups), Match.SUBJECT: tuple(subjects)}
    ranked = []
    turns: Counter[tuple[bool, Match, str]] = Counter()
    for place, tip in enumerate(tips):
        found = _match(tip, asked)
        if found is None or (tip.topic == BORN_EARLY and not early):
            continue
        match, position = found
        key = asked[match][position]
        later = age is not None and not tip.ages.holds(age)
        turn = turns[later, match, key]
        turns[later, match, key] += 1
        chosen = ChosenTip(tip, match, key, reason(match, key, names or {}))
        ranked.append(((later, match, turn, position, place), chosen))
    ranked.sort(key=lambda one: one[0])
    return tuple(chosen for _, chosen in ranked[:limit])


def reason(match: Match, key: str, names: Mapping[str, str]) -> str:
    """Why a tip is shown, in words that follow "Shown"."""
    name = names.get(key, key.replace("-", " "))
    said = name[:1].lower() + name[1:]
    if match is Match.CUE:
        return f"because you noted {said}"
    if match is Match.GROUP:
        return f"because what you noted may mean “{said}”"
    return f"because this is about {SUBJECT_WORDS.get(key, said)}"


def _match(tip: Tip, asked: Mapping[Match, tuple[str, ...]]) -> tuple[Match, int] | None:
    """The closest match, and its place among what was asked for."""
    has: dict[Match, Collection[str]] = {
        Match.CUE: tip.cues,
        Match.GROUP: tip.groups,
        Match.SUBJECT: tip.subjects,
    }
    for match in Match:
        for position, key in enumerate(asked[match]):
            if key in has[match]:
                return match, position
    return None
