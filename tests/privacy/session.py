"""A session as a family has it, in the real program: `python -m tests.privacy.session FOLDER NAME NOTE HALF`.

NAME becomes the baby’s, NOTE a note, HALF is typed and never saved. It meets refusals and errors on its way, chooses to
write the files in FOLDER, and ends by closing the window.
"""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.programs.starting import start

if TYPE_CHECKING:
    from bonddiary.ui.main_window import MainWindow

NAME, NOTE, HALF = sys.argv[2:5] if __name__ == "__main__" else ("", "", "")
CHOSEN = ("diary.jsonl", "chart.png", "chart.svg")
"""The files that the session chooses to write."""


def live(window: "MainWindow", folder: Path) -> None:
    """Every step, one after the other, with the events of a keyboard where something is typed."""
    from PySide6.QtWidgets import QApplication

    from bonddiary.ui.pages.page import Place

    def settle() -> None:
        for _ in range(5):
            QApplication.processEvents()

    settle()
    name_the_baby(window)
    settle()
    log_with_note(window)
    settle()
    for place in Place:
        window.go(place)
        settle()
    choose_a_look(window)
    start_a_timer(window)
    save_files(window, folder)
    meet_refusals(window, folder)
    half_type(window)
    settle()
    copy_the_diary(window)
    break_down()
    settle()
    window.close()
    QApplication.quit()


def name_the_baby(window: "MainWindow") -> None:
    """In Settings, as a parent does it."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    from bonddiary.ui.pages.page import Place
    from bonddiary.ui.pages.settings.parts import BabyForm

    window.go(Place.SETTINGS)
    form = window.page(Place.SETTINGS).findChild(BabyForm)
    assert form is not None
    name = form.findChild(QLineEdit)
    assert name is not None
    QTest.keyClicks(name, NAME)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert [baby.nickname for baby in window.session.babies] == [NAME], window.session.babies


def log_with_note(window: "MainWindow") -> None:
    """One press, then a note in the saved strip."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton, QApplication

    from bonddiary.domain.ids import CueKey
    from bonddiary.ui.pages.log.page import LogPage
    from bonddiary.ui.pages.log.saved_rows import SavedRows
    from bonddiary.ui.pages.page import Place

    window.go(Place.LOG)
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    for _ in range(3):
        page.presenter.log(CueKey("rooting"))
        QApplication.processEvents()
    rows = page.findChild(SavedRows)
    assert rows is not None
    next(each for each in rows.findChildren(QAbstractButton) if each.text() == "Add note").click()
    QTest.keyClicks(rows._note, f"{NOTE} again")
    QTest.keyClick(rows._note, Qt.Key.Key_Return)
    QApplication.processEvents()
    notes = [str(getattr(each, "note", "")) for each in window.session.diary.records()]
    assert any(NOTE in note for note in notes), "the note was not saved"


def choose_a_look(window: "MainWindow") -> None:
    """A choice that is kept in the settings."""
    from bonddiary.ui.pages.page import Place
    from bonddiary.ui.pages.settings.page import SettingsPage

    page = window.page(Place.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.presenter.choose_text_size(110)


def start_a_timer(window: "MainWindow") -> None:
    """It runs on when the window is closed."""
    from bonddiary.domain.ids import MomentId
    from bonddiary.domain.timer import TimerKind

    window.timers.start(TimerKind.CRYING, MomentId(""))


def save_files(window: "MainWindow", folder: Path) -> None:
    """An archive and the first chart that can be drawn, as picture and drawing."""
    from bonddiary.analysis.insights import build_insights
    from bonddiary.analysis.names import Names
    from bonddiary.domain.period import Period
    from bonddiary.ui.files import save_archive_to
    from bonddiary.ui.pages.patterns.saving import write

    session = window.session
    save_archive_to(window, session, folder / CHOSEN[0])
    now, baby = session.clock(), session.babies[0]
    days = Period.ending(now.day, 14)
    diary = session.diary
    entries = diary.moments(baby.id, days), diary.care(baby.id, days), diary.day_marks(baby.id, days)
    insights = build_insights(*entries, days, now, Names.of(session.catalog, diary.words()))
    chart = insights.charts["two-weeks"]
    for name in CHOSEN[1:]:
        write(chart, folder / name, lambda _said: None, fail)


def fail(words: str) -> None:
    """What was to be written wasn't."""
    raise AssertionError(words)


def meet_refusals(window: "MainWindow", folder: Path) -> None:
    """Places that can't be written, files that can't be read: each is one sentence in the window."""
    from bonddiary.domain.errors import DiaryError
    from bonddiary.ui.files import bring_in_file, save_archive_to

    broken = folder / "broken.csv"
    broken.write_text(f"{NOTE},{NAME}\n")
    refused = 0
    acts: tuple[Callable[[], object], ...] = (
        lambda: save_archive_to(window, window.session, folder / "nowhere" / "diary.jsonl"),
        lambda: bring_in_file(window, window.session, broken),
    )
    for act in acts:
        try:
            act()
        except DiaryError:
            refused += 1
    broken.unlink()
    assert refused == 2


def half_type(window: "MainWindow") -> None:
    """A phrase, and a search, that nobody finishes."""
    from PySide6.QtTest import QTest

    from bonddiary.ui.pages.log.page import LogPage
    from bonddiary.ui.pages.page import Place

    window.go(Place.LOG)
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    page.start_typing()
    QTest.keyClicks(page._phrase.line, f"rooting {HALF}")


def copy_the_diary(window: "MainWindow") -> None:
    """A copy that counts."""
    from bonddiary.diary.copies import Backups
    from bonddiary.domain.copies import Why

    Backups(window.session.paths.diary, window.session.clock).make(Why.ASKED)


def break_down() -> None:
    """Errors that nobody thought of, with a note in their words: in a slot, and on a thread."""
    from threading import Thread

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def crash() -> None:
        words = f"{NAME}: {NOTE}"
        raise RuntimeError(words)

    QTimer.singleShot(0, crash)
    thread = Thread(target=crash)
    thread.start()
    thread.join()
    for _ in range(5):
        QApplication.processEvents()


def main(folder: Path) -> None:
    """Starts the program as its command does."""

    def watch(window: "MainWindow") -> object:
        from PySide6.QtCore import QTimer

        window.session.opened.connect(lambda: QTimer.singleShot(50, lambda: run(window)))
        return window

    def run(window: "MainWindow") -> None:
        try:
            live(window, folder)
        except BaseException:  # noqa: BLE001  # a session that stops half way proves nothing
            traceback.print_exc()
            os._exit(70)

    start("", watch)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
