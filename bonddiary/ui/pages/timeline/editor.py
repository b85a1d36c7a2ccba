"""Changes one entry in place. Every change is saved at once and is one step of Undo."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QVBoxLayout, QWidget

from bonddiary.analysis.names import Names
from bonddiary.domain.baby import BabyMark
from bonddiary.domain.care import CareEvent
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import BabyId
from bonddiary.domain.moment import Moment
from bonddiary.ui.pages.timeline.care_form import CareForm
from bonddiary.ui.pages.timeline.fields import DAY_MINUTES, MinutesField, TimeField
from bonddiary.ui.pages.timeline.form import EntryForm
from bonddiary.ui.pages.timeline.moment_form import MomentForm
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_badge import BabyBadge
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.focus import order_stops
from bonddiary.ui.widgets.layout import button, column, label, row, scrolling
from bonddiary.ui.widgets.reading import WordButton

BESIDE_FROM, ROOMY_FROM, FORM_WIDTH = 380, 280, 560
"""Widths in units of the text size: from where fields stand beside their names, from where buttons stand in a row; the
form at most."""


class EntryEditor(QFrame):
    """The form for a moment or a care event."""

    edited = Signal(object)
    """A dict: field names with their new values. Declared as a dict, Qt would turn enums into bare text."""
    moved = Signal(object)
    """A datetime: when it was, by the clock where it happened."""
    try_again_asked = Signal()
    put_back_asked = Signal()
    problem_over = Signal()
    """A field is right again that couldn't be as it was typed."""
    delete_asked = Signal()
    meaning_asked = Signal(str)
    question_asked = Signal(str)
    """What it is about, as a question for a visit keeps it."""
    closed = Signal()

    def __init__(self, theme: Theme, catalog: Catalog) -> None:
        super().__init__()
        self._theme = theme
        self._catalog = catalog
        self.context: Callable[[Moment], str] = lambda _: ""
        """What was logged before a moment, in words; asked anew each time."""
        self.mark_of: Callable[[BabyId], BabyMark | None] = lambda _: None
        """What tells a baby from the others; None in a family with one."""
        self._entry: Moment | CareEvent | None = None
        self._wrong: QWidget | None = None
        """The field that holds what can't be, as it was typed."""
        self.setProperty("kind", "card")
        self._title = label("", "section", wrap=True)
        self._title.setMinimumWidth(1)  # the page's width decides, not a long word's
        self.badge = BabyBadge(theme)
        self._close = button(self.tr("Close"), "small")
        self._close.clicked.connect(self.closed)
        self._problem = label("", "problem", wrap=True)
        self._again, self._back = button(self.tr("Try again"), "small"), button(self.tr("Put back"), "small")
        self._back.setToolTip(self.tr("Shows what was saved before"))
        self._again.clicked.connect(self.try_again_asked)
        self._back.clicked.connect(self.put_back_asked)
        self._ways = QWidget()
        ways = FlowLayout(self._ways, gap=8)
        ways.addWidget(self._again)
        ways.addWidget(self._back)
        self._ways.hide()
        self._form = EntryForm(theme)
        self._form.sent.connect(lambda changes: self._send(**changes))
        self._form.typing_over.connect(self._stop_saying)
        self._build_common()
        self._of_moments = MomentForm(theme, catalog, self._form, self._note)
        self._of_care = CareForm(theme, catalog, self._form, self)
        self._of_care.fields.refused.connect(self._refuse)
        of, care = self._of_moments, self._of_care.fields
        self._cues, self._tried, self._then, self._settle = of.cues, of.tried, of.then, of.settle
        self._state, self._intensity, self._private = of.state, of.intensity, of.private
        self._value, self._unit = care.value, care.unit
        self._build_below()
        self._head = row(self._title, self._close)
        self._arrange()

    def show_entry(
        self, entry: Moment | CareEvent, title: str, names: Names, problem: str, *, kept: bool = True
    ) -> None:
        """Fills the form; what is being typed stays. `kept`: whether all of it is saved."""
        before, self._entry = self._entry, entry
        if problem or before is None or before.id != entry.id:
            before = None  # another entry, or what was typed can't be: every field is filled
        self._title.setText(title)
        self.badge.show_mark(self.mark_of(entry.baby))
        if problem or before is None or self._wrong is None:
            self._say(problem)
        self._ways.setVisible(not kept)
        moment = entry if isinstance(entry, Moment) else None
        self._of_moments.show(shown=moment is not None)
        self._meaning.setVisible(moment is not None and moment.cues[0] in self._catalog.cues)
        self._question.setVisible(moment is not None)
        self._show_common(entry, before)
        if moment is not None:
            self._of_care.hide()
            self._of_moments.show_moment(moment, before if isinstance(before, Moment) else None, names)
            self._of_moments.show_context(self.context(moment))
        elif isinstance(entry, CareEvent):
            self._of_care.show_event(entry, before if isinstance(before, CareEvent) else None)
        self._order_stops()

    def start(self) -> None:
        """Takes the keyboard."""
        self._time.setFocus()

    def finish(self) -> str:
        """Sends what is being typed; says in words what can't be so, or can't be saved."""
        self._say("")
        held: QWidget | None = self.focusWidget()
        if held is not None and self.isAncestorOf(held):
            held.clearFocus()
            self._form.send_half_typed(held)
        return self._problem.text()

    def set_room(self, room: float) -> None:
        """Names beside their fields or above them, by the width there is in units of the text size."""
        beside, roomy = room >= BESIDE_FROM, room >= ROOMY_FROM
        directions = QBoxLayout.Direction
        for lines in (self._head, self._foot.layout()):
            assert isinstance(lines, QBoxLayout)
            lines.setDirection(directions.LeftToRight if roomy else directions.TopToBottom)
        self._meaning.setText(self.tr("What may this mean?") if roomy else self.tr("What may\nthis mean?"))
        home = self if roomy else self._inside  # where words are large, it scrolls with the form
        if self._foot.parentWidget() is not home and (layout := home.layout()) is not None:
            layout.addWidget(self._foot)
        self._form.arrange(beside=beside)
        self._inside.setMaximumWidth(self._theme.look.px(FORM_WIDTH))

    def _build_below(self) -> None:
        self._inside, self._foot = QWidget(), QWidget()
        self._question = WordButton(self._theme, self.tr("Ask at a visit"))
        self._question.setAccessibleName(self.tr("Ask about this at a visit"))
        self._question.setMinimumWidth(1)
        self._question.clicked.connect(self._ask_at_visit)
        self.below = column(self._form, self._question, 1)
        """What belongs to the form and stands under it goes in here."""
        self.below.setAlignment(self._question, Qt.AlignmentFlag.AlignLeading)
        self._inside.setLayout(self.below)
        self._meaning = button("", "small")
        self._meaning.setAccessibleName(self.tr("What may this mean?"))
        self._meaning.setMinimumWidth(1)
        self._meaning.clicked.connect(self._ask)
        self._delete = button(self.tr("Delete"), "small", tip=self.tr("Undo brings it back"))
        self._delete.clicked.connect(self.delete_asked)
        self._foot.setLayout(row(self._meaning, 1, self._delete))

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.addWidget(self.badge)
        layout.addLayout(self._head)
        layout.addWidget(self._problem)
        layout.addWidget(self._ways)
        layout.addWidget(scrolling(self._inside), 1)
        layout.addWidget(self._foot)

    def _build_common(self) -> None:
        self._time = TimeField()
        self._form.when_typed(self._time, self._edit_time)
        self._about = Check(self._theme, self.tr("About then"))
        self._about.setToolTip(self.tr("Right to 15 minutes or so"))
        self._about.clicked.connect(lambda on: self._send(about=on))
        self._lasted = MinutesField()
        self._form.when_typed(self._lasted, self._edit_length)
        self._note = QLineEdit()
        self._form.when_typed(self._note, self._edit_note)
        self._form.put(self.tr("Time"), self._time)
        self._form.put("", self._about)
        self._form.put(self.tr("Lasted"), self._lasted)

    def _order_stops(self) -> None:
        order_stops(
            self._close, self._again, self._back, *self._time.parts, self._about, self._lasted, *self._cues.buttons(),
            *self._tried.buttons(), self._then, self._settle, self._state, self._intensity, self._note,
            self._private, *self._of_care.fields.parts(), self._question, self._meaning, self._delete,
        )  # fmt: skip

    def _show_common(self, entry: Moment | CareEvent, before: Moment | CareEvent | None) -> None:
        """`before`: what the fields show already, unless somebody is typing in one; None: fills them all."""
        if before is None or before.at != entry.at:
            self._time.show_wall(entry.at.wall)
        self._about.setChecked(entry.about)
        minutes = _minutes(entry)
        self._lasted.setMaximum(max(2 * DAY_MINUTES, minutes))
        if before is None or _minutes(before) != minutes:
            self._lasted.setValue(minutes)
        if (before is None or before.note != entry.note) and self._note.text() != entry.note:
            self._note.setText(entry.note)
            self._note.setCursorPosition(0)  # a long note is read from its beginning

    def _add(self, field: str, key: str) -> None:
        (self._cues if field == "cues" else self._tried).add(key)

    def _edit_time(self) -> None:
        if self._entry is None:
            return
        wall = self._time.wall()
        if wall != self._entry.at.wall.replace(microsecond=0):
            self.moved.emit(wall)

    def _edit_length(self) -> None:
        if self._entry is not None and (minutes := self._lasted.value()) != _minutes(self._entry):
            self._send(until=None if minutes < 0 else self._entry.at.shifted(timedelta(minutes=minutes)))

    def _edit_note(self) -> None:
        if self._entry is not None and self._note.text() != self._entry.note:
            self._send(note=self._note.text().strip())

    def _stop_saying(self, field: object) -> None:
        """What is typed in this field is looked at anew; else what was said is still so."""
        if self._ways.isHidden() and (self._wrong is None or self._wrong is field):
            self._say("")
            self.problem_over.emit()

    def _refuse(self, problem: str) -> None:
        """What is typed as an amount can't be, and stays; blank: it can again."""
        if problem:
            self._say(problem, self._value)
        elif self._wrong is self._value:
            self._say("")

    def _say(self, problem: str, wrong: QWidget | None = None) -> None:
        self._wrong = wrong
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _send(self, **changes: object) -> None:
        entry = self._entry
        if entry is not None and any(getattr(entry, name) != value for name, value in changes.items()):
            self.edited.emit(changes)

    def _ask_at_visit(self) -> None:
        if isinstance(self._entry, Moment):
            self.question_asked.emit(f"moment:{self._entry.id}")

    def _ask(self) -> None:
        if isinstance(self._entry, Moment):
            self.meaning_asked.emit(self._entry.cues[0])


def _minutes(entry: Moment | CareEvent) -> int:
    """How long it lasted in whole minutes, -1 where that isn't noted."""
    return -1 if entry.length is None else int(entry.length.total_seconds() // 60)
