"""What the lock screen says, asks and does with wrong words; by keyboard, and to screen readers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.domain.errors import KeysLost
from bonddiary.keys.key import Key
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.lock.presenter import LONGEST, WRONG, WRONG_RECOVERY, LockPresenter
from bonddiary.ui.lock.screen import LockScreen
from bonddiary.ui.lock.state import LockState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.passphrase_field import PassphraseField
from tests.ui.lock.conftest import SHEET, WORDS, StandInDoor, settle


class Desk:
    """A presenter, its door, and work that waits."""

    def __init__(self) -> None:
        self.door = StandInDoor()
        self.waiting: list[Callable[[], None]] = []
        self.shown: list[LockState] = []
        self.keys: list[Key | None] = []
        self.presenter = LockPresenter(
            self.door, Jobs(submit=self.waiting.append), self.shown.append, self.keys.append
        )
        self.presenter.start(asks=True)

    def try_words(self, words: str) -> None:
        self.presenter.submit(words)
        while self.waiting:
            self.waiting.pop(0)()

    @property
    def state(self) -> LockState:
        return self.presenter.state


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk()


class TestPresenter:
    def test_without_a_passphrase_one_press_opens(self, desk: Desk) -> None:
        desk.presenter.start(asks=False)
        desk.presenter.submit("")
        assert desk.keys == [None]

    def test_it_says_that_it_is_opening_while_the_worker_tries(self, desk: Desk) -> None:
        desk.presenter.submit(WORDS)
        assert desk.state.busy
        assert desk.keys == []
        desk.waiting.pop()()
        assert not desk.state.busy
        assert desk.keys == desk.door.given

    def test_wrong_words_are_one_sentence_and_a_growing_wait(self, desk: Desk) -> None:
        waits = []
        for _ in range(7):
            desk.try_words("something else")
            assert desk.state.problem == WRONG
            waits.append(desk.state.waits)
            while desk.state.waits:
                desk.presenter.tick()
        assert waits == [1, 2, 4, 8, 16, LONGEST, LONGEST]
        desk.try_words(WORDS)  # nothing was deleted
        assert desk.keys == desk.door.given

    def test_nothing_is_tried_before_the_wait_is_over(self, desk: Desk) -> None:
        desk.try_words("something else")
        desk.try_words(WORDS)
        assert desk.door.tried == ["something else"]

    def test_blank_words_are_not_tried(self, desk: Desk) -> None:
        desk.try_words("  ")
        assert desk.door.tried == []
        assert not desk.state.busy

    def test_typing_takes_the_problem_away(self, desk: Desk) -> None:
        desk.try_words("something else")
        desk.presenter.edited()
        assert desk.state.problem == ""

    def test_the_recovery_key_opens_too(self, desk: Desk) -> None:
        desk.presenter.ask_recovery(True)
        desk.try_words("AAAA")
        assert desk.state.problem == WRONG_RECOVERY
        desk.presenter.tick()
        desk.try_words(SHEET)
        assert desk.keys == desk.door.given

    def test_lost_keys_are_said_as_they_are(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        def lost(_words: bytearray) -> Key:
            raise KeysLost("The file of keys has gone.")

        monkeypatch.setattr(desk.door, "unlock", lost)
        desk.try_words(WORDS)
        assert desk.state.problem == "The file of keys has gone."
        assert desk.state.waits == 0


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme) -> LockScreen:
    made = LockScreen(theme)
    qtbot.addWidget(made)
    made.show_state(LockState(asks=True))
    made.resize(360, 640)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    settle()
    return made


def line(screen: LockScreen) -> QLineEdit:
    found = screen.findChild(QLineEdit)
    assert found is not None
    return found


def button(screen: LockScreen, words: str) -> QPushButton:
    return next(each for each in screen.findChildren(QPushButton) if each.text() == words)


def said(screen: LockScreen) -> str:
    return " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


class TestScreen:
    def test_it_names_its_controls_and_hides_the_letters(
        self, screen: LockScreen, unnamed: Callable[[LockScreen], list[str]]
    ) -> None:
        assert unnamed(screen) == []
        access = QAccessible.queryAccessibleInterface(line(screen))
        assert access.state().passwordEdit
        line(screen).setText(WORDS)
        assert WORDS not in access.text(QAccessible.Text.Value)

    def test_enter_submits_what_is_typed(self, qtbot: QtBot, screen: LockScreen) -> None:
        QTest.keyClicks(line(screen), WORDS)
        with qtbot.waitSignal(screen.submitted) as told:
            QTest.keyClick(line(screen), Qt.Key.Key_Return)
        assert told.args == [WORDS]

    def test_show_and_hide(self, screen: LockScreen) -> None:
        button(screen, "Show").click()
        assert line(screen).echoMode() is QLineEdit.EchoMode.Normal
        button(screen, "Hide").click()
        assert line(screen).echoMode() is QLineEdit.EchoMode.Password

    def test_wrong_words_stay_selected_to_be_typed_again(self, screen: LockScreen) -> None:
        QTest.keyClicks(line(screen), "something")
        screen.show_state(LockState(asks=True, busy=True))
        assert "Opening…" in button(screen, "Opening…").text()
        screen.show_state(LockState(asks=True, problem=WRONG, waits=4))
        assert line(screen).selectedText() != ""
        assert line(screen).hasFocus()
        assert WRONG in said(screen)
        assert "You can try again in 4 seconds." in said(screen)

    def test_escape_leads_back_from_the_recovery_key(self, screen: LockScreen, qtbot: QtBot) -> None:
        asked: list[bool] = []
        screen.recovery_asked.connect(asked.append)
        screen.activateWindow()
        QTest.keyClick(line(screen), Qt.Key.Key_Escape)
        assert asked == []
        screen.show_state(LockState(asks=True, recovery=True))
        QTest.keyClick(line(screen), Qt.Key.Key_Escape)
        assert asked == [False]

    def test_the_recovery_key_takes_the_place_of_the_passphrase(self, screen: LockScreen) -> None:
        line(screen).setText("half a passphrase")
        screen.show_state(LockState(asks=True, recovery=True))
        assert line(screen).text() == ""
        assert line(screen).accessibleName() == "Recovery key"
        assert button(screen, "Use the passphrase").isVisible()

    def test_tab_walks_from_the_field_to_the_ways_in(self, screen: LockScreen) -> None:
        walked = []
        for _ in range(4):
            held = screen.focusWidget()
            assert held is not None
            walked.append(held)
            QTest.keyClick(held, Qt.Key.Key_Tab)
        assert walked == [
            line(screen), button(screen, "Show"), button(screen, "Open"), button(screen, "Use the recovery key"),
        ]  # fmt: skip

    @pytest.mark.parametrize("size", [(360, 640), (1024, 600), (1280, 800)])
    @pytest.mark.parametrize("scale", [100, 200])
    def test_nothing_is_cut_off_or_scrolls_sideways(
        self, screen: LockScreen, cut_off: Callable[[LockScreen], list[str]], size: tuple[int, int], scale: int,
        theme: Theme,
    ) -> None:  # fmt: skip
        from dataclasses import replace

        from bonddiary.system.settings import Settings

        theme.choose(replace(Settings(), text_size=scale))
        screen.show_state(LockState(asks=True, problem=WRONG, waits=4, unkept=True))
        screen.resize(*size)
        settle()
        assert cut_off(screen) == []
        inside = screen._scroll.widget()
        assert inside.width() <= screen.width()
        assert inside.minimumSizeHint().width() <= screen.width()


class TestCapsLock:
    @pytest.fixture
    def field(self, qtbot: QtBot, theme: Theme) -> PassphraseField:
        made = PassphraseField(theme, "Passphrase")
        qtbot.addWidget(made)
        made.show()
        return made

    def test_a_capital_without_shift_tells(self, field: PassphraseField) -> None:
        assert field._caps.isHidden()
        QTest.keyClick(field.line, "A")
        assert not field._caps.isHidden()
        QTest.keyClick(field.line, "a")
        assert field._caps.isHidden()

    def test_shift_and_digits_tell_nothing(self, field: PassphraseField) -> None:
        QTest.keyClick(field.line, "A", Qt.KeyboardModifier.ShiftModifier)
        assert field._caps.isHidden()
        QTest.keyClick(field.line, "1")
        assert field._caps.isHidden()
