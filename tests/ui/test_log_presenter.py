"""What the Log page decides, without a window."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bonddiary.diary.diary import Diary
from bonddiary.diary.title import Verb
from bonddiary.domain.baby import Baby
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import CueKey, MomentId, OutcomeKey, ResponseKey, new_id
from bonddiary.domain.moment import Moment, Settle, SettleBin
from bonddiary.domain.period import Period
from bonddiary.domain.records import Record, ref_to
from bonddiary.domain.when import When
from bonddiary.system.settings import Settings
from bonddiary.ui.pages.log.about_baby import baby_line
from bonddiary.ui.pages.log.presenter import LogPresenter
from bonddiary.ui.pages.log.start import start_state
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.session import Session
from tests.builders import NOW, ROBIN, moment, moment_draft, open_at, when

ROOTING, YAWN = CueKey("rooting"), CueKey("yawning")
FED, HELD, NAPPY = map(ResponseKey, ("r-feed-responsive", "r-hold", "r-nappy"))
SETTLED, PARTLY = OutcomeKey("out-settled"), OutcomeKey("out-partly")
EVER = Period(date(2000, 1, 1), date(2100, 1, 1))


class Desk:
    """A presenter with all that it showed and said, and a clock that can be put forward."""

    def __init__(self, session: Session) -> None:
        self.shown: list[LogState] = []
        self.said: list[str] = []
        self.session = session
        self.now = NOW
        session.clock = lambda: self.now
        self.presenter = LogPresenter(
            session, start_state(session.catalog), self.shown.append, self.said.append
        )
        session.diary_changed.connect(self.presenter.on_change)
        session.baby_changed.connect(self.presenter.change_baby)

    @property
    def state(self) -> LogState:
        return self.presenter.state

    @property
    def moments(self) -> tuple[Moment, ...]:
        baby = self.session.baby
        return self.session.diary.moments(baby.id, EVER) if baby else ()

    def wait(self, **time: float) -> None:
        self.now = self.now.shifted(timedelta(**time))


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
    return made


def habits(diary: Diary, cue: str, count: int, at: When = NOW, **changes: Any) -> None:
    """Moments that make a cue likely."""
    made: list[Record] = [
        moment(cues=(CueKey(cue),), at=at.shifted(-timedelta(minutes=n)), **changes) for n in range(count)
    ]
    diary.bring_in(made, "test")


class TestPress:
    def test_one_press_saves_one_moment(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        (saved,) = desk.moments
        assert (saved.cues, saved.at, saved.entered, saved.about, saved.baby) == (
            (ROOTING,),
            NOW,
            NOW,
            False,
            ROBIN.id,
        )

    def test_it_is_in_the_file_at_once(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        other = open_at(desk.session.paths.diary)
        try:
            assert [each.cues for each in other.moments(ROBIN.id, EVER)] == [(ROOTING,)]
        finally:
            other.close()

    def test_saved_is_said_once_and_only_after_commit(self, desk: Desk) -> None:
        heard: list[tuple[int, int, bool]] = []
        desk.session.diary.listen(
            lambda _change: heard.append((len(desk.moments), len(desk.said), desk.state.saved is None))
        )
        desk.presenter.log(ROOTING)
        assert heard == [(1, 0, True)]
        assert desk.said == ["Saved. Rooting, 9pm. Control Z to undo."]
        assert desk.state.saved is not None
        assert desk.state.saved.title == "Rooting, 9pm"

    def test_two_presses_are_two_moments(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        desk.presenter.log(ROOTING)
        assert len({each.id for each in desk.moments}) == 2

    def test_shows_it_first_among_the_recent(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        desk.wait(minutes=1)
        desk.presenter.log(YAWN)
        assert [row.title for row in desk.state.recent] == ["Yawning", "Rooting"]
        assert desk.state.recent_title == "Tonight"

    def test_before_the_diary_is_open_it_is_the_baby_in_the_diary_who_gets_it(
        self, session: Session, diary: Diary, catalog: Catalog
    ) -> None:
        """The board can be pressed before the diary has been opened."""
        diary.add(ROBIN)
        closed = Session(session.paths, lambda: diary, catalog, session.clock, Settings(first_run_done=True))
        desk = Desk(closed)
        desk.presenter.log(ROOTING)
        assert diary.all(Baby) == (ROBIN,)
        assert [each.baby for each in diary.moments(ROBIN.id, EVER)] == [ROBIN.id]


class TestTime:
    def test_the_chip_returns_to_now_after_saving(self, desk: Desk) -> None:
        desk.presenter.choose_time(15)
        desk.presenter.log(ROOTING)
        assert desk.state.back_minutes == 0
        desk.presenter.log(YAWN)
        assert [(each.at, each.about) for each in desk.moments] == [
            (NOW.shifted(-timedelta(minutes=15)), False),
            (NOW, False),
        ]

    @pytest.mark.parametrize(
        ("minutes", "about"), [(0, False), (15, False), (29, False), (30, True), (90, True)]
    )
    def test_from_30_minutes_back_it_is_about_then(self, desk: Desk, minutes: int, about: bool) -> None:
        desk.presenter.ask_other_time()
        desk.presenter.type_time(str(minutes), 0)
        desk.presenter.log(ROOTING)
        assert desk.moments[0].about is about
        assert desk.state.saved is not None
        assert ("about" in desk.state.saved.title) is about

    def test_a_typed_time_is_for_one_moment(self, desk: Desk) -> None:
        desk.presenter.ask_other_time()
        desk.presenter.type_time("3:12am", 0)
        assert desk.state.other_time == "3:12am"
        desk.presenter.log(ROOTING)
        assert (desk.state.back_minutes, desk.state.other_time) == (0, "")
        desk.presenter.log(YAWN)
        assert [each.at for each in desk.moments] == [when("2026-11-16T03:12"), NOW]

    def test_what_cannot_be_read_is_said_beside_the_field(self, desk: Desk) -> None:
        desk.presenter.ask_other_time()
        desk.presenter.type_time("3:12am", 0)
        desk.presenter.type_time("3:75", 0)
        assert desk.state.time_problem.startswith("Type a time")
        assert desk.state.other_time == ""
        desk.presenter.choose_time(0)
        assert desk.state.time_problem == ""

    def test_a_chip_takes_the_place_of_a_typed_time(self, desk: Desk) -> None:
        desk.presenter.ask_other_time()
        desk.presenter.type_time("3:12am", 0)
        desk.presenter.choose_time(5)
        desk.presenter.log(ROOTING)
        assert desk.moments[0].at == NOW.shifted(-timedelta(minutes=5))

    @pytest.mark.parametrize(
        ("now", "title", "shown"),
        [
            ("2026-11-16T21:00", "Tonight", ["evening"]),
            ("2026-11-17T03:00", "Tonight", ["evening"]),
            ("2026-11-17T09:00", "Today", []),
            ("2026-11-16T19:00", "Today", ["evening", "morning"]),
        ],
    )
    def test_recent_is_tonight_or_today(self, desk: Desk, now: str, title: str, shown: list[str]) -> None:
        times = {"morning": "2026-11-16T09:00", "evening": "2026-11-16T18:30"}
        desk.session.diary.bring_in([moment(at=when(at), note=name) for name, at in times.items()], "test")
        desk.now = when(now)
        desk.presenter.refresh()
        assert (desk.state.recent_title, [row.note for row in desk.state.recent]) == (title, shown)


class TestStrip:
    @pytest.fixture(autouse=True)
    def pressed(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)

    def test_responses_are_numbered_in_the_order_pressed(self, desk: Desk) -> None:
        for key in (HELD, FED, NAPPY):
            desk.presenter.toggle_response(key)
        assert self.numbers(desk) == {HELD: 1, FED: 2, NAPPY: 3}
        desk.presenter.toggle_response(HELD)
        assert self.numbers(desk) == {FED: 1, NAPPY: 2}
        assert desk.moments[0].responses == (FED, NAPPY)

    def test_chips_stay_where_they_are_while_pressed(self, desk: Desk) -> None:
        assert desk.state.saved is not None
        before = [chip.key for chip in desk.state.saved.tried]
        for key in reversed(before):
            desk.presenter.toggle_response(key)
        assert [chip.key for chip in desk.state.saved.tried] == before

    def test_a_response_from_more_joins_the_chips(self, desk: Desk) -> None:
        assert desk.state.saved is not None
        chosen = desk.state.saved.more_tried[0].key
        desk.presenter.toggle_response(chosen)
        assert self.numbers(desk) == {chosen: 1}

    def test_the_same_outcome_again_takes_it_back(self, desk: Desk) -> None:
        desk.presenter.choose_outcome(SETTLED)
        assert desk.moments[0].outcome == SETTLED
        desk.presenter.choose_outcome(PARTLY)
        assert desk.moments[0].outcome == PARTLY
        assert desk.state.saved is not None
        assert [each.key for each in desk.state.saved.then if each.chosen] == [PARTLY]
        desk.presenter.choose_outcome(PARTLY)
        assert desk.moments[0].outcome is None

    def test_settle_note_and_private_are_kept(self, desk: Desk) -> None:
        desk.presenter.choose_settle(Settle.in_minutes(5))
        desk.presenter.write_note("  after the bath ", True)
        (saved,) = desk.moments
        assert (saved.settle, saved.note, saved.private) == (Settle.in_minutes(5), "after the bath", True)
        assert desk.state.saved is not None
        assert (desk.state.saved.settle, desk.state.saved.private) == ("5 min", True)
        assert desk.state.recent[0].note == "Private note"

    def test_settling_times_are_offered_in_the_catalogues_words(self, desk: Desk) -> None:
        assert desk.state.saved is not None
        offered = [words for words, _ in desk.state.saved.settle_choices]
        assert offered[:2] == ["2 min", "5 min"]
        assert offered[-3:] == ["Over an hour", "Not settled", "Not sure"]
        desk.presenter.choose_settle(Settle(SettleBin.OVER_60))
        assert desk.state.saved.settle == "over an hour"

    def test_writing_the_same_note_again_is_no_step(self, desk: Desk) -> None:
        desk.presenter.write_note("x", False)
        desk.presenter.write_note("x ", False)
        desk.presenter.undo()
        assert desk.moments[0].note == ""

    def test_undo_goes_back_step_by_step_and_closes_with_the_moment(self, desk: Desk) -> None:
        desk.presenter.toggle_response(FED)
        desk.presenter.choose_outcome(SETTLED)
        desk.presenter.undo()
        assert (desk.moments[0].outcome, desk.moments[0].responses) == (None, (FED,))
        desk.presenter.undo()
        assert self.numbers(desk) == {}  # and the strip is still there
        desk.presenter.undo()
        assert desk.state.saved is None
        assert desk.moments == ()
        assert desk.said[-1] == "Undone: log rooting."

    def test_undo_from_the_menu_closes_it_too(self, desk: Desk) -> None:
        desk.session.diary.undo()
        assert desk.state.saved is None
        desk.session.diary.redo()
        assert len(desk.moments) == 1

    def test_deleted_elsewhere_it_closes(self, desk: Desk) -> None:
        desk.session.diary.delete(ref_to(desk.moments[0]))
        assert desk.state.saved is None

    def test_edited_elsewhere_it_shows_that_and_keeps_it(self, desk: Desk) -> None:
        desk.session.diary.edit(replace(desk.moments[0], note="from the Timeline"))
        desk.presenter.choose_outcome(SETTLED)
        assert (desk.moments[0].note, desk.moments[0].outcome) == ("from the Timeline", SETTLED)

    def test_dismissed_the_moment_stays_saved(self, desk: Desk) -> None:
        desk.presenter.dismiss()
        desk.presenter.toggle_response(FED)
        assert desk.state.saved is None
        assert desk.moments[0].responses == ()

    def test_offers_what_is_used_most_after_this_cue_never_what_worked(self, desk: Desk) -> None:
        habits(desk.session.diary, "yawning", 3, responses=(ResponseKey("r-rock"),))
        habits(desk.session.diary, "yawning", 1, responses=(ResponseKey("r-sing"),), outcome=SETTLED)
        desk.presenter.log(YAWN)
        assert desk.state.saved is not None
        assert [chip.key for chip in desk.state.saved.tried][:2] == ["r-rock", "r-sing"]

    @staticmethod
    def numbers(desk: Desk) -> dict[str, int]:
        assert desk.state.saved is not None
        return {each.key: each.number for each in desk.state.saved.tried if each.number}


def test_baby_line_says_both_ages_of_a_baby_born_early() -> None:
    early = Baby(id=ROBIN.id, nickname="Robin", born=date(2026, 9, 20), due=date(2026, 11, 1))
    assert baby_line(early, NOW) == "Robin · 8 weeks · corrected 2 weeks"
    assert baby_line(Baby(id=ROBIN.id, due=date(2026, 12, 14)), NOW) == "Your baby · 36 weeks of pregnancy"
    assert baby_line(Baby(id=ROBIN.id), NOW) == "Your baby"


def test_a_diary_command_keeps_its_id(robin: Session) -> None:
    """What a retry leans on: the same id and content twice is one moment and one step."""
    kept = MomentId(new_id())
    for _ in range(2):
        robin.diary.log(moment_draft(), id=kept)
    assert len(robin.diary.moments(ROBIN.id, EVER)) == 1
    robin.diary.undo()
    title = robin.diary.undo_title()
    assert title is not None
    assert title.verb is Verb.ADD
