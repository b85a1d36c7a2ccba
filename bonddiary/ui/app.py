"""Starts the window: lock, look, Log page painted; then the diary is opened."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from bonddiary.system.clock import Clock
from bonddiary.system.log import install_excepthook, start_log
from bonddiary.system.paths import Paths
from bonddiary.ui.ahead import WAIT_MS, load_ahead
from bonddiary.ui.application import (
    FilesOpened,
    held_elsewhere,
    make_app,
    make_session,
    take_from_elsewhere,
    take_lock,
)
from bonddiary.ui.copying import Copying
from bonddiary.ui.erasing import Eraser, sweep
from bonddiary.ui.garbage import look_again
from bonddiary.ui.incoming import Incoming
from bonddiary.ui.lock.door import Door, LateDoor
from bonddiary.ui.lock.keeper import Keeper
from bonddiary.ui.lock.offer import Offer
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from bonddiary.ui.places import Places
from bonddiary.ui.session import Session
from bonddiary.ui.session_end import SessionEnd
from bonddiary.ui.single import Ask, ask_to_open, ask_to_show, come_forward, watch_for_requests
from bonddiary.ui.synced import SyncedWarning, start_again
from bonddiary.ui.theme.icons import icon
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.updated import Updated
from bonddiary.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary
    from bonddiary.ui.jobs import Submit
    from bonddiary.ui.quick.window import QuickWindow

ALREADY_OPEN = "Bond Diary is already open; its window has been asked to come forward."


def run(
    paths: Paths,
    open_diary: "Callable[..., Diary]",
    clock: Clock,
    *,
    quick_add: bool = False,
    files: Sequence[Path] = (),
) -> int:
    """Runs the window until it is closed; the result is the exit code. Raises DiaryError before the window is up.

    `quick_add`: the small window is opened with it, once the diary can be. `files`: what is in them is said then.
    """
    paths.make()
    start_log(paths.log)
    install_excepthook()
    app = make_app(sys.argv)
    lock = take_lock(paths)
    if lock is None and held_elsewhere(paths):
        lock = take_from_elsewhere(app, paths)
        if lock is None:
            return 1
    if lock is None:
        return ask(paths, quick_add=quick_add, files=files)
    door = LateDoor(paths, clock)
    locked = door.locked
    window = (
        make_locked(app, paths, open_diary, clock) if locked else make_window(app, paths, open_diary, clock)
    )
    window.ending = not paths.kept
    place_window(app, window)
    quick = QuickAdd(window)
    end = SessionEnd(app, lambda: window, quick.keep)
    keeper = keep_locked(window, door, quick)
    incoming = take_files(window, keeper)
    if isinstance(app, FilesOpened):
        app.file_opened.connect(lambda name: incoming.open((Path(name),)))
    watch_for_requests(paths, window, {Ask.QUICK_ADD: quick.open, Ask.LOCK: keeper.lock}, incoming.open)
    load_when_used(window, keeper)
    if locked:
        keeper.start_locked()
    if quick_add:
        quick.open()
    incoming.open(files)
    window.show()
    code = app.exec()
    end.stop()
    sweep(window.session)
    start_again(window.session)
    return code


def ask(paths: Paths, *, quick_add: bool, files: Sequence[Path]) -> int:
    """Asks the program that has this diary open; the result is the exit code. Raises DiaryError."""
    if files:
        ask_to_open(paths, files)
        return 0  # done as asked
    ask_to_show(paths, Ask.QUICK_ADD if quick_add else Ask.WINDOW)
    print(ALREADY_OPEN, file=sys.stderr)  # noqa: T201
    return 1


def load_when_used(window: MainWindow, keeper: Keeper) -> None:
    """What start-up put off, once the window can be seen and used."""
    window.painted.connect(look_again)
    for opened in (window.session.opened, keeper.opened):
        opened.connect(look_again)  # SQLAlchemy is there by now
        opened.connect(lambda: QTimer.singleShot(WAIT_MS, window, load_ahead))


def make_window(
    app: QApplication, paths: Paths, open_diary: "Callable[..., Diary]", clock: Clock
) -> MainWindow:
    """The window with its places; the diary is opened after the first paint."""
    return make_main(*make_session(app, paths, open_diary, clock))


def make_locked(
    app: QApplication, paths: Paths, open_diary: "Callable[..., Diary]", clock: Clock
) -> MainWindow:
    """The window with nothing in it: what opens it puts its places in."""
    session, theme = make_session(app, paths, open_diary, clock)
    window = MainWindow(session, theme, {}, furnished=False)
    theme.wear()
    return window


def make_main(session: Session, theme: Theme) -> MainWindow:
    """The window of a session."""
    places = Places(session, theme)
    window = MainWindow(session, theme, places.factories())
    places.window = window
    window.painted.connect(lambda: QTimer.singleShot(0, session.warm))  # the window can be pressed first
    _attend(window, session)
    theme.wear()  # once, when all widgets are there: each would be styled again whenever it is put somewhere
    return window


def furnish(window: MainWindow, session: Session, theme: Theme) -> None:
    """Puts the places of another session into a window that was emptied or never filled."""
    places = Places(session, theme)
    places.window = window
    window.furnish(session, theme, places.factories())
    _attend(window, session)


def keep_locked(window: MainWindow, door: Door, quick: "QuickAdd", submit: "Submit | None" = None) -> Keeper:
    """What locks this window."""
    keeper = Keeper(window, door, furnish, quick.put_away, submit)
    quick.keeper = keeper
    return keeper


def place_window(app: QApplication, window: MainWindow) -> None:
    """The window comes back to where it was."""
    place = WindowPlace(window, window.session.paths.window)
    place.restore()
    app.aboutToQuit.connect(place.remember)


def take_files(window: MainWindow, keeper: Keeper) -> Incoming:
    """What shows files in this window, after the lock where there is one."""
    incoming = Incoming(window, lambda: keeper.locked)
    keeper.opened.connect(incoming.go_on)
    return incoming


def _attend(window: MainWindow, session: Session) -> None:
    """What goes on beside the window for as long as a session lasts."""
    session.opened.connect(lambda: window.setWindowIcon(icon("app", "#1F5F6B", 64)))
    eraser, copying = Eraser(session), Copying(session)
    copying.damaged.connect(window.say)
    SyncedWarning(window)
    session.rescued.connect(window.say)
    Offer(window, session)
    Updated(window, session, window.commands.show_news)
    app = QCoreApplication.instance()
    assert app is not None
    app.aboutToQuit.connect(eraser.stop)
    app.aboutToQuit.connect(copying.stop)


class QuickAdd:
    """The small window beside the main one, made when somebody asks for it."""

    def __init__(self, window: MainWindow, quick: "QuickWindow | None" = None) -> None:
        """`quick`: the small window, where it was there first."""
        self._window = window
        self._quick = quick
        self.keeper: Keeper | None = None
        self._asked = False

    def open(self) -> None:
        """Comes forward; the main window stays where it is. While that is locked, it asks first."""
        if self.keeper is not None and self.keeper.locked:
            if not self._asked:
                self._asked = True
                self.keeper.opened.connect(self._open_after_all)
            come_forward(self._window)
            return
        if self._quick is None:
            from bonddiary.ui.quick.window import QuickWindow

            self._quick = QuickWindow(self._window.session, self._window.theme)
            self._quick.help_asked.connect(self._show_help)
            self._quick.lock_asked.connect(self._window.lock_asked)
        self._quick.open()

    def keep(self) -> str:
        """Keeps what is half typed; says in words what can't be."""
        return self._quick.keep() if self._quick is not None else ""

    def put_away(self) -> str:
        """Before the lock: what is half typed is kept. Says in words what can't be; it stays in memory then."""
        if self._quick is None:
            return ""
        self._quick.hide()
        words = self._quick.keep()
        if not words:
            self._quick.deleteLater()
            self._quick = None
        return words

    def _open_after_all(self) -> None:
        if self._asked and self.keeper is not None:
            self._asked = False
            self.keeper.opened.disconnect(self._open_after_all)
            self.open()

    def _show_help(self) -> None:
        self._window.go(Place.HELP)
        come_forward(self._window)
