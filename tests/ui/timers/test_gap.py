"""Timers in the window: a long gap makes its line a question, and three of them fit every window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.timer import Timer
from bonddiary.store.database import Database
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.app import Places
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, moment, open_at, timer
from tests.ui.timers.hands import Time, buttons, do, entries, press, rows, settle, words


class TestAfterALongGap:
    def test_a_closed_lid_asks_when_it_stopped(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(minutes=20)
        shown.timers._presenter.look()
        clock.pass_by(hours=6, minutes=20)
        shown.timers._presenter.look()
        assert words(shown) == [
            "The crying timer has run 6 h 40 min. When did it stop? Bond Diary was last open yesterday 9:20pm."
        ]
        assert buttons(shown) == ["Now", "9:20pm", "Other…", "Still going", "Discard"]
        press(shown, "9:20pm")
        (saved,) = entries(shown)
        assert saved.length == timedelta(minutes=20)

    def test_it_may_still_go_on(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(hours=3)
        shown.timers._presenter.look()
        press(shown, "Still going")
        assert buttons(shown)[0] == "Stop"
        clock.pass_by(minutes=1)
        shown.timers._presenter.look()
        assert buttons(shown)[0] == "Stop"

    def test_another_time_is_typed_and_forgiven(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(hours=6)
        shown.timers._presenter.look()
        press(shown, "Other…")
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        for typed, said in (("soon", "Type a time"), ("8pm", "before the timer started")):
            line.setText(typed)
            QTest.keyClick(line, Qt.Key.Key_Return)
            settle()
            assert said in rows(shown)[0]._problem.text()
        line.setText("9:45pm")
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle()
        (saved,) = entries(shown)
        assert saved.length == timedelta(minutes=45)
        assert saved.about

    @pytest.mark.parametrize("size", [(360, 640), (1024, 600)])
    def test_the_line_for_it_is_in_view_where_room_is_short(
        self, shown: MainWindow, theme: Theme, clock: Time, size: tuple[int, int]
    ) -> None:
        theme.wear()
        shown.session.change_settings(text_size=200)
        shown.resize(*size)
        shown.bar.say("Something stands here too, in several lines of large words.")
        do(shown, "crying_timer")
        clock.pass_by(hours=6)
        shown.timers._presenter.look()
        settle()
        other = next(each for each in rows(shown)[0]._buttons() if each.text() == "Other…")
        other.setFocus()
        other.click()
        settle()
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        seen = shown.timers._scroll.viewport()
        assert seen.height() > line.height()
        at = line.mapTo(seen, line.rect().topLeft())
        assert at.y() >= 0
        assert at.y() + line.height() <= seen.height()
        assert shown.rect().contains(seen.mapTo(shown, seen.rect().bottomRight()))

    def test_escape_leaves_the_question(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(hours=6)
        shown.timers._presenter.look()
        press(shown, "Other…")
        line = QApplication.focusWidget()
        assert line is not None
        QTest.keyClick(line, Qt.Key.Key_Escape)
        settle()
        assert not line.isVisible()
        assert rows(shown)[0].isAncestorOf(QApplication.focusWidget())
        assert buttons(shown)[0] == "Now"

    def test_its_key_goes_to_the_question_and_stops_nothing(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(hours=6)
        shown.timers._presenter.look()
        do(shown, "crying_timer")
        assert len(shown.session.diary.all(Timer)) == 1
        focused = QApplication.focusWidget()
        assert isinstance(focused, QAbstractButton)
        assert focused.text() == "Now"

    def test_a_command_in_a_terminal_hides_no_gap(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(hours=6)
        other = open_at(shown.session.paths.diary)
        other.bring_in([moment()], "test")
        other.close()
        shown.session.look_for_other_writers()
        assert "When did it stop?" in words(shown)[0]


class TestAtTheStart:
    @pytest.mark.parametrize(
        ("ran", "asks"), [(timedelta(minutes=119), False), (timedelta(minutes=120), True)]
    )
    def test_a_timer_from_before_is_there_and_may_be_asked_about(
        self,
        qtbot: QtBot,
        session: Session,
        diary: Diary,
        window: MainWindow,
        ran: timedelta,
        asks: bool,
    ) -> None:
        start = NOW.shifted(-ran)
        diary.start_timer(timer(started=start, entered=start))
        with qtbot.waitSignal(window.painted):
            window.show()
        settle()
        assert ("When did it stop?" in words(window)[0]) is asks

    def test_closing_and_opening_offers_when_it_was_open_last(
        self, qtbot: QtBot, paths: Paths, catalog: Catalog, theme: Theme, clock: Time
    ) -> None:
        def opened() -> MainWindow:
            session = Session(
                paths, lambda: Diary(Database(paths.diary, 50), clock), catalog, clock,
                Settings(first_run_done=True, country="england"),
            )  # fmt: skip
            places = Places(session, theme)
            window = MainWindow(session, theme, places.factories())
            places.window = window
            qtbot.addWidget(window)
            window.show()
            session.open()
            settle()
            return window

        first = opened()
        first.commands.crying_timer()
        clock.pass_by(minutes=30)
        first.timers._presenter.look()
        first.close()
        clock.pass_by(hours=6)
        second = opened()
        assert words(second) == [
            "The crying timer has run 6 h 30 min. When did it stop? Bond Diary was last open yesterday 9:30pm."
        ]
        press(second, "9:30pm")
        assert not (paths.state / "timer-seen").exists()
        (saved,) = entries(second)
        assert saved.length == timedelta(minutes=30)
        second.close()

    def test_a_timer_that_comes_by_an_archive_is_shown(self, shown: MainWindow) -> None:
        assert shown._timers is None
        shown.session.diary.bring_in([timer()], "archive")
        settle()
        assert words(shown) == ["Crying since 8:40pm"]


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [(360, 640), (1024, 600), (1280, 800)])
def test_three_timers_fit_every_window(
    shown: MainWindow, theme: Theme, clock: Time, size: tuple[int, int], text: int
) -> None:
    theme.wear()
    shown.session.change_settings(text_size=text)
    shown.session.diary.bring_in([moment(at=NOW)], "test")
    for name in ("crying_timer", "feed_timer", "settling_timer"):
        do(shown, name)
    shown.resize(*size)
    settle()
    for asked in (False, True):
        if asked:
            clock.pass_by(hours=3)
            shown.timers._presenter.look()
            settle()
        assert len(rows(shown)) == 3
        assert shown.width() == size[0]
        for each in rows(shown):
            room = each.rect()
            parts = [*each._buttons(), *each.findChildren(QLabel)]
            for part in (part for part in parts if part.isVisible()):
                at = part.mapTo(each, part.rect().topLeft())
                assert room.contains(at)
                assert at.x() + part.width() <= room.width()
                assert at.y() + part.height() <= room.height()
            assert all(part.width() >= part.sizeHint().width() for part in each._buttons())
            assert each.width() <= shown.timers._scroll.viewport().width()
        assert shown.timers.height() <= size[1] * 0.5
