"""A quiet line when nothing was noted for a while: what happened since can be noted now. It counts nothing."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from bonddiary.domain.errors import DiaryError
from bonddiary.domain.period import Period
from bonddiary.domain.search import Search
from bonddiary.ui.overriding import override
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import label
from bonddiary.ui.widgets.press import PushChip

QUIET = timedelta(hours=4)
"""The last entry is this old, or older."""
NOON = 12


class CatchUpLine(QWidget):
    """Hidden unless there is something to ask. It stands under the tiles, which never move for it: it comes when the page
    is come back to, or the window while no pointer is over it, and goes with an entry.
    """

    asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._words = label(kind="quiet")
        self._words.setMinimumWidth(1)  # wraps where it has to: see resizeEvent
        self._chip = PushChip(theme, self.tr("Catch up"))
        self._chip.setAccessibleDescription(self.tr("Notes what happened in the night, or on another day"))
        self._chip.clicked.connect(self.asked)
        flow = FlowLayout(self, gap=4)
        flow.addWidget(self._words)
        flow.addWidget(self._chip)
        session.diary_changed.connect(self._on_change)
        session.baby_changed.connect(self.look)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]
        self.hide()

    def look(self) -> None:
        """Shows the line where the last entry is old enough."""
        asks = self._asks()
        night = self._session.clock().wall.hour < NOON
        self._words.setText(
            self.tr("Anything from the night?") if night else self.tr("Anything from earlier?")
        )
        self._ask(asks)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._words.setWordWrap(False)
        self._words.setWordWrap(self._words.sizeHint().width() > self.width())

    def _ask(self, asks: bool) -> None:
        if not asks and self._chip.hasFocus():
            self.focusNextChild()
        self.setVisible(asks)

    def _asks(self) -> bool:
        try:
            return self._session.is_open and self._is_quiet()
        except DiaryError:
            return False  # the page says itself what can't be read

    def _is_quiet(self) -> bool:
        baby, now, diary = self._session.baby, self._session.clock(), self._session.diary
        if baby is None:
            return False
        since = now.shifted(-QUIET)
        if any(each.at.utc > since.utc for each in diary.moments_since(baby.id, since)):
            return False
        care = diary.care(baby.id, Period(since.day, now.day))
        if any((each.until or each.at).utc > since.utc for each in care):
            return False
        return bool(diary.days_with_entries(baby.id, date.max, 1, Search()))

    def _on_change(self, _change: object) -> None:
        if not self.isHidden():
            self._ask(self._asks())

    def _on_state(self, state: Qt.ApplicationState) -> None:
        active = state is Qt.ApplicationState.ApplicationActive
        if active and self.isHidden() and not self.window().underMouse():
            self.look()
