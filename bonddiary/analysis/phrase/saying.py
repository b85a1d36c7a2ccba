"""How a reading is said in words, in the terminal and in the window."""

from collections.abc import Mapping, Sequence

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.analysis.phrase.reading import Part, Why
from bonddiary.domain import wording
from bonddiary.domain.moment import Moment, MomentDraft
from bonddiary.domain.when import When

NAMED: Mapping[Part, str] = {
    Part.CUE: "noticed",
    Part.TIME: "when",
    Part.RESPONSE: "tried",
    Part.OUTCOME: "then",
    Part.SETTLE: "how long",
    Part.NOTE: "kept in the note",
}
REASONS: Mapping[Why, str] = {
    Why.SEVERAL: "it could be {0}",
    Why.SECOND: "there was one before it",
    Why.NOT_SO: "as it didn’t happen",
    Why.FUTURE: "that time is still to come",
    Why.NO_CLOCK: "add a time, such as last night 11",
    Why.NO_AGO: "add “ago” to say when, or “in” for how long settling took",
    Why.NO_OUTCOME: "say what came next too, such as settled in 5",
    Why.TOO_LONG: "longer than a phrase can say",
    Why.PLAIN: "as plain words",
}
"""Why words are kept in the note. Words that nothing is known of need no reason."""
OTHERS = "others"
_MOST = 4
"""Things named that a word could mean."""


def could_be(names: Sequence[str], others: str = OTHERS) -> str:
    """ "holds your finger, smiling or others"."""
    more = [others] if len(names) > _MOST else []
    return wording.listed([*map(in_sentence, names[:_MOST]), *more]).replace(" and ", " or ")


def saved_title(moment: Moment | MomentDraft, names: Names, now: When) -> str:
    """ "Rooting and yawning, about 3:12am"."""
    first, *others = [names.cue(cue) for cue in moment.cues]
    about = "about " if moment.about else ""
    return f"{wording.listed([first, *map(in_sentence, others)])}, {about}{wording.at(moment.at, now)}"
