"""Draws the Log page. What isn't needed for its first paint is imported when it is first shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import CueKey
from bonddiary.domain.when import When
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.above import Above
from bonddiary.ui.pages.log.board import Board
from bonddiary.ui.pages.log.care_side import CareSide
from bonddiary.ui.pages.log.foot import Foot
from bonddiary.ui.pages.log.looking import Looking
from bonddiary.ui.pages.log.middle import Middle
from bonddiary.ui.pages.log.start import start_state
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.pages.log.strip import SavedStrip
from bonddiary.ui.pages.log.time_row import TimeRow
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.phrase.entry import PhraseEntry
from bonddiary.ui.phrase.line import begins_phrase
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.focus import focus_first, order_stops
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import label, row

if TYPE_CHECKING:
    from bonddiary.ui.pages.log.presenter import LogPresenter
    from bonddiary.ui.pages.log.recent_panel import RecentPanel

MARGINS = {Width.WIDE: (19, 14, 19, 14), Width.MEDIUM: (15, 6, 3, 8), Width.NARROW: (7, 6, 0, 6)}
"""Room for the scroll bar is beside the board, so on the right the page itself needs less."""
BAR = 16
"""What a scroll bar may take, in pixels."""


class LogPage(Page):
    """Notice, tried, then."""

    meaning_asked = Signal(str)
    """A cue's key: its tips are asked for."""
    entry_opened = Signal(object)
    """The Ref of an entry to show in the Timeline."""
    help_asked = Signal()
    catch_up_asked = Signal()
    timer_asked = Signal(str, str)
    """What to time, and the id of the moment in the strip."""
    tip_opened = Signal(str)
    """A tip's key: before a birth the page offers some."""
    baby_asked = Signal(str)
    """The id of the baby to show; blank: all of them at once."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._presenter: LogPresenter | None = None
        self._state = start_state(session.catalog, first_run=session.is_new)
        self._bar = InlineBar()
        self._phrase = PhraseEntry(session, theme, "phrase", self)
        self._times = TimeRow(theme)
        self._board = Board(theme, self._state, label("", "quiet"))
        self._strip = SavedStrip(theme)
        self._foot = Foot(theme, self._strip)
        self._done = InlineBar("strip")
        self._foot.put_over(self._done)
        self._panel: RecentPanel | None = None
        self._middle = Middle(theme, self._bar, self._phrase, self._times, self._board, self._foot)
        self.above = Above(session, theme, self._middle, self)
        self._search = Looking(theme, session.catalog, self._middle, self._board, self._foot, self)
        self._care = CareSide(session, theme, self._middle, self._foot, self)
        self._across = row(self._middle, gap=2)
        self.setLayout(self._across)
        self._connect()
        session.baby_changed.connect(self._on_baby)
        session.opened.connect(self._on_opened)
        session.diary_changed.connect(lambda change: self.presenter.on_change(change))  # noqa: PLW0108
        session.settings_changed.connect(self._apply_settings)
        theme.changed.connect(self._fit_soon)
        self._times.render_state(self._state)
        self.above.show_first_run(self._state)  # coming later it would move the board under a press
        self._apply_settings()

    @property
    def presenter(self) -> "LogPresenter":
        """Made at the first press or when the diary is open, whichever is first: the board is painted without it."""
        if self._presenter is None:
            from bonddiary.ui.pages.log.presenter import LogPresenter

            say = partial(announce, self)
            self._presenter = LogPresenter(self._session, self._state, self._render, say)
        return self._presenter

    @override
    def enter(self) -> None:
        if self._session.is_open:
            self.presenter.enter()
            self.above.look_back()
            self._care.corner.presenter.refresh()
        # unless somebody types while the diary opens
        if self._search.hidden and not (self._phrase.line.hasFocus() or self.above.has_keyboard):
            self._give_to_board()

    @override
    def regions(self) -> list[QWidget]:
        parts = (
            self._bar,
            *self.above.parts(),
            self._phrase.line,
            self._phrase.below,
            self._times,
            *self._search.parts(),
            self._board,
            self.above.low(),
            *self._care.parts(self._done, self._foot.care, self._strip),
            self._panel,
        )
        return [part for part in parts if part is not None]

    @override
    def unsaved(self) -> str:
        self._strip.finish()
        said = [self._presenter.unsaved()] if self._presenter is not None else []
        said += [self._phrase.unsaved(), self._care.unsaved()]
        return " ".join(filter(None, said))

    @override
    def go_on(self) -> None:
        if not self._strip.give():
            self._give_to_board()

    @override
    def start_typing(self) -> None:
        if not self._phrase.line.isHidden():  # before a birth there is nothing to type
            self._phrase.start()

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self._times.set_width(width)
        self._strip.set_width(width)
        self._care.set_narrow(width is Width.NARROW)
        self._search.set_narrow(width is Width.NARROW)
        if width is Width.WIDE or self._panel is not None:
            self._shown_panel().setVisible(width is Width.WIDE)
        self._across.setContentsMargins(*MARGINS[width])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()
        self._fit_soon()
        if event.size().height() < event.oldSize().height():  # a timer or a bar has come above the page
            QTimer.singleShot(0, self, self.above.keep_keyboard)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._search.leave()
            self._search.close_form()
            if self._state.care:
                self.presenter.close_care()
            self._close_strip()
        elif begins_phrase(event) and self._board.isAncestorOf(QApplication.focusWidget() or self):
            self._phrase.start(event.text())
        else:
            super().keyPressEvent(event)

    def _fit_soon(self) -> None:
        """Once the layout has given the scroll area its new size."""
        QTimer.singleShot(0, self, self._fit)

    def _give_room(self) -> None:
        left, _, right, _ = MARGINS[self.width_class]
        panel = 0 if self._panel is None or self._panel.isHidden() else self._panel.width()
        self._strip.set_room(self.width() - left - right - BAR - panel)

    def _fit(self) -> None:
        self._give_room()
        self._middle.fit(self.height(), self.width_class)

    def _shown_panel(self) -> "RecentPanel":
        if self._panel is None:
            from bonddiary.ui.pages.log.recent_panel import RecentPanel

            self._panel = RecentPanel(self._theme)
            self._panel.entry_opened.connect(self.entry_opened)
            self._across.addWidget(self._panel)
            self._panel.render_state(self._state)
            self._order_stops()
        return self._panel

    def _connect(self) -> None:
        strip = self._strip
        self._board.cue_pressed.connect(self._log)
        self._board.arranged.connect(self._order_stops)
        strip.refilled.connect(self._on_grown)
        self._times.refilled.connect(self._order_stops)
        self._times.entered.connect(self._give_to_board)
        self._board.more_asked.connect(lambda family: self._search.open(Family(family)))
        self._board.menu_asked.connect(lambda tile, at: self._search.hand.ask(tile, tile.key, at))
        self._times.serve(lambda: self.presenter)
        strip.closed.connect(self._close_strip)
        strip.serve(lambda: self.presenter)
        search = self._search
        strip.also_asked.connect(lambda by: search.add_to(self._state.saved, self.presenter.add_cue, by))
        strip.change_asked.connect(lambda by: search.swap(self._state.saved, self.presenter.change_cue, by))
        self._foot.help_asked.connect(self.help_asked)
        self._foot.care_closed.connect(lambda: self.presenter.close_care())  # noqa: PLW0108
        self._foot.grown.connect(self._on_grown)
        strip.meaning_asked.connect(self.meaning_asked)
        strip.timer_asked.connect(self.timer_asked)
        self._connect_phrase()
        self._connect_parts()
        for made in (self._session.timed, self._session.noted):
            made.connect(strip.finish)  # a note that is half typed stays with its moment
            made.connect(lambda moment: self.presenter.show_moment(moment))  # noqa: PLW0108

    def _connect_phrase(self) -> None:
        phrase = self._phrase
        phrase.time_chosen = self._time_chosen
        phrase.cared.connect(lambda cards: self.presenter.show_care(cards))  # noqa: PLW0108
        phrase.left.connect(self._give_to_board)
        phrase.grown.connect(self._on_grown)
        phrase.all_kept.connect(self.all_kept)
        phrase.saved.connect(lambda _: self.presenter.choose_time(0))
        phrase.saved.connect(lambda moments: self._session.noted.emit(moments[-1]))

    def _connect_parts(self) -> None:
        above, search, care = self.above, self._search, self._care
        for moved in (above.made, search.made, care.refilled, self._middle.turned):
            moved.connect(self._order_stops)
        above.baby_asked.connect(self.baby_asked)
        above.tip_opened.connect(self.tip_opened)
        above.catch_up_asked.connect(self.catch_up_asked)
        above.serve(lambda: self.presenter)
        search.arranging = lambda: self.presenter.arranging
        search.picked.connect(self._log)
        search.log_back_asked.connect(self._log_back)
        search.meaning_asked.connect(self.meaning_asked)
        search.care_asked.connect(lambda key: self.presenter.care_first(CueKey(key)))
        search.left.connect(self._give_to_board)
        care.take_time = lambda: self.presenter.take_time()  # noqa: PLW0108
        care.logged.connect(lambda: self.presenter.dismiss())  # noqa: PLW0108
        care.kept.connect(self._tell_kept)
        care.grown.connect(self._fit_soon)
        care.left.connect(self._give_to_board)

    def _time_chosen(self, now: When) -> When:
        if self._state.time_problem:
            raise InvalidEntry(self._state.time_problem)
        return self.presenter.time(now)

    def _log(self, key: str) -> None:
        shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.presenter.log(CueKey(key), also=bool(shift))
        if self._state.time_problem:
            self._times.ask_again()

    def _render(self, state: LogState) -> None:
        held, before = self._holder(), self._state
        self._state = state
        if self._board.show_whose(state.baby):
            self._fit_soon()
        self.above.render_state(state)
        self._times.render_state(state)
        self._board.render_state(state)
        self._strip.render_state(state.saved)
        self._foot.show_care(state.care)
        fresh = state.saved is not None and not state.saved.is_of(before.saved)
        if fresh or state.care != before.care:  # what is added later is pressed where it stands
            QTimer.singleShot(
                0, self, self._middle.bring_foot
            )  # after the fitting that new cards have asked for
        again = [(self.tr("Try again"), self.presenter.try_again)] if state.problem else []
        self._bar.say(state.problem, *again)
        self._done.say(state.done, (self.tr("Undo"), lambda: self.presenter.undo()), kind="strip")  # noqa: PLW0108
        if self._panel is not None:
            self._panel.render_state(state)
        if held is not None and held.isHidden():
            self._give_to_board()
        elif before.saved is not None and state.saved is None:  # the board may be scrolled down to the strip
            QTimer.singleShot(0, self, self.above.keep_keyboard)
        if fresh:
            self._care.close_strip()
        if before.unsaved and not state.unsaved:
            self._tell_kept()

    def _holder(self) -> QWidget | None:
        """The part that has the keyboard, of those that may go away."""
        focused = QApplication.focusWidget()
        parts = (self._bar, self._done, self._foot.care, self._strip.rows, self.above.first_run)
        held = (part for part in parts if part is not None and focused and part.isAncestorOf(focused))
        return next(held, None)

    def _give_to_board(self) -> None:
        """The keyboard goes back to the tile pressed last; to what stands in the board's place."""
        form = self._search.form if self._board.isHidden() else None
        stop = self.above.stop() or self._board.stop()
        if form is not None:
            focus_first(form)
        elif stop is not None:
            stop.setFocus()
            QTimer.singleShot(0, self, self.above.keep_keyboard)

    def _on_grown(self) -> None:
        self._order_stops()
        self._fit_soon()

    def _order_stops(self) -> None:
        """Tab follows the page from top to bottom, also where parts were made later."""
        order_stops(*self.regions())

    def _close_strip(self) -> None:
        self._strip.finish()
        self.presenter.dismiss()
        self._care.close_strip()

    def _tell_kept(self) -> None:
        if not self._state.unsaved and not self._care.waits:
            self.all_kept.emit()

    def _log_back(self, key: str, minutes: int) -> None:
        self.presenter.choose_time(minutes)
        self.presenter.log(CueKey(key))

    def _on_opened(self) -> None:
        self._care.corner.presenter.refresh()
        if self._presenter is not None:  # else nothing was pressed before
            self._presenter.opened()

    def _apply_settings(self) -> None:
        self._board.number_keys = self._session.settings.number_keys

    def _on_baby(self) -> None:
        self._strip.finish()  # what is typed is about the baby shown until now
        if self._session.is_open:
            self.presenter.change_baby()
            self._care.corner.presenter.change_baby()
