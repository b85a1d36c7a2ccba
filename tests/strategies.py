"""Hypothesis strategies: any record that the types allow and a diary can keep."""

from datetime import UTC, datetime, timedelta

from hypothesis import assume
from hypothesis import strategies as st

from bonddiary.domain.baby import Baby, BabyColour, Carer
from bonddiary.domain.board import BoardChoice, OwnWord, Pin, WordKind
from bonddiary.domain.care import CareEvent, CareKind, DayMark, DayMarkKind, Unit
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
    OutcomeKey,
    PinId,
    PrivateNoteId,
    QuestionId,
    ResponseKey,
    TimerId,
    TipChoiceId,
    VisitId,
    WordId,
)
from bonddiary.domain.moment import Intensity, Moment, Settle, SettleBin, Source, State
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.private_note import PrivateNote
from bonddiary.domain.records import Record
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.domain.tip_choice import Kept, TipChoice
from bonddiary.domain.visit import Question, Visit, VisitKind
from bonddiary.domain.when import When

ZONES = ("Europe/London", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "UTC")
FIRST = datetime(2009, 1, 1)
LAST = datetime(2035, 12, 31)

ids = st.uuids(version=4).map(str)
"""Any id: that a diary makes version 7 doesn't matter to what carries it."""
maybe_ids: st.SearchStrategy[str | None] = st.none() | ids
days = st.dates(FIRST.date(), LAST.date())
words = st.text(max_size=30)
"""Words in any script, with whatever a paste may bring along but half a letter pair."""
labels = words.filter(lambda text: bool(text.strip()))
keys = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8}){0,2}", fullmatch=True)


def instants_between(first: datetime, last: datetime) -> st.SearchStrategy[datetime]:
    """Instants in UTC to the microsecond, without the fold that means nothing there."""
    # fold only tells which of two wall-clock times is meant; in UTC there is always one
    return st.datetimes(first, last, timezones=st.just(UTC)).map(lambda moment: moment.replace(fold=0))


instants = instants_between(FIRST, LAST)


def whens(
    zones: st.SearchStrategy[str] = st.sampled_from(ZONES),
    first: datetime = FIRST,
    last: datetime = LAST,
) -> st.SearchStrategy[When]:
    """Instants to the microsecond, in zones with half hours, quarter hours and a skipped day."""
    return st.builds(When.of, instants_between(first, last), zones)


@st.composite
def spans(draw: st.DrawFn) -> tuple[When, When | None]:
    """A start, and an end in any zone up to two days later, or none."""
    start = draw(whens())
    after = draw(st.none() | st.timedeltas(timedelta(0), timedelta(days=2)))
    return start, None if after is None else When.of(start.utc + after, draw(st.sampled_from(ZONES)))


def babies() -> st.SearchStrategy[Baby]:
    """Babies, born or not yet."""
    return st.builds(
        Baby,
        id=ids.map(BabyId),
        nickname=words,
        born=st.none() | days,
        due=st.none() | days,
        archived=st.booleans(),
        colour=st.none() | st.sampled_from(BabyColour),
    )


def carers() -> st.SearchStrategy[Carer]:
    """Carers."""
    return st.builds(Carer, id=ids.map(CarerId), label=words, archived=st.booleans())


def own_words() -> st.SearchStrategy[OwnWord]:
    """The family's own cues and responses."""
    return st.builds(
        OwnWord,
        id=ids.map(WordId),
        kind=st.sampled_from(WordKind),
        name=words,
        family=st.none() | st.sampled_from(Family),
        archived=st.booleans(),
        drawing=words,
    )


def pins() -> st.SearchStrategy[Pin]:
    """Pinned tiles."""
    return st.builds(Pin, id=ids.map(PinId), cue=keys.map(CueKey), place=st.integers(0, 50))


def board_choices() -> st.SearchStrategy[BoardChoice]:
    """What a family made of tiles."""
    return st.builds(
        BoardChoice,
        id=ids.map(BoardChoiceId),
        key=keys,
        name=words,
        hidden=st.booleans(),
        place=st.none() | st.integers(0, 50),
    )


def note_versions() -> st.SearchStrategy[NoteVersion]:
    """Earlier wordings; their entries need not exist."""
    return st.builds(NoteVersion, id=ids.map(NoteVersionId), entry=ids, text=words, replaced=instants)


@st.composite
def private_notes(draw: st.DrawFn, carer: st.SearchStrategy[str | None] = maybe_ids) -> PrivateNote:
    """What carers wrote for themselves."""
    given = draw(carer)
    return PrivateNote(
        id=PrivateNoteId(draw(ids)),
        written=draw(whens()),
        text=draw(words),
        carer=None if given is None else CarerId(given),
    )


def tip_choices() -> st.SearchStrategy[TipChoice]:
    """Saved and hidden tips, also such as content doesn't hold."""
    return st.builds(TipChoice, id=ids.map(TipChoiceId), tip=keys, kept=st.sampled_from(Kept))


def visits(baby: st.SearchStrategy[str] = ids) -> st.SearchStrategy[Visit]:
    """Visits of a baby."""
    return st.builds(
        Visit,
        id=ids.map(VisitId),
        baby=baby.map(BabyId),
        day=days,
        kind=st.sampled_from(VisitKind),
        label=words,
        plan=words,
        note=words,
        review=words,
        later=words,
        relationship=words,
        joy=words,
        worry=words,
    )


def questions(
    baby: st.SearchStrategy[str] = ids, visit: st.SearchStrategy[str | None] = maybe_ids
) -> st.SearchStrategy[Question]:
    """Questions about a baby, with or without a visit."""
    return st.builds(
        Question,
        id=ids.map(QuestionId),
        baby=baby.map(BabyId),
        text=words,
        asked_on=days,
        visit=visit.map(lambda found: None if found is None else VisitId(found)),
        answer=words,
        about=words,
        place=st.none() | st.integers(0, 50),
    )


def day_marks(baby: st.SearchStrategy[str] = ids) -> st.SearchStrategy[DayMark]:
    """Day marks of a baby."""
    return st.builds(
        DayMark, id=ids.map(DayMarkId), baby=baby.map(BabyId), day=days, kind=st.sampled_from(DayMarkKind)
    )


def sources() -> st.SearchStrategy[Source]:
    """Where imported entries came from."""
    return st.builds(Source, provider=keys, key=ids, row=words)


def details() -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    """Named extras with unique names."""
    return st.lists(st.tuples(labels, words), max_size=3, unique_by=lambda pair: pair[0]).map(tuple)


@st.composite
def care_events(
    draw: st.DrawFn,
    baby: st.SearchStrategy[str] = ids,
    carer: st.SearchStrategy[str | None] = maybe_ids,
) -> CareEvent:
    """Care events of any kind, deleted ones too."""
    at, until = draw(spans())
    given = draw(carer)
    return CareEvent(
        id=CareId(draw(ids)),
        baby=BabyId(draw(baby)),
        kind=draw(st.sampled_from(CareKind)),
        at=at,
        until=until,
        entered=draw(whens()),
        about=draw(st.booleans()),
        value=draw(st.none() | st.floats(0, 1e6, allow_nan=False)),
        unit=draw(st.none() | st.sampled_from(Unit)),
        details=draw(details()),
        note=draw(words),
        carer=None if given is None else CarerId(given),
        source=draw(st.none() | sources()),
        deleted=draw(st.none() | instants),
    )


def settles() -> st.SearchStrategy[Settle]:
    """Times to settle: a step alone, or minutes with their step."""
    return st.builds(Settle, st.sampled_from(SettleBin)) | st.integers(0, 24 * 60).map(Settle.in_minutes)


@st.composite
def moments(
    draw: st.DrawFn,
    baby: st.SearchStrategy[str] = ids,
    carer: st.SearchStrategy[str | None] = maybe_ids,
    cues: st.SearchStrategy[str] = keys,
    responses: st.SearchStrategy[str] = keys,
    outcomes: st.SearchStrategy[str] = keys,
) -> Moment:
    """Moments with one to three cues, deleted ones too."""
    at, until = draw(spans())
    given, outcome = draw(carer), draw(st.none() | outcomes)
    return Moment(
        id=MomentId(draw(ids)),
        baby=BabyId(draw(baby)),
        at=at,
        until=until,
        entered=draw(whens()),
        cues=tuple(map(CueKey, draw(st.lists(cues, min_size=1, max_size=3, unique=True)))),
        about=draw(st.booleans()),
        state=draw(st.none() | st.sampled_from(State)),
        intensity=draw(st.none() | st.sampled_from(Intensity)),
        responses=tuple(map(ResponseKey, draw(st.lists(responses, max_size=3, unique=True)))),
        outcome=None if outcome is None else OutcomeKey(outcome),
        settle=draw(st.none() | settles()),
        note=draw(words),
        private=draw(st.booleans()),
        carer=None if given is None else CarerId(given),
        source=draw(st.none() | sources()),
        deleted=draw(st.none() | instants),
    )


def timers(baby: st.SearchStrategy[str] = ids) -> st.SearchStrategy[Timer]:
    """Timers that run; what they belong to need not exist."""
    return st.builds(
        Timer,
        id=ids.map(TimerId),
        baby=baby.map(BabyId),
        kind=st.sampled_from(TimerKind),
        started=whens(),
        entered=whens(),
        cue=st.none() | keys.map(CueKey),
        moment=st.none() | ids.map(MomentId),
        care=st.none() | ids.map(CareId),
    )


def records() -> st.SearchStrategy[Record]:
    """Any one record; what it refers to need not exist."""
    return st.one_of(
        babies(), carers(), own_words(), pins(), board_choices(), tip_choices(), note_versions(), private_notes(),
        visits(), questions(), day_marks(), care_events(), moments(), timers(),
    )  # fmt: skip


@st.composite
def diaries(draw: st.DrawFn, most: int = 4) -> tuple[Record, ...]:
    """All records of a diary in which all that is referred to exists, ordered by Kind, ids unique."""
    family = draw(st.lists(babies(), min_size=1, max_size=2))
    people = draw(st.lists(carers(), max_size=2))
    baby = st.sampled_from([one.id for one in family])
    carer: st.SearchStrategy[str | None] = st.none()
    if people:
        carer = st.none() | st.sampled_from([one.id for one in people])
    visited = draw(st.lists(visits(baby), max_size=2))
    visit: st.SearchStrategy[str | None] = st.none()
    if visited:
        visit = st.none() | st.sampled_from([one.id for one in visited])
    pinned = draw(st.lists(pins(), max_size=2, unique_by=lambda pin: pin.place))
    arranged = draw(st.lists(board_choices(), max_size=2, unique_by=lambda choice: choice.key))
    chosen = draw(st.lists(tip_choices(), max_size=2, unique_by=lambda choice: choice.tip))
    marked = draw(
        st.lists(day_marks(baby), max_size=2, unique_by=lambda mark: (mark.baby, mark.day, mark.kind))
    )
    found: list[Record] = [*family, *people, *draw(st.lists(own_words(), max_size=2)), *pinned]
    found += [*arranged, *chosen, *visited, *draw(st.lists(questions(baby, visit), max_size=2)), *marked]
    found += draw(st.lists(care_events(baby, carer), max_size=most))
    found += draw(st.lists(moments(baby, carer), max_size=most))
    found += draw(st.lists(note_versions(), max_size=2))
    found += draw(st.lists(private_notes(carer), max_size=2))
    running = draw(st.lists(timers(baby), max_size=2, unique_by=lambda timer: (timer.baby, timer.kind)))
    found += running
    assume(len({record.id for record in found}) == len(found))
    return tuple(found)
