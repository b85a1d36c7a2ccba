"""Records with valid defaults: a test names only what it is about."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.board import BoardChoice, OwnWord, Pin, WordKind
from bonddiary.domain.care import CareDraft, CareEvent, CareKind, DayMark, DayMarkKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import (
    BabyId,
    BoardChoiceId,
    CareId,
    CarerId,
    CueKey,
    DayMarkId,
    MomentId,
    NoteVersionId,
    PinId,
    PrivateNoteId,
    QuestionId,
    ResponseKey,
    TimerId,
    TipChoiceId,
    VisitId,
    WordId,
    new_id,
)
from bonddiary.domain.moment import Moment, MomentDraft
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.private_note import PrivateNote
from bonddiary.domain.records import Record
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.domain.tip_choice import Kept, TipChoice
from bonddiary.domain.visit import Question, Visit
from bonddiary.domain.when import When
from bonddiary.store.database import Database
from bonddiary.system.clock import Clock

LONDON = "Europe/London"


def when(text: str = "2026-11-16T03:12", zone: str = LONDON, *, second: bool = False) -> When:
    """A wall-clock time in a zone."""
    return When.from_wall(datetime.fromisoformat(text), zone, second=second)


NOW = when("2026-11-16T21:00")
ROBIN = Baby(id=BabyId("01a1e000-0000-7000-8000-000000000001"), nickname="Robin", born=date(2026, 9, 20))


def clock_at(now: When = NOW) -> Clock:
    """A clock that stands still."""
    return lambda: now


def cue_keys(*keys: str) -> tuple[CueKey, ...]:
    """Keys as their own type."""
    return tuple(map(CueKey, keys))


def response_keys(*keys: str) -> tuple[ResponseKey, ...]:
    """Keys as their own type."""
    return tuple(map(ResponseKey, keys))


def moment_draft(**changes: Any) -> MomentDraft:
    """Rooting, at 3:12am."""
    return MomentDraft(
        **{"baby": ROBIN.id, "at": when(), "entered": NOW, "cues": cue_keys("rooting"), **changes}
    )


def moment(id: str | None = None, **changes: Any) -> Moment:
    """Rooting, at 3:12am, in the diary."""
    deleted = changes.pop("deleted", None)
    made = Moment.from_draft(moment_draft(**changes), MomentId(id or new_id()))
    return made if deleted is None else Moment(**{**_fields(made), "deleted": deleted})


def care_draft(**changes: Any) -> CareDraft:
    """A feed of 20 minutes."""
    at = changes.pop("at", when("2026-11-16T03:20"))
    usual = {
        "baby": ROBIN.id,
        "kind": CareKind.FEED,
        "at": at,
        "until": at.shifted(timedelta(minutes=20)),
        "entered": NOW,
    }
    return CareDraft(**{**usual, **changes})


def care(id: str | None = None, **changes: Any) -> CareEvent:
    """A feed of 20 minutes, in the diary."""
    return CareEvent.from_draft(care_draft(**changes), CareId(id or new_id()))


def carer(label: str = "Sam") -> Carer:
    """Someone who cares for the baby."""
    return Carer(id=CarerId(new_id()), label=label)


def own_word(name: str = "Fish face") -> OwnWord:
    """A cue of the family's own."""
    return OwnWord(id=WordId(new_id()), kind=WordKind.CUE, name=name, family=Family.FACE)


def pin(cue: str = "rooting", place: int = 0) -> Pin:
    """A pinned cue."""
    return Pin(id=PinId(new_id()), cue=CueKey(cue), place=place)


def board_choice(key: str = "rooting", **changes: Any) -> BoardChoice:
    """A cue by another name."""
    return BoardChoice(**{"id": BoardChoiceId(new_id()), "key": key, "name": "Woodpecker", **changes})


def note_version(
    entry: str = "01a1e000-0000-7000-8000-00000000000f", text: str = "after lunhc"
) -> NoteVersion:
    """What a note said before."""
    return NoteVersion(id=NoteVersionId(new_id()), entry=entry, text=text, replaced=NOW.utc)


def private_note(text: str = "I put them down for 5 minutes.") -> PrivateNote:
    """What a carer wrote for themselves."""
    return PrivateNote(id=PrivateNoteId(new_id()), written=NOW, text=text)


def tip_choice(tip: str = "one-cue-at-a-time", kept: Kept = Kept.SAVED) -> TipChoice:
    """A saved tip."""
    return TipChoice(id=TipChoiceId(new_id()), tip=tip, kept=kept)


def visit(**changes: Any) -> Visit:
    """A health visitor's visit."""
    return Visit(**{"id": VisitId(new_id()), "baby": ROBIN.id, "day": date(2026, 11, 20), **changes})


def question(**changes: Any) -> Question:
    """Something to ask."""
    usual = {
        "id": QuestionId(new_id()),
        "baby": ROBIN.id,
        "text": "Is that usual?",
        "asked_on": date(2026, 11, 16),
    }
    return Question(**{**usual, **changes})


def day_mark(day: date = date(2026, 11, 15), kind: DayMarkKind = DayMarkKind.WHOLE_DAY) -> DayMark:
    """ "I logged the whole day"."""
    return DayMark(id=DayMarkId(new_id()), baby=ROBIN.id, day=day, kind=kind)


def timer(kind: TimerKind = TimerKind.CRYING, **changes: Any) -> Timer:
    """Crying since 8:40pm, 20 minutes ago."""
    start = when("2026-11-16T20:40")
    usual = {"id": TimerId(new_id()), "baby": ROBIN.id, "kind": kind, "started": start, "entered": start}
    return Timer(**{**usual, **changes})


@cache
def empty_diary() -> bytes:
    """The file of a diary that holds nothing: a copy is there at once, a migration takes a moment."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "diary.db")
        Database(path).close()
        return path.read_bytes()


def open_at(path: Path, now: When = NOW, busy_ms: int = 50) -> Diary:
    """A diary on a real file, with a clock that stands still."""
    if not path.exists():
        path.write_bytes(empty_diary())
    return Diary(Database(path, busy_ms), clock_at(now))


def with_robin(path: Path, *records: Record) -> Diary:
    """A diary that knows Robin, and these."""
    diary = open_at(path)
    diary.add(ROBIN)
    diary.bring_in(records, "test")
    return diary


def everything(diary: Diary) -> tuple[Record, ...]:
    """All that a diary holds."""
    return tuple(diary.records())


def one_of_each() -> Sequence[Record]:
    """A record of every kind, Robin first."""
    at_visit = visit()
    return (
        ROBIN,
        carer(),
        own_word(),
        pin(),
        board_choice(),
        tip_choice(),
        at_visit,
        question(visit=at_visit.id),
        day_mark(),
        care(),
        moment(),
        note_version(),
        private_note(),
        timer(),
    )


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).__dataclass_fields__}
