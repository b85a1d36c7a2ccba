"""Journeys 1 to 4, 7 and 8 of the design: a moment in the night, by mouse and by keyboard, also with the largest words."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW
from tests.ui.journeys.hands import CONTROL, RIGHT, SHIFT, Hands, Screen, Start

FED_SETTLED = (("rooting",), ("r-feed-responsive",), "out-settled")

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't


def only(hands: Hands) -> tuple[object, ...]:
    """Cues, responses and outcome of the one moment there is."""
    (saved,) = hands.moments()
    return saved.cues, saved.responses, saved.outcome


class TestFirstStart:
    """1: Skip, a tile."""

    def test_by_mouse(self, first: Session, start: Start) -> None:
        hands = start()
        hands.click("Skip for now")
        hands.click("Rooting", CueTile)
        assert hands.presses == 2
        assert [each.cues for each in hands.moments()] == [("rooting",)]

    def test_by_keyboard(self, first: Session, start: Start) -> None:
        hands = start()
        hands.tab_to("Skip for now")
        hands.key(Qt.Key.Key_Space)
        assert isinstance(hands.focused, CueTile)
        hands.key(Qt.Key.Key_1)
        assert hands.presses == 2
        assert [each.cues for each in hands.moments()] == [("rooting",)]


class TestACueAtThree:
    """2: one press; one digit."""

    def test_by_mouse(self, robin: Session, start: Start) -> None:
        hands = start()
        hands.click("Rooting", CueTile)
        assert (hands.presses, len(hands.moments())) == (1, 1)

    def test_by_keyboard(self, robin: Session, start: Start) -> None:
        hands = start()
        hands.key(Qt.Key.Key_1)
        assert (hands.presses, hands.walked, len(hands.moments())) == (1, 0, 1)


class TestFedAndSettled:
    """3: three presses; where words are largest, “Then…” turns to the second question: one press more."""

    def test_by_mouse(self, robin: Session, start: Start, screen: Screen) -> None:
        hands = start()
        for words in ("Rooting", "Fed", *(["Then…"] if screen.large else []), "Settled"):
            hands.click(words)
        assert hands.presses == 3 + screen.large
        assert only(hands) == FED_SETTLED

    def test_by_keyboard(self, robin: Session, start: Start, screen: Screen) -> None:
        hands = start()
        hands.key(Qt.Key.Key_1)
        for words in ("Fed", *(["Then…"] if screen.large else []), "Settled"):
            hands.tab_to(words)
            hands.key(Qt.Key.Key_Space)
        assert hands.presses == 3 + screen.large
        assert only(hands) == FED_SETTLED

    def test_by_a_phrase(self, robin: Session, start: Start) -> None:
        hands = start()
        hands.type("ro f s")  # typed on the board, it goes to the line
        hands.key(Qt.Key.Key_Return)
        assert hands.presses == 1
        assert only(hands) == FED_SETTLED


class TestFortyMinutesAgo:
    """4: Other, “40” and Enter, a tile."""

    def test_by_mouse(self, robin: Session, start: Start, screen: Screen) -> None:
        hands = start()
        hands.click("Other…" if screen.large else "Other time…")
        hands.type("40")
        hands.key(Qt.Key.Key_Return)
        hands.click("Rooting", CueTile)
        self.check(hands)

    def test_by_keyboard(self, robin: Session, start: Start, screen: Screen) -> None:
        hands = start()
        hands.tab_to("Now", key=Qt.Key.Key_Backtab)
        hands.arrow_to_chip("Other…" if screen.large else "Other time…")
        hands.presses += 1  # the arrow that comes to it chooses it
        hands.walk(Qt.Key.Key_Tab)
        assert isinstance(hands.focused, QLineEdit)
        hands.type("40")
        hands.key(Qt.Key.Key_Return)
        assert isinstance(hands.focused, CueTile), "Enter leads to the board"
        hands.key(Qt.Key.Key_1)
        self.check(hands)

    @staticmethod
    def check(hands: Hands) -> None:
        (saved,) = hands.moments()
        assert hands.presses == 3
        assert (saved.at, saved.about) == (NOW.shifted(timedelta(minutes=-40)), True)
        hands.click("Yawning", CueTile)
        after = max(hands.moments(), key=lambda each: each.at.utc)
        assert (after.at, after.about) == (NOW, False), "the time is Now again"

    def test_enter_stays_with_what_is_no_time(self, robin: Session, start: Start, screen: Screen) -> None:
        hands = start()
        hands.click("Other…" if screen.large else "Other time…")
        hands.type("25:99")
        hands.key(Qt.Key.Key_Return)
        assert isinstance(hands.focused, QLineEdit)
        assert hands.focused.text() == "25:99"


class TestWrongTile:
    """7: Undo; or another cue in its place."""

    def test_undone_by_mouse(self, robin: Session, start: Start) -> None:
        hands = start()
        hands.click("Yawning", CueTile)
        hands.presses = 0
        hands.click("Undo")
        assert (hands.presses, hands.moments()) == (1, ())

    def test_undone_by_keyboard(self, robin: Session, start: Start) -> None:
        hands = start()
        hands.key(Qt.Key.Key_2)
        hands.presses = 0
        hands.key(Qt.Key.Key_Z, CONTROL)
        assert (hands.presses, hands.moments()) == (1, ())

    def test_changed_by_mouse(self, robin: Session, start: Start) -> None:
        hands = start()
        hands.click("Yawning", CueTile)
        hands.presses = 0
        hands.click("Change cue…")
        hands.click_row("Rooting")
        assert hands.presses == 2
        assert only(hands)[0] == ("rooting",)

    def test_changed_by_keyboard(self, robin: Session, start: Start) -> None:
        hands = start()
        hands.key(Qt.Key.Key_2)
        hands.presses = 0
        hands.tab_to("Change cue…")
        hands.key(Qt.Key.Key_Space)
        hands.type("rooting")
        hands.key(Qt.Key.Key_Return)
        assert hands.presses == 2
        assert only(hands)[0] == ("rooting",)


class TestWhatMayArchingMean:
    """8: the tile's menu, its row."""

    def test_by_mouse(self, robin: Session, start: Start, screen: Screen) -> None:
        hands = start()
        if screen.large:
            hands.click("Movement")  # a narrow window shows one family at a time: one press more
        hands.click_on(hands.button("Arching back", CueTile), button=RIGHT)
        hands.choose("What may this mean?")
        assert hands.presses == 2 + screen.large
        self.check(hands)

    def test_by_keyboard(self, robin: Session, start: Start, screen: Screen) -> None:
        hands = start()
        if screen.large:
            hands.tab_to("Movement", key=Qt.Key.Key_Backtab)
            hands.key(Qt.Key.Key_Space)
            hands.tab_to("Rooting")
        hands.arrow_to_tile("Arching back")
        hands.key(Qt.Key.Key_F10, SHIFT)
        hands.choose_by_key("What may this mean?")
        assert hands.presses == 2 + screen.large
        self.check(hands)

    @staticmethod
    def check(hands: Hands) -> None:
        assert hands.window.place is Place.TIPS
        assert hands.moments() == (), "asking notes nothing"
        shown = hands.window.page(Place.TIPS).presenter.state  # type: ignore[attr-defined]  # the Tips page
        assert "arching" in str(shown).casefold()
