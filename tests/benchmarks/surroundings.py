"""What every row is given, and the window that the rows of this process look at."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from bonddiary.diary.diary import Diary
from bonddiary.domain.catalog import Catalog
from bonddiary.store.database import Database
from bonddiary.system.paths import Paths, find_paths
from bonddiary.system.settings import Settings, save_settings
from bonddiary.ui.app import Places
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.benchmarks.diaries import NOW, Diaries
from tests.builders import ROBIN, clock_at

SETTINGS = Settings(first_run_done=True, last_baby=ROBIN.id)
FAMILY = 30_000
"""The entries of a family that wrote for over two years."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The application of this process, the catalogue, and the run's diaries."""

    app: QApplication
    theme: Theme
    catalog: Catalog
    diaries: Diaries

    def data_folder(self, entries: int) -> Path:
        """A program's folder with a diary of that length, as a family has it that uses it every day."""
        folder = self.diaries.folder()
        self.diaries.copy_in(folder, entries)
        save_settings(SETTINGS, find_paths(folder).settings)
        return folder

    def session(self, open_diary: Callable[[], Diary], paths: Paths | None = None) -> Session:
        """A session whose clock stands still; its diary isn't open yet."""
        return Session(
            paths or find_paths(self.diaries.folder()), open_diary, self.catalog, clock_at(NOW), SETTINGS
        )

    @contextmanager
    def window(self, session: Session) -> Iterator[MainWindow]:
        """The whole window, shown and painted; its diary is open. It is gone when the block is left."""
        places = Places(session, self.theme)
        made = MainWindow(session, self.theme, places.factories())
        places.window = made
        session.open()
        made.show()
        self.settle()
        yield made
        made.hide()  # closing it would close the diary
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def settle(self) -> None:
        """Lets the window do all that it has put off."""
        for _ in range(5):
            self.app.processEvents()


def open_diary(path: Path) -> Diary:
    """A diary of the benchmarks, as the program opens it."""
    return Diary(Database(path), clock_at(NOW))


@contextmanager
def opened(path: Path) -> Iterator[Diary]:
    """The same, closed when the block is left."""
    with closing(open_diary(path)) as diary:
        yield diary
