"""What Catch up decides, without a window."""

from datetime import date, timedelta

import pytest

from bonddiary.domain.care import CareEvent, CareKind, DayMarkKind
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.pages.catch_up.state import EMPTY, Field
from bonddiary.ui.session import Session
from tests.builders import ROBIN, care_draft, cue_keys, moment_draft, when
from tests.ui.catch_up.conftest import Wall

NIGHTS = Period(date(2026, 11, 1), date(2026, 11, 30))


def entries(session: Session) -> list[Moment | CareEvent]:
    found = [*session.diary.moments(ROBIN.id, NIGHTS), *session.diary.care(ROBIN.id, NIGHTS)]
    return sorted(found, key=lambda each: each.at.utc)


def at(presenter: CatchUpPresenter, text: str) -> int:
    """The step at a time such as 01:40."""
    days = ("2026-11-15", "2026-11-16") if presenter.state.hours.night else ("2026-11-16",)
    steps = [presenter.state.hours.step_of(when(f"{day}T{text}")) for day in days]
    return int(next(step for step in steps if 0 <= step <= presenter.state.hours.steps))


def paint(presenter: CatchUpPresenter, tool: str, start: str, end: str) -> None:
    presenter.choose(tool)
    presenter.stretch(at(presenter, start), at(presenter, end))


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
            assert presenter.unsaved() == "1 entry in Catch up can’t be saved yet."
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

    def test_a_time_alone_takes_what_is_chosen_and_a_name_alone_chooses(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        assert not presenter.type_line("1:40am")
        assert presenter.type_line("hiccups")
        assert presenter.type_line("1:40am")
        assert [each.cues for each in entries(robin) if isinstance(each, Moment)] == [("hiccups",)]

    @pytest.mark.parametrize("line", ["flbg 1:40am", "rooting 9:99", "rooting 9am", "rooting 3am to 1am"])
    def test_what_is_not_understood_is_refused_in_words(
        self, robin: Session, presenter: CatchUpPresenter, line: str
    ) -> None:
        assert not presenter.type_line(line)
        assert presenter.state.said
        assert not entries(robin)


class TestTable:
    @pytest.fixture
    def row(self, robin: Session, presenter: CatchUpPresenter) -> str:
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40")))
        presenter.refresh()
        return presenter.state.rows[0].key

    def test_each_cell_changes_the_entry(self, robin: Session, presenter: CatchUpPresenter, row: str) -> None:
        for field, text in (
            (Field.TIME, "1:50am"),
            (Field.WHAT, "Yawning, rooting"),
            (Field.TRIED, "fed, then rocked"),
            (Field.THEN, "Settled"),
            (Field.IN, "25 min"),
            (Field.NOTE, "by the window"),
        ):
            presenter.type_cell(row, field, text)
        (saved,) = robin.diary.moments(ROBIN.id, NIGHTS)
        assert saved.at == when("2026-11-16T01:50")
        assert saved.cues == cue_keys("yawning", "rooting")
        assert saved.responses[0] == "r-feed-responsive"
        assert (len(saved.responses), saved.outcome, saved.note) == (2, "out-settled", "by the window")
        assert saved.settle is not None
        assert saved.settle.minutes == 25
        assert [cell.text for cell in presenter.state.rows[0].cells][:2] == ["1:50am", "Yawning and rooting"]
        for _ in range(6):
            robin.diary.undo()
        assert robin.diary.moments(ROBIN.id, NIGHTS)[0].at == when("2026-11-16T01:40")

    @pytest.mark.parametrize(
        ("field", "text"),
        [
            (Field.TIME, "9am"),
            (Field.TIME, "3:00 to 1:00am"),
            (Field.WHAT, "flbg"),
            (Field.WHAT, ""),
            (Field.TRIED, "flbg"),
            (Field.IN, "soon"),
            (Field.IN, "2000"),
        ],
    )
    def test_what_cannot_be_is_refused_in_the_cell_and_stays_there(
        self, robin: Session, presenter: CatchUpPresenter, row: str, field: Field, text: str
    ) -> None:
        before = entries(robin)
        presenter.type_cell(row, field, text)
        cell = presenter.state.rows[0].cells[field]
        assert cell.text == text
        assert cell.problem
        assert entries(robin) == before
        presenter.refresh()
        assert presenter.state.rows[0].cells[field] == cell
        assert presenter.unsaved() == "A row in Catch up isn’t finished. What is typed there isn’t saved."

    def test_a_future_end_is_refused(self, robin: Session, presenter: CatchUpPresenter, wall: Wall) -> None:
        robin.diary.log_care(
            care_draft(kind=CareKind.SLEEP, at=when("2026-11-16T01:00"), until=when("2026-11-16T03:00"))
        )
        wall.now = when("2026-11-16T03:30")
        presenter.refresh()
        presenter.type_cell(presenter.state.rows[0].key, Field.TIME, "2:00am")
        assert presenter.state.rows[0].cells[Field.TIME].problem.startswith("Its end would be in the future.")

    def test_another_start_keeps_the_length(self, robin: Session, presenter: CatchUpPresenter) -> None:
        paint(presenter, "sleep", "01:00", "03:00")
        presenter.type_cell(presenter.state.rows[0].key, Field.TIME, "1:30am")
        assert presenter.state.rows[0].cells[Field.TIME].text == "1:30 to 3:30am"

    def test_a_private_note_is_not_shown_and_not_typed_over(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40"), note="between us", private=True))
        presenter.refresh()
        cell = presenter.state.rows[0].cells[Field.NOTE]
        assert (cell.text, cell.editable) == ("Private note", False)

    def test_a_new_row_is_saved_once_it_says_what_and_when(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        presenter.add_row()
        presenter.type_cell("", Field.NOTE, "half asleep")
        presenter.type_cell("", Field.WHAT, "sleep")
        assert not entries(robin)
        presenter.type_cell("", Field.TIME, "3am to 1am")
        assert presenter.state.rows[0].cells[Field.TIME].problem
        assert presenter.state.rows[0].cells[Field.WHAT].text == "sleep"
        presenter.type_cell("", Field.TIME, "1am to 3am")
        (saved,) = entries(robin)
        assert isinstance(saved, CareEvent)
        assert (saved.kind, saved.length, saved.note) == (CareKind.SLEEP, timedelta(hours=2), "half asleep")
        assert [row.key for row in presenter.state.rows] == [saved.id]

    def test_rows_are_deleted_and_a_new_one_given_up(
        self, robin: Session, presenter: CatchUpPresenter, row: str
    ) -> None:
        presenter.delete(row)
        assert not entries(robin)
        presenter.add_row()
        presenter.delete("")
        assert not presenter.state.rows


class TestOverlaps:
    @pytest.fixture
    def sleeps(self, presenter: CatchUpPresenter) -> CatchUpPresenter:
        paint(presenter, "sleep", "01:00", "03:00")
        paint(presenter, "sleep", "02:30", "04:00")
        return presenter

    def test_both_are_kept_and_named(self, robin: Session, sleeps: CatchUpPresenter) -> None:
        (line,) = sleeps.state.overlaps
        assert line.words == "These overlap: sleep 1:00 to 3:00am and sleep 2:30 to 4:00am"
        assert len(entries(robin)) == 2
        assert {piece.level for piece in sleeps.state.ruled.pieces} == {0, 1}

    def test_join_is_one_step_and_the_other_is_recently_deleted(
        self, robin: Session, sleeps: CatchUpPresenter
    ) -> None:
        second = entries(robin)[1]
        sleeps.join(sleeps.state.overlaps[0].key)
        (one,) = entries(robin)
        assert (one.at, one.until) == (when("2026-11-16T01:00"), when("2026-11-16T04:00"))
        gone = next(each for each in robin.diary.records() if getattr(each, "id", "") == second.id)
        assert isinstance(gone, CareEvent)
        assert gone.deleted is not None
        robin.diary.undo()
        assert len(entries(robin)) == 2

    def test_trim_cuts_what_was_painted_last(self, robin: Session, sleeps: CatchUpPresenter) -> None:
        sleeps.trim(sleeps.state.overlaps[0].key)
        assert [(each.at.hour, each.until.hour) for each in entries(robin) if each.until] == [
            (1.0, 3.0),
            (3.0, 4.0),
        ]
        assert not sleeps.state.overlaps
        robin.diary.undo()
        assert entries(robin)[1].at == when("2026-11-16T02:30")

    def test_leave_is_remembered_for_this_visit(self, sleeps: CatchUpPresenter) -> None:
        sleeps.leave(sleeps.state.overlaps[0].key)
        sleeps.refresh()
        assert not sleeps.state.overlaps
        sleeps.enter()
        assert sleeps.state.overlaps

    def test_crying_in_a_sleep_is_not_joined_and_trim_keeps_both(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        paint(presenter, "sleep", "01:00", "03:00")
        paint(presenter, "crying", "02:00", "02:20")
        (line,) = presenter.state.overlaps
        assert (line.joinable, line.trimmable) == (False, True)
        presenter.join(line.key)
        assert len(entries(robin)) == 2
        presenter.trim(line.key)
        assert [each.length for each in entries(robin)] == [
            timedelta(hours=1), timedelta(minutes=20), timedelta(minutes=40),
        ]  # fmt: skip


class TestDayMarks:
    def test_off_at_first_and_one_press_each(self, robin: Session, presenter: CatchUpPresenter) -> None:
        assert not presenter.state.whole_day
        assert presenter.state.whole_words == "I logged the whole day for Sunday 15 November"
        presenter.mark(DayMarkKind.WHOLE_DAY, True)
        assert presenter.state.whole_day
        assert not any(start < 48 for start, _ in presenter.state.ruled.gaps), "no hatching till midnight"
        presenter.mark(DayMarkKind.WHOLE_DAY, False)
        assert not presenter.state.whole_day

    def test_no_crying_seen_is_not_said_beside_crying(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        robin.diary.log(moment_draft(cues=cue_keys("state-crying"), at=when("2026-11-15T22:00")))
        presenter.refresh()
        presenter.mark(DayMarkKind.NO_CRYING, True)
        assert not presenter.state.no_crying
        assert (
            presenter.state.no_crying_problem
            == "Crying is noted on Sunday 15 November, at 10pm. Nothing was changed."
        )

    def test_crying_noted_later_changes_nothing_by_itself(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        presenter.mark(DayMarkKind.NO_CRYING, True)
        paint(presenter, "crying", "22:00", "22:20")
        assert presenter.state.no_crying
        assert presenter.state.no_crying_problem.startswith(
            "“No crying seen” is on, and crying is noted at 10pm."
        )
        presenter.mark(DayMarkKind.NO_CRYING, False)
        assert not presenter.state.no_crying_problem


def test_another_baby_takes_nothing_over(robin: Session, presenter: CatchUpPresenter) -> None:
    presenter.choose("sleep")
    presenter.place(at(presenter, "01:00"))
    presenter.add_row()
    presenter.change_baby()
    presenter.enter()
    assert (presenter.state.tool, presenter.state.anchor, presenter.state.rows) == ("", None, ())
