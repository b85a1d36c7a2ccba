"""What a command is called, in words: "log rooting", "import 4,207 entries", "delete 2 moments"."""

from collections.abc import Iterable

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.diary.title import ENTRY, Title, Verb
from bonddiary.domain import wording
from bonddiary.domain.board import FamilyWord
from bonddiary.domain.care import DayMarkKind
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import CueKey, ResponseKey
from bonddiary.domain.records import Kind
from bonddiary.domain.timer import TimerKind

_KINDS: dict[str, tuple[str, str]] = {
    Kind.BABY: ("a baby", "babies"),
    Kind.CARER: ("a carer", "carers"),
    Kind.WORD: ("a word of your own", "words of your own"),
    Kind.PIN: ("a pinned cue", "pinned cues"),
    Kind.BOARD: ("a tile", "tiles"),
    Kind.TIP_CHOICE: ("a tip", "tips"),
    Kind.VISIT: ("a visit", "visits"),
    Kind.QUESTION: ("a question", "questions"),
    Kind.DAY_MARK: ("a day’s mark", "days’ marks"),
    Kind.CARE: ("a care event", "care events"),
    Kind.MOMENT: ("a moment", "moments"),
    Kind.NOTE: ("a note", "notes"),
    Kind.PRIVATE_NOTE: ("a private note", "private notes"),
    Kind.TIMER: ("a timer", "timers"),
    ENTRY: ("an entry", "entries"),
}
_TIMERS: dict[str, str] = {
    TimerKind.CRYING: "a crying timer",
    TimerKind.FEED: "a feed timer",
    TimerKind.SETTLING: "a settling timer",
}
_TIMED = {Verb.START, Verb.MOVE, Verb.STOP, Verb.DISCARD}
_DAYS: dict[str, str] = {
    DayMarkKind.WHOLE_DAY: "“I logged the whole day”",
    DayMarkKind.NO_CRYING: "“no crying seen”",
}


def title_words(title: Title, catalog: Catalog, own: Iterable[FamilyWord] = ()) -> str:
    """The title as it stands after "Undo: " or "Undone: "."""
    if title.verb is Verb.IMPORT:
        return f"import {wording.counted(title.count, 'entry', 'entries')}"
    if title.verb is Verb.PIN:
        return "choose pinned cues"
    if (title.verb, title.subject) == (Verb.ARRANGE, Kind.QUESTION):
        return "put questions in another order"
    if title.verb in _TIMED:
        timer = _TIMERS.get(title.subject, "a timer")
        return f"{title.verb.value} {'the start of ' if title.verb is Verb.MOVE else ''}{timer}"
    words = f"{title.verb.value} {_subject(title, catalog, own)}"
    return f"{words} again" if title.verb is Verb.SHOW else words


def _subject(title: Title, catalog: Catalog, own: Iterable[FamilyWord]) -> str:
    if title.verb is Verb.MARK:
        return _DAYS.get(title.subject, title.subject)
    one, many = _KINDS.get(title.subject, ("", "entries"))
    if title.count > 1:
        return f"{title.count:,} {many}"
    if one:
        return one
    names = Names.of(catalog, own)
    if title.subject in catalog.care:
        return in_sentence(catalog.care[title.subject])
    known = title.subject in catalog.responses
    return in_sentence(
        names.response(ResponseKey(title.subject)) if known else names.cue(CueKey(title.subject))
    )
