"""What stands around the Log page's board at times: the first-run card and the baby switch above, the way to Catch up below."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.ui.pages.log.middle import Middle
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.focus import focus_first

if TYPE_CHECKING:
    from bonddiary.ui.pages.log.catch_up_line import CatchUpLine
    from bonddiary.ui.pages.log.first_run import FirstRunCard
    from bonddiary.ui.pages.log.presenter import LogPresenter
    from bonddiary.ui.pages.log.who_part import WhoPart


class Above(QObject):
    """Makes each part when it is first needed: the first paint needs none."""

    baby_asked = Signal(str)
    """The id of the baby to show; blank: all of them at once."""
    tip_opened = Signal(str)
    born_told = Signal(str)
    catch_up_asked = Signal()
    started = Signal(object)
    """The baby of the first-run card."""
    skipped = Signal()
    bring_in_asked = Signal()
    sharing_asked = Signal()
    made = Signal()

    def __init__(self, session: Session, theme: Theme, middle: Middle, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._theme, self._middle = session, theme, middle
        self.first_run: FirstRunCard | None = None
        self._catch_up: CatchUpLine | None = None
        self._who: WhoPart | None = None

    def serve(self, presenter: "Callable[[], LogPresenter]") -> None:
        """What is said in these parts goes to the presenter, made when it is first asked for."""

        def tell_born(typed: str) -> None:
            from bonddiary.ui.widgets.date_field import read_date  # few starts need it

            presenter().tell_born(typed, read_date)

        self.born_told.connect(tell_born)
        self.started.connect(lambda baby: presenter().first_baby(baby))
        self.skipped.connect(lambda: presenter().finish_first_run())

    def parts(self) -> tuple[QWidget | None, ...]:
        """Those that are there, from the top."""
        who = self._who
        switch, before_birth = (who.switch, who.before_birth) if who is not None else (None, None)
        return self.first_run, switch, before_birth

    def low(self) -> QWidget | None:
        """The way to Catch up, under the board."""
        return self._catch_up

    @property
    def has_keyboard(self) -> bool:
        """Whether somebody types in the card of the first run."""
        focused = QApplication.focusWidget()
        return self.first_run is not None and focused is not None and self.first_run.isAncestorOf(focused)

    def keep_keyboard(self) -> None:
        """What has the keyboard is in view. Beside the card of the first run that is the card: it is to be read."""
        if self.first_run is None:
            self._middle.keep_keyboard()
        elif self._middle.hides_keyboard():
            focus_first(self.first_run)

    def stop(self) -> QWidget | None:
        """Where the keyboard goes while there is no board."""
        return self._who.stop() if self._who is not None else None

    def render_state(self, state: LogState) -> None:
        """Shows the parts that the state asks for."""
        self._show_who(state)
        self.show_first_run(state)

    def show_first_run(self, state: LogState) -> None:
        """Shows the card of the first run, or puts it away."""
        if state.first_run and self.first_run is None:
            from bonddiary.ui.pages.log.first_run import FirstRunCard

            self.first_run = FirstRunCard(self._theme)
            self.first_run.started.connect(self.started)
            self.first_run.skipped.connect(self.skipped)
            self.first_run.look_asked.connect(self._look_around)
            self.first_run.bring_in_asked.connect(self.bring_in_asked)
            self.first_run.sharing_asked.connect(self.sharing_asked)
            self._middle.put_first(self.first_run)
            self.made.emit()
        elif not state.first_run and self.first_run is not None:
            self.first_run.hide()
            self.first_run.deleteLater()
            self.first_run = None
        if self.first_run is not None:
            self.first_run.show_problem(state.first_run_problem)

    def _look_around(self) -> None:
        from bonddiary.ui.look_around import start

        if self.first_run is not None and start(self._session.paths):
            announce(self.first_run, self.tr("A made-up diary opens in a window of its own."))

    def look_back(self) -> None:
        """Offers Catch up after some hours without an entry."""
        if self._catch_up is None:
            from bonddiary.ui.pages.log.catch_up_line import CatchUpLine

            self._catch_up = CatchUpLine(self._session, self._theme)
            self._catch_up.asked.connect(self.catch_up_asked)
            self._middle.put_line(self._catch_up)
            self.made.emit()
        self._catch_up.look()

    def _show_who(self, state: LogState) -> None:
        if self._who is None:
            from bonddiary.ui.pages.log.who_part import WhoPart

            if not WhoPart.needed(state.who):
                return
            self._who = WhoPart(self._theme, self._middle)
            self._who.baby_asked.connect(self.baby_asked)
            self._who.all_asked.connect(lambda: self.baby_asked.emit(""))
            self._who.tip_opened.connect(self.tip_opened)
            self._who.born_told.connect(self.born_told)
            self._who.made.connect(self.made)
        self._who.render_state(state.who)
