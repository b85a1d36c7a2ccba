"""A page with Robin's visits and questions; today is Monday 16 November 2026."""

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.ui.pages.visits.page import VisitsPage
from bonddiary.ui.pages.visits.presenter import VisitsPresenter
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.date_field import read_date


@pytest.fixture
def presenter(robin: Session) -> VisitsPresenter:
    """The page's decisions, with nothing drawn."""
    made = VisitsPresenter(robin, lambda _state: None, read_date)
    made.enter()
    return made


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> VisitsPage:
    """The page, shown and entered."""
    made = VisitsPage(robin, theme)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.enter()
    return made
