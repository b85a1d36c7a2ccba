"""Which tips belong beside what was noted: general education, chosen by words alone, never by amounts.

How often a cue was noted may say which cue is asked about first, and is named in the reason. No amount ever
calls a tip up or keeps one back, and nothing here says a thing about the baby.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.privacy import kept_back
from bonddiary.domain import wording
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.guidance import Tip
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.tip_choice import Kept

BORN_EARLY = "born-early"
"""The shelf that speaks to families of babies born early, and to nobody else."""
BEFORE_BIRTH = "before-birth"
LIBRARY_ALONE = ("twins", BEFORE_BIRTH)
"""Shelves that no entry calls up: nobody is to wonder why the diary brings up a twin or a pregnancy."""

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


@dataclass(frozen=True, slots=True)
class Noted:
    """How many moments of some days hold each cue."""

    times: Mapping[CueKey, int]
    """Most noted first, ties in the catalogue's order."""
    days: str
    """The days, as they end a reason: "this week", "in these 2 weeks"."""

    def words(self, cue: str) -> str:
        """ "5 times this week"."""
        return f"{wording.often(self.times[CueKey(cue)])} {self.days}"


def noted_in(moments: Iterable[Moment], period: Period, today: date, catalog: Catalog) -> Noted:
    """Counts the cues of a period, whatever the order of the moments.

    Left out: what was deleted, private moments, and moments with a response that content calls private.
    """
    times = Counter(
        cue
        for moment in moments
        if moment.deleted is None and moment.at.day in period and not kept_back(moment, catalog)
        for cue in moment.cues
    )
    places = {key: place for place, key in enumerate(catalog.cues)}
    order = sorted(times, key=lambda cue: (-times[cue], places.get(cue, len(places)), cue))
    return Noted({cue: times[cue] for cue in order}, wording.within(period, today))


def choose_tips(
    tips: Iterable[Tip],
    *,
    cues: Collection[CueKey] = (),
    noted: Noted | None = None,
    groups: Collection[str] = (),
    subjects: Collection[str] = (),
    age: Age | None,
    early: bool = False,
    choices: Mapping[str, Kept] | None = None,
    names: Mapping[str, str] | None = None,
    limit: int = 3,
) -> tuple[ChosenTip, ...]:
    """At most `limit` tips, each once, the same for the same arguments.

    Asked for are the cues of a moment (`cues`), those noted in some days (`noted`), groups and subjects, in
    this order. Tips for this age (corrected, None when unknown) come first. Then those that name a cue come
    before group and subject, in the order asked for, and every key gets its first tip before any gets a
    second. `names` gives cues and groups their words for the reason. `choices`: hidden tips never come, saved
    ones are treated like all others.
    """
    asked = {
        Match.CUE: _places([*cues, *(noted.times if noted else ())]),
        Match.GROUP: _places(groups),
        Match.SUBJECT: _places(subjects),
    }
    ranked = []
    turns: Counter[tuple[bool, Match, str]] = Counter()
    for place, tip in enumerate(tips):
        found = _match(tip, asked)
        if found is None or not _may_come(tip, early=early, choices=choices or {}):
            continue
        match, position, key = found
        later = age is not None and not tip.ages.holds(age)
        turn = turns[later, match, key]
        turns[later, match, key] += 1
        ranked.append(((later, match, turn, position, place), tip, match, key))
    ranked.sort(key=lambda one: one[0])
    return tuple(
        ChosenTip(tip, match, key, reason(match, key, names or {}, noted))
        for _, tip, match, key in ranked[: max(limit, 0)]
    )


def tips_before_birth(tips: Iterable[Tip], choices: Mapping[str, Kept]) -> tuple[Tip, ...]:
    """The shelf for a family whose baby isn't born yet, in content order, without hidden ones."""
    return tuple(tip for tip in tips if tip.topic == BEFORE_BIRTH and choices.get(tip.key) is not Kept.HIDDEN)


def reason(match: Match, key: str, names: Mapping[str, str], noted: Noted | None = None) -> str:
    """Why a tip is shown, in words that follow "Shown"."""
    said = in_sentence(names.get(key, key.replace("-", " ")))
    if match is Match.CUE:
        counted = f" {noted.words(key)}" if noted and key in noted.times else ""
        return f"because you noted {said}{counted}"
    if match is Match.GROUP:
        return f"because what you noted may mean “{said}”"
    return f"because this is about {SUBJECT_WORDS.get(key, said)}"


def _may_come(tip: Tip, *, early: bool, choices: Mapping[str, Kept]) -> bool:
    if tip.topic in LIBRARY_ALONE or choices.get(tip.key) is Kept.HIDDEN:
        return False
    return early or tip.topic != BORN_EARLY


def _places(keys: Iterable[str]) -> dict[str, int]:
    """Each key's place among those asked for."""
    return {key: place for place, key in enumerate(dict.fromkeys(keys))}


def _match(tip: Tip, asked: Mapping[Match, Mapping[str, int]]) -> tuple[Match, int, str] | None:
    """The closest match: its place among what was asked for, and its key."""
    has: dict[Match, Collection[str]] = {
        Match.CUE: tip.cues,
        Match.GROUP: tip.groups,
        Match.SUBJECT: tip.subjects,
    }
    for match in Match:
        places = asked[match]
        found = min(((places[key], key) for key in has[match] if key in places), default=None)
        if found:
            return (match, *found)
    return None
