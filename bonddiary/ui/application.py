"""What every window of the program stands on: the application object, one lock a diary, the session, the look."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QLockFile, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from bonddiary import APP_ID
from bonddiary.content.loader import load_catalog
from bonddiary.system.clock import Clock, zone_is_known
from bonddiary.system.paths import Paths
from bonddiary.system.running import holder
from bonddiary.system.settings import load_settings
from bonddiary.ui.overriding import override
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary


WORKER_S = 0.0005
"""Seconds for which a worker that computes may keep Python to itself. Painting and layout ask for Python at every widget
of ours, each time anew: with Python's own 5 ms a page of twenty such steps stood still for a tenth of a second."""


class FilesOpened(QApplication):
    """On macOS a file that was opened in the Finder comes as an event, not as an argument."""

    file_opened = Signal(str)
    """Its name."""

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def make_app(arguments: list[str]) -> QApplication:
    """The application object, named for the desktop and for screen readers."""
    sys.setswitchinterval(WORKER_S)
    kind = FilesOpened if sys.platform == "darwin" else QApplication
    app = kind([*arguments, "-style", "Fusion"])  # setStyle() would load all of QStyle for its result
    app.setApplicationName("bonddiary")
    app.setApplicationDisplayName("Bond Diary")
    app.setDesktopFileName(APP_ID)
    return app


def take_lock(paths: Paths) -> QLockFile | None:
    """The lock of the one program that shows this diary's windows; None while another has it.

    One that a program left which was killed is taken over; one from another computer never is.
    """
    lock = QLockFile(str(paths.lock))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None


def take_from_elsewhere(app: QApplication, paths: Paths) -> QLockFile | None:
    """Where another computer has the lock: says so, and takes it if the parent says that it isn't open there."""
    found = holder(paths.lock)
    if found is None:
        return take_lock(paths)
    from bonddiary.ui.elsewhere import Elsewhere

    theme = Theme(app, load_settings(paths.settings))
    window = Elsewhere(found.computer, paths.data)
    theme.wear()
    if not window.ask():
        return None
    if holder(paths.lock) == found:  # nobody else has answered in the meantime
        paths.lock.unlink(missing_ok=True)
    return take_lock(paths)


def held_elsewhere(paths: Paths) -> bool:
    """Whether the lock is another computer's."""
    found = holder(paths.lock)
    return found is not None and found.elsewhere


def make_session(
    app: QApplication, paths: Paths, open_diary: "Callable[..., Diary]", clock: Clock
) -> tuple[Session, Theme]:
    """What windows share; the diary is not opened yet."""
    os.environ.setdefault("MPLCONFIGDIR", str(paths.chart_cache))
    settings = load_settings(paths.settings)
    theme = Theme(app, settings)
    session = Session(
        paths,
        lambda *key: open_diary(clock, *key),
        load_catalog(keep=paths.state),
        clock,
        settings,
        _region(),
        zone_is_known,
    )
    follow(session, theme)
    return session, theme


def follow(session: Session, theme: Theme) -> None:
    """The look follows the choices."""
    session.settings_changed.connect(lambda: theme.choose(session.settings))


def _region() -> str:
    """The code of the region this computer is set to, such as GB; Qt asks each system in its own way."""
    return QLocale.territoryToCode(QLocale.system().territory())
