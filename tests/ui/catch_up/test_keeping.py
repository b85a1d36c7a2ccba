"""Overlaps, day marks and another baby, without a window."""

from datetime import timedelta

import pytest

from bonddiary.diary.diary import Diary
from bonddiary.domain.care import CareEvent, DayMarkKind
from bonddiary.domain.errors import DiaryLocked
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.pages.catch_up.state import Field
from bonddiary.ui.session import Session
from tests.builders import ROBIN, cue_keys, moment_draft, when
from tests.ui.catch_up.made import at, entries, paint
from tests.ui.test_log_trouble import unwritable


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


class TestWaiting:
    def test_a_stroke_that_waits_is_saved_before_it_is_joined(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        paint(presenter, "sleep", "01:00", "03:00")
        with unwritable(robin.diary):
            paint(presenter, "sleep", "02:30", "04:00")
            presenter.join(presenter.state.overlaps[0].key)
            assert presenter.state.said
            assert len(entries(robin)) == 1
        presenter.join(presenter.state.overlaps[0].key)
        assert presenter.unsaved() == ""
        (one,) = entries(robin)
        assert one.until == when("2026-11-16T04:00")
        robin.diary.undo()
        assert len(entries(robin)) == 2, "what was painted is there still"

    def test_nothing_is_said_to_be_changed_that_is_not_saved(
        self, robin: Session, presenter: CatchUpPresenter, told: list[str]
    ) -> None:
        with unwritable(robin.diary):
            paint(presenter, "sleep", "01:00", "03:00")
            (row,) = presenter.state.rows
            presenter.type_cell(row.key, Field.TIME, "1:00 to 2:00am")
            assert not [words for words in told if words.startswith(("Saved", "Changed"))]
        presenter.try_again()
        assert entries(robin)[0].until == when("2026-11-16T02:00")

    def test_what_is_painted_before_the_diary_opens_is_the_baby_s_who_is_there(self, robin: Session) -> None:
        closed = True

        def opened() -> Diary:
            if closed:
                raise DiaryLocked("Another program holds the diary.")
            return robin.diary

        session = Session(robin.paths, opened, robin.catalog, robin.clock, robin.settings)
        made = CatchUpPresenter(session, lambda _state: None, lambda _words: None)
        made.enter()
        made.type_line("rooting 1:40am")
        closed = False
        made.try_again()
        assert made.unsaved() == ""
        assert [each.baby for each in entries(robin)] == [ROBIN.id]


class TestDayMarks:
    def test_in_an_empty_diary_it_is_one_step(self, session: Session) -> None:
        made = CatchUpPresenter(session, lambda _state: None, lambda _words: None)
        made.enter()
        made.mark(DayMarkKind.WHOLE_DAY, True)
        assert made.state.whole_day
        session.diary.undo()
        assert list(session.diary.records()) == []

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
