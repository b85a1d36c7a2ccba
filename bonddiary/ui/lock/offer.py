"""A passphrase is offered once, after the first day, in a quiet line that can be put off for good."""

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from bonddiary.domain.errors import DiaryError
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session

QUIET_MS = 2_000
"""After opening: what the parent came for comes first."""
WORDS = "You could lock this diary with a passphrase, so that others who use this computer can’t open it."


class Offer(QObject):
    """Of one session."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(session)
        self._window, self._session = window, session
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.look)
        if not session.settings.passphrase_offered:
            session.opened.connect(self._timer.start)

    def look(self) -> None:
        """Offers it where there is no passphrase, and something was noted on a day before this one."""
        session = self._session
        if self._window.bar.stands:
            return  # another day
        if session.settings.passphrase_offered or session.key is not None or not session.is_open:
            return
        try:
            due = not session.diary.is_demo and self._used_before_today()
        except DiaryError:
            return
        if due:
            self._window.stand(
                self.tr(WORDS), (self.tr("Look at it"), self._go), (self.tr("No, thank you"), self._put_off)
            )

    def _used_before_today(self) -> bool:
        yesterday = self._session.clock().day - timedelta(days=1)
        periods = [self._session.diary.whole_period(baby.id) for baby in self._session.babies]
        return any(period is not None and period.first <= yesterday for period in periods)

    def _go(self) -> None:
        self._put_off()
        self._window.go(Place.SETTINGS)
        self._window.page(Place.SETTINGS).show_section("passphrase")

    def _put_off(self) -> None:
        self._window.stand()
        try:
            self._session.change_settings(passphrase_offered=True)
        except DiaryError as error:
            self._window.say(str(error))
