"""A real window with its keeper, over a real diary in a plain file; the passphrase is asked for by a stand-in."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.bootstrap import open_diary
from bonddiary.diary.diary import Diary
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import WrongPassphrase, WrongRecoveryKey
from bonddiary.keys.guard import Guard
from bonddiary.keys.key import Key
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.app import QuickAdd, keep_locked, make_main
from bonddiary.ui.application import follow
from bonddiary.ui.lock.keeper import Keeper
from bonddiary.ui.lock.screen import LockScreen
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import ROBIN, open_at

WORDS = "low lamp and slow rain"
SHEET = "7K4Q-M2XN-P8RT-V3WB-5YZC-9DFG-H6JA"


class StandInDoor:
    """Opens for one passphrase and one recovery key."""

    def __init__(self) -> None:
        self.locked = False
        self.tried: list[str] = []
        self.given: list[Key] = []
        self.real: Guard | None = None

    def unlock(self, passphrase: bytearray) -> Key:
        if self.real is not None:
            return self.real.unlock(passphrase)
        self.tried.append(passphrase.decode())
        if passphrase.decode() != WORDS:
            raise WrongPassphrase.here()
        return self._give()

    def unlock_with_recovery(self, text: str) -> Key:
        self.tried.append(text)
        if text != SHEET:
            raise WrongRecoveryKey("It is another one.")
        return self._give()

    def _give(self) -> Key:
        self.given.append(Key.new())
        return self.given[-1]


class Home:
    """The window, its keeper, and work that a test does when it wants to."""

    def __init__(self, window: MainWindow, door: StandInDoor) -> None:
        self.window, self.door = window, door
        self.quick = QuickAdd(window)
        self.waiting: list[Callable[[], None]] = []
        self.keeper: Keeper = keep_locked(window, door, self.quick, self.waiting.append)

    def work(self) -> None:
        """The worker does what it was given; then the window hears of it."""
        while self.waiting:
            self.waiting.pop(0)()
        settle()

    @property
    def screen(self) -> LockScreen:
        """The lock screen that is shown."""
        found = self.window.findChild(LockScreen)
        assert found is not None
        return found

    def give_passphrase(self) -> Key:
        """The open diary has a passphrase from now on."""
        self.door.locked = True
        self.window.session.key = key = Key.new()
        return key

    def lock(self) -> None:
        """As Ctrl+L does; the window settles."""
        self.keeper.lock()
        settle()

    def open(self, words: str = WORDS) -> None:
        """Types the words and opens."""
        self.screen.submitted.emit(words)
        self.work()


def settle() -> None:
    """Lets the window's turns go by."""
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def opened() -> Iterator[list[Diary]]:
    """Every diary that was opened; closed at the end."""
    made: list[Diary] = []
    yield made
    for diary in made:
        diary.close()


@pytest.fixture
def home(
    qtbot: QtBot, qapp: QApplication, paths: Paths, catalog: Catalog, clock: Clock, opened: list[Diary]
) -> Iterator[Home]:
    """A window on a plain diary that knows Robin, opened and shown; its passphrase is a stand-in."""

    def opener(*_key: Key) -> Diary:
        opened.append(open_at(paths.diary))
        return opened[-1]

    yield from _home(qtbot, qapp, paths, catalog, clock, opener)


@pytest.fixture
def real(
    qtbot: QtBot, qapp: QApplication, paths: Paths, catalog: Catalog, clock: Clock, opened: list[Diary]
) -> Iterator[Home]:
    """The same, opened as the program opens it: with a key where there is a passphrase."""

    def opener(*key: Key) -> Diary:
        opened.append(open_diary(paths, clock, *key))
        return opened[-1]

    yield from _home(qtbot, qapp, paths, catalog, clock, opener)


def _home(
    qtbot: QtBot,
    qapp: QApplication,
    paths: Paths,
    catalog: Catalog,
    clock: Clock,
    opener: Callable[..., Diary],
) -> Iterator[Home]:
    session = Session(paths, opener, catalog, clock, Settings(first_run_done=True, country="england"))
    session.diary.add(ROBIN)
    theme = Theme(qapp, session.settings)
    follow(session, theme)
    window = make_main(session, theme)
    session.opened.emit()
    del session, theme
    qtbot.addWidget(window)
    home = Home(window, StandInDoor())
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    settle()
    yield home
    window.theme.setParent(None)
    qapp.setStyleSheet("")
