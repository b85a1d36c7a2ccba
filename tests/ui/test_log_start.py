"""The first start: the card of the first run is there with the first paint, so nothing moves under a press."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.domain.catalog import Catalog
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW, ROBIN, moment_draft, open_at


@pytest.fixture
def new(paths: Paths, catalog: Catalog, clock: Clock) -> Session:
    """Nobody has used the program here, and the diary isn't open yet."""
    return Session(paths, lambda: open_at(paths.diary), catalog, clock, Settings())


@pytest.fixture
def page(qtbot: QtBot, new: Session, theme: Theme) -> LogPage:
    made = LogPage(new, theme)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made.enter()
    return made


@pytest.fixture
def theme(qapp: object, new: Session) -> Theme:
    return Theme(qapp, new.settings)  # type: ignore[arg-type]  # pytest-qt's application


def place(page: LogPage) -> object:
    return page.findChildren(CueTile)[0].mapTo(page, page.findChildren(CueTile)[0].rect().topLeft())


def test_opening_the_diary_moves_no_tile(page: LogPage, new: Session, qtbot: QtBot) -> None:
    qtbot.wait(1)
    before = place(page)
    assert page._above.first_run is not None
    new.open()
    page.enter()
    qtbot.wait(1)
    assert page._above.first_run is not None
    assert place(page) == before
    new.close()


def test_skipped_before_the_diary_is_open(page: LogPage, new: Session) -> None:
    skip = next(each for each in page.findChildren(QPushButton) if each.text() == "Skip for now")
    skip.click()
    assert page._above.first_run is None
    assert not new.is_open
    assert new.settings.first_run_done


def test_a_diary_that_is_there_says_first_whether_it_is_new(
    paths: Paths, new: Session, page: LogPage, qtbot: QtBot
) -> None:
    open_at(paths.diary).close()
    assert not new.is_new


def test_the_way_to_catch_up_moves_no_tile(paths: Paths, new: Session, page: LogPage, qtbot: QtBot) -> None:
    """A night later: the line comes when the diary is open, a moment after the tiles were there to press."""
    with_robin = open_at(paths.diary)
    with_robin.add(ROBIN)
    with_robin.log(moment_draft(at=NOW.shifted(-timedelta(hours=9))))
    with_robin.close()
    new.settings = Settings(first_run_done=True)
    page._above.show_first_run(LogState())
    qtbot.wait(1)
    before = place(page)
    new.open()
    page.enter()
    qtbot.wait(1)
    line = page._above.low()
    assert line is not None
    assert line.isVisible()
    assert place(page) == before
    new.close()
