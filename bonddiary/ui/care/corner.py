"""Care events on the Log page: the row under the board and the strip at its foot, with the presenter behind them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.care.presenter import CarePresenter, TakeTime
from bonddiary.ui.care.row import CareRow
from bonddiary.ui.care.state import CareState
from bonddiary.ui.care.strip import CareStrip
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce


class CareCorner(QObject):
    """Made once the diary is open: the page's first paint does without."""

    logged = Signal()
    """An event was saved: its strip takes the place of the moment's."""
    shown = Signal(object)
    """The strip to show in the place of the saved strip, or None."""
    kept = Signal()
    """Nothing waits to be saved any more."""
    refilled = Signal()
    """There are other parts for the keyboard than before."""

    def __init__(self, session: Session, theme: Theme, take_time: TakeTime, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.strip: CareStrip | None = None
        self.row = CareRow(theme)
        self.state = CareState()
        self.presenter = CarePresenter(
            session, take_time, self._render, lambda words: announce(parent, words)
        )
        self.row.pressed.connect(self._log)
        self.row.naming_asked.connect(lambda asks: self.presenter.ask_name(asks=asks))
        self.row.named.connect(self._name)
        self.row.try_again_asked.connect(self.presenter.try_again)
        self.row.refilled.connect(self.refilled)
        session.diary_changed.connect(self.presenter.on_change)

    def set_narrow(self, narrow: bool) -> None:
        """Whether the window is a narrow one."""
        self._narrow = narrow
        if self.strip is not None:
            self.strip.set_narrow(narrow)

    def finish(self) -> None:
        """Keeps what is half typed in the strip."""
        if self.strip is not None:
            self.strip.finish()

    def close_strip(self) -> None:
        """Another entry takes the strip's place, or it is put away."""
        self.finish()
        self.presenter.dismiss()

    def unsaved(self) -> str:
        """Keeps what is half typed, and says in words what can't be saved."""
        self.finish()
        return self.presenter.unsaved()

    def _log(self, choice: object) -> None:
        self._then(lambda: self.presenter.log(choice))  # type: ignore[arg-type]  # a signal carries an object

    def _name(self, name: str) -> None:
        self._then(lambda: self.presenter.add_own(name))

    def _then(self, act: Callable[[], None]) -> None:
        """What is half typed of one event is kept before the next takes the strip."""
        self.finish()
        before = self.state.saved
        act()
        now = self.state.saved
        if now is not None and (before is None or before.event.id != now.event.id):
            self.logged.emit()

    def _render(self, state: CareState) -> None:
        before, self.state = self.state, state
        self.row.render_state(state)
        if state.saved is not None:
            if self.strip is None:
                self.strip = CareStrip(self._theme, self.presenter, state.saved)
                self.strip.set_narrow(self._narrow)
            else:
                self.strip.render_saved(state.saved)
        if (before.saved is None) != (state.saved is None):
            self.shown.emit(self.strip if state.saved is not None else None)
        if state.saved != before.saved:
            self.refilled.emit()
        if before.waiting and not state.waiting:
            self.kept.emit()
