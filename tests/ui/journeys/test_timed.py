"""Journey 5 of the design: crying is timed, the computer is closed and opened again; nothing is lost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW, everything
from tests.ui.journeys.hands import CONTROL, RIGHT, Hands, Screen
from tests.ui.timers.hands import Time

Reopen = Callable[[], Hands]

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't


class TestCryTimer:
    """5: start; when it stopped; what came then. The question stands there by itself: no press to stop first."""

    def test_by_mouse(self, reopen: Reopen, clock: Time, screen: Screen) -> None:
        first = reopen()
        if screen.large:
            first.click("Crying")  # a narrow window shows one family at a time: one press more
        first.click_on(first.button("Whimper", CueTile), button=RIGHT)
        first.choose("Start a crying timer")
        assert first.presses == 2 + screen.large
        second = self.closed_and_opened(first, reopen, clock)
        second.click("9:20pm", anywhere=True)
        self.settled(second, screen)
        assert second.presses == 2 + screen.large
        self.check(second)

    def test_by_keyboard(self, reopen: Reopen, clock: Time, screen: Screen) -> None:
        first = reopen()
        first.key(Qt.Key.Key_T, CONTROL)
        assert first.presses == 1
        second = self.closed_and_opened(first, reopen, clock)
        second.key(Qt.Key.Key_T, CONTROL)  # to the question
        second.tab_to("9:20pm")
        second.key(Qt.Key.Key_Space)
        if screen.large:
            second.tab_to("Then…")
            second.key(Qt.Key.Key_Space)
        second.tab_to("Settled")
        second.key(Qt.Key.Key_Space)
        assert first.presses + second.presses == 4 + screen.large
        self.check(second)

    def test_another_time_is_typed(self, reopen: Reopen, clock: Time, screen: Screen) -> None:
        first = reopen()
        first.key(Qt.Key.Key_T, CONTROL)
        second = self.closed_and_opened(first, reopen, clock)
        (other,) = [
            each
            for each in second.window.timers.findChildren(QAbstractButton)
            if each.isVisible() and each.text() == "Other…"
        ]  # the board has one, too
        second.click_on(other)
        assert isinstance(second.focused, QLineEdit)
        second.type("9:20pm")
        second.key(Qt.Key.Key_Return)
        self.settled(second, screen)
        assert first.presses + second.presses == 4 + screen.large
        self.check(second)

    @staticmethod
    def closed_and_opened(first: Hands, reopen: Reopen, clock: Time) -> Hands:
        """20 minutes later the window is closed; the clock is 6 hours further when it is opened again."""
        clock.pass_by(minutes=20)
        first.window.timers._presenter.look()  # as each minute does
        first.window.close()
        first.window.session.diary.close()
        clock.pass_by(hours=6)
        return reopen()

    @staticmethod
    def settled(hands: Hands, screen: Screen) -> None:
        if screen.large:
            hands.click("Then…")
        hands.click("Settled")

    @staticmethod
    def check(hands: Hands) -> None:
        (saved,) = [
            each for each in everything(hands.window.session.diary) if isinstance(each, Moment | CareEvent)
        ]
        assert isinstance(saved, Moment)
        assert (saved.at, saved.length) == (NOW, timedelta(minutes=20))
        assert saved.outcome == "out-settled"
