"""Settings on a diary that is closed and opened anew, as the program does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.domain.catalog import Catalog
from bonddiary.domain.when import When
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.pages.settings.backups_presenter import BackupsPresenter
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, ROBIN, open_at


class Wall:
    """A clock that can be set."""

    now = NOW

    def __call__(self) -> When:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def reopening(qapp: QApplication, paths: Paths, catalog: Catalog, wall: Wall) -> Iterator[Session]:
    """A session that opens the file anew, as the program does."""
    made = Session(
        paths,
        lambda: open_at(paths.diary),
        catalog,
        wall,
        Settings(first_run_done=True, country="england"),
    )
    made.diary.add(ROBIN)
    yield made
    made.close()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def presenter(reopening: Session, said: list[str]) -> BackupsPresenter:
    """Works at once."""

    def at_once(work: Callable, done: Callable, failed: Callable) -> None:  # type: ignore[type-arg]
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  # as the worker does
            failed(error)
        else:
            done(result)

    made = BackupsPresenter(reopening, lambda _state: None, at_once, said.append)
    made.refresh()
    return made


@pytest.fixture
def look(qapp: QApplication, reopening: Session) -> Iterator[Theme]:
    made = Theme(qapp, reopening.settings)
    reopening.settings_changed.connect(lambda: made.choose(reopening.settings))
    yield made
    made.setParent(None)
    qapp.setStyleSheet("")


@pytest.fixture
def page(qtbot: QtBot, reopening: Session, look: Theme) -> SettingsPage:
    made = SettingsPage(reopening, look)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.enter()
    return made
