"""One program per diary: a second start asks the first to show a window, through a small file (no network sockets)."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, Qt, QTimer
from PySide6.QtWidgets import QWidget

from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import new_id
from bonddiary.system.files import atomic_write
from bonddiary.system.paths import BESIDE_THE_LOCK, Paths

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
        said = _said(request_file(paths))
        files = _files_in(said)
        if what is Ask.WINDOW and files:
            what = Ask.OPEN  # they wait there to be shown: the window comes forward with them
        _write(paths, said, what, files)


def ask_to_open(paths: Paths, files: Sequence[Path]) -> None:
    """Asks the running program to show what is in these files, after those that wait already. Raises DiaryError."""
    with _alone(paths):
        said = _said(request_file(paths))
        _write(paths, said, Ask.OPEN, (*_files_in(said), *(file.absolute() for file in files)))


def watch_for_requests(
    paths: Paths,
    window: QWidget,
    answers: Mapping[Ask, Callable[[], object]] | None = None,
    open_files: Callable[[tuple[Path, ...]], object] = lambda _files: None,
) -> QFileSystemWatcher:
    """Does what another start asks for, each request once; the window itself comes forward where nothing else is said."""
    file = request_file(paths)
    waits = _asked_since_the_start(paths)
    file.touch(mode=0o600)
    seen = b"" if waits else _take(paths)  # what an earlier program was asked and didn't live to do
    watcher = QFileSystemWatcher([str(file)], window)
    answers = answers or {}

    def answer() -> None:
        nonlocal seen
        if str(file) not in watcher.files():  # an atomic write replaces the file, which ends the watch
            watcher.addPath(str(file))
        said = _take(paths)
        if said == seen or not said:
            return
        seen = said
        for what in _asks_in(said):
            answers.get(what, lambda: come_forward(window))()
        files = _files_in(said)
        if files:
            open_files(files)

    watcher.fileChanged.connect(answer)
    if waits:
        QTimer.singleShot(0, watcher, answer)  # once the window is up
    return watcher


def come_forward(window: QWidget) -> None:
    """Shows a window above the others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _write(paths: Paths, said: bytes, what: Ask, files: Sequence[Path]) -> None:
    """A request takes the place of the one before. One to lock that nobody has heard yet stays, and comes first."""
    words = dict.fromkeys(each for each in (*_asks_in(said), what) if each in (Ask.LOCK, what))
    names = (b"\0" + os.fsencode(file) for file in files)
    asked = " ".join([*words, new_id()])
    atomic_write(request_file(paths), [asked.encode(), *names], overwrite=True)


def _take(paths: Paths) -> bytes:
    """What is asked. Names of files and a lock don't stay, unless the disk refuses: that is no reason not to start."""
    with _alone(paths):
        said = _said(request_file(paths))
        if _files_in(said) or Ask.LOCK in _asks_in(said):
            with suppress(DiaryError):
                atomic_write(request_file(paths), [], overwrite=True)
        return said


def _asked_since_the_start(paths: Paths) -> bool:
    """Whether this program was asked before it could hear: it holds its lock from the start on."""
    try:
        asked, began = request_file(paths).stat(), paths.lock.stat()
    except OSError:
        return False
    return asked.st_size > 0 and asked.st_mtime_ns >= began.st_mtime_ns


@contextmanager
def _alone(paths: Paths) -> Iterator[None]:
    """Nobody else asks meanwhile; one who takes too long is waited for no more."""
    lock = QLockFile(str(paths.lock.with_name(BESIDE_THE_LOCK[1])))
    held = lock.tryLock(WAIT_MS)
    try:
        yield
    finally:
        if held:
            lock.unlock()


def _asks_in(said: bytes) -> tuple[Ask, ...]:
    """What is asked, in order: a word or two before the request's own id."""
    words = said.partition(b"\0")[0].decode("ascii", "replace").split(" ")
    known = tuple(Ask(word) for word in words if word in set(Ask))
    return known or ((Ask.WINDOW,) if said else ())  # an older program writes an id alone


def _files_in(said: bytes) -> tuple[Path, ...]:
    """Also those that wait beside a later request: to lock, for instance."""
    return tuple(Path(os.fsdecode(name)) for name in said.split(b"\0")[1:])


def _said(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
