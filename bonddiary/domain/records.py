"""Everything a diary holds, as one union, with the kind and reference of each."""

from dataclasses import dataclass
from enum import StrEnum

from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.board import BoardChoice, OwnWord, Pin
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.private_note import PrivateNote
from bonddiary.domain.timer import Timer
from bonddiary.domain.tip_choice import TipChoice
from bonddiary.domain.visit import Question, Visit

Record = (
    Baby
    | Carer
    | OwnWord
    | Pin
    | BoardChoice
    | TipChoice
    | Visit
    | Question
    | DayMark
    | CareEvent
    | Moment
    | NoteVersion
    | PrivateNote
    | Timer
)


class Kind(StrEnum):
    """The kinds of record, ordered so that each refers only to kinds before it."""

    BABY = "baby"
    CARER = "carer"
    WORD = "word"
    PIN = "pin"
    BOARD = "board"
    TIP_CHOICE = "tip-choice"
    VISIT = "visit"
    QUESTION = "question"
    DAY_MARK = "day-mark"
    CARE = "care"
    MOMENT = "moment"
    NOTE = "note"
    PRIVATE_NOTE = "private-note"
    TIMER = "timer"


TYPES: dict[Kind, type[Record]] = {
    Kind.BABY: Baby,
    Kind.CARER: Carer,
    Kind.WORD: OwnWord,
    Kind.PIN: Pin,
    Kind.BOARD: BoardChoice,
    Kind.TIP_CHOICE: TipChoice,
    Kind.VISIT: Visit,
    Kind.QUESTION: Question,
    Kind.DAY_MARK: DayMark,
    Kind.CARE: CareEvent,
    Kind.MOMENT: Moment,
    Kind.NOTE: NoteVersion,
    Kind.PRIVATE_NOTE: PrivateNote,
    Kind.TIMER: Timer,
}
_KINDS: dict[type[Record], Kind] = {record: kind for kind, record in TYPES.items()}


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Points at one record."""

    kind: Kind
    id: str


def kind_of(record: Record) -> Kind:
    """The record's kind."""
    return _KINDS[type(record)]


def ref_to(record: Record) -> Ref:
    """The record's reference."""
    return Ref(kind_of(record), record.id)
