"""The list with what stands over it: the head, the line that says what was done, what can be done to several rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from bonddiary.ui.models.timeline import TimelineModel
from bonddiary.ui.pages.timeline.entry_list import EntryList
from bonddiary.ui.pages.timeline.head import TimelineHead
from bonddiary.ui.pages.timeline.many_bar import ManyBar
from bonddiary.ui.pages.timeline.presenter import TimelinePresenter
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import button, column, label


class Listing(QWidget):
    """The Timeline without the editor."""

    log_asked = Signal()
    try_again_asked = Signal()
    undo_delete_asked = Signal()
    delete_asked = Signal()
    """All the rows chosen."""

    def __init__(
        self, theme: Theme, presenter: TimelinePresenter, model: TimelineModel, shown: EntryList
    ) -> None:
        super().__init__()
        self._presenter, self._model, self._list = presenter, model, shown
        self.bar = InlineBar()
        self.head = TimelineHead(theme, presenter)
        self.head.day_asked.connect(shown.go_to_day)
        self.head.jump_closed.connect(self.stand)
        self.head.fold_changed.connect(self.fit)
        self.many = ManyBar(theme, presenter.offers)
        self.many.change_asked.connect(presenter.change_picked)
        self.many.delete_asked.connect(self.delete_asked)
        self.many.closed.connect(self.pick_none)
        self._empty, self._empty_words, self._empty_button = self._build_empty()
        shown.picked.connect(lambda: presenter.pick(tuple(model.picked)))
        self.setLayout(column(self.head, self.bar, self.many, self._empty, shown, gap=10))

    def show_state(self, state: TimelineState) -> None:
        """Shows all but the rows."""
        self.head.show_state(state)
        self._empty_words.setText(state.empty)
        words = {"log": self.tr("Log one now"), "clear": self.tr("Clear filters")}
        self._empty_button.setText(words.get(state.empty_offers, words["clear"]))
        self._empty_button.setVisible(state.empty_offers in words)
        self._show_bar(state)
        self.many.show_count(len(state.picked))
        following = [] if self.bar.isHidden() else self.bar.findChildren(QPushButton)
        self.head.order(*following, *self.many.stops(), self._empty_button, self._list)
        self._uncover(state)

    def fit(self) -> None:
        """The panel has folded or unfolded, or the window is another width. The keyboard is on nothing hidden."""
        held = QApplication.focusWidget()
        inside = held is not None and self.isAncestorOf(held)
        self.many.set_compact(self.head.is_narrow)
        self._uncover(self._presenter.state)
        if inside and held is not None and not held.isVisible():
            self.head.more.setFocus()

    def stand(self) -> None:
        """Gives the keyboard to the list, or where there is none to what may bring one."""
        if not self._list.isHidden():
            self._list.setFocus()
        elif not self._empty.isHidden() and not self._empty_button.isHidden():
            self._empty_button.setFocus()
        else:
            self.head.search.setFocus()

    def pick_none(self) -> None:
        """No row is chosen any more."""
        self._list.pick_none()
        self.stand()

    def step_out(self) -> bool:
        """Esc, one thing at a time: the rows chosen, the panel, what is looked for."""
        if self._model.picked:
            self.pick_none()
        elif not self.head.panel.isHidden():
            self.head.fold()
            self.head.more.setFocus()
        elif self.head.search.hasFocus() and self.head.search.text():
            self._presenter.search("")
        else:
            return False
        return True

    def _uncover(self, state: TimelineState) -> None:
        covered = self.head.covers()
        self.head.setVisible(not (self.head.is_narrow and state.picked))  # a small window shows one bar
        self._empty.setVisible(bool(state.empty) and not covered)
        self._list.setVisible(not state.empty and not covered)

    def _show_bar(self, state: TimelineState) -> None:
        problem = state.problem if state.entry is None else ""
        kind = "problem" if problem else "strip"
        if state.unread:
            self.bar.say(state.unread, (self.tr("Try again"), self.try_again_asked.emit))
        elif state.deleted:
            words = self.tr("Deleted: {0}.").format(state.deleted)
            undo, close = self.undo_delete_asked.emit, self._presenter.forget_deleted
            acts = (self.tr("Undo"), undo), (self.tr("Close"), close)
            self.bar.say(f"{words} {problem}".strip(), *acts, kind=kind)
        elif state.done:
            acts = (self.tr("Undo"), self._undo_done), (self.tr("Close"), self._forget_done)
            self.bar.say(f"{state.done} {problem}".strip(), *acts, kind=kind)
        else:
            self.bar.say(problem)

    def _undo_done(self) -> None:
        self._presenter.undo_done()
        self.stand()  # the button pressed has gone

    def _forget_done(self) -> None:
        self._presenter.forget_done()
        self.stand()

    def _build_empty(self) -> tuple[QWidget, QLabel, QPushButton]:
        words, act = label("", "quiet", wrap=True), button("", "primary")
        act.clicked.connect(self._follow_empty)
        holder = QWidget()
        holder.setLayout(column(words, act, 1, gap=12, margins=(0, 10, 0, 0)))
        return holder, words, act

    def _follow_empty(self) -> None:
        if self._presenter.state.empty_offers == "log":
            self.log_asked.emit()
        else:
            self._presenter.clear()
            self.stand()
