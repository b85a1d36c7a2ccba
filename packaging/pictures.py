"""Draws the README's pictures from the demo diary, without a screen: `python3 packaging/dev.py pictures`.

The clock stands still, so that the pictures change only when the program does.
"""

import os
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from bonddiary.bootstrap import open_diary
from bonddiary.diary.demo import demo_records
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.when import When
from bonddiary.system.paths import find_paths
from bonddiary.system.settings import Settings, ThemeChoice, save_settings
from bonddiary.ui.app import make_window
from bonddiary.ui.application import make_app
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place

FOLDER = Path(__file__).resolve().parent / "pictures"
NOW = When.from_wall(datetime(2026, 11, 16, 3, 12), "Europe/London")  # noqa: DTZ001
SIZE = (1280, 740)
AT_REST, LONGEST = 8.0, 90.0
"""Seconds without a change, and the most that is waited for them."""
TURNS = 20
"""Event-loop turns after which nothing is left to arrange: pictures are drawn one turn after their words."""


def main() -> int:
    """Writes one picture a place."""
    FOLDER.mkdir(exist_ok=True)
    app = make_app(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        paths = find_paths(Path(folder))
        paths.make()
        save_settings(Settings(theme=ThemeChoice.DAY, first_run_done=True), paths.settings)
        diary = open_diary(paths, lambda: NOW)
        diary.bring_in(demo_records(NOW), "demo")
        window = make_window(app, paths, lambda clock: diary, lambda: NOW)
        window.resize(*SIZE)
        window.show()
        settle(app)
        window.session.open()
        log_a_moment(window, app)
        take(window, app, Place.LOG, "log")
        for place in (Place.PATTERNS, Place.REPORT, Place.TIMELINE, Place.TIPS):
            take(window, app, place, place.value)
        window.session.change_settings(theme=ThemeChoice.NIGHT)
        take(window, app, Place.LOG, "log-night")
        window.close()
    return 0


def log_a_moment(window: MainWindow, app: QApplication) -> None:
    """Notice, tried, then: what the first picture shows."""
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    page.presenter.log(CueKey("rooting"))
    page.presenter.toggle_response(ResponseKey("r-feed-responsive"))
    page.presenter.choose_outcome(OutcomeKey("out-settled"))
    settle(app)


def take(window: MainWindow, app: QApplication, place: Place, name: str) -> None:
    """One picture."""
    window.go(place)
    settle(app)
    come_to_rest(window, app)
    file = FOLDER / f"{name}.png"
    if not window.grab().save(str(file)):
        raise OSError(f"{file} can’t be written")
    print(f"Drawn: {file.relative_to(FOLDER.parent.parent)}")


def settle(app: QApplication) -> None:
    """Lets the window arrange and paint itself."""
    for _ in range(TURNS):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def come_to_rest(window: MainWindow, app: QApplication) -> None:
    """Charts and pages are made beside the window: waits until it has looked the same for a while."""
    seen, since, end = window.grab().toImage(), time.monotonic(), time.monotonic() + LONGEST
    while time.monotonic() < min(end, since + AT_REST):
        time.sleep(0.05)
        settle(app)
        if (now := window.grab().toImage()) != seen:
            seen, since = now, time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
