"""Timers in the window: a line above the page on every screen, a question after a long gap, nothing that counts."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment
from bonddiary.domain.timer import Timer
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW, moment
from tests.ui.timers.hands import Time, buttons, chosen, do, entries, press, rows, settle, words


class TestRunning:
    def test_without_a_timer_there_is_no_strip(self, shown: MainWindow) -> None:
        assert shown._timers is None

    def test_a_key_starts_crying_and_every_screen_says_so(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        assert shown._actions["crying_timer"].shortcut().toString() == "Ctrl+T"
        for place in Place:
            shown.go(place)
            settle()
            assert words(shown) == ["Crying since 9pm"]
            assert "Crying" not in shown.windowTitle()
        assert buttons(shown) == ["Stop", "−5 min", "−10 min", "−15 min", "Discard"]
        assert len(shown.session.diary.all(Timer)) == 1

    def test_the_same_key_stops_it_and_says_what_is_saved(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(minutes=20)
        do(shown, "crying_timer")
        assert words(shown) == []
        (saved,) = entries(shown)
        assert isinstance(saved, Moment)
        assert (saved.at, saved.until) == (NOW, clock.now)
        assert shown._done.text() == "Saved. Crying, 20 min."

    def test_what_it_became_is_in_the_strip_for_what_came_next(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(minutes=20)
        press(shown, "Stop")
        page = shown.page(Place.LOG)
        settled = [each for each in page.findChildren(QAbstractButton) if each.text() == "Settled"]
        QTest.mouseClick(settled[-1], Qt.MouseButton.LeftButton)
        settle()
        (saved,) = entries(shown)
        assert isinstance(saved, Moment)
        assert saved.outcome == "out-settled"

    def test_a_note_that_is_half_typed_stays_with_its_moment(self, shown: MainWindow, clock: Time) -> None:
        page = shown.page(Place.LOG)
        next(each for each in page.findChildren(CueTile) if each.accessibleName() == "Yawning").click()
        settle()
        do(shown, "crying_timer")
        clock.pass_by(minutes=2)
        next(each for each in page.findChildren(QPushButton) if each.text() == "Add note").click()
        QTest.keyClicks(QApplication.focusWidget(), "By the window")
        do(shown, "crying_timer")
        notes = {each.note: each.until for each in entries(shown)}
        assert notes == {"By the window": None, "": clock.now}

    def test_nothing_counts_along(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        for minutes in (1, 30, 60):
            clock.pass_by(minutes=minutes)
            shown.timers._presenter.look()
            assert words(shown) == ["Crying since 9pm"]
        assert shown.timers._minute.interval() == 60_000
        clock.pass_by(hours=1, minutes=50)
        shown.timers._presenter.look()
        assert words(shown) == ["Crying since yesterday 9pm"]
        assert buttons(shown)[0] == "Stop"

    @pytest.mark.parametrize("minutes", [5, 10, 15])
    def test_it_started_earlier(self, shown: MainWindow, minutes: int) -> None:
        do(shown, "crying_timer")
        press(shown, f"−{minutes} min")
        assert words(shown) == [f"Crying since 8:{60 - minutes}pm"]
        do(shown, "undo")
        assert words(shown) == ["Crying since 9pm"]

    def test_the_keyboard_stays_on_the_button_it_pressed(self, shown: MainWindow) -> None:
        do(shown, "crying_timer")
        back = next(each for each in rows(shown)[0]._buttons() if each.text() == "−5 min")
        back.setFocus()
        for _ in range(2):
            QTest.keyClick(back, Qt.Key.Key_Return)
            settle()
        assert QApplication.focusWidget() is back
        assert words(shown) == ["Crying since 8:50pm"]

    def test_discard_leaves_nothing_and_undo_brings_it_back(self, shown: MainWindow) -> None:
        do(shown, "crying_timer")
        press(shown, "Discard")
        assert (words(shown), entries(shown)) == ([], [])
        do(shown, "undo")
        assert words(shown) == ["Crying since 9pm"]
        do(shown, "undo")
        assert words(shown) == []

    def test_the_keyboard_goes_on_where_there_is_something(self, shown: MainWindow) -> None:
        do(shown, "crying_timer")
        rows(shown)[0]._buttons()[0].setFocus()
        press(shown, "Stop")
        focused = QApplication.focusWidget()
        assert focused is not None
        assert shown.page(Place.LOG).isAncestorOf(focused)

    def test_f6_and_tab_reach_it(self, shown: MainWindow) -> None:
        do(shown, "crying_timer")
        shown._navigation.setFocus()
        QTest.keyClick(shown, Qt.Key.Key_F6)
        seen = []
        for _ in range(40):
            focused = QApplication.focusWidget()
            assert focused is not None
            seen.append(focused)
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        texts = [each.text() for each in seen if isinstance(each, QAbstractButton)]
        assert "Stop" in texts
        assert texts.index("Discard") - texts.index("Stop") == 4
        shown.step_region(1)

    def test_every_button_says_what_it_is_about(self, shown: MainWindow) -> None:
        for name in ("crying_timer", "feed_timer"):
            do(shown, name)
        spoken = [part.accessibleName() for each in rows(shown) for part in each._buttons()]
        assert len(set(spoken)) == 10
        assert "−5 min: the feed timer started earlier" in spoken
        assert all(
            part.accessibleName().startswith(part.text()) for each in rows(shown) for part in each._buttons()
        )


class TestKinds:
    def test_a_feed_becomes_a_feed(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "feed_timer")
        clock.pass_by(minutes=12)
        press(shown, "Stop")
        (saved,) = entries(shown)
        assert isinstance(saved, CareEvent)
        assert saved.until == clock.now
        assert shown._done.text() == "Saved. Feed, 12 min."

    def test_settling_needs_a_moment_and_says_so(
        self, shown: MainWindow, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        said: list[str] = []
        monkeypatch.setattr(shown.timers._presenter, "_tell", said.append)
        do(shown, "settling_timer")
        assert shown.session.diary.all(Timer) == ()
        assert "Note what you see first" in said[0]

    def test_settling_belongs_to_the_moment_noted_last(self, shown: MainWindow, clock: Time) -> None:
        noted = moment(at=NOW)
        shown.session.diary.bring_in([noted], "test")
        do(shown, "settling_timer")
        clock.pass_by(minutes=7)
        press(shown, "Stop")
        (saved,) = entries(shown)
        assert isinstance(saved, Moment)
        assert saved.settle is not None
        assert (saved.id, saved.settle.minutes) == (noted.id, 7)
        assert shown._done.text() == "Saved. Settling took 7 min."

    @pytest.mark.parametrize(("cue", "joined"), [("Fussing", True), ("Yawning", False)])
    def test_crying_from_the_strip_lengthens_a_moment_of_crying(
        self, shown: MainWindow, clock: Time, cue: str, joined: bool
    ) -> None:
        page = shown.page(Place.LOG)
        tile = next(each for each in page.findChildren(CueTile) if each.accessibleName() == cue)
        tile.click()
        settle()
        clock.pass_by(minutes=3)
        chosen(page, "Timer…", "Crying")
        assert words(shown) == ["Crying since 9pm" if joined else "Crying since 9:03pm"]
        clock.pass_by(minutes=10)
        press(shown, "Stop")
        assert len(entries(shown)) == (1 if joined else 2)
        lengths = {each.length for each in entries(shown)} - {None}
        assert lengths == {timedelta(minutes=13 if joined else 10)}

    def test_a_second_of_a_kind_is_refused_kindly(self, shown: MainWindow) -> None:
        page = shown.page(Place.LOG)
        next(each for each in page.findChildren(CueTile) if each.accessibleName() == "Fussing").click()
        settle()
        for _ in range(2):
            chosen(page, "Timer…", "Feed")
        assert len(shown.session.diary.all(Timer)) == 1
        assert shown.bar._words.text() == "A feed timer is running already. Stop that one first."

    def test_pressed_twice_it_notes_no_length(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(seconds=4)
        press(shown, "Stop")
        (saved,) = entries(shown)
        assert saved.until is None
        assert shown._done.text() == "Saved. Crying."

    def test_on_a_small_window_the_first_is_seen_whole(self, shown: MainWindow) -> None:
        do(shown, "feed_timer")
        do(shown, "crying_timer")
        shown.resize(360, 640)
        settle()
        strip, first = shown.timers, rows(shown)[0]
        assert first.mapTo(strip, first.rect().bottomLeft()).y() <= strip.height()
