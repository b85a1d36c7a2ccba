"""The timers that run, above the page on every screen. Made when there is one: a start knows nothing of it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from bonddiary.domain.ids import MomentId
from bonddiary.domain.timer import TimerKind
from bonddiary.ui.overriding import override
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.timers.line import TimerRow
from bonddiary.ui.timers.presenter import TimerLine, TimersPresenter
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.focus import focus_first, order_stops
from bonddiary.ui.widgets.layout import column, scrolling

MINUTE = 60_000
LEAST, AROUND = 48, 24
"""The least height, and what stays free around what has the keyboard (of a field Qt brings the cursor alone), in units
of the text size."""
FIRST, SHARE = 0.25, 0.45
"""Of the window's height at most, the first timer and all of them: with three timers in a small window they scroll."""


class TimerStrip(QWidget):
    """Looks once a minute whether the computer slept for hours."""

    emptied = Signal()
    """The line that had the keyboard is gone, and no other asks: the page has it next, with what the timer became."""
    changed = Signal()
    """There are other lines than before."""

    def __init__(
        self, session: Session, theme: Theme, tell: Callable[[str], None], say: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[TimerRow] = []
        self._inside = QWidget()
        self._lines = column(gap=0)
        self._inside.setLayout(self._lines)
        self._high = 0
        self._scroll: QScrollArea = scrolling(self._inside)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._follow_keyboard)
        self.setLayout(column(self._scroll, gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Timers"))
        self._presenter = TimersPresenter(session, self._render, tell, say)
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(self._presenter.look)
        session.diary_changed.connect(self._presenter.on_change)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]
        self._presenter.opened()

    def toggle(self, kind: TimerKind) -> None:
        """Starts this kind of timer, or stops it. Where its end is asked for, the keyboard goes there."""
        self._presenter.toggle(kind)
        for each in self._rows:
            if each.line.asks and each.line.name.startswith(kind.value):
                focus_first(each)

    def start(self, kind: TimerKind, moment: MomentId) -> None:
        """Starts a timer for a moment."""
        self._presenter.start(kind, moment)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._high)

    @override
    def minimumSizeHint(self) -> QSize:
        """The first timer with its Stop is seen whole; where words are large the page keeps its least room."""
        least = self._theme.look.px(LEAST)
        if self._rows:
            first = self._rows[0].heightForWidth(max(self.width(), 1))
            least = max(least, min(first, int(self.window().height() * FIRST)))
        return QSize(0, min(self._high, least))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        QTimer.singleShot(0, self, self._follow_keyboard)  # once the lines have their places

    def _render(self, lines: tuple[TimerLine, ...]) -> None:
        before = {each.line.id: each for each in self._rows}
        asked = {id for id, each in before.items() if each.line.asks}
        held = self._held()
        for gone in [each for id, each in before.items() if id not in {line.id for line in lines}]:
            gone.hide()
            self._lines.removeWidget(gone)
            gone.deleteLater()
        self._rows = [self._row(line, before.get(line.id)) for line in lines]
        for line in lines:
            if line.asks and line.id not in asked:
                announce(self, line.words)
            elif line.problem:
                announce(self, line.problem, urgent=True)
        self.setVisible(bool(lines))
        self._minute.start() if lines and not self._minute.isActive() else None
        if not lines:
            self._minute.stop()
        order_stops(*self._rows)
        self._fit()
        self.changed.emit()
        if held is not None and held not in self._rows:
            self._go_on()

    def _go_on(self) -> None:
        """To the next question; else to the page, once that shows what was saved."""
        asking = next((each for each in self._rows if each.line.asks), None)
        if asking is None or not focus_first(asking):
            QTimer.singleShot(0, self, self.emptied.emit)

    def _row(self, line: TimerLine, there: TimerRow | None) -> TimerRow:
        if there is not None:
            there.render_line(line)
            return there
        made = TimerRow(self._theme, self._presenter, line)
        made.grown.connect(lambda: QTimer.singleShot(0, self, self._fit))
        self._lines.addWidget(made)
        return made

    def _held(self) -> TimerRow | None:
        focused = QApplication.focusWidget()
        return next((each for each in self._rows if focused and each.isAncestorOf(focused)), None)

    def _fit(self) -> None:
        width = max(self.width(), 1)
        high = sum(each.heightForWidth(width) for each in self._rows)
        high = min(high, int(self.window().height() * SHARE))
        if high != self._high:
            self._high = high
            self.updateGeometry()
        if any(each.line.typing for each in self._rows):
            QTimer.singleShot(0, self, self._follow_keyboard)  # the field for a time has come

    def _follow_keyboard(self) -> None:
        """There is more or less room than before: what has the keyboard stays in view."""
        focused = QApplication.focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, self._theme.look.px(AROUND))

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._presenter.look()
