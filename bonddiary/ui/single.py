"""One program per diary: a second start asks the first to show a window, through a small file (no network sockets)."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt
from PySide6.QtWidgets import QWidget

from bonddiary.domain.ids import new_id
from bonddiary.system.files import atomic_write
from bonddiary.system.paths import Paths


class Ask(StrEnum):
    """What a second start asks for."""

    WINDOW = "window"
    QUICK_ADD = "quick-add"
    LOCK = "lock"


def request_file(paths: Paths) -> Path:
    """The file whose change asks the running program to show itself."""
    return paths.requests


def ask_to_show(paths: Paths, what: Ask = Ask.WINDOW) -> None:
    """Asks the running program to bring this window forward."""
    atomic_write(request_file(paths), [f"{what} {new_id()}".encode()], overwrite=True)


def watch_for_requests(
    paths: Paths, window: QWidget, answers: Mapping[Ask, Callable[[], object]] | None = None
) -> QFileSystemWatcher:
    """Does what another start asks for, each request once; the window itself comes forward where nothing else is said."""
    file = request_file(paths)
    file.touch(mode=0o600)
    watcher = QFileSystemWatcher([str(file)], window)
    answers = answers or {}
    seen = _said(file)

    def answer() -> None:
        nonlocal seen
        if str(file) not in watcher.files():  # an atomic write replaces the file, which ends the watch
            watcher.addPath(str(file))
        said = _said(file)
        if said == seen:
            return
        seen = said
        word = said.partition(" ")[0]
        what = Ask(word) if word in set(Ask) else Ask.WINDOW  # an older program writes an id alone
        answers.get(what, lambda: come_forward(window))()

    watcher.fileChanged.connect(answer)
    return watcher


def come_forward(window: QWidget) -> None:
    """Shows a window above the others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _said(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
