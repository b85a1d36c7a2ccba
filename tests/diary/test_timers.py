"""Timers: a row that stands still while they run, one step to stop, nothing lost on the way."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bonddiary.diary.diary import Diary
from bonddiary.diary.title import Title, Verb
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.errors import InvalidEntry, NotFound
from bonddiary.domain.ids import BabyId, CareId, MomentId, TimerId
from bonddiary.domain.moment import Moment, Settle, SettleBin
from bonddiary.domain.records import Kind, Ref, ref_to
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.domain.when import When
from tests.builders import NOW, ROBIN, care, everything, moment, open_at, timer, when, with_robin

ROOT = Path(__file__).parents[2]


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def ago(count: float) -> When:
    return NOW.shifted(-minutes(count))


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    made = with_robin(tmp_path / "diary.db")
    yield made
    made.close()


def moments(diary: Diary) -> list[Moment]:
    return [record for record in everything(diary) if isinstance(record, Moment)]


def stopped(diary: Diary, running: Timer, at: When | None = None) -> Moment | CareEvent:
    diary.start_timer(running)
    left = diary.stop_timer(running.id, at)
    assert isinstance(left, Moment | CareEvent)
    assert diary.get(ref_to(left)) == left
    assert diary.all(Timer) == ()
    return left


class TestStarting:
    def test_it_is_there_from_the_press_on(self, diary: Diary) -> None:
        running = timer()
        diary.start_timer(running)
        assert diary.all(Timer) == (running,)
        assert diary.undo() == Title(Verb.START, "crying")
        assert diary.all(Timer) == ()

    def test_a_retry_starts_no_second_one(self, diary: Diary) -> None:
        running = timer()
        for _ in range(2):
            diary.start_timer(running)
        assert diary.all(Timer) == (running,)

    def test_one_of_a_kind_runs_for_a_baby(self, diary: Diary) -> None:
        diary.start_timer(timer())
        with pytest.raises(InvalidEntry, match="A crying timer is running already"):
            diary.start_timer(timer())
        diary.start_timer(timer(TimerKind.FEED))
        assert len(diary.all(Timer)) == 2

    def test_two_programs_at_once_start_one(self, diary: Diary) -> None:
        diary.start_timer(timer())
        with pytest.raises(InvalidEntry):
            diary.bring_in([timer()], "another program")
        assert len(diary.all(Timer)) == 1

    def test_three_run_at_most_for_all_babies_together(self, diary: Diary) -> None:
        twin = replace(ROBIN, id=BabyId("01a1e000-0000-7000-8000-000000000002"), nickname="Wren")
        diary.add(twin)
        diary.start_timer(timer(), baby=None)
        diary.start_timer(timer(baby=twin.id))
        diary.start_timer(timer(TimerKind.FEED))
        with pytest.raises(InvalidEntry, match="Three timers are running already"):
            diary.start_timer(timer(TimerKind.FEED, baby=twin.id))
        assert len(diary.all(Timer)) == 3

    def test_the_first_press_of_all_adds_the_baby_too(self, tmp_path: Path) -> None:
        diary = open_at(tmp_path / "new.db")
        running = timer()
        diary.start_timer(running, baby=ROBIN)
        assert everything(diary) == (ROBIN, running)
        diary.undo()
        assert everything(diary) == ()
        diary.close()

    def test_none_starts_in_the_future(self, diary: Diary) -> None:
        with pytest.raises(InvalidEntry, match="future"):
            diary.start_timer(timer(started=ago(-1)))

    def test_a_baby_with_a_timer_stays(self, diary: Diary) -> None:
        diary.start_timer(timer())
        with pytest.raises(InvalidEntry, match="belong to it"):
            diary.remove(ref_to(ROBIN))


class TestItStartedEarlier:
    @pytest.mark.parametrize("earlier", [5, 10, 15])
    def test_the_start_goes_back(self, diary: Diary, earlier: int) -> None:
        running = timer()
        diary.start_timer(running)
        moved = diary.move_timer_start(running.id, minutes(earlier))
        assert moved == replace(running, started=running.started.shifted(-minutes(earlier)))
        assert diary.all(Timer) == (moved,)
        assert diary.undo() == Title(Verb.MOVE, "crying")
        assert diary.all(Timer) == (running,)

    def test_never_past_now(self, diary: Diary) -> None:
        running = timer()
        diary.start_timer(running)
        diary.move_timer_start(running.id, -minutes(20))
        with pytest.raises(InvalidEntry, match="future"):
            diary.move_timer_start(running.id, -minutes(1))
        assert diary.all(Timer)[0].started == NOW


class TestStopping:
    def test_crying_becomes_a_moment_with_its_length(self, diary: Diary) -> None:
        left = stopped(diary, timer())
        assert isinstance(left, Moment)
        assert (left.cues, left.at, left.until) == (("cry-fuss",), ago(20), NOW)
        assert (left.entered, left.about) == (NOW, False)

    def test_it_is_one_step_to_undo_and_to_do_again(self, diary: Diary) -> None:
        running = timer()
        left = stopped(diary, running)
        assert diary.undo() == Title(Verb.STOP, "crying")
        assert everything(diary) == (ROBIN, running)
        diary.redo()
        assert everything(diary) == (ROBIN, left)

    def test_it_keeps_the_cue_it_was_started_from(self, diary: Diary) -> None:
        left = stopped(diary, timer(cue="cry-rising"))
        assert isinstance(left, Moment)
        assert left.cues == ("cry-rising",)

    def test_crying_that_a_moment_tells_of_gives_it_its_length(self, diary: Diary) -> None:
        there = moment(at=ago(18), note="By the window.")
        diary.bring_in([there], "test")
        left = stopped(diary, timer(moment=there.id))
        assert left == replace(there, at=ago(20), until=NOW)
        assert len(moments(diary)) == 1

    def test_a_moment_that_was_set_back_further_keeps_its_start(self, diary: Diary) -> None:
        there = moment(at=ago(45))
        diary.bring_in([there], "test")
        assert stopped(diary, timer(moment=there.id)).at == ago(45)

    @pytest.mark.parametrize("gone", [False, True])
    def test_without_its_moment_it_becomes_one_of_its_own(self, diary: Diary, gone: bool) -> None:
        there = moment()
        diary.bring_in([there], "test")
        diary.undo() if gone else diary.delete(ref_to(there))
        left = stopped(diary, timer(moment=there.id, cue="cry-rising"))
        assert isinstance(left, Moment)
        assert left.id != there.id
        assert left.cues == ("cry-rising",)

    def test_a_feed_becomes_a_care_event(self, diary: Diary) -> None:
        left = stopped(diary, timer(TimerKind.FEED))
        assert isinstance(left, CareEvent)
        assert (left.kind, left.at, left.until) == (CareKind.FEED, ago(20), NOW)

    def test_a_feed_that_was_noted_gets_its_end(self, diary: Diary) -> None:
        there = care(at=ago(20), until=None, note="Slow flow.")
        diary.bring_in([there], "test")
        assert stopped(diary, timer(TimerKind.FEED, care=there.id)) == replace(there, until=NOW)

    def test_settling_becomes_the_moments_time_to_settle(self, diary: Diary) -> None:
        there = moment(at=ago(25))
        diary.bring_in([there], "test")
        left = stopped(diary, timer(TimerKind.SETTLING, moment=there.id))
        assert left == replace(there, settle=Settle(SettleBin.FROM_15, 20))

    @pytest.mark.parametrize("named", [None, MomentId("gone")])
    def test_settling_of_a_moment_that_is_gone_says_so_and_goes_on(
        self, diary: Diary, named: MomentId | None
    ) -> None:
        running = timer(TimerKind.SETTLING, moment=named)
        diary.start_timer(running)
        with pytest.raises(InvalidEntry, match="Discard"):
            diary.stop_timer(running.id)
        assert diary.all(Timer) == (running,)

    def test_settling_for_more_than_a_day_asks_for_another_end(self, diary: Diary) -> None:
        there = moment(at=ago(2000))
        running = timer(TimerKind.SETTLING, moment=there.id, started=ago(2000))
        diary.bring_in([there, running], "test")
        with pytest.raises(InvalidEntry, match="24 hours"):
            diary.stop_timer(running.id)
        assert diary.stop_timer(running.id, ago(1990)) == replace(there, settle=Settle.in_minutes(10))

    @pytest.mark.parametrize(("seconds", "long"), [(0, False), (9, False), (10, True)])
    @pytest.mark.parametrize("kind", [TimerKind.CRYING, TimerKind.FEED])
    def test_pressed_twice_says_that_it_happened_not_how_long(
        self, diary: Diary, kind: TimerKind, seconds: int, long: bool
    ) -> None:
        start = NOW.shifted(-timedelta(seconds=seconds))
        left = stopped(diary, timer(kind, started=start, entered=start))
        assert (left.at, left.until) == (start, NOW if long else None)

    def test_settling_pressed_twice_leaves_the_moment_as_it_is(self, diary: Diary) -> None:
        there, running = moment(), timer(TimerKind.SETTLING, started=NOW)
        running = replace(running, moment=there.id)
        diary.bring_in([there, running], "test")
        assert diary.stop_timer(running.id) is None
        assert everything(diary) == (ROBIN, there)

    def test_it_may_have_stopped_before_now(self, diary: Diary) -> None:
        left = stopped(diary, timer(), ago(10))
        assert (left.until, left.about) == (ago(10), False)

    @pytest.mark.parametrize(
        ("running", "at"),
        [(timer(started=ago(50), entered=ago(20)), NOW), (timer(started=ago(90), entered=ago(90)), ago(40))],
    )
    def test_a_start_or_end_set_back_far_is_remembered(self, diary: Diary, running: Timer, at: When) -> None:
        assert stopped(diary, running, at).about

    @pytest.mark.parametrize(("at", "said"), [(ago(-1), "future"), (ago(21), "before the timer started")])
    def test_what_can_t_be_true_is_said_and_the_timer_runs_on(
        self, diary: Diary, at: When, said: str
    ) -> None:
        running = timer()
        diary.start_timer(running)
        with pytest.raises(InvalidEntry, match=said):
            diary.stop_timer(running.id, at)
        assert everything(diary) == (ROBIN, running)

    def test_what_it_belongs_to_can_be_taken_back_meanwhile(self, diary: Diary) -> None:
        there = care(id=CareId("01a1e000-0000-7000-8000-00000000000c"))
        diary.start_timer(timer(TimerKind.FEED, care=there.id))
        diary.bring_in([there], "test")
        diary.undo()
        assert diary.existing([ref_to(there)]) == frozenset()
        assert len(diary.all(Timer)) == 1


class TestDiscarding:
    def test_it_leaves_nothing_and_can_be_undone(self, diary: Diary) -> None:
        running = timer()
        diary.start_timer(running)
        diary.discard_timer(running.id)
        assert everything(diary) == (ROBIN,)
        assert diary.undo() == Title(Verb.DISCARD, "crying")
        assert everything(diary) == (ROBIN, running)

    def test_one_that_is_gone_is_not_found(self, diary: Diary) -> None:
        gone = TimerId("gone")
        for act in (
            diary.discard_timer,
            diary.stop_timer,
            lambda id: diary.move_timer_start(id, minutes(5)),
        ):
            with pytest.raises(NotFound):
                act(gone)
        assert not diary.existing([Ref(Kind.TIMER, gone)])


STARTED = """
import sys, time
from pathlib import Path
from tests.builders import ROBIN, open_at, timer
diary = open_at(Path(sys.argv[1]))
diary.start_timer(timer(), baby=ROBIN)
print("runs", flush=True)
time.sleep(60)
"""


def test_a_kill_loses_no_timer(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    command = [sys.executable, "-c", STARTED, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "runs\n"
        process.kill()
    assert process.returncode != 0
    diary = open_at(path)
    running = diary.all(Timer)
    assert [(one.kind, one.started) for one in running] == [(TimerKind.CRYING, when("2026-11-16T20:40"))]
    left = diary.stop_timer(running[0].id)
    assert isinstance(left, Moment)
    assert left.length == minutes(20)
    diary.close()
