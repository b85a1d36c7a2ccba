"""The first start: the card of the first run is there with the first paint, so nothing moves under a press."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.domain.catalog import Catalog
from bonddiary.exchange.formats import archive
from bonddiary.exchange.spec import WriteContext
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.pages.page import Place
from bonddiary.ui.places import Places
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW, ROBIN, moment, moment_draft, open_at


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
    assert page.above.first_run is not None
    new.open()
    page.enter()
    qtbot.wait(1)
    assert page.above.first_run is not None
    assert place(page) == before
    new.close()


def test_skipped_before_the_diary_is_open(page: LogPage, new: Session) -> None:
    skip = next(each for each in page.findChildren(QPushButton) if each.text() == "Skip for now")
    skip.click()
    assert page.above.first_run is None
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
    page.above.show_first_run(LogState())
    qtbot.wait(1)
    before = place(page)
    new.open()
    page.enter()
    qtbot.wait(1)
    line = page.above.low()
    assert line is not None
    assert line.isVisible()
    assert place(page) == before
    new.close()


class TestWaysFromTheCard:
    @pytest.fixture
    def shown(self, qtbot: QtBot, new: Session, theme: Theme) -> Iterator[MainWindow]:
        places = Places(new, theme)
        made = MainWindow(new, theme, places.factories())
        places.window = made
        qtbot.addWidget(made)
        made.show()
        new.open()
        yield made
        new.close()

    def way(self, window: MainWindow, words: str) -> QPushButton:
        return next(each for each in window.findChildren(QPushButton) if each.text() == words)

    def test_a_diary_from_another_computer_comes_in_and_the_card_goes(
        self, shown: MainWindow, new: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "partner.bonddiary.jsonl"
        archive.write([ROBIN, moment()], file, WriteContext(exported=NOW, made_by="a test"))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        self.way(shown, "Bring in a file…").click()
        page = shown.page(Place.LOG)
        assert isinstance(page, LogPage)
        assert page.above.first_run is None
        assert [baby.id for baby in new.babies] == [ROBIN.id]

    def test_sharing_this_computer_has_its_words(self, shown: MainWindow) -> None:
        self.way(shown, "Sharing this computer?").click()
        assert shown.place is Place.HELP
