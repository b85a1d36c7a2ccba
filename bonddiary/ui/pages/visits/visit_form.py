"""The form for a visit: who with, which review, what it is called, and the day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from bonddiary.domain.visit import VisitKind
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.visits.state import Form, VisitsState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import button, column, label
from bonddiary.ui.widgets.words import Heading, Words

REVIEWED_BY = (VisitKind.HEALTH_VISITOR, VisitKind.MIDWIFE)
"""Whose visits may be one of the country's reviews."""


class VisitForm(QFrame):
    """Nothing is saved until the button is pressed."""

    saved = Signal(object, str, str, str)
    """A VisitKind, the review's key, the visit's own name, and the day as typed."""
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._theme = theme
        self._form = Form()
        self._reviews: tuple[tuple[str, str, str], ...] = ()
        self._title = Heading("", "strong")
        self.kind = Choice(theme, self.tr("Who with"))
        self.review = Choice(theme, self.tr("Which one"))
        self._talk = Words(kind="caption")
        self.called = QLineEdit(placeholderText=self.tr("In your own words, if you like"))
        self.day = DateField(self.tr("Day"))
        self._problem = label("", "problem", wrap=True)
        self.save, self.close_button = button(self.tr("Save"), "primary"), button(self.tr("Close"))
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.closed)
        self.kind.activated.connect(lambda _place: self._show_review())
        self.review.activated.connect(lambda _place: self._show_talk())
        for line in (self.called, self.day):
            line.returnPressed.connect(self._save)
        ways = FlowLayout(gap=8)
        ways.addWidget(self.save)
        ways.addWidget(self.close_button)
        self._which = self._named(self.tr("Which one"), self.review)
        body = column(
            self._title,
            self._named(self.tr("Who with"), self.kind),
            self._which,
            self._talk,
            self._named(self.tr("Day"), self.day),
            self._named(self.tr("Call it"), self.called),
            self._problem,
            holding(ways),
            gap=8,
            margins=(16, 12, 16, 14),
        )
        self.setLayout(body)
        self.hide()

    def show_form(self, state: VisitsState, form: Form | None) -> None:
        """Shows the form as far as it is filled in; what is being typed stays. None hides it."""
        fresh = self.isHidden() or form is None or form.id != self._form.id
        said = form is not None and form.problem and form.problem != self._form.problem
        if form is None:
            self.hide()
            return
        self._form = form
        self._title.setText(self.tr("Change the visit") if form.id else self.tr("A new visit"))
        self.save.setText(self.tr("Save") if form.id else self.tr("Add visit"))
        if fresh:
            self._fill(state, form)
        self._problem.setText(form.problem)
        self._problem.setVisible(bool(form.problem))
        self.day.setAccessibleDescription(form.problem)
        self.show()
        if said:
            announce(self, form.problem, urgent=True)

    def start(self) -> None:
        """Takes the keyboard."""
        self.kind.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, state: VisitsState, form: Form) -> None:
        self.kind.clear()
        for kind, name in state.kinds:
            self.kind.addItem(name, kind)
        self._reviews = state.reviews
        self.review.clear()
        self.review.addItem(self.tr("None of these"), "")
        for key, name, _ in state.reviews:
            self.review.addItem(name, key)
        self.kind.show_value(form.kind)
        self.review.show_value(form.review)
        self.called.setText(form.label)
        self.day.setText(form.day)
        self._show_review()

    def _show_review(self) -> None:
        self._which.setVisible(self._may_be_review())
        self._show_talk()

    def _show_talk(self) -> None:
        talk = {key: about for key, _, about in self._reviews}.get(self.review.currentData() or "", "")
        self._talk.say(talk, self.tr("Usually:") if talk else "")
        self._talk.setVisible(bool(talk) and self._may_be_review())

    def _may_be_review(self) -> bool:
        return bool(self._reviews) and self.kind.currentData() in REVIEWED_BY

    def _save(self) -> None:
        review = self.review.currentData() if self._may_be_review() else ""
        self.saved.emit(self.kind.currentData(), review or "", self.called.text(), self.day.text())

    def _named(self, words: str, widget: QWidget) -> QWidget:
        holder, name = QWidget(), label(words, "caption", wrap=True)
        name.setBuddy(widget)
        widget.setAccessibleName(words)
        holder.setLayout(column(name, widget, gap=2))
        return holder
