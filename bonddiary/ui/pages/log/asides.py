"""What the strip shows now and then, made when it is first needed: a question, the line for the time, more about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from bonddiary.ui.pages.log.saved import Question, Saved
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import UNBOUND, column
from bonddiary.ui.widgets.press import GAP, RING

if TYPE_CHECKING:
    from bonddiary.ui.pages.log.more_rows import MoreRows
    from bonddiary.ui.pages.log.own_response import OwnResponse
    from bonddiary.ui.pages.log.presenter import LogPresenter
    from bonddiary.ui.pages.log.time_fix import TimeFix

EDGE = RING + GAP
Wish = Callable[["LogPresenter"], object]


class Asides(QObject):
    """Two places in the strip. When the keyboard's part goes away, `time` has it next."""

    wished = Signal(object)
    refilled = Signal()

    def __init__(self, theme: Theme, time: QPushButton) -> None:
        super().__init__()
        self._theme = theme
        self._time = time
        self._saved: Saved | None = None
        self._limit, self._narrow = UNBOUND, False
        self._bar = InlineBar()
        self._fix: TimeFix | None = None
        self._own: OwnResponse | None = None
        self._rows: MoreRows | None = None
        self._above: QVBoxLayout = column(self._bar, gap=4, margins=(EDGE, 0, EDGE, 0))
        self._below: QVBoxLayout = column(gap=0)
        self.above, self.below = QWidget(), QWidget()
        self.above.setLayout(self._above)
        self.below.setLayout(self._below)
        time.clicked.connect(lambda: self._open_fix(end=False))

    @property
    def height_of_more(self) -> int:
        """What more about it takes; 0: it is folded away."""
        return self._rows.height() if self._rows is not None and not self._rows.isHidden() else 0

    def render_state(self, saved: Saved, *, fresh: bool) -> None:
        """Shows what belongs to this moment."""
        self._saved = saved
        for line in (self._fix, self._own):
            if fresh and line is not None:
                line.hide()
        self._show_question(saved.question)
        if self._rows is None and saved.more.open:
            self._make_rows()
        if self._rows is not None:
            self._rows.setVisible(saved.more.open)
            self._rows.render_state(saved.more)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """A narrow window has names over their lines."""
        self._narrow = narrow
        if self._rows is not None:
            self._rows.set_narrow(narrow)

    def limit(self, height: int) -> None:
        """More about it takes at most this height."""
        self._limit = height
        if self._rows is not None:
            self._rows.limit(height)

    def _show_question(self, question: Question | None) -> None:
        held = self._holds(self._bar)
        if question is None:
            self._bar.say("")
        else:
            actions: list[tuple[str, Callable[[], object]]] = []
            if question.answer:
                actions.append((question.answer, lambda: self._wish(lambda p: p.answer_question())))
            if question.time:
                actions.append((self.tr("Change time"), self._change_time))
            self._bar.say(question.words, *actions, kind="problem" if question.refused else "card")
        if held and self._bar.isHidden():
            self._time.setFocus()

    def _change_time(self) -> None:
        self._open_fix(end=False)
        self._wish(lambda p: p.drop_question())

    def _open_fix(self, *, end: bool) -> None:
        if self._fix is None:
            from bonddiary.ui.pages.log.time_fix import TimeFix

            self._fix = TimeFix()
            self._fix.moved.connect(lambda minutes: self._wish(lambda p: p.move_time(minutes)))
            self._fix.time_typed.connect(lambda text: self._typed(lambda p: p.type_moment_time(text)))
            self._fix.end_typed.connect(lambda text: self._typed(lambda p: p.type_end(text)))
            self._fix.ended_now.connect(lambda: self._typed(lambda p: p.end_now()))
            self._fix.left.connect(self._close_fix)
            self._above.addWidget(self._fix)
            self.refilled.emit()
        if self._own is not None:
            self._own.hide()
        self._fix.open(end=end)
        self._fit()
        self.refilled.emit()

    def open_own(self) -> None:
        """Asks what else was tried."""
        if self._own is None:
            from bonddiary.ui.pages.log.own_response import OwnResponse

            self._own = OwnResponse()
            self._own.said.connect(lambda words: self._typed(lambda p: p.add_response(words)))
            self._own.left.connect(self._close_fix)
            self._above.addWidget(self._own)
        if self._fix is not None:
            self._fix.hide()
        self._own.open()
        self._fit()
        self.refilled.emit()

    def _typed(self, wish: Wish) -> None:
        """What could not be taken stays in the field, with the reason over it."""
        self._wish(wish)
        refused = (
            self._saved is not None and self._saved.question is not None and self._saved.question.refused
        )
        if not refused:
            self._close_fix()

    def _close_fix(self) -> None:
        """Puts away the line that is open."""
        for line in (self._fix, self._own):
            if line is not None and not line.isHidden():
                held = self._holds(line)
                line.hide()
                self._wish(lambda p: p.drop_question())
                self._fit()
                if held:
                    self._time.setFocus()
                self.refilled.emit()

    def _make_rows(self) -> None:
        from bonddiary.ui.pages.log.more_rows import MoreRows

        self._rows = MoreRows(self._theme)
        self._rows.limit(self._limit)
        self._rows.set_narrow(self._narrow)
        self._rows.picked.connect(lambda key: self._wish(lambda p: p.choose_more(key)))
        self._rows.length_chosen.connect(lambda minutes: self._wish(lambda p: p.choose_length(minutes)))
        self._rows.end_asked.connect(lambda: self._open_fix(end=True))
        self._rows.refilled.connect(self.refilled)
        self._below.addWidget(self._rows)

    def _fit(self) -> None:
        """Empty places take no room, not even the gap before them."""
        parts = (self._fix, self._own, self._bar)
        self.above.setVisible(any(part is not None and not part.isHidden() for part in parts))
        self.below.setVisible(self._rows is not None and not self._rows.isHidden())

    def _wish(self, wish: Wish) -> None:
        self.wished.emit(wish)

    def _holds(self, part: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and part.isAncestorOf(focused)
