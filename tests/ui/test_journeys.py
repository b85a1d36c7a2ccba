"""Journeys of a parent through the whole window, with real mouse and key events only."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bonddiary.domain.ids import CueKey
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW, when
from tests.ui.journeys.hands import Hands


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed: a style sheet must not be put on half-dead widgets."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, window: MainWindow) -> Callable[..., Hands]:
    """Shows the window as it is worn."""

    def show(width: int = 1120, height: int = 640) -> Hands:
        theme.wear()
        window.resize(width, height)
        with qtbot.waitSignal(window.painted):
            window.show()
        window.page(window.place).enter()
        Hands.settle()
        return Hands(window)

    return show


def test_first_start_to_first_moment_is_two_presses(session: Session, start: Callable[..., Hands]) -> None:
    session.change_settings(first_run_done=False)
    hands = start()
    hands.click("Skip for now")
    hands.click("Rooting", CueTile)
    assert hands.presses == 2
    assert [each.cues for each in hands.moments()] == [("rooting",)]
    assert session.settings.first_run_done


def test_or_one_press_with_the_card_still_there(session: Session, start: Callable[..., Hands]) -> None:
    session.change_settings(first_run_done=False)
    hands = start()
    hands.click("Rooting", CueTile)
    assert len(hands.moments()) == 1
    hands.click("Skip for now")
    assert len(session.babies) == 1


def test_cue_fed_settled_in_three_presses(robin: Session, start: Callable[..., Hands]) -> None:
    hands = start()
    for words in ("Rooting", "Fed", "Settled"):
        hands.click(words)
    (saved,) = hands.moments()
    assert (hands.presses, saved.cues, saved.responses, saved.outcome) == (
        3, ("rooting",), ("r-feed-responsive",), "out-settled",
    )  # fmt: skip


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1024, 560)])
def test_the_same_by_keyboard_alone(
    robin: Session, start: Callable[..., Hands], width: int, height: int
) -> None:
    hands = start(width, height)
    assert isinstance(hands.focused, CueTile)
    hands.key(Qt.Key.Key_Space)
    hands.tab_to("Fed")
    hands.key(Qt.Key.Key_Space)
    hands.tab_to("Settled")
    hands.key(Qt.Key.Key_Space)
    (saved,) = hands.moments()
    assert (hands.presses, saved.responses, saved.outcome) == (3, ("r-feed-responsive",), "out-settled")


def test_the_same_in_a_narrow_window_is_one_press_more(robin: Session, start: Callable[..., Hands]) -> None:
    hands = start(360, 640)
    for words in ("Rooting", "Fed", "Then…", "Settled"):
        hands.click(words)
    (saved,) = hands.moments()
    assert (saved.responses, saved.outcome) == (("r-feed-responsive",), "out-settled")


def test_a_wrong_tile_is_taken_back_by_ctrl_z(robin: Session, start: Callable[..., Hands]) -> None:
    hands = start()
    hands.click("Yawning")
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.moments() == ()
    assert hands.window.page(Place.LOG).presenter.state.saved is None  # type: ignore[attr-defined]  # the Log page
    hands.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(hands.moments()) == 1


def test_ctrl_z_in_a_note_is_the_notes_own(robin: Session, start: Callable[..., Hands]) -> None:
    hands = start()
    hands.click("Yawning")
    hands.click("Add note")
    hands.type("half")
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(hands.moments()) == 1
    assert isinstance(hands.focused, QLineEdit)
    assert hands.focused.text() == ""


def test_forty_minutes_ago_is_three_presses(robin: Session, start: Callable[..., Hands]) -> None:
    hands = start()
    hands.click("Other time…")
    hands.type("40")
    hands.key(Qt.Key.Key_Return)
    hands.click("Rooting")
    (saved,) = hands.moments()
    assert hands.presses == 3
    assert (saved.at, saved.about) == (when("2026-11-16T20:20"), True)


def test_what_cannot_be_a_time_is_not_noted_as_now(robin: Session, start: Callable[..., Hands]) -> None:
    """What was typed is refused beside the field; a press then must not save another time in silence."""
    hands = start()
    hands.click("Other time…")
    hands.type("25:99")
    hands.click("Rooting")
    assert [each.at for each in hands.moments() if each.at == NOW] == []


def test_what_arching_may_mean_is_two_presses(
    robin: Session, start: Callable[..., Hands], qtbot: QtBot
) -> None:
    hands = start()
    hands.click("Yawning")
    hands.click("What may this mean?")
    assert hands.window.place is Place.TIPS
    assert hands.presses == 2


def test_places_by_keys(robin: Session, start: Callable[..., Hands]) -> None:
    hands = start()
    for key, place in ((Qt.Key.Key_2, Place.TIMELINE), (Qt.Key.Key_4, Place.TIPS), (Qt.Key.Key_1, Place.LOG)):
        hands.key(key, Qt.KeyboardModifier.ControlModifier)
        assert hands.window.place is place
    assert type(hands.focused) is CueTile
    hands.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert hands.window.place is Place.TIMELINE
    assert hands.focused.accessibleName() == "Find in the Timeline"


def test_tonights_row_opens_in_the_timeline_by_keyboard(robin: Session, start: Callable[..., Hands]) -> None:
    robin.diary.bring_in([], "test")
    hands = start(1280, 720)
    hands.click("Rooting")
    panel = hands.window.page(Place.LOG)._panel  # type: ignore[attr-defined]  # the Log page
    panel._list.setFocus()
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    assert hands.window.place is Place.TIMELINE
    entry = hands.window.page(Place.TIMELINE).presenter.state.entry  # type: ignore[attr-defined]
    assert entry is not None
    assert entry.cues == (CueKey("rooting"),)


def test_larger_text_by_key_keeps_what_is_open(robin: Session, start: Callable[..., Hands]) -> None:
    hands = start()
    hands.click("Rooting")
    for _ in range(9):
        hands.key(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert robin.settings.text_size == 200
    assert hands.window.page(Place.LOG).presenter.state.saved is not None  # type: ignore[attr-defined]
    hands.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert robin.settings.text_size == 100
