"""Copies the diary by itself: once a day, after half an hour of changes, and at closing; at quiet moments, on a thread.

Once a month the newest copy is looked at, too.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bonddiary.domain.errors import DiaryDamaged, DiaryError
from bonddiary.ui import beside
from bonddiary.ui.session import Session

if TYPE_CHECKING:
    from bonddiary.diary.copies import Backups
    from bonddiary.domain.copies import Why

QUIET_MS = 45_000
"""Since the window opened, or since the newest change: a press waits for no copy."""
CHANGES = timedelta(minutes=30)
DOUBTFUL = (
    "A part of your diary differs from the copy before, and nothing here changed it. "
    "Settings has both copies, to look inside or to go back."
)
DAMAGED = (
    "A part of your diary can’t be read any more, so it wasn’t copied. Settings shows the copies there are."
)
Run = Callable[[Callable[[], None]], None]


def on_a_thread(work: Callable[[], None]) -> None:
    """Runs it beside the window; the program doesn't wait for it at its end: a copy cut off is none."""
    beside.on_a_thread(work, "copy-diary", daemon=True)


class Copying(QObject):
    """Begins when the diary has been opened. What can't be copied now is tried again at the next quiet moment."""

    damaged = Signal(str)
    """The diary can't be copied because a part of it can't be read any more; in words."""

    elsewhere = Signal()
    """A copy was made in the second place."""

    def __init__(self, session: Session, run: Run = on_a_thread) -> None:
        super().__init__(session)
        self._session = session
        self._run = run
        self._changed = self._made_up = False
        self._busy = threading.Lock()
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.look)
        self.elsewhere.connect(self._note_elsewhere)
        session.opened.connect(self._begin)
        session.diary_changed.connect(lambda _: self._note_change())

    def stop(self) -> None:
        """The diary is closed: what has changed since the newest copy is copied before the program ends."""
        self._timer.stop()
        if self._changed and not self._made_up and not self._session.ended:
            self._copy(lambda backups: self._wanted(backups, closing=True))

    def look(self) -> None:
        """Makes a copy where one is due."""
        if not self._made_up:
            self._run(
                lambda: self._copy(lambda backups: self._wanted(backups) or self._if_not_whole(backups))
            )

    def _begin(self) -> None:
        try:
            self._made_up = self._session.diary.is_demo  # nothing in it is anybody's
        except DiaryError:
            return
        self._timer.start()

    def _note_change(self) -> None:
        self._changed = True
        self._timer.start()

    def _note_elsewhere(self) -> None:
        with suppress(DiaryError):  # what is lost is the day in a sentence
            self._session.change_settings(copied_elsewhere=self._session.clock().day.isoformat())

    def _wanted(self, backups: "Backups", *, closing: bool = False) -> "Why | None":
        from bonddiary.domain.copies import Why

        if backups.due():
            return Why.DAILY
        newest = next(iter(backups.all()), None)
        old = newest is None or backups.now() - newest.made >= CHANGES
        if not self._changed or not old:
            return None
        return Why.CLOSING if closing else Why.CHANGES

    def _if_not_whole(self, backups: "Backups") -> "Why | None":
        """Looks at the newest copy once a month; a new one is made where it isn't whole any more."""
        from bonddiary.domain.copies import Why

        newest = backups.check_due()
        if newest is not None:
            try:
                backups.check(newest)
            except DiaryError:
                logging.getLogger(__name__).warning("the newest copy is not whole any more")
                return Why.DAILY
        return None

    def _copy(self, wanted: "Callable[[Backups], Why | None]") -> None:
        if not self._busy.acquire(blocking=False):
            return
        try:
            if self._session.work:
                return  # a passphrase is being set or taken away: copies come along there
            backups = self._session.backups
            self._copy_here(backups, wanted)
            self._copy_elsewhere(backups)
        finally:
            self._busy.release()

    def _copy_here(self, backups: "Backups", wanted: "Callable[[Backups], Why | None]") -> None:
        try:
            why = wanted(backups)
            if why is not None:
                self._changed = False
                if backups.make(why).doubtful:
                    self.damaged.emit(DOUBTFUL)
        except DiaryDamaged:
            self._changed = True
            logging.getLogger(__name__).warning("the diary could not be copied: a part is unreadable")
            self.damaged.emit(DAMAGED)
        except DiaryError as error:
            self._changed = True
            logging.getLogger(__name__).warning("the diary could not be copied: %s", type(error).__name__)

    def _copy_elsewhere(self, backups: "Backups") -> None:
        """What goes wrong there may be the stick's fault: it is tried again, and says nothing of the diary."""
        second = self._session.settings.second_place
        try:
            if second and backups.make_second(Path(second)) is not None:
                self.elsewhere.emit()
        except (DiaryError, OSError) as error:
            logging.getLogger(__name__).warning("no copy in the second place: %s", type(error).__name__)
