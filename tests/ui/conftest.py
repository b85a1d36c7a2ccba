"""A window's surroundings: a real diary in a folder of the test's own, a clock that stands still, a theme."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.content.loader import load_catalog
from bonddiary.diary.diary import Diary
from bonddiary.domain.catalog import Catalog
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths, find_paths
from bonddiary.system.settings import Settings
from bonddiary.ui.app import Places
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import ROBIN, clock_at, open_at


@pytest.fixture(scope="session", autouse=True)
def one_font(qapp: QApplication) -> None:
    """The same letters on every machine: DejaVu, wider than most, comes with the chart library."""
    import matplotlib as mpl

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        assert QFontDatabase.addApplicationFont(str(folder / name)) >= 0
    font = QFont("DejaVu Sans")
    font.setPixelSize(16)
    qapp.setFont(font)


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> Iterator[None]:
    """Widgets of one test are gone before the next."""
    yield
    _delete_closed(qapp)


def _delete_closed(qapp: QApplication) -> None:
    """Qt deletes later what was closed, but not while no event loop runs: every new style would restyle it."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The shipped catalogue."""
    return load_catalog()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Folders of this test's own."""
    made = find_paths(tmp_path / "data")
    made.make()
    return made


@pytest.fixture
def clock() -> Clock:
    """9pm on 16 November 2026 in London, whenever it is asked."""
    return clock_at()


@pytest.fixture
def diary(paths: Paths) -> Iterator[Diary]:
    """An empty diary on a real file."""
    made = open_at(paths.diary)
    yield made
    made.close()


@pytest.fixture
def session(qapp: QApplication, paths: Paths, diary: Diary, catalog: Catalog, clock: Clock) -> Session:
    """An open session that knows no baby yet."""
    made = Session(paths, lambda: diary, catalog, clock, Settings(first_run_done=True, country="england"))
    made.open()
    return made


@pytest.fixture
def robin(session: Session) -> Session:
    """A session whose diary knows Robin, born 20 September 2026."""
    session.diary.add(ROBIN)
    return session


@pytest.fixture
def theme(qapp: QApplication, session: Session) -> Iterator[Theme]:
    """The look that the session's settings ask for, following them."""
    made = Theme(qapp, session.settings)
    session.settings_changed.connect(lambda: made.choose(session.settings))
    yield made
    made.setParent(None)
    _delete_closed(qapp)
    qapp.setStyleSheet("")


@pytest.fixture
def window(qtbot: QtBot, session: Session, theme: Theme) -> MainWindow:
    """The whole window, not shown yet."""
    places = Places(session, theme)
    made = MainWindow(session, theme, places.factories())
    places.window = made
    qtbot.addWidget(made)
    return made


@pytest.fixture
def unnamed() -> Callable[[QWidget], list[str]]:
    """Lists the controls of a page that a screen reader could not name."""

    def find(page: QWidget) -> list[str]:
        kinds = (QAbstractButton, QLineEdit, QComboBox, QListView)
        controls: list[QWidget] = [child for kind in kinds for child in page.findChildren(kind)]
        assert controls
        own = [each for each in controls if not each.objectName().startswith("qt_") and not _inside(each)]
        return [f"{type(each).__name__} {each.objectName()}" for each in own if not _name(each)]

    return find


@pytest.fixture
def cut_off(qapp: QApplication) -> Callable[[QWidget], list[str]]:
    """Lists words of a shown page that have less height than they need."""

    def find(page: QWidget) -> list[str]:
        for _ in range(10):  # each round lets inner layouts hear of their height
            qapp.processEvents()
        shown = [
            each for each in page.findChildren(QWidget) if each.isVisibleTo(page) and each.hasHeightForWidth()
        ]
        assert shown
        short = [each for each in shown if each.height() < each.heightForWidth(each.width())]
        return [f"{type(each).__name__} {each.property('text') or ''}" for each in short]

    return find


def _inside(control: QWidget) -> bool:
    """Whether Qt made it for another control: a list in a combo box, a clear button in a line."""
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QLineEdit):
            return True
        parent = parent.parentWidget()
    return False


def _name(control: QWidget) -> str:
    return control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
