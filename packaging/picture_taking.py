"""What all pictures have in common: the demo diary, a clock that stands still, letters of our own, and waiting for the window."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel

from bonddiary.bootstrap import open_diary
from bonddiary.diary.demo import demo_records
from bonddiary.domain.copies import Why
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.when import When
from bonddiary.system.paths import find_paths
from bonddiary.system.settings import Settings, ThemeChoice, save_settings
from bonddiary.ui.app import make_window
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place

ROOT = Path(__file__).resolve().parent.parent
NOW = When.from_wall(datetime(2026, 11, 16, 3, 12), "Europe/London")  # noqa: DTZ001
FACE = "Noto Sans"
"""Ships with the program, for the page for the health visitor: the same letters on every machine."""
COUNTRY = "england"
AT_WORK = ("Making the page…", "Drawing…", "Reading these days…")
LONGEST = 90.0
"""Seconds that are waited at most for a window to come to rest."""
TURNS = 20
"""Event-loop turns after which nothing is left to arrange: pictures are drawn one turn after their words."""


def use_own_letters(app: QApplication) -> None:
    """Pictures change with the program, never with the machine's fonts."""
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(ROOT / "resources" / "fonts" / name))
    app.setFont(QFont(FACE, app.font().pointSize()))
    app.setCursorFlashTime(0)  # a cursor that blinks is there in every other picture


@contextmanager
def demo_window(app: QApplication, theme: ThemeChoice, size: tuple[int, int]) -> Iterator[MainWindow]:
    """A window with the demo diary, open and at rest."""
    with tempfile.TemporaryDirectory() as folder:
        paths = find_paths(Path(folder))
        paths.make()
        save_settings(
            Settings(theme=theme, first_run_done=True, country=COUNTRY, passphrase_offered=True),
            paths.settings,
        )
        diary = open_diary(paths, lambda: NOW)
        diary.bring_in(demo_records(NOW), "demo")
        window = make_window(app, paths, lambda clock: diary, lambda: NOW)
        window.resize(*size)
        window.show()
        settle(app)
        window.session.open()
        window.session.backups.make(Why.DAILY)  # none is due any more: a copy would come at any moment
        settle(app)
        yield window
        window.close()


def log_a_moment(window: MainWindow, app: QApplication) -> None:
    """Notice, tried, then."""
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    page.presenter.log(CueKey("rooting"))
    page.presenter.toggle_response(ResponseKey("r-feed-responsive"))
    page.presenter.choose_outcome(OutcomeKey("out-settled"))
    settle(app)


def settle(app: QApplication) -> None:
    """Lets the window arrange and paint itself."""
    for _ in range(TURNS):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def come_to_rest(window: MainWindow, app: QApplication, at_rest: float) -> None:
    """Charts and pages are made beside the window: waits until it has looked the same for `at_rest` seconds."""
    seen, since, end = window.grab().toImage(), time.monotonic(), time.monotonic() + LONGEST
    while time.monotonic() < min(end, since + at_rest):
        time.sleep(0.05)
        settle(app)
        if (now := window.grab().toImage()) != seen or _at_work(window):
            seen, since = now, time.monotonic()


def _at_work(window: MainWindow) -> bool:
    """Whether the window says that something is still to come."""
    said = (label.text() for label in window.findChildren(QLabel) if label.isVisible())
    return any(text in AT_WORK for text in said)
