"""One window per diary: a second start asks the first to come forward, through a small file (no network sockets)."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt
from PySide6.QtWidgets import QWidget

from bonddiary.domain.ids import new_id
from bonddiary.system.files import atomic_write
from bonddiary.system.paths import Paths


def request_file(paths: Paths) -> Path:
    """The file whose change asks the open window to show itself."""
    return paths.state / "show-window"


def ask_to_show(paths: Paths) -> None:
    """Asks the open window to come forward."""
    atomic_write(request_file(paths), [new_id().encode()], overwrite=True)


def watch_for_requests(paths: Paths, window: QWidget) -> QFileSystemWatcher:
    """Brings the window forward whenever another start asks for it."""
    file = request_file(paths)
    file.touch(mode=0o600)
    watcher = QFileSystemWatcher([str(file)], window)

    def show() -> None:
        if str(file) not in watcher.files():  # an atomic write replaces the file, which ends the watch
            watcher.addPath(str(file))
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    watcher.fileChanged.connect(show)
    return watcher
