"""The one law over every command: apply, inverse, apply again gives the same diary, also after reopening.

The model is a row of snapshots: a command that changes something adds one, undo and redo step along them.
"""

import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bonddiary.diary.changes import Change
from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.board import BoardChoice
from bonddiary.domain.care import CareDraft, CareEvent, DayMarkKind
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment, MomentDraft
from bonddiary.domain.records import Kind, Record, kind_of, ref_to
from bonddiary.domain.timer import Timer
from bonddiary.domain.tip_choice import Kept, TipChoice
from bonddiary.domain.visit import Question, Visit
from tests import strategies
from tests.builders import NOW, everything, open_at

Snapshot = tuple[Record, ...]


def draft_of(entry: Moment | CareEvent) -> dict[str, object]:
    """The values of an entry's draft."""
    shape = MomentDraft if isinstance(entry, Moment) else CareDraft
    return {name: getattr(entry, name) for name in shape.__dataclass_fields__}


def with_id(entry: object, id: str) -> Record:
    """The entry as a new version of the one with this id."""
    assert isinstance(entry, Moment | CareEvent)
    return replace(entry, id=id)  # type: ignore[arg-type]


class EveryCommand(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.diary = open_at(self.folder / "diary.db")
        self.heard: list[Change] = []
        self.diary.listen(self.heard.append)
        self.snapshots: list[Snapshot] = [()]
        self.place = 0

    def teardown(self) -> None:
        self.diary.close()
        shutil.rmtree(self.folder)

    @property
    def now(self) -> Snapshot:
        return self.snapshots[self.place]

    def of(self, *kinds: Kind) -> list[Record]:
        return [record for record in self.now if kind_of(record) in kinds]

    def baby(self) -> st.SearchStrategy[str]:
        return st.sampled_from([record.id for record in self.of(Kind.BABY)])

    def done(self) -> None:
        """After any command: one snapshot and one announcement, or none of both."""
        after = everything(self.diary)
        if after == self.now:
            assert self.heard == []
        else:
            assert len(self.heard) == 1
            self.snapshots[self.place + 1 :] = [after]
            self.place += 1
            before = self.snapshots[self.place - 1]
            changed = {ref_to(record) for record in set(after) ^ set(before)}
            assert {ref.id for ref in changed} <= self.heard[0].ids
            assert {ref.kind for ref in changed} <= self.heard[0].topics
        self.heard.clear()

    @initialize(records=strategies.diaries(most=3))
    def a_diary(self, records: Snapshot) -> None:
        self.diary.bring_in(records, "test")
        assert set(everything(self.diary)) == set(records)
        self.done()

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.BABY))
    def log(self, data: st.DataObject) -> None:
        moment = data.draw(strategies.moments(self.baby(), st.none()))
        draft = MomentDraft(**draft_of(moment))  # type: ignore[arg-type]
        assert self.diary.log(draft, id=moment.id) == replace(moment, deleted=None)
        self.done()
        self.diary.log(draft, id=moment.id)  # a retry
        self.done()

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.BABY))
    def log_all(self, data: st.DataObject) -> None:
        drafts = [
            MomentDraft(**draft_of(data.draw(strategies.moments(self.baby(), st.none()))))  # type: ignore[arg-type]
            for _ in range(2)
        ]
        there = len(self.now)
        self.diary.log_all(drafts)
        self.done()
        assert len(self.now) == there + 2

    @rule(moment=strategies.moments(carer=st.none()), baby=strategies.babies())
    @precondition(lambda self: not self.of(Kind.BABY))
    def log_first(self, moment: Moment, baby: Baby) -> None:
        draft = replace(MomentDraft(**draft_of(moment)), baby=baby.id)  # type: ignore[arg-type]
        self.diary.log(draft, id=moment.id, baby=baby)
        self.done()
        assert baby in self.now

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.BABY))
    def log_care(self, data: st.DataObject) -> None:
        event = data.draw(strategies.care_events(self.baby(), st.none()))
        self.diary.log_care(CareDraft(**draft_of(event)), id=event.id)  # type: ignore[arg-type]
        self.done()

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.BABY))
    def log_care_all(self, data: st.DataObject) -> None:
        events = [data.draw(strategies.care_events(self.baby(), st.none())) for _ in range(2)]
        drafts = [CareDraft(**draft_of(event)) for event in events]  # type: ignore[arg-type]
        saved = self.diary.log_care_all(drafts)
        self.done()
        assert set(saved) <= set(self.now)
        self.diary.log_care_all(drafts, ids=[event.id for event in saved])  # a retry
        self.done()

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.BABY))
    def add(self, data: st.DataObject) -> None:
        shapes = (
            strategies.babies(), strategies.carers(), strategies.own_words(), strategies.pins(),
            strategies.visits(self.baby()), strategies.questions(self.baby(), st.none()),
        )  # fmt: skip
        self.diary.add(data.draw(st.one_of(*shapes)))
        self.done()

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.MOMENT, Kind.CARE))
    def edit(self, data: st.DataObject) -> None:
        chosen = data.draw(
            st.lists(st.sampled_from(self.of(Kind.MOMENT, Kind.CARE)), min_size=1, max_size=3, unique=True)
        )
        edited: list[Record] = []
        for record in chosen:
            assert isinstance(record, Moment | CareEvent)
            other = strategies.moments if isinstance(record, Moment) else strategies.care_events
            new = data.draw(other(st.just(record.baby), st.none()))
            edited.append(with_id(new, record.id))
        self.diary.edit(*edited)
        self.done()
        assert set(edited) <= set(self.now)

    @rule(data=st.data(), back=st.booleans())
    @precondition(lambda self: self.of(Kind.MOMENT, Kind.CARE))
    def delete_or_restore(self, data: st.DataObject, back: bool) -> None:
        chosen = data.draw(
            st.lists(st.sampled_from(self.of(Kind.MOMENT, Kind.CARE)), min_size=1, max_size=3, unique=True)
        )
        (self.diary.restore if back else self.diary.delete)(*map(ref_to, chosen))
        self.done()

    @rule(data=st.data())
    @precondition(lambda self: self.now)
    def remove(self, data: st.DataObject) -> None:
        ref = ref_to(data.draw(st.sampled_from(self.now)))
        try:
            self.diary.remove(ref)
        except InvalidEntry:  # entries still belong to it
            assert everything(self.diary) == self.now
        self.done()

    @rule(data=st.data(), day=strategies.days, kind=st.sampled_from(DayMarkKind), marked=st.booleans())
    @precondition(lambda self: self.of(Kind.BABY))
    def mark_day(self, data: st.DataObject, day: object, kind: DayMarkKind, marked: bool) -> None:
        baby = data.draw(st.sampled_from(self.of(Kind.BABY)))
        assert isinstance(baby, Baby)
        for _ in range(2):  # saying it twice changes nothing
            self.diary.mark_day(baby.id, day, kind, marked)  # type: ignore[arg-type]
            self.done()

    @rule(cues=st.lists(strategies.keys.map(CueKey), max_size=4, unique=True))
    def pin(self, cues: list[CueKey]) -> None:
        self.diary.pin(cues)
        self.done()

    @rule(choices=st.lists(strategies.board_choices(), max_size=3, unique_by=lambda choice: choice.key))
    def arrange(self, choices: list[BoardChoice]) -> None:
        for _ in range(2):  # saying it twice changes nothing
            self.diary.arrange(*choices)
            self.done()
        said = {
            choice.key: choice
            for choice in choices
            if choice.name or choice.hidden or choice.place is not None
        }
        held = {choice.key: choice for choice in self.diary.all(BoardChoice)}
        assert {key: replace(held[key], id=choice.id) for key, choice in said.items()} == said
        self.diary.arrange(*(BoardChoice(id=choice.id, key=choice.key) for choice in choices))
        self.done()
        assert not {choice.key for choice in choices} & {choice.key for choice in self.diary.all(BoardChoice)}

    @rule(tip=strategies.keys, kept=st.none() | st.sampled_from(Kept))
    def choose_tip(self, tip: str, kept: Kept | None) -> None:
        for said in (kept, kept, Kept.HIDDEN):  # saying it twice changes nothing
            self.diary.choose_tip(tip, said)
            self.done()
        assert self.diary.tip_choices()[tip] is Kept.HIDDEN
        self.diary.choose_tip(tip, None)
        self.done()
        assert tip not in self.diary.tip_choices()

    @rule(data=st.data(), kept=st.sampled_from(Kept))
    @precondition(lambda self: self.of(Kind.TIP_CHOICE))
    def choose_again(self, data: st.DataObject, kept: Kept) -> None:
        choice = data.draw(st.sampled_from(self.of(Kind.TIP_CHOICE)))
        assert isinstance(choice, TipChoice)
        self.diary.choose_tip(choice.tip, kept)
        self.done()
        assert replace(choice, kept=kept) in self.now

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.BABY))
    def start_timer(self, data: st.DataObject) -> None:
        known = st.none() | st.sampled_from([*(each.id for each in self.of(Kind.MOMENT)), "gone"])
        timer = replace(
            data.draw(strategies.timers(self.baby())),
            started=data.draw(strategies.whens(last=NOW.utc.replace(tzinfo=None))),
            moment=data.draw(known),  # type: ignore[arg-type]  # ids of any kind
        )
        for _ in range(2):  # a retry
            try:
                self.diary.start_timer(timer)
            except InvalidEntry:  # one of its kind runs, or three in all
                assert everything(self.diary) == self.now
            self.done()

    @rule(data=st.data(), minutes=st.integers(-5, 15))
    @precondition(lambda self: self.of(Kind.TIMER))
    def move_timer_start(self, data: st.DataObject, minutes: int) -> None:
        timer = self.a_timer(data)
        try:
            self.diary.move_timer_start(timer.id, timedelta(minutes=minutes))
        except InvalidEntry:  # into the future
            assert everything(self.diary) == self.now
        self.done()

    @rule(data=st.data(), after=st.timedeltas(timedelta(0), timedelta(days=2)))
    @precondition(lambda self: self.of(Kind.TIMER))
    def stop_timer(self, data: st.DataObject, after: timedelta) -> None:
        timer = self.a_timer(data)
        try:
            left = self.diary.stop_timer(timer.id, timer.started.shifted(after))
        except InvalidEntry:  # in the future, settling for days, or of a moment that is gone
            assert everything(self.diary) == self.now
        else:
            assert left is None or left in everything(self.diary)
            assert timer not in everything(self.diary)
        self.done()

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.TIMER))
    def discard_timer(self, data: st.DataObject) -> None:
        timer = self.a_timer(data)
        self.diary.discard_timer(timer.id)
        self.done()
        assert timer not in self.now

    def a_timer(self, data: st.DataObject) -> Timer:
        timer = data.draw(st.sampled_from(self.of(Kind.TIMER)))
        assert isinstance(timer, Timer)
        return timer

    @rule()
    def undo(self) -> None:
        title = self.diary.undo()
        assert (title is not None) is (self.place > 0)
        self.place -= title is not None
        self.stepped(title is not None)

    @rule()
    def redo(self) -> None:
        title = self.diary.redo()
        assert (title is not None) is (self.place < len(self.snapshots) - 1)
        self.place += title is not None
        self.stepped(title is not None)

    def stepped(self, moved: bool) -> None:
        assert len(self.heard) == moved
        self.heard.clear()

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.VISIT))
    def remove_visit(self, data: st.DataObject) -> None:
        visit = data.draw(st.sampled_from(self.of(Kind.VISIT)))
        assert isinstance(visit, Visit)
        self.diary.remove_visit(visit)
        self.done()

    @rule(data=st.data())
    @precondition(lambda self: self.of(Kind.QUESTION))
    def order_questions(self, data: st.DataObject) -> None:
        order = data.draw(st.permutations(self.of(Kind.QUESTION)))
        self.diary.order_questions(
            [replace(q, place=n) for n, q in enumerate(order) if isinstance(q, Question)]
        )
        self.done()

    @rule()
    def close_and_open(self) -> None:
        self.diary.close()
        self.diary = open_at(self.folder / "diary.db")
        self.diary.listen(self.heard.append)

    @invariant()
    def the_diary_is_as_the_snapshots_say(self) -> None:
        assert everything(self.diary) == self.now
        assert (self.diary.undo_title() is None) is (self.place == 0)
        assert (self.diary.redo_title() is None) is (self.place == len(self.snapshots) - 1)


EveryCommand.TestCase.settings = settings(max_examples=10, stateful_step_count=18)
test_apply_inverse_apply_again_gives_the_same_diary = EveryCommand.TestCase


def test_every_command_of_the_diary_is_under_the_law() -> None:
    commands = {
        "log", "log_all", "log_care", "log_care_all", "add", "edit", "delete", "restore", "remove", "remove_visit",
        "order_questions", "mark_day", "pin", "arrange", "choose_tip", "start_timer", "move_timer_start", "stop_timer",
        "discard_timer", "bring_in", "undo", "redo",
    }  # fmt: skip
    takes_origin = {
        name
        for name, method in vars(Diary).items()
        if "origin" in getattr(getattr(method, "__code__", None), "co_varnames", ())
    }
    assert {name for name in takes_origin if not name.startswith("_")} == commands
