"""A presenter of the Log page, and the page itself."""

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.ui.test_log_board import show
from tests.ui.test_log_presenter import Desk


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
    return made


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    show(qtbot, made, 1120, 640, Width.MEDIUM)
    made.enter()
    return made
