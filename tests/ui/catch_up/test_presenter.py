"""What Catch up decides, without a window: hours, painting, a typed line."""

from datetime import date, timedelta

import pytest

from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.pages.catch_up.state import EMPTY, Field
from bonddiary.ui.session import Session
from tests.builders import ROBIN, when
from tests.ui.catch_up.conftest import Wall
from tests.ui.catch_up.made import at, entries, paint


class TestHours:
    def test_in_the_morning_it_begins_with_last_night_and_names_whose(
        self, presenter: CatchUpPresenter
    ) -> None:
        assert (presenter.state.baby, presenter.state.title) == ("Robin", "last night, 8pm to 8am")
        assert presenter.state.empty == EMPTY
        assert presenter.state.here == "midnight, not logged"

    def test_in_the_afternoon_it_begins_with_today(self, robin: Session, wall: Wall) -> None:
        wall.now = when("2026-11-16T15:00")
        made = CatchUpPresenter(robin, lambda _state: None, lambda _words: None)
        made.enter()
        assert made.state.title == "today, Monday 16 November"
        assert made.state.past == 15 * 12

    def test_earlier_and_later_go_by_days_and_never_ahead(self, presenter: CatchUpPresenter) -> None:
        presenter.step(-1)
        assert presenter.state.title == "the night after Saturday 14 November, 8pm to 8am"
        presenter.step(1)
        presenter.step(1)
        assert presenter.state.title == "last night, 8pm to 8am"
        assert presenter.state.said == "There are no later hours yet."

    def test_the_day_of_a_night_and_back(self, presenter: CatchUpPresenter) -> None:
        presenter.show_hours(night=False)
        assert presenter.state.title == "yesterday, Sunday 15 November"
        presenter.step(1)
        presenter.show_hours(night=True)
        assert presenter.state.title == "last night, 8pm to 8am", "tonight hasn’t begun"

    def test_a_new_day_begins_anew_and_the_same_day_stays(
        self, presenter: CatchUpPresenter, wall: Wall
    ) -> None:
        presenter.step(-1)
        presenter.enter()
        assert presenter.state.title.startswith("the night after")
        wall.now = when("2026-11-17T09:00")
        presenter.enter()
        assert presenter.state.title == "last night, 8pm to 8am"
        assert presenter.state.hours.day == date(2026, 11, 16)

    def test_a_night_with_a_clock_change_says_so(self, robin: Session, wall: Wall) -> None:
        wall.now = when("2026-10-25T09:00")
        made = CatchUpPresenter(robin, lambda _state: None, lambda _words: None)
        made.enter()
        assert made.state.clocks == "The clocks change here. This night has 13 hours."
        made.choose("sleep")
        made.stretch(0, made.state.hours.steps)
        (sleep,) = list(robin.diary.care(ROBIN.id, Period(date(2026, 10, 24), date(2026, 10, 25))))
        assert sleep.length == timedelta(hours=13)


class TestPainting:
    def test_a_moment_is_saved_at_once_and_said(
        self, robin: Session, presenter: CatchUpPresenter, told: list[str]
    ) -> None:
        presenter.choose_number(1)
        presenter.place(at(presenter, "01:40"))
        (saved,) = entries(robin)
        assert isinstance(saved, Moment)
        assert (saved.at, saved.about, saved.until) == (when("2026-11-16T01:40"), True, None)
        assert told[-1] == f"Saved. {presenter.state.tools[0].name} 1:40am. Control Z to undo."

    def test_less_than_half_an_hour_ago_is_no_remembered_time(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        presenter.show_hours(night=False)
        presenter.step(1)
        presenter.choose("cue:rooting")
        presenter.place(at(presenter, "08:05"))
        presenter.place(at(presenter, "08:00"))
        assert [each.about for each in entries(robin)] == [True, False]

    @pytest.mark.parametrize(
        ("tool", "what"),
        [
            ("sleep", CareKind.SLEEP),
            ("feeding", CareKind.FEED),
            ("holding", CareKind.HOLDING),
            ("fussing", "cry-fuss"),
            ("crying", "state-crying"),
            ("calm", "state-quiet-alert"),
        ],
    )
    def test_stretches_are_what_diaries_ask_about(
        self, robin: Session, presenter: CatchUpPresenter, tool: str, what: str
    ) -> None:
        paint(presenter, tool, "01:00", "03:00")
        (saved,) = entries(robin)
        assert saved.length == timedelta(hours=2)
        assert what == (saved.kind if isinstance(saved, CareEvent) else saved.cues[0])

    def test_a_start_then_an_end_in_either_order(self, robin: Session, presenter: CatchUpPresenter) -> None:
        presenter.choose("sleep")
        presenter.place(at(presenter, "03:00"))
        assert presenter.state.hint == "Sleep from 3am. Now choose its end."
        assert not entries(robin)
        presenter.place(at(presenter, "03:00"))
        assert presenter.state.said == "Choose another time for the end."
        presenter.place(at(presenter, "01:00"))
        (saved,) = entries(robin)
        assert (saved.at, saved.until) == (when("2026-11-16T01:00"), when("2026-11-16T03:00"))
        assert presenter.state.anchor is None

    def test_a_start_can_be_given_up(self, robin: Session, presenter: CatchUpPresenter) -> None:
        presenter.choose("sleep")
        presenter.place(at(presenter, "03:00"))
        assert presenter.cancel()
        assert not presenter.cancel()
        assert not entries(robin)

    def test_nothing_in_the_future(self, robin: Session, presenter: CatchUpPresenter, wall: Wall) -> None:
        wall.now = when("2026-11-16T03:02")
        presenter.refresh()
        presenter.choose("cue:rooting")
        presenter.place(at(presenter, "03:05"))
        assert presenter.state.said == "That time is still to come. Choose an earlier one."
        presenter.choose("sleep")
        presenter.stretch(at(presenter, "02:00"), at(presenter, "06:00"))
        (saved,) = entries(robin)
        assert saved.until == when("2026-11-16T03:00"), "a drag ends where now is"
        presenter.point_at(at(presenter, "06:00"))
        assert presenter.state.cursor == at(presenter, "03:00")

    def test_something_is_to_be_chosen_first(self, presenter: CatchUpPresenter) -> None:
        presenter.place(at(presenter, "01:00"))
        assert presenter.state.said == "Choose what to note first."

    def test_one_undo_step_a_stroke(self, robin: Session, presenter: CatchUpPresenter) -> None:
        paint(presenter, "sleep", "01:00", "03:00")
        paint(presenter, "feeding", "03:00", "03:20")
        robin.diary.undo()
        assert [each.kind for each in entries(robin) if isinstance(each, CareEvent)] == [CareKind.SLEEP]
        robin.diary.undo()
        assert not entries(robin)

    def test_what_the_cursor_is_on_is_said_and_deleted_marks_first(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        paint(presenter, "sleep", "01:15", "03:00")
        presenter.choose("cue:rooting")
        presenter.place(at(presenter, "01:40"))
        assert presenter.state.here == "1:40am, rooting; sleep since 1:15am"
        presenter.delete_here()
        assert presenter.state.here == "1:40am, sleep since 1:15am"
        presenter.delete_here()
        assert not entries(robin)
        presenter.delete_here()
        assert presenter.state.said == "Nothing is noted here."

    def test_a_cue_from_more_joins_the_palette(self, presenter: CatchUpPresenter) -> None:
        presenter.choose_cue("hiccups")
        names = [tool.key for tool in presenter.state.tools]
        assert names[4] == "cue:hiccups"
        assert presenter.state.tool == "cue:hiccups"

    def test_a_cue_from_more_moves_no_number_key(self, presenter: CatchUpPresenter) -> None:
        def meant() -> list[str]:
            return [presenter.choose_number(number) or presenter.state.tool for number in range(1, 10)]

        before = meant()
        presenter.choose_cue("hiccups")
        assert meant() == before

    def test_a_cue_with_a_sign_shows_the_help_page_s_words(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        presenter.choose_cue("cry-inconsolable")
        presenter.place(at(presenter, "01:40"))
        assert presenter.state.care
        assert len(entries(robin)) == 1
        presenter.close_care()
        assert not presenter.state.care

    def test_what_cannot_be_saved_stays_on_the_ruler_and_is_saved_later(
        self, robin: Session, presenter: CatchUpPresenter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_args: object, **_named: object) -> None:
            raise DiskFull("The disk is full.")

        with monkeypatch.context() as patch:
            patch.setattr(robin.diary, "log", full)
            presenter.choose("cue:rooting")
            presenter.place(at(presenter, "01:40"))
            assert presenter.state.problem == "This isn’t saved yet. The disk is full."
            assert [row.cells[Field.TIME].text for row in presenter.state.rows] == ["1:40am"]
            assert presenter.unsaved() == "1 entry from catching up can’t be saved yet."
        assert not presenter.unsaved()
        assert len(entries(robin)) == 1
        assert not presenter.state.problem


class TestTypedLine:
    def test_a_line_says_what_and_when(self, robin: Session, presenter: CatchUpPresenter) -> None:
        for line in (
            "rooting 1:40am",
            "sleep 2:00 to 3:00am",
            "Feeding from 11pm to 11:20pm",
            "yawn at 9:20pm",
        ):
            assert presenter.type_line(line), line
        assert [(each.at.hour, each.length) for each in entries(robin)] == [
            (pytest.approx(21 + 1 / 3), None),
            (23.0, timedelta(minutes=20)),
            (pytest.approx(1 + 2 / 3), None),
            (2.0, timedelta(hours=1)),
        ]

    def test_the_time_may_stand_first(self, robin: Session, presenter: CatchUpPresenter) -> None:
        for line in (
            "1:40am rooting",
            "2:00 to 3:00am sleep",
            "from 11pm – 11:20 pm feeding",
            "at 9:20pm hands to mouth",
        ):
            assert presenter.type_line(line), line
        assert [(each.at.hour, each.length) for each in entries(robin)] == [
            (pytest.approx(21 + 1 / 3), None),
            (23.0, timedelta(minutes=20)),
            (pytest.approx(1 + 2 / 3), None),
            (2.0, timedelta(hours=1)),
        ]
        assert presenter.state.here.startswith("9:20pm, hands to mouth"), "what was typed last is said"
        assert [each.cues for each in entries(robin) if isinstance(each, Moment)] == [
            ("hand-to-mouth",),
            ("rooting",),
        ]

    def test_a_time_alone_takes_what_is_chosen_and_a_name_alone_chooses(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        assert not presenter.type_line("1:40am")
        assert presenter.type_line("hiccups")
        assert presenter.type_line("1:40am")
        assert [each.cues for each in entries(robin) if isinstance(each, Moment)] == [("hiccups",)]

    @pytest.mark.parametrize(
        "line",
        [
            "flbg 1:40am",
            "rooting 9:99",
            "1:40am flbg",
            "1:40am rooting 2am",
            "rooting 9am",
            "rooting 3am to 1am",
        ],
    )
    def test_what_is_not_understood_is_refused_in_words(
        self, robin: Session, presenter: CatchUpPresenter, line: str
    ) -> None:
        assert not presenter.type_line(line)
        assert presenter.state.said
        assert not entries(robin)
