"""`bonddiary quick-add`: asks the running program for its small window, or starts with that window alone."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from bonddiary.system.clock import Clock
from bonddiary.system.log import install_excepthook, start_log
from bonddiary.system.paths import Paths
from bonddiary.ui.application import held_elsewhere, make_app, make_session, take_from_elsewhere, take_lock
from bonddiary.ui.erasing import sweep
from bonddiary.ui.lock.door import LateDoor
from bonddiary.ui.quick.window import QuickWindow
from bonddiary.ui.session import Session
from bonddiary.ui.session_end import SessionEnd
from bonddiary.ui.single import Ask, ask_to_show, come_forward, request_file, watch_for_requests
from bonddiary.ui.synced import start_again
from bonddiary.ui.theme.theme import Theme

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary
    from bonddiary.ui.app import QuickAdd
    from bonddiary.ui.incoming import Incoming
    from bonddiary.ui.main_window import MainWindow


def run(paths: Paths, open_diary: "Callable[..., Diary]", clock: Clock) -> int:
    """Runs until the last window is closed; the result is the exit code. Raises DiaryError before a window is up."""
    if LateDoor(paths, clock).locked:
        from bonddiary.ui.app import run as run_window

        return run_window(paths, open_diary, clock, quick_add=True)  # it asks for the passphrase first
    paths.make()
    start_log(paths.log)
    install_excepthook()
    lock = take_lock(paths)
    if lock is None and not held_elsewhere(paths):
        ask_to_show(paths, Ask.QUICK_ADD)
        return 0
    app = make_app(sys.argv)
    lock = lock or take_from_elsewhere(app, paths)
    if lock is None:
        return 1
    session, theme = make_session(app, paths, open_diary, clock)
    alone = Alone(session, theme)
    watch_for_requests(
        paths,
        alone.quick,
        {Ask.QUICK_ADD: alone.open, Ask.WINDOW: alone.show_main, Ask.LOCK: alone.lock},
        alone.open_files,
    )
    end = SessionEnd(app, lambda: alone, alone.keep_quick)
    theme.wear()
    alone.quick.open()
    code = app.exec()
    end.stop()
    session = alone.session
    session.close()
    sweep(session)
    start_again(session)
    return code


class Alone:
    """The small window without the main one, which is made when somebody asks for it."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self._session, self._theme = session, theme
        self._main: MainWindow | None = None
        self.quick = QuickWindow(session, theme)
        self.quick.help_asked.connect(self.show_help)
        self.quick.lock_asked.connect(self.lock)
        self._beside: QuickAdd | None = None
        self._incoming: Incoming | None = None

    @property
    def ending(self) -> bool:
        """Whether windows close without asking."""
        return self._main is not None and self._main.ending

    @ending.setter
    def ending(self, ending: bool) -> None:
        if self._main is not None:
            self._main.ending = ending

    @property
    def session(self) -> Session:
        """The session there is now: a lock with a passphrase begins another."""
        return self._main.session if self._main is not None else self._session

    def open(self) -> None:
        """The small window comes forward, after the lock where there is one."""
        (self._beside or self.quick).open()

    def keep(self) -> str:
        """Keeps what is half done in the main window, where there is one."""
        return self._main.keep() if self._main is not None else ""

    def keep_quick(self) -> str:
        """The same of the small window."""
        return self._beside.keep() if self._beside is not None else self.quick.keep()

    def open_files(self, files: tuple[Path, ...]) -> None:
        """What is in files is said in the main window."""
        self.show_main()
        assert self._incoming is not None
        self._incoming.open(files)

    def lock(self) -> None:
        """Hides everything: without the main window there is nothing but to close."""
        if self._main is not None:
            self._main.lock_asked.emit()
        else:
            self.quick.close()

    def show_main(self) -> "MainWindow":
        """The main window comes forward."""
        if self._main is None:
            from bonddiary.ui.app import QuickAdd, keep_locked, make_main, place_window, take_files

            self._main = make_main(self._session, self._theme)
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            place_window(app, self._main)
            self._beside = QuickAdd(self._main, self.quick)
            door = LateDoor(self._session.paths, self._session.clock)
            self._incoming = take_files(self._main, keep_locked(self._main, door, self._beside))
            if self._session.is_open:
                self._session.opened.emit()  # the new window hears of it as it would have
        come_forward(self._main)
        return self._main

    def show_help(self) -> None:
        """Get help, in the main window."""
        from bonddiary.ui.pages.page import Place

        self.show_main().go(Place.HELP)


def ask_to_lock(paths: Paths) -> bool:
    """Asks the running program to lock its window; False where none runs."""
    if not request_file(paths).exists():
        return False
    lock = take_lock(paths)
    if lock is not None:
        lock.unlock()
        return False
    ask_to_show(paths, Ask.LOCK)
    return True
