"""A window as a family has it, with a clock that goes on when told; once as usual, once with the largest words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.content.loader import load_catalog
from bonddiary.diary.diary import Diary
from bonddiary.store.database import Database
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.app import Places
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import with_robin
from tests.ui.journeys.hands import LARGE, USUAL, Hands, Screen
from tests.ui.timers.hands import Time


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed: a style sheet must not be put on half-dead widgets."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(params=[USUAL, LARGE], ids=["usual", "large words"])
def screen(request: pytest.FixtureRequest) -> Screen:
    return request.param  # type: ignore[no-any-return]  # a Screen, as the params say


@pytest.fixture
def clock() -> Time:
    """9pm on 16 November 2026, until it is told to go on."""
    return Time()


@pytest.fixture
def first(session: Session) -> Session:
    """Nobody has used it yet."""
    session.change_settings(first_run_done=False)
    return session


@pytest.fixture
def start(
    qtbot: QtBot, theme: Theme, session: Session, window: MainWindow, screen: Screen
) -> Callable[..., Hands]:
    """Shows the window as it is worn."""

    def show() -> Hands:
        session.change_settings(text_size=screen.text)
        theme.wear()
        return shown(qtbot, window, screen)

    return show


@pytest.fixture
def reopen(
    qtbot: QtBot, qapp: QApplication, paths: Paths, clock: Time, screen: Screen
) -> Callable[[], Hands]:
    """Opens the program on the same diary file, as after a start."""

    def opened() -> Hands:
        if not paths.diary.exists():
            with_robin(paths.diary).close()
        settings = Settings(first_run_done=True, country="england", text_size=screen.text)
        session = Session(
            paths, lambda: Diary(Database(paths.diary, 50), clock), load_catalog(), clock, settings
        )
        places = Places(session, Theme(qapp, settings))
        window = MainWindow(session, places._theme, places.factories())
        places.window = window
        qtbot.addWidget(window)
        places._theme.wear()
        session.open()
        return shown(qtbot, window, screen)

    return opened


def shown(qtbot: QtBot, window: MainWindow, screen: Screen) -> Hands:
    """The window, painted, with the keyboard."""
    window.resize(screen.width, screen.height)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    window.page(window.place).enter()
    Hands.settle()
    return Hands(window)
