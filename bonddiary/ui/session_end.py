"""The desktop's session ends, or the program is told to stop: what is half typed is kept, the diary closed, nothing asked."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager

from bonddiary.ui.session import Session

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""What a log-out, a closed terminal and Ctrl+C in one send."""
ASKED_MS = 60_000
"""For so long after the desktop said that the session ends, no window asks before it closes."""


class Leaver(Protocol):
    """A window that can be left."""

    ending: bool
    """It closes without asking."""

    @property
    def session(self) -> Session: ...

    def keep(self) -> str: ...


class SessionEnd(QObject):
    """For as long as the windows run."""

    def __init__(
        self, app: QGuiApplication, leaver: Callable[[], Leaver], keep_more: Callable[[], object]
    ) -> None:
        """`leaver`: the window that there is now. `keep_more`: keeps what is half typed beside it."""
        super().__init__(app)
        self._leaver, self._keep_more = leaver, keep_more
        self._before: dict[int, object] = {}
        self._pipe: tuple[int, int] | None = None
        self._ending = self._told = False
        app.commitDataRequest.connect(self._on_commit)
        if os.name == "posix":
            self._listen()

    def _listen(self) -> None:
        """Signals reach Python when it runs next, and Qt may wait for long: a byte in a pipe wakes it."""
        self._pipe = read, write = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for name in SIGNALS:
            number = signal.Signals[name]
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup: it is to go on
                self._before[number] = signal.signal(number, lambda *_: None)
        notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_signal)

    def stop(self) -> None:
        """The windows are closed: signals mean again what they meant before. What ended them may be said once more,
        at any time: then the program is on its way out already, and isn't cut off there."""
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            for number, before in self._before.items():
                after = signal.SIG_IGN if self._told else before
                signal.signal(number, after)  # type: ignore[arg-type]  # as it was given
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def end(self) -> None:
        """Keeps, closes, and ends the program. Work on the diary's file is let finish first."""
        session = self._leaver().session
        if self._ending:
            return
        if session.work:
            session.held.connect(self.end)
            return
        self._ending = True
        self._keep()
        session.close()
        QCoreApplication.exit(0)

    def _keep(self) -> None:
        leaver = self._leaver()
        if not leaver.session.work:
            leaver.keep()
            self._keep_more()

    def _on_signal(self) -> None:
        self._told = True
        if self._pipe is not None:
            with suppress(BlockingIOError):
                os.read(self._pipe[0], 64)
        self.end()

    def _on_commit(self, manager: QSessionManager) -> None:
        """The desktop asks everybody to save. It may still be put off, so the diary stays open."""
        manager.setRestartHint(
            QSessionManager.RestartHint.RestartNever
        )  # nothing of us in the desktop's lists
        leaver = self._leaver()
        leaver.ending = True
        self._keep()
        QTimer.singleShot(ASKED_MS, self, self._ask_again)

    def _ask_again(self) -> None:
        self._leaver().ending = False
