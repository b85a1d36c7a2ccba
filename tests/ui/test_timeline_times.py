"""The time of an entry in the Timeline's editor, where clocks and calendars are odd."""

import time
from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bonddiary.domain.when import When
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import moment, when
from tests.ui.test_timeline_page import ROOTING, STEP, filled, opened, the_moment


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    made = filled(qtbot, robin, theme)
    made.activateWindow()
    return made


class TestOddTimes:
    @pytest.fixture
    def in_new_york(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        if not hasattr(time, "tzset"):
            pytest.skip("The zone of a running process can't be changed here.")
        with monkeypatch.context() as patch:
            patch.setenv("TZ", "America/New_York")
            time.tzset()
            yield
        time.tzset()

    @pytest.mark.usefixtures("in_new_york")
    @pytest.mark.parametrize("wall", ["2026-03-08T02:30", "2026-03-08T00:00", "2026-03-08T23:59"])
    def test_the_computers_own_clock_change_moves_nothing(
        self, page: TimelinePage, robin: Session, wall: str
    ) -> None:
        """Half past two isn't there in New York that night; the entry was noted in London."""
        noted = moment(at=when(wall))
        robin.diary.bring_in([noted], STEP)
        shown = opened(page, noted)
        assert shown._time.wall() == noted.at.wall
        for part in shown._time.parts:
            part.setFocus()
            QTest.keyClick(part, Qt.Key.Key_Return)
        assert the_moment(robin, noted).at == noted.at

    @pytest.mark.parametrize("second", [False, True])
    def test_minutes_change_within_the_pass_of_a_repeated_hour(
        self, page: TimelinePage, robin: Session, second: bool
    ) -> None:
        noted = moment(at=when("2026-10-25T01:30", second=second))
        robin.diary.bring_in([noted], STEP)
        shown = opened(page, noted)
        shown._time.show_wall(datetime(2026, 10, 25, 1, 40))
        shown._time.editingFinished.emit()
        assert the_moment(robin, noted).at == when("2026-10-25T01:40", second=second)
        shown._time.show_wall(datetime(2026, 10, 24, 1, 40))
        shown._time.editingFinished.emit()
        assert the_moment(robin, noted).at == when("2026-10-24T01:40")

    def test_out_of_the_second_pass_into_an_hour_that_is_left_out(
        self, page: TimelinePage, robin: Session
    ) -> None:
        noted = moment(at=when("2026-10-25T01:30", second=True))
        robin.diary.bring_in([noted], STEP)
        shown = opened(page, noted)
        shown._time.show_wall(datetime(2026, 3, 29, 1, 30))
        shown._time.editingFinished.emit()
        assert the_moment(robin, noted).at == When.from_wall(datetime(2026, 3, 29, 1, 30), "Europe/London")
        assert shown._time.wall().hour == 2

    @pytest.mark.parametrize("year", [1826, 1899, 2200, 9999])
    def test_a_year_that_no_diary_is_about_is_refused_in_words(
        self, page: TimelinePage, robin: Session, year: int
    ) -> None:
        shown = opened(page)
        day, _ = shown._time.parts
        day.setFocus()
        day.setDate(QDate(year, 12, 31))
        shown._note.setFocus()
        assert the_moment(robin) == ROOTING
        assert "year" in shown._problem.text()
        assert shown._time.wall() == ROOTING.at.wall

    def test_nor_by_any_other_way(self, page: TimelinePage, robin: Session) -> None:
        opened(page)
        page.presenter.edit(at=when("1826-11-16T20:00"))
        assert "year" in page.presenter.state.problem
        assert the_moment(robin) == ROOTING
