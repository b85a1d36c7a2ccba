"""A window whose diary knows Robin, with a clock that goes on when told."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.store.database import Database
from bonddiary.system.paths import Paths
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from tests.builders import with_robin
from tests.ui.timers.hands import Time, settle


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
