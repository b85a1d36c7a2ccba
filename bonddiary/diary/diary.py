"""`Diary`: the one door to a family's data. Commands change it, queries read frozen records, listeners hear of changes."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from bonddiary.diary.acknowledging import acknowledging
from bonddiary.diary.board import arranging
from bonddiary.diary.changes import Change, Listener, Listeners
from bonddiary.diary.commands import Write, changing, subject_of, writing
from bonddiary.diary.erasing import Erasing
from bonddiary.diary.history import Done, History
from bonddiary.diary.notes import notes_before
from bonddiary.diary.queries import DEMO, Queries, R
from bonddiary.diary.timers import becomes, refuse_one_more, refuse_start, what_it_refers_to
from bonddiary.diary.title import Title, Verb
from bonddiary.domain.baby import Baby
from bonddiary.domain.board import BoardChoice, Pin
from bonddiary.domain.care import CareDraft, CareEvent, DayMark, DayMarkKind
from bonddiary.domain.ids import (
    BabyId,
    CareId,
    CarerId,
    CueKey,
    DayMarkId,
    MomentId,
    PinId,
    QuestionId,
    TimerId,
    TipChoiceId,
    new_id,
)
from bonddiary.domain.moment import Moment, MomentDraft
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind, Record, Ref, kind_of, ref_to
from bonddiary.domain.timer import Timer
from bonddiary.domain.tip_choice import Kept, TipChoice
from bonddiary.domain.visit import Question, Visit
from bonddiary.domain.when import When
from bonddiary.store import lists
from bonddiary.store.database import Database
from bonddiary.store.history import Stack
from bonddiary.system.clock import Clock

DRAFT_MS = 100
"""How long keeping what is half typed waits for another program's write. It is tried again soon."""


class Diary(Queries):
    """An open diary. One thread uses it; what it returns is frozen and may go anywhere.

    Every command is one transaction, can be undone, and is announced only after COMMIT.
    All methods raise DiaryError (in words for people) where the file can't be read or written.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        super().__init__(database)
        self._history = History(database)
        self._erasing = Erasing(database)
        self._listeners = Listeners()
        self._acknowledge = acknowledging(os.environ)
        self._clock = clock
        self._seen_version = database.data_version()

    # Commands

    def log(
        self,
        draft: MomentDraft,
        *,
        id: MomentId | None = None,
        baby: Baby | None = None,
        again: bool = False,
        origin: object = None,
    ) -> Moment:
        """Saves a moment. A retry passes the same `id`. `baby` is added too when the diary has none yet.

        `again`: a moment that is there already stays as it is, whatever was made of it since, and is returned.
        """
        moment = Moment.from_draft(draft, id or MomentId(new_id()))
        records = (moment,) if baby is None else (baby, moment)
        self._do(writing(records), Title(Verb.LOG, moment.cues[0]), origin, again)
        return self._found(moment) if again else moment

    def log_all(
        self,
        drafts: Sequence[MomentDraft],
        *,
        ids: Sequence[MomentId] = (),
        baby: Baby | None = None,
        again: bool = False,
        origin: object = None,
    ) -> tuple[Moment, ...]:
        """Saves several moments in one step. A retry passes the same `ids`. `baby` and `again` as for `log`."""
        ids = ids or [MomentId(new_id()) for _ in drafts]
        moments = tuple(Moment.from_draft(draft, id) for draft, id in zip(drafts, ids, strict=True))
        records: list[Record] = [*moments] if baby is None else [baby, *moments]
        self._do(writing(records), Title(Verb.LOG, Kind.MOMENT.value, len(moments)), origin, again)
        return tuple(map(self._found, moments)) if again else moments

    def log_care(
        self,
        draft: CareDraft,
        *,
        id: CareId | None = None,
        baby: Baby | None = None,
        again: bool = False,
        origin: object = None,
    ) -> CareEvent:
        """Saves a care event. A retry passes the same `id`. `baby` and `again` as for `log`."""
        event = CareEvent.from_draft(draft, id or CareId(new_id()))
        records: list[Record] = [event] if baby is None else [baby, event]
        self._do(writing(records), Title(Verb.LOG, event.called), origin, again)
        return self._found(event) if again else event

    def log_care_all(
        self,
        drafts: Sequence[CareDraft],
        *,
        ids: Sequence[CareId] = (),
        again: bool = False,
        origin: object = None,
    ) -> tuple[CareEvent, ...]:
        """Saves several care events in one step. A retry passes the same `ids`. `again` as for `log`."""
        ids = ids or [CareId(new_id()) for _ in drafts]
        events = tuple(CareEvent.from_draft(draft, id) for draft, id in zip(drafts, ids, strict=True))
        self._do(writing(events), Title(Verb.LOG, Kind.CARE.value, len(events)), origin, again)
        return tuple(map(self._found, events)) if again else events

    def add(self, record: Record, *beside: Record, origin: object = None) -> None:
        """Saves a new baby, carer, visit, question, own word or pin, and what goes with it, in one step."""
        self._do(writing([record, *beside]), Title(Verb.ADD, kind_of(record).value), origin)

    def edit(self, *records: Record, added: Sequence[Record] = (), origin: object = None) -> None:
        """Replaces records, adds others, keeps what a changed note said: one step. Where one is gone: NotFound, none changes."""
        entries_ = [record for record in records if isinstance(record, Moment | CareEvent)]
        kept = notes_before(entries_, self._records(map(ref_to, entries_)), self._clock())
        title = Title(Verb.EDIT, subject_of((*records, *added)), len(records) + len(added))
        self._do(changing(records, (*added, *kept)), title, origin)

    def delete(self, *refs: Ref, at: When | None = None, origin: object = None) -> None:
        """Moves moments and care events to Recently deleted. Raises NotFound."""
        now = (at or self._clock()).utc
        entries_ = [replace(entry, deleted=now) for entry in self._entries(refs)]
        self._do(changing(entries_), Title(Verb.DELETE, subject_of(entries_), len(entries_)), origin)

    def restore(self, *refs: Ref, origin: object = None) -> None:
        """Brings moments and care events back from Recently deleted. Raises NotFound."""
        entries_ = [replace(entry, deleted=None) for entry in self._entries(refs)]
        self._do(changing(entries_), Title(Verb.RESTORE, subject_of(entries_), len(entries_)), origin)

    def erase_deleted(self, before: When) -> bool:
        """Erases entries deleted before then, a few at once; says whether there are more. No Undo."""
        return self._told_erased(self._erasing.erase_before(before))

    def erase_due(self) -> bool:
        """Erases a few that have been in Recently deleted long enough; says whether there are more. No Undo."""
        return self._told_erased(self._erasing.erase_due(self._clock()))

    def remove(self, *refs: Ref, origin: object = None) -> None:
        """Takes away babies, carers, visits, questions, words or pins that nothing belongs to. Raises InvalidEntry."""
        self._do(Write(remove=tuple(refs)), Title(Verb.DELETE, refs[0].kind.value, len(refs)), origin)

    def remove_visit(self, visit: Visit, origin: object = None) -> None:
        """Takes away a visit with the answers of it. What was not answered stays to be asked, under new ids: the old
        ones belong to the visit until it is gone."""
        questions = [question for question in self.all(Question) if question.visit == visit.id]
        kept = [replace(q, id=QuestionId(new_id()), visit=None) for q in questions if not q.answer]
        gone = (ref_to(visit), *map(ref_to, questions))
        self._do(Write(tuple(kept), gone), Title(Verb.DELETE, Kind.VISIT.value), origin)

    def order_questions(self, questions: Sequence[Question], origin: object = None) -> None:
        """Puts questions that are there at the places they name, in one step. Raises NotFound."""
        self._do(changing(questions), Title(Verb.ARRANGE, Kind.QUESTION.value), origin)

    def mark_day(
        self,
        baby: BabyId,
        day: date,
        kind: DayMarkKind,
        marked: bool,
        *,
        added: Baby | None = None,
        origin: object = None,
    ) -> None:
        """Says, or no longer says, something of a whole day. `added` is added too when the diary has no baby yet."""
        there = next((mark for mark in self.day_marks(baby, Period(day, day)) if mark.kind is kind), None)
        if marked and there is None:
            mark = DayMark(id=DayMarkId(new_id()), baby=baby, day=day, kind=kind)
            records: list[Record] = [mark] if added is None else [added, mark]
            self._do(writing(records), Title(Verb.MARK, kind.value), origin)
        elif not marked and there is not None:
            self._do(Write(remove=(ref_to(there),)), Title(Verb.MARK, kind.value), origin)

    def pin(self, cues: Sequence[CueKey], origin: object = None) -> None:
        """Sets the pinned cues, in this order."""
        put = tuple(Pin(id=PinId(new_id()), cue=cue, place=place) for place, cue in enumerate(cues))
        self._do(Write(put, tuple(ref_to(pin) for pin in self.all(Pin))), Title(Verb.PIN, "pin"), origin)

    def arrange(self, *choices: BoardChoice, verb: Verb = Verb.EDIT, origin: object = None) -> None:
        """Says what the parent made of cues and responses; a choice that says nothing takes back what was said."""
        command = arranging(choices, self.all(BoardChoice))
        if command is not None:
            title = Title(verb, choices[0].key if len(choices) == 1 else Kind.BOARD.value, len(choices))
            self._do(command, title, origin)

    def keep_draft(self, place: str, text: str, *, patient: bool = False) -> None:
        """Keeps what is half typed in a place, or forgets it when blank. Nothing to undo, and nobody is told.

        Somebody types meanwhile: another program's write is hardly waited for, unless `patient`.
        """
        with self._database.write(None if patient else DRAFT_MS) as connection:
            lists.set_draft(connection, place, text)

    def choose_tip(self, tip: str, kept: Kept | None, origin: object = None) -> None:
        """Saves or hides a tip, by its content key. None: nothing is said of it any more."""
        there = next((choice for choice in self.all(TipChoice) if choice.tip == tip), None)
        if kept is not None:
            verb = Verb.SAVE if kept is Kept.SAVED else Verb.HIDE
            choice = TipChoice(id=there.id if there else TipChoiceId(new_id()), tip=tip, kept=kept)
            self._do(writing([choice]), Title(verb, Kind.TIP_CHOICE.value), origin)
        elif there is not None:
            verb = Verb.UNSAVE if there.kept is Kept.SAVED else Verb.SHOW
            self._do(Write(remove=(ref_to(there),)), Title(verb, Kind.TIP_CHOICE.value), origin)

    def start_timer(self, timer: Timer, *, baby: Baby | None = None, origin: object = None) -> None:
        """Lets a timer run. A retry passes the same one. `baby` is added too when the diary has none yet.

        Raises InvalidEntry where it would start in the future, or one like it or three in all run already.
        """
        running = self.all(Timer)
        if all(other.id != timer.id for other in running):
            refuse_start(timer, self._clock())
            refuse_one_more(timer, running)
            records = (timer,) if baby is None else (baby, timer)
            self._do(writing(records), Title(Verb.START, timer.kind.value), origin)

    def move_timer_start(self, id: TimerId, earlier: timedelta, origin: object = None) -> Timer:
        """The timer began earlier than that. Raises NotFound, and InvalidEntry for a start in the future."""
        timer = self._timer(id)
        moved = replace(timer, started=timer.started.shifted(-earlier))
        refuse_start(moved, self._clock())
        self._do(changing([moved]), Title(Verb.MOVE, timer.kind.value), origin)
        return moved

    def stop_timer(
        self,
        id: TimerId,
        at: When | None = None,
        *,
        carer: CarerId | None = None,
        origin: object = None,
    ) -> Record | None:
        """Ends a timer (now, or at a time before) and writes what it became, in one step; None: it left nothing.
        `carer` stands in an entry that is made anew.

        Raises NotFound, and InvalidEntry where the time is before the start or in the future.
        """
        timer, now = self._timer(id), self._clock()
        refs = self.existing(what_it_refers_to(timer))
        there = next(map(self.get, refs), None)
        left = becomes(timer, at or now, now, new_id(), there, carer)
        self._do(Write(left, (ref_to(timer),), refs), Title(Verb.STOP, timer.kind.value), origin)
        return next(iter(left), None)

    def discard_timer(self, id: TimerId, origin: object = None) -> None:
        """Ends a timer that was a mistake: nothing else is written. Raises NotFound."""
        timer = self._timer(id)
        self._do(Write(remove=(ref_to(timer),)), Title(Verb.DISCARD, timer.kind.value), origin)

    def bring_in(
        self, records: Sequence[Record], provider: str, *, baby: Baby | None = None, origin: object = None
    ) -> None:
        """Adds what a file held, all in one step. `baby` is added too when the diary has none yet."""
        if records:
            added = records if baby is None else (baby, *records)
            self._do(writing(added), Title(Verb.IMPORT, provider, len(records)), origin)

    def undo(self, origin: object = None) -> Title | None:
        """Takes back the newest command and says which it was; None when there is nothing to take back."""
        return self._told(self._history.undo(origin))

    def redo(self, origin: object = None) -> Title | None:
        """Does again what was taken back last; None when there is nothing."""
        return self._told(self._history.redo(origin))

    def undo_title(self) -> Title | None:
        """What `undo` would take back."""
        return self._history.title(Stack.UNDO)

    def redo_title(self) -> Title | None:
        """What `redo` would do again."""
        return self._history.title(Stack.REDO)

    def call_demo(self) -> None:
        """Says of the file for good that it is made up."""
        with self._database.write() as connection:
            lists.set_fact(connection, DEMO, "made up")

    # Listening

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` with a Change after every COMMIT; the result ends that."""
        return self._listeners.add(listener)

    def look_for_other_writers(self) -> None:
        """Tells listeners when another program (a command in a terminal) has changed the file."""
        version = self._database.data_version()
        if version != self._seen_version:
            self._seen_version = version
            self.tell_all()

    def tell_all(self) -> None:
        """Tells listeners that everything may be different: another file stands in this one's place."""
        self._listeners.tell(Change(frozenset(Kind), frozenset()))

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def _do(self, command: Write, title: Title, origin: object, keep: bool = False) -> None:
        self._tell(self._history.do(command, title, origin, keep=keep))

    def _tell(self, done: Done) -> None:
        self._acknowledge(done.write)
        if done.new:
            self._listeners.tell(done.change)

    def _told_erased(self, done: tuple[Sequence[Ref], bool]) -> bool:
        refs, more = done
        if refs:
            self._acknowledge(gone := Write(remove=tuple(refs)))
            self._listeners.tell(gone.change())
        return more

    def _told(self, done: Done | None) -> Title | None:
        if done is not None:
            self._tell(done)
        return None if done is None else done.title

    def _timer(self, id: TimerId) -> Timer:
        return cast(Timer, self.get(Ref(Kind.TIMER, id)))

    def _found(self, entry: R) -> R:
        return cast(R, self.get(ref_to(entry)))

    def _entries(self, refs: Sequence[Ref]) -> list[Moment | CareEvent]:
        return [found for found in map(self.get, refs) if isinstance(found, Moment | CareEvent)]
