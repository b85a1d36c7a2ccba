"""Draws the Visits and questions page: all of them, or one visit."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.pages.visits.overview import Overview
from bonddiary.ui.pages.visits.presenter import VisitsPresenter
from bonddiary.ui.pages.visits.state import VisitsState
from bonddiary.ui.pages.visits.visit_view import VisitView
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.date_field import read_date
from bonddiary.ui.widgets.focus import bring_into_view
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column


class VisitsPage(Page):
    """Visits, what a family wants to ask, and what was agreed."""

    back_asked = Signal()
    report_asked = Signal()
    about_opened = Signal(str)
    """What a question was asked beside: "moment:", "cue:", "tip:" or "chart:" with its id or key."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._waits = False
        """Whether something that is typed couldn't be saved."""
        self.presenter = VisitsPresenter(session, self._render, read_date)
        self._bar = InlineBar()
        self.all, self.visit = Overview(theme), VisitView(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.all)
        self._stack.addWidget(self.visit)
        self.setLayout(column(self._bar, self._stack, gap=0))
        self._connect()

    def ask(self, about: str) -> None:
        """A question is asked beside an entry, a tip or a chart, by another place."""
        self.presenter.ask(about)
        self.all.new.start()
        QTimer.singleShot(
            0, self, lambda: bring_into_view(self.all.new)
        )  # once words have found their height

    @override
    def enter(self) -> None:
        self.presenter.enter()
        (self.all.title if self._shown is self.all else self.visit.title).setFocus()

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        for part in (self.all, self.visit):
            part.set_margins(narrow=width is Width.NARROW)

    @override
    def regions(self) -> list[QWidget]:
        return [self._shown]

    @override
    def step_back(self) -> bool:
        if self.presenter.state.opened is None:
            return False
        self._go_back()
        return True

    @override
    def unsaved(self) -> str:
        self._finish()
        return self.presenter.unsaved()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.presenter.state.opened is not None:
            self._go_back()
        else:
            super().keyPressEvent(event)

    @property
    def _shown(self) -> Overview | VisitView:
        return self.all if self._stack.currentWidget() is self.all else self.visit

    def _connect(self) -> None:
        presenter, session = self.presenter, self._session
        for part in (self.all, self.visit):
            part.typed.connect(presenter.type)
            part.left.connect(presenter.leave)
            part.about_opened.connect(self.about_opened)
            part.report_asked.connect(self.report_asked)
            part.form.saved.connect(self._save_form)
            part.form.closed.connect(self._close_form)
        self.all.question_added.connect(lambda typed: self._add(typed, ""))
        self.visit.question_added.connect(lambda typed: self._add(typed, self._open_id))
        self.all.question_moved.connect(self._move)
        self.all.question_removed.connect(self._remove)
        self.all.visit_chosen.connect(presenter.choose_visit)
        self.all.about_dropped.connect(self._drop_about)
        self.all.visit_opened.connect(self._open)
        self.all.back_look_opened.connect(self._look_back)
        self.all.visit_asked.connect(lambda: self._start_form(self.all, ""))
        self.visit.back_asked.connect(self._go_back)
        self.visit.change_asked.connect(lambda: self._start_form(self.visit, self._open_id))
        self.visit.delete_asked.connect(self._remove_visit)
        session.diary_changed.connect(lambda change: presenter.on_change(change, self.isVisible()))
        session.baby_changed.connect(self._change_baby)
        session.settings_changed.connect(self._change_settings)
        session.closing.connect(self._finish)

    @property
    def _open_id(self) -> str:
        opened = self.presenter.state.opened
        return opened.id if opened is not None else ""

    def _render(self, state: VisitsState) -> None:
        before, self._waits = self._waits, any(told.problem for told in state.told.values())
        if before and not self._waits:
            self.all_kept.emit()
        undo = (self.tr("Undo"), self._undo)
        if state.problem:
            self._bar.say(state.problem)
        else:
            self._bar.say(state.done, *((undo,) if state.done else ()), kind="card")
        self.all.show_state(state)
        self.visit.show_state(state)
        self._stack.setCurrentWidget(self.all if state.opened is None else self.visit)

    def _add(self, typed: str, visit: str) -> None:
        line = self.visit.new if visit else self.all.new
        if self.presenter.add(typed, visit):
            line.field.clear()
            line.start()

    def _move(self, question: str, by: int) -> None:
        row = self.all.question(question)
        if row is not None:
            row.field.finish()
        self.presenter.move(question, by)
        if row is not None:
            QTimer.singleShot(0, row, lambda: self.all.ensureWidgetVisible(row, 0, 24))

    def _remove(self, question: str) -> None:
        order = self.all.order
        place = order.index(question) if question in order else 0
        self.all.new.start()  # before the row that has the keyboard goes
        self.presenter.remove(question)
        left = self.all.order
        row = self.all.question(left[min(place, len(left) - 1)]) if left else None
        if row is not None:
            row.field.text.setFocus()

    def _drop_about(self) -> None:
        self.all.new.start()
        self.presenter.ask("")

    def _open(self, visit: str) -> None:
        self._finish()
        self.presenter.open(visit)
        self.visit.title.setFocus()

    def _look_back(self, visit: str) -> None:
        self._open(visit)
        self.visit.show_part(self.visit.went)

    def _go_back(self) -> None:
        self._finish()
        left = self._open_id
        self.presenter.open("")
        rows = {**self.all.past.buttons, **self.all.coming.buttons}
        focus: QWidget = rows.get(left) or self.all.title
        focus.setFocus()

    def _start_form(self, part: Overview | VisitView, visit: str) -> None:
        self.presenter.start_form(visit)
        part.form.start()
        QTimer.singleShot(0, part.form, lambda: part.ensureWidgetVisible(part.form, 0, 24))

    def _save_form(self, kind: object, review: str, label: str, day: str) -> None:
        from bonddiary.domain.visit import VisitKind

        part = self._shown
        saved = self.presenter.save_form(VisitKind(str(kind)), review, label, day)
        if not saved:
            part.form.day.setFocus()
        elif isinstance(part, Overview):
            rows = {**part.past.buttons, **part.coming.buttons}
            focus: QWidget = rows.get(saved) or part.add_visit
            focus.setFocus()
        else:
            part.change.setFocus()

    def _close_form(self) -> None:
        part = self._shown
        self.presenter.close_form()
        (part.add_visit if isinstance(part, Overview) else part.change).setFocus()

    def _remove_visit(self) -> None:
        self._finish()
        self.presenter.remove_visit()
        if self.presenter.state.opened is None:
            self.all.title.setFocus()

    def _undo(self) -> None:
        self._shown.title.setFocus()  # before the button that has the keyboard goes
        self.presenter.undo()

    def _change_baby(self) -> None:
        self._finish()  # what is typed is about the baby shown until now
        self.presenter.change_baby(self.isVisible())

    def _change_settings(self) -> None:
        """Another country has other reviews. Another baby comes as a setting first, too."""
        self._finish()
        if self.isVisible():
            self.presenter.refresh()

    def _finish(self) -> None:
        if self._session.is_open:
            self.all.finish()
            self.visit.finish()
