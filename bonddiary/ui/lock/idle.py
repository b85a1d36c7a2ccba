"""Notices when nobody has touched the window for a while. It looks at windows, not at every event of every widget."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from bonddiary.ui.overriding import override

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
        QEvent.Type.NativeGesture,
    }
)


def seconds_with_sleep() -> float:
    """Seconds that also go by while the lid is closed, where the system counts them."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


class Idle(QObject):
    """Off until it is given minutes. A touch after a long sleep comes too late: it locks, and does nothing else."""

    idle = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] = seconds_with_sleep) -> None:
        super().__init__(parent)
        self._now = now
        self._limit = 0.0
        self._last = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    @property
    def seconds(self) -> float:
        """After how long it tells; 0 is never."""
        return self._limit

    def watch(self, minutes: int) -> None:
        """Begins anew with this limit; 0 ends it."""
        self._limit = minutes * 60.0
        self._last = self._now()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.disconnect(self._follow) if self._timer.isActive() else None
        self._timer.stop()
        if minutes:
            app.focusWindowChanged.connect(self._follow)
            for window in QGuiApplication.topLevelWindows():
                self._follow(window)
            self._timer.start(round(self._limit * 1000))

    def look(self) -> None:
        """The time may be up, or somebody has touched the window since."""
        left = self._last + self._limit - self._now()
        if not self._limit:
            return
        if left <= 0:
            self._last = self._now()
            self._timer.start(round(self._limit * 1000))
            self.idle.emit()
        else:
            self._timer.start(round(left * 1000) + 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._limit or event.type() not in TOUCHES:
            return False
        if self._now() - self._last >= self._limit:  # the computer slept, and the timer with it
            self.look()
            return True
        self._last = self._now()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
