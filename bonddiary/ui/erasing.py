"""Erases for good what has been in Recently deleted long enough: some seconds after opening, a few entries at a time.

Where a family has everything erased, what the window wrote on its way out goes too.
"""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from bonddiary.domain.errors import DiaryError
from bonddiary.ui.session import Session

FIRST_MS, NEXT_MS = 5_000, 500
"""A press comes before it, and between two of its steps."""


class Eraser(QObject):
    """Begins when the diary has been opened. What can't be erased now is tried again at the next start."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.step)
        session.opened.connect(lambda: self._timer.start(FIRST_MS))

    def stop(self) -> None:
        """The window closes, and the diary with it."""
        self._timer.stop()

    def step(self) -> None:
        """Erases a few."""
        try:
            more = self._session.is_open and self._session.diary.erase_due()
        except DiaryError:
            return
        if more:
            self._timer.start(NEXT_MS)


def sweep(session: Session) -> None:
    """When the last window has closed: leaves nothing where everything was to go."""
    if session.ended and not session.moved:
        from bonddiary.diary.erasing_for_good import ErasingForGood

        with suppress(DiaryError):  # what is left was written since, and holds no entry
            ErasingForGood(session.paths, session.backups).erase_everything()
