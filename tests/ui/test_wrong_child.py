"""Never the wrong child: whatever is pressed, switched, refused and tried again, in whatever order."""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bonddiary.content.loader import load_catalog
from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.ids import BabyId, CarerId, CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.system.paths import find_paths
from bonddiary.system.settings import Settings
from bonddiary.ui.care.presenter import CarePresenter
from bonddiary.ui.care.state import CareChoice
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.session import Session
from bonddiary.ui.timers.presenter import TimersPresenter
from tests.builders import NOW, ROBIN, carer, clock_at, everything, open_at
from tests.ui.test_log_presenter import FED, Desk
from tests.ui.test_phrase_presenter import Typed

WREN = Baby(id=BabyId("01a1e000-0000-7000-8000-000000000002"), nickname="Wren")
JAY = Baby(id=BabyId("01a1e000-0000-7000-8000-000000000003"), nickname="Jay")
BABIES = (ROBIN, WREN, JAY)
CUES = tuple(load_catalog().cues)


class Presses(RuleBasedStateMachine):
    """Each press notes another cue, so that its moments are known again."""

    @initialize(opened=st.booleans())
    def start(self, opened: bool) -> None:
        self.folder = TemporaryDirectory()
        paths = find_paths(Path(self.folder.name, "data"))
        paths.make()
        self.diary = open_at(paths.diary)
        for baby in BABIES:
            self.diary.add(baby)
        self.sam: Carer = carer()
        self.diary.add(self.sam)
        made = Session(paths, lambda: self.diary, load_catalog(), clock_at(), Settings(first_run_done=True))
        self.desk = Desk(made)
        if opened:
            made.open()
            self.desk.presenter.enter()
        self.wanted: dict[CueKey, set[BabyId]] = {}
        self.named: dict[CueKey, CarerId | None] = {}
        self.fed: set[tuple[CueKey, BabyId]] = set()
        self.undone: set[CueKey] = set()
        self.cues = iter(CUES)
        self.cared: list[BabyId] = []
        self.typed = Typed(made)
        self.care = CarePresenter(made, lambda: (NOW, NOW), lambda _state: None, lambda _words: None)
        self.catch_up = CatchUpPresenter(made, lambda _state: None, lambda _words: None)
        self.timers = TimersPresenter(made, lambda _lines: None, lambda _words: None, lambda _words: None)
        made.baby_changed.connect(self.care.change_baby)
        made.baby_changed.connect(self.catch_up.change_baby)

    def teardown(self) -> None:
        if not hasattr(self, "diary"):
            return
        self.desk.presenter.try_again()
        self.care.try_again()
        events = [each.baby for each in everything(self.diary) if isinstance(each, CareEvent)]
        assert sorted(events) == sorted(self.cared)
        found: dict[CueKey, list[Moment]] = {}
        for each in everything(self.diary):
            if isinstance(each, Moment):
                found.setdefault(each.cues[0], []).append(each)
        assert {cue: sorted(moment.baby for moment in moments) for cue, moments in found.items()} == {
            cue: sorted(babies) for cue, babies in self.wanted.items() if cue not in self.undone
        }
        for cue, moments in found.items():
            assert {moment.carer for moment in moments} == {self.named[cue]}
            for moment in moments:
                assert (FED in moment.responses) is ((cue, moment.baby) in self.fed)
        self.diary.close()
        self.folder.cleanup()

    def note(self) -> None:
        cue = next(self.cues)
        session = self.desk.session
        self.wanted[cue] = set(session.babies_to_log()) if session.is_open else {ROBIN.id}
        self.named[cue] = CarerId(session.settings.last_carer) if session.settings.last_carer else None
        self.desk.presenter.log(cue)

    @rule()
    def press(self) -> None:
        self.note()

    @precondition(lambda self: self.desk.session.is_open)
    @rule()
    def type_a_phrase(self) -> None:
        cue, session = next(self.cues), self.desk.session
        self.wanted[cue] = set(session.babies_to_log())
        self.named[cue] = session.carer_to_log()
        self.typed.presenter.type(session.catalog.cues[cue].name)
        self.typed.presenter.save()
        assert self.typed.state.text == ""

    @precondition(lambda self: self.desk.session.is_open)
    @rule(refused=st.booleans())
    def press_care(self, refused: bool) -> None:
        """What waits is saved for whom it was pressed, whoever is shown by then."""
        self.cared += self.desk.session.babies_to_log()
        choice = CareChoice(CareKind.NAPPY, "Nappy", "care-nappy")
        problem = DiaryLocked("It is in use.")
        if refused:
            with (
                mock.patch.object(Diary, "log_care", side_effect=problem),
                mock.patch.object(Diary, "log_care_all", side_effect=problem),
            ):
                self.care.log(choice)
        else:
            self.care.log(choice)

    @precondition(lambda self: self.desk.session.is_open)
    @rule()
    def paint_a_stroke(self) -> None:
        """Catch up is about the baby shown, whom its head names, also under "Both"."""
        cue, session = next(self.cues), self.desk.session
        self.catch_up.enter()
        assert session.baby is not None
        assert self.catch_up.state.mark == session.mark_of(session.baby.id)
        self.wanted[cue] = {session.baby.id}
        self.named[cue] = session.carer_to_log()
        self.catch_up.choose_cue(cue)
        self.catch_up.place(1)

    @precondition(lambda self: self.desk.session.is_open)
    @rule()
    def start_and_discard_a_timer(self) -> None:
        session = self.desk.session
        self.timers.toggle(TimerKind.CRYING)
        running = [each for each in everything(self.diary) if isinstance(each, Timer)]
        assert [each.baby for each in running] == ([] if session.together else list(session.babies_to_log()))
        for each in running:
            self.diary.discard_timer(each.id)

    @precondition(lambda self: self.desk.session.is_open)
    @rule()
    def read_all_entries(self) -> None:
        """What the Timeline shows changes nothing about whom presses are for."""
        before = self.desk.session.babies_to_log()
        self.desk.session.show_all_entries()
        assert self.desk.session.babies_to_log() == before

    @rule()
    def press_while_another_program_writes(self) -> None:
        with (
            mock.patch.object(Diary, "log", side_effect=DiaryLocked("It is in use.")),
            mock.patch.object(Diary, "log_all", side_effect=DiaryLocked("It is in use.")),
        ):
            self.note()

    @rule(place=st.sampled_from(range(len(BABIES))))
    def show(self, place: int) -> None:
        before = self.desk.session.babies_to_log() if self.desk.session.is_open else ()
        _ = self.desk.session.diary
        self.desk.session.show_baby(BABIES[place].id)
        if before and before != (BABIES[place].id,):
            assert self.desk.state.back_minutes == 0
            assert self.desk.state.saved is None

    @precondition(lambda self: self.desk.session.is_open)
    @rule()
    def show_all(self) -> None:
        self.desk.session.show_together()

    @rule(minutes=st.sampled_from([5, 15]))
    def choose_time(self, minutes: int) -> None:
        self.desk.presenter.choose_time(minutes)

    @rule(named=st.booleans())
    def say_who_is_noting(self, named: bool) -> None:
        self.desk.session.choose_carer(self.sam.id if named else None)

    @precondition(lambda self: self.desk.state.saved is not None)
    @rule()
    def add_to_the_strip(self) -> None:
        saved = self.desk.state.saved
        assert saved is not None
        assert saved.mark is not None
        assert saved.mark.name in saved.whose
        self.fed ^= {(saved.cue, saved.mark.id)}
        self.desk.presenter.toggle_response(FED)

    @precondition(lambda self: self.desk.state.saved is not None and self.desk.state.saved.turn is not None)
    @rule()
    def go_to_the_next_baby(self) -> None:
        saved = self.desk.state.saved
        assert saved is not None
        assert saved.turn is not None
        self.desk.presenter.turn_to(saved.turn[0])
        assert self.desk.state.saved is not None
        assert self.desk.state.saved.mark != saved.mark
        assert self.desk.state.saved.cue == saved.cue

    @rule()
    def try_again(self) -> None:
        self.desk.presenter.try_again()

    @invariant()
    def the_strip_is_about_a_baby_who_is_shown(self) -> None:
        if hasattr(self, "desk") and self.desk.state.saved is not None:
            mark = self.desk.state.saved.mark
            assert mark is not None
            assert mark.id in self.desk.session.babies_to_log()


Presses.TestCase.settings = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
)


@pytest.mark.usefixtures("qapp")
class TestPresses(Presses.TestCase):  # type: ignore[misc,valid-type]  # made by the library
    """Runs with a Qt application: sessions are Qt objects."""
