"""A morning in the family of Robin: the window at 8:30am, with a clock that can be set."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.domain.when import When
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import when

MORNING = when("2026-11-16T08:30")


class Wall:
    """A clock that can be set."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> When:
        return self.now


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed: a style sheet must not be put on half-dead widgets."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def clock(wall: Wall) -> Wall:
    """In place of the clock that stands still."""
    return wall


@pytest.fixture
def told() -> list[str]:
    """What screen readers heard."""
    return []


@pytest.fixture
def presenter(robin: Session, told: list[str]) -> CatchUpPresenter:
    """A presenter whose state goes nowhere, come into view."""
    made = CatchUpPresenter(robin, lambda _state: None, told.append)
    made.enter()
    return made


@pytest.fixture
def shown(qtbot: QtBot, robin: Session, theme: Theme, window: MainWindow) -> Callable[..., CatchUpPage]:
    """Shows the window at Catch up."""

    def show(width: int = 1120, height: int = 800) -> CatchUpPage:
        theme.wear()
        window.resize(width, height)
        with qtbot.waitSignal(window.painted):
            window.show()
        window.activateWindow()
        window.go(Place.CATCH_UP)
        for _ in range(4):
            QApplication.processEvents()
        page = window.page(Place.CATCH_UP)
        assert isinstance(page, CatchUpPage)
        return page

    return show
