"""When the window locks by itself: nobody touched it for a while, the computer goes to sleep, its screen is locked."""

from PySide6.QtCore import QObject, Signal

from bonddiary.ui.lock.bus import Desktop
from bonddiary.ui.lock.idle import Idle


class ByItself(QObject):
    """Made when somebody wants it."""

    time_to_lock = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._idle, self._desktop = Idle(self), Desktop(self)
        self._idle.idle.connect(self.time_to_lock)
        self._desktop.leaving.connect(self.time_to_lock)

    def watch(self, minutes: int) -> None:
        """Begins anew; 0: never, and nothing is listened to."""
        self._idle.watch(minutes)
        self._desktop.listen(minutes > 0)
