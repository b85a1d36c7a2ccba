"""The time of the moment in the strip: put right, refused where it can't be, doubted when the clock was set."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.when import When
from bonddiary.ui.models.entry_row import row_of
from bonddiary.ui.pages.log.clock_text import InFuture, near_time
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.log.presenter import LogPresenter
from bonddiary.ui.pages.log.start import start_state
from bonddiary.ui.session import Session
from tests.builders import NOW, when
from tests.ui.test_log_presenter import ROOTING, Desk
from tests.ui.test_log_strip import focused, rows, the_moment
from tests.ui.test_log_trouble import unwritable
from tests.ui.test_strip_cues import page as page

YESTERDAY = "That time is in the future. Did you mean yesterday?"


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
    made.presenter.log(ROOTING)
    return made


def question(desk: Desk) -> str:
    assert desk.state.saved is not None
    return desk.state.saved.question.words if desk.state.saved.question else ""


class TestNearTime:
    @pytest.mark.parametrize(
        ("text", "was", "now", "expected"),
        [
            ("8:55pm", "2026-11-16T21:00", "2026-11-16T21:00", "2026-11-16T20:55"),
            ("8:55", "2026-11-16T21:00", "2026-11-16T21:00", "2026-11-16T20:55"),
            ("11:50pm", "2026-11-17T00:10", "2026-11-17T00:15", "2026-11-16T23:50"),
            ("12:05am", "2026-11-16T23:50", "2026-11-17T08:00", "2026-11-17T00:05"),
            ("40 min", "2026-11-16T21:00", "2026-11-16T21:00", "2026-11-16T20:20"),
        ],
    )
    def test_is_the_one_nearest_to_what_it_was(self, text: str, was: str, now: str, expected: str) -> None:
        assert near_time(text, when(was), when(now)) == when(expected)

    def test_a_time_to_come_is_refused_with_the_last_that_was(self) -> None:
        with pytest.raises(InFuture) as told:
            near_time("11:55pm", NOW, NOW)
        assert (str(told.value), told.value.before) == (YESTERDAY, when("2026-11-15T23:55"))

    @pytest.mark.parametrize("text", ["soon", "25:00", "13pm"])
    def test_what_is_no_time_is_refused(self, text: str) -> None:
        with pytest.raises(InvalidEntry, match="Type a time such as"):
            near_time(text, NOW, NOW)


class TestPutRight:
    def test_some_minutes_earlier_by_one_press(self, desk: Desk) -> None:
        desk.presenter.move_time(5)
        desk.presenter.move_time(10)
        (saved,) = desk.moments
        assert saved.at == NOW.shifted(-timedelta(minutes=15))
        assert desk.state.saved is not None
        assert desk.state.saved.time == "8:45pm"
        assert desk.said[-1] == "Saved. Rooting, 8:45pm. Control Z to undo."

    def test_half_an_hour_back_it_is_a_remembered_time(self, desk: Desk) -> None:
        assert desk.presenter.type_moment_time("8:20pm")
        assert desk.moments[0].about
        assert desk.state.saved is not None
        assert desk.state.saved.title == "Rooting, about 8:20pm"
        assert desk.presenter.type_moment_time("8:55pm")
        assert not desk.moments[0].about

    def test_the_future_is_refused_and_yesterday_offered(self, desk: Desk) -> None:
        assert not desk.presenter.type_moment_time("11:55pm")
        assert desk.moments[0].at == NOW
        assert question(desk) == YESTERDAY
        desk.presenter.answer_question()
        assert desk.moments[0].at == when("2026-11-15T23:55")
        assert question(desk) == ""

    def test_a_start_after_its_end_is_refused(self, desk: Desk) -> None:
        desk.wait(minutes=30)
        desk.presenter.choose_length(10)
        assert not desk.presenter.type_moment_time("9:20pm")
        assert question(desk) == "The end is before the start. Change one of the two times."
        assert desk.moments[0].at == NOW

    def test_one_that_cannot_be_saved_waits(self, desk: Desk) -> None:
        with unwritable(desk.session.diary):
            desk.presenter.move_time(5)
            assert desk.state.problem.startswith("This change isn’t saved. ")
        desk.presenter.try_again()
        assert desk.moments[0].at == NOW.shifted(-timedelta(minutes=5))


class TestOnThePage:
    def open(self, page: LogPage) -> None:
        time = rows(page)._title.time
        assert (time.text(), time.accessibleName()) == ("9pm", "9pm, change the time")
        time.setFocus()
        QTest.keyClick(time, Qt.Key.Key_Return)

    def test_typed_with_keys_alone(self, page: LogPage, robin: Session) -> None:
        self.open(page)
        QTest.keyClicks(focused(), "8:50")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        QApplication.processEvents()
        assert the_moment(robin).at == when("2026-11-16T20:50")
        assert focused() is rows(page)._title.time
        assert rows(page)._title.time.text() == "8:50pm"

    def test_what_is_refused_stays_in_the_field(self, page: LogPage, robin: Session) -> None:
        self.open(page)
        field = focused()
        QTest.keyClicks(field, "11:55pm")
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert focused() is field
        assert field.text() == "11:55pm"  # type: ignore[attr-defined]  # it is a line
        bar = rows(page)._asides._bar
        assert bar.isVisible()
        (yes,) = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
        assert yes.text() == "Yesterday"
        yes.setFocus()
        QTest.keyClick(yes, Qt.Key.Key_Space)
        QApplication.processEvents()
        assert the_moment(robin).at == when("2026-11-15T23:55")
        assert focused().isVisible()

    def test_esc_closes_the_line_and_not_the_strip(self, page: LogPage) -> None:
        self.open(page)
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert page.presenter.state.saved is not None
        assert focused() is rows(page)._title.time


class TestClockThatWasSet:
    @pytest.fixture
    def desk(self, robin: Session) -> Desk:
        made = Desk(robin)
        self.seconds = 100.0
        made.presenter = LogPresenter(
            robin, start_state(robin.catalog), made.shown.append, made.said.append, lambda: self.seconds
        )
        made.presenter.enter()
        made.presenter.log(ROOTING)
        return made

    def wait(self, desk: Desk, clock: float, really: float) -> None:
        desk.wait(minutes=clock)
        self.seconds += really * 60

    def test_time_that_went_by_is_not_doubted(self, desk: Desk) -> None:
        assert question(desk) == ""
        self.wait(desk, clock=600, really=600)
        desk.presenter.log(ROOTING)
        assert question(desk) == ""

    def test_a_clock_put_forward_is_asked_about_and_the_moment_saved_all_the_same(self, desk: Desk) -> None:
        self.wait(desk, clock=66, really=6)
        desk.presenter.log(ROOTING)
        assert len(desk.moments) == 2
        assert question(desk) == "Your computer’s clock changed. Is 10:06pm right?"
        desk.presenter.answer_question()
        assert question(desk) == ""
        self.wait(desk, clock=1, really=1)
        desk.presenter.log(ROOTING)
        assert question(desk) == ""

    def test_a_clock_put_back_is_asked_about(self, desk: Desk) -> None:
        self.wait(desk, clock=-3, really=0.5)
        desk.presenter.log(ROOTING)
        assert question(desk) == "Your computer’s clock changed. Is 8:57pm right?"

    def test_the_next_press_takes_the_question_away(self, desk: Desk) -> None:
        self.wait(desk, clock=66, really=6)
        desk.presenter.log(ROOTING)
        desk.presenter.log(ROOTING)
        assert question(desk) == ""

    def test_a_press_that_waits_is_asked_about_once_it_is_saved(self, desk: Desk) -> None:
        self.wait(desk, clock=66, really=6)
        with unwritable(desk.session.diary):
            desk.presenter.log(ROOTING)
        desk.presenter.try_again()
        assert question(desk) == "Your computer’s clock changed. Is 10:06pm right?"


def test_a_zone_that_cannot_be_told_is_asked_about_once(robin: Session) -> None:
    robin.zone_is_known = lambda: False
    desk = Desk(robin)
    desk.presenter.log(ROOTING)
    assert question(desk) == "Your computer doesn’t say its time zone. Is 9pm right?"
    desk.presenter.log(ROOTING)
    assert question(desk) == ""


class TestClockChangeNight:
    """25 October 2026 in London: 2am becomes 1am again."""

    @pytest.mark.parametrize(("second", "words"), [(False, "1:30am (first)"), (True, "1:30am (second)")])
    def test_both_are_told_apart_in_the_strip_and_the_list(
        self, robin: Session, second: bool, words: str
    ) -> None:
        desk = Desk(robin)
        desk.now = when("2026-10-25T01:30", second=second)
        desk.presenter.log(ROOTING)
        assert desk.state.saved is not None
        assert desk.state.saved.time == words
        assert [row.time for row in desk.state.recent] == [words]

    def test_other_times_say_nothing_of_it(self, robin: Session) -> None:
        desk = Desk(robin)
        for text in ("2026-10-25T00:30", "2026-10-25T02:30", "2026-03-29T01:30", "2026-11-16T01:30"):
            desk.now = when(text)
            desk.presenter.log(ROOTING)
            assert "(" not in desk.said[-1]

    def test_a_zone_that_only_a_file_knows_is_no_trouble(self, robin: Session) -> None:
        desk = Desk(robin)
        desk.presenter.log(ROOTING)
        (saved,) = desk.moments
        odd = When(saved.at.utc, 0, "Mars/Olympus")
        row = row_of(replace(saved, at=odd), desk.presenter._cues.names)
        assert row.time == "9:00pm"


def test_the_question_is_a_line_with_two_answers(qtbot: QtBot, page: LogPage, robin: Session) -> None:
    robin.zone_is_known = lambda: False
    page.presenter._doubts._zone_asked = False
    page.presenter.log(ROOTING)
    QApplication.processEvents()
    bar = rows(page)._asides._bar
    shown = [each.text() for each in bar.findChildren(QPushButton) if each.isVisible()]
    assert shown == ["Yes", "Change time"]
    change = next(each for each in bar.findChildren(QPushButton) if each.text() == "Change time")
    change.setFocus()
    QTest.keyClick(change, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert not bar.isVisible()
    assert focused().accessibleName().startswith("Time, such as")
