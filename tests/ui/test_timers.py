"""Timers in the window: a line above the page on every screen, a question after a long gap, nothing that counts."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.care import CareEvent
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.moment import Moment
from bonddiary.domain.timer import Timer
from bonddiary.domain.when import When
from bonddiary.store.database import Database
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.app import Places
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.timers.line import TimerRow
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW, everything, moment, open_at, timer, with_robin


class Time:
    """A clock that goes on when told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> When:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now = self.now.shifted(timedelta(**time))


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed: a style sheet must not be put on half-dead widgets."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def diary(paths: Paths, clock: Time) -> Iterator[Diary]:
    with_robin(paths.diary).close()
    made = Diary(Database(paths.diary, 50), clock)
    yield made
    made.close()


@pytest.fixture
def shown(qtbot: QtBot, session: Session, window: MainWindow) -> MainWindow:
    window.resize(1120, 720)
    with qtbot.waitSignal(window.painted):
        window.show()
    qtbot.waitUntil(lambda: "crying_timer" in window._actions)
    settle()
    return window


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def rows(window: MainWindow) -> list[TimerRow]:
    return [each for each in window.findChildren(TimerRow) if each.isVisible()]


def words(window: MainWindow) -> list[str]:
    return [each._words.text() for each in rows(window)]


def buttons(window: MainWindow) -> list[str]:
    return [part.text() for each in rows(window) for part in each._buttons()]


def press(window: MainWindow, text: str) -> None:
    found = next(part for each in rows(window) for part in each._buttons() if part.text() == text)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def do(window: MainWindow, name: str) -> None:
    action = window._actions[name]
    assert isinstance(action, QAction)
    action.trigger()
    settle()


def entries(window: MainWindow) -> list[Moment | CareEvent]:
    return [each for each in everything(window.session.diary) if isinstance(each, Moment | CareEvent)]


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
        chosen(page, "Start a timer…", "Crying")
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
            chosen(page, "Start a timer…", "Feed")
        assert len(shown.session.diary.all(Timer)) == 1
        assert shown.bar._words.text() == "A feed timer is running already. Stop that one first."

    def test_pressed_twice_it_notes_no_length(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(seconds=4)
        press(shown, "Stop")
        (saved,) = entries(shown)
        assert saved.until is None
        assert shown._done.text() == "Saved. Crying."


def chosen(page: QWidget, button: str, entry: str) -> None:
    found = next(each for each in page.findChildren(QPushButton) if each.text() == button)
    next(action for action in found.menu().actions() if action.text() == entry).trigger()
    settle()


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
