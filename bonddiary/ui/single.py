"""One program per diary: a second start asks the first to show a window, through a small file (no network sockets)."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, Qt
from PySide6.QtWidgets import QWidget

from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import new_id
from bonddiary.system.files import atomic_write
from bonddiary.system.paths import Paths

WAIT_MS = 3_000
"""For another start that asks at the same moment."""


class Ask(StrEnum):
    """What a second start asks for."""

    WINDOW = "window"
    QUICK_ADD = "quick-add"
    LOCK = "lock"
    OPEN = "open"
    """Shows files; their names follow, each after a NUL byte, and go from the request once they are read."""


def request_file(paths: Paths) -> Path:
    """The file whose change asks the running program to show itself."""
    return paths.requests


def ask_to_show(paths: Paths, what: Ask = Ask.WINDOW) -> None:
    """Asks the running program to bring this window forward. Raises DiaryError."""
    with _alone(paths):
        files = _files_in(_said(request_file(paths)))
        if what is Ask.WINDOW and files:
            return  # they wait there to be shown: the window comes forward with them
        _write(paths, what, files)


def ask_to_open(paths: Paths, files: Sequence[Path]) -> None:
    """Asks the running program to show what is in these files, after those that wait already. Raises DiaryError."""
    with _alone(paths):
        waiting = _files_in(_said(request_file(paths)))
        _write(paths, Ask.OPEN, (*waiting, *(file.absolute() for file in files)))


def watch_for_requests(
    paths: Paths,
    window: QWidget,
    answers: Mapping[Ask, Callable[[], object]] | None = None,
    open_files: Callable[[tuple[Path, ...]], object] = lambda _files: None,
) -> QFileSystemWatcher:
    """Does what another start asks for, each request once; the window itself comes forward where nothing else is said."""
    file = request_file(paths)
    file.touch(mode=0o600)
    _take(paths)  # what an earlier program was asked and didn't live to do
    watcher = QFileSystemWatcher([str(file)], window)
    answers = answers or {}
    seen = _said(file)

    def answer() -> None:
        nonlocal seen
        if str(file) not in watcher.files():  # an atomic write replaces the file, which ends the watch
            watcher.addPath(str(file))
        said = _said(file)
        if said == seen or not said:
            return
        files = _take(paths)
        seen = _said(file) if files else said
        word = said.partition(b" ")[0].decode("ascii", "replace")
        what = Ask(word) if word in set(Ask) else Ask.WINDOW  # an older program writes an id alone
        answers.get(what, lambda: come_forward(window))()
        if files:
            open_files(files)

    watcher.fileChanged.connect(answer)
    return watcher


def come_forward(window: QWidget) -> None:
    """Shows a window above the others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _write(paths: Paths, what: Ask, files: Sequence[Path]) -> None:
    names = (b"\0" + os.fsencode(file) for file in files)
    atomic_write(request_file(paths), [f"{what} {new_id()}".encode(), *names], overwrite=True)


def _take(paths: Paths) -> tuple[Path, ...]:
    """The files that are asked for. Their names don't stay, unless the disk refuses: that is no reason not to start."""
    with _alone(paths):
        files = _files_in(_said(request_file(paths)))
        if files:
            with suppress(DiaryError):
                atomic_write(request_file(paths), [], overwrite=True)
        return files


@contextmanager
def _alone(paths: Paths) -> Iterator[None]:
    """Nobody else asks meanwhile; one who takes too long is waited for no more."""
    lock = QLockFile(str(request_file(paths)) + ".lock")
    held = lock.tryLock(WAIT_MS)
    try:
        yield
    finally:
        if held:
            lock.unlock()


def _files_in(said: bytes) -> tuple[Path, ...]:
    """Also those that wait beside a later request: to lock, for instance."""
    return tuple(Path(os.fsdecode(name)) for name in said.split(b"\0")[1:])


def _said(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
