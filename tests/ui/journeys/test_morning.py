"""Journey 6 of the design: six moments of the night in the morning, in at most 13 steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from tests.builders import moment_draft, when
from tests.ui.catch_up.hands import TIMES, spot, step_at
from tests.ui.journeys.hands import CONTROL, SHIFT, Hands, Screen, Start
from tests.ui.timers.hands import Time

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't


@pytest.fixture
def morning(robin: Session, clock: Time) -> Session:
    """8:30am; nothing was noted since 7pm."""
    robin.diary.log(moment_draft(at=when("2026-11-16T19:00")))
    clock.now = when("2026-11-17T08:30")
    return robin


def cues(page: CatchUpPage) -> list[str]:
    """Six of those offered, never twice the same after each other."""
    offered = [tool.name for tool in page.presenter.state.tools[:4]]
    return [offered[place % 4] for place in range(len(TIMES))]


def page_of(hands: Hands) -> CatchUpPage:
    page = hands.window.page(Place.CATCH_UP)
    assert isinstance(page, CatchUpPage)
    return page


def check(hands: Hands) -> None:
    night = sorted(each.at.wall.strftime("%H:%M") for each in hands.moments())
    assert night == sorted([*TIMES, "19:00"])


@pytest.mark.usefixtures("morning")
class TestSixNightMoments:
    def test_by_mouse(self, start: Start) -> None:
        """A time, and what it was."""
        hands = start()
        hands.click("Catch up")
        page = page_of(hands)
        for cue, time in zip(cues(page), TIMES, strict=True):
            hands.click_on(page.ruler, spot(page, time))
            hands.choose(cue)
        check(hands)
        assert page.presenter.state.tool == ""
        assert hands.presses == 13

    def test_by_mouse_with_a_brush(self, start: Start, screen: Screen) -> None:
        """What it was, and the time: the same for many of a kind."""
        hands = start()
        hands.click("Catch up")
        page = page_of(hands)
        for cue, time in zip(cues(page), TIMES, strict=True):
            if screen.large:  # what to paint is chosen in a list, which opens first: one press more a moment
                hands.click_choice(page.palette_._list, cue)
            else:
                hands.click(cue)
            hands.click_on(page.ruler, spot(page, time))
        check(hands)
        assert hands.presses == 13 + 6 * screen.large

    def test_by_lines(self, start: Start) -> None:
        """A typed line and its Enter are one step each."""
        hands = start()
        hands.key(Qt.Key.Key_U, CONTROL)
        page = page_of(hands)
        for cue, time in zip(cues(page), TIMES, strict=True):
            hands.type(f"{cue.lower()} {time}")  # a letter over the ruler begins the line
            assert isinstance(hands.focused, QLineEdit)
            hands.key(Qt.Key.Key_Return)
            hands.presses += 1
        check(hands)
        assert hands.presses == 13

    def test_by_digits_and_arrows(self, start: Start) -> None:
        """A digit chooses, arrows walk, Enter places."""
        hands = start()
        hands.key(Qt.Key.Key_U, CONTROL)
        page = page_of(hands)
        tools = [tool.name for tool in page.presenter.state.tools]
        for cue, time in zip(cues(page), TIMES, strict=True):
            way = step_at(page, time) - page.presenter.state.cursor
            hours, steps = divmod(abs(way), 12)
            arrow = Qt.Key.Key_Right if way > 0 else Qt.Key.Key_Left
            hands.key(Qt.Key(Qt.Key.Key_1.value + tools.index(cue)))
            hands.walk(arrow, SHIFT, times=hours)
            hands.walk(arrow, times=steps)
            hands.key(Qt.Key.Key_Return)
        check(hands)
        assert hands.presses == 13
