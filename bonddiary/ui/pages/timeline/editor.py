"""Changes one entry in place. Every change is saved at once and is one step of Undo."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bonddiary.analysis.names import Names
from bonddiary.domain.care import CareEvent, Unit
from bonddiary.domain.catalog import FAMILY_NAMES, Catalog, Family
from bonddiary.domain.moment import Intensity, Moment, Settle, State
from bonddiary.ui.models.settle_choices import settle_choices
from bonddiary.ui.pages.timeline.amount import amount_words, read_amount
from bonddiary.ui.pages.timeline.chips import ChipRow
from bonddiary.ui.pages.timeline.choices import INTENSITY_NAMES
from bonddiary.ui.pages.timeline.fields import DAY_MINUTES, MinutesField, TimeField
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.focus import order_stops
from bonddiary.ui.widgets.layout import button, column, label, row, scrolling

BESIDE_FROM, ROOMY_FROM, FORM_WIDTH = 380, 280, 560
"""Widths in units of the text size: from where fields stand beside their names, from where buttons stand in a row; the
form at most."""
MOST = 16_777_215
"""Qt's largest size: no limit."""


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
    closed = Signal()

    def __init__(self, theme: Theme, catalog: Catalog) -> None:
        super().__init__()
        self._theme = theme
        self._catalog = catalog
        self._names = Names(catalog)
        self._entry: Moment | CareEvent | None = None
        self._field_names: list[tuple[QLabel, QWidget]] = []
        self._wrong: QWidget | None = None
        """The field that holds what can't be, as it was typed."""
        self.setProperty("kind", "card")
        self._title = label("", "section", wrap=True)
        self._title.setMinimumWidth(1)  # the page's width decides, not a long word's
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
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._form.setContentsMargins(0, 0, 8, 0)
        self._build_common()
        self._build_moment()
        self._build_care()
        self._inside = QWidget()
        self.below = column(self._form, 1)  # what belongs to the form and stands under it goes in here
        self._inside.setLayout(self.below)
        self._meaning = button("", "small")
        self._meaning.setAccessibleName(self.tr("What may this mean?"))
        self._meaning.setMinimumWidth(1)
        self._meaning.clicked.connect(self._ask)
        self._delete = button(self.tr("Delete"), "small", tip=self.tr("Undo brings it back"))
        self._delete.clicked.connect(self.delete_asked)
        self._head, self._foot = row(self._title, self._close), QWidget()
        self._foot.setLayout(row(self._meaning, 1, self._delete))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.addLayout(self._head)
        layout.addWidget(self._problem)
        layout.addWidget(self._ways)
        layout.addWidget(scrolling(self._inside), 1)
        layout.addWidget(self._foot)

    def show_entry(
        self, entry: Moment | CareEvent, title: str, names: Names, problem: str, *, kept: bool = True
    ) -> None:
        """Fills the form; what is being typed stays. `kept`: whether all of it is saved."""
        before, self._entry, self._names = self._entry, entry, names
        if problem or before is None or before.id != entry.id:
            before = None  # another entry, or what was typed can't be: every field is filled
        self._title.setText(title)
        if problem or before is None or self._wrong is None:
            self._say(problem)
        self._ways.setVisible(not kept)
        moment = entry if isinstance(entry, Moment) else None
        for widget in self._moment_fields:
            self._form.setRowVisible(widget, moment is not None)
        for widget in self._care_fields:
            self._form.setRowVisible(widget, moment is None)
        self._meaning.setVisible(moment is not None and moment.cues[0] in self._catalog.cues)
        self._show_common(entry, before)
        if moment is not None:
            self._show_moment(moment, before)
        elif isinstance(entry, CareEvent):
            self._show_care(entry, before)
        order_stops(
            self._close, self._again, self._back, *self._time.parts, self._about, self._lasted, *self._cues.buttons(),
            *self._tried.buttons(), self._then, self._settle, self._state, self._intensity, self._note,
            self._private, self._value, self._unit, self._meaning, self._delete,
        )  # fmt: skip

    def start(self) -> None:
        """Takes the keyboard."""
        self._time.setFocus()

    def finish(self) -> str:
        """Sends what is being typed; says in words what can't be so, or can't be saved."""
        self._say("")
        held: QWidget | None = self.focusWidget()
        if held is not None and self.isAncestorOf(held):
            held.clearFocus()
            for field, send in self._typed:  # a window behind others has no focus to lose
                if field is held or field.isAncestorOf(held):
                    send()
        return self._problem.text()

    def set_room(self, room: float) -> None:
        """Names beside their fields or above them, by the width there is in units of the text size."""
        beside, roomy = room >= BESIDE_FROM, room >= ROOMY_FROM
        wrap, directions = QFormLayout.RowWrapPolicy, QBoxLayout.Direction
        self._form.setRowWrapPolicy(wrap.DontWrapRows if beside else wrap.WrapAllRows)
        for lines in (self._head, self._foot.layout()):
            assert isinstance(lines, QBoxLayout)
            lines.setDirection(directions.LeftToRight if roomy else directions.TopToBottom)
        self._meaning.setText(self.tr("What may this mean?") if roomy else self.tr("What may\nthis mean?"))
        home = self if roomy else self._inside  # where words are large, it scrolls with the form
        if self._foot.parentWidget() is not home and (layout := home.layout()) is not None:
            layout.addWidget(self._foot)
        for name, field in self._field_names:  # in one line with the first words of the field
            line = _first_line(field) if beside else 0
            name.setMinimumHeight(line)
            name.setMaximumHeight(line or MOST)
            if not name.text():
                name.setVisible(beside and not field.isHidden())  # above its field it would be a gap
        self._inside.setMaximumWidth(self._theme.look.px(FORM_WIDTH))

    def _build_common(self) -> None:
        self._typed: list[tuple[QWidget, Callable[[], None]]] = []
        self._time = TimeField()
        self._when_typed(self._time, self._edit_time)
        self._about = Check(self._theme, self.tr("About then"))
        self._about.setToolTip(self.tr("Right to 15 minutes or so"))
        self._about.clicked.connect(lambda on: self._send(about=on))
        self._lasted = MinutesField()
        self._when_typed(self._lasted, self._edit_length)
        self._note = QLineEdit()
        self._when_typed(self._note, self._edit_note)
        self._row(self.tr("Time"), self._time)
        self._row("", self._about)
        self._row(self.tr("Lasted"), self._lasted)

    def _build_moment(self) -> None:
        self._cues = ChipRow(self._theme, self.tr("a cue"), least=1)
        self._cues.changed.connect(lambda keys: self._send(cues=keys))
        for family in Family:
            cues = self._catalog.of_family(family)
            self._cues.offer([(cue.key, cue.name) for cue in cues], self.tr(FAMILY_NAMES[family]))
        self._tried = ChipRow(self._theme, self.tr("what you tried"), numbered=True)
        self._tried.changed.connect(lambda keys: self._send(responses=keys))
        self._tried.offer([(key, r.name) for key, r in self._catalog.responses.items() if not r.retired])
        self._then = self._choice(
            self.tr("Then"), [(o.name, key) for key, o in self._catalog.outcomes.items()], "outcome"
        )
        self._settle = self._choice(self.tr("In how long"), settle_choices(self._catalog), "settle")
        self._offered = self._settle.count()
        self._state = self._choice(
            self.tr("Baby was"), [(self._names.state(state), state) for state in State], "state"
        )
        self._intensity = self._choice(
            self.tr("How strong"), [(INTENSITY_NAMES[each], each) for each in Intensity], "intensity"
        )
        self._private = Check(self._theme, self.tr("Private note"))
        self._private.clicked.connect(lambda on: self._send(private=on))
        self._moment_fields = [
            self._row(self.tr("Noticed"), self._cues),
            self._row(self.tr("Tried"), self._tried),
            self._row(self.tr("Then"), self._then),
            self._row(self.tr("In"), self._settle),
            self._row(self.tr("Baby was"), self._state),
            self._row(self.tr("How strong"), self._intensity),
        ]
        self._row(self.tr("Note"), self._note)
        self._moment_fields.append(self._row("", self._private))

    def _build_care(self) -> None:
        self._value = QLineEdit()
        self._when_typed(self._value, self._edit_value)
        self._unit = self._choice(self.tr("Unit"), [(unit.value, unit) for unit in Unit], "unit")
        self._details = label("", "quiet", wrap=True)
        self._care_fields = [
            self._row(self.tr("Amount"), self._value),
            self._row(self.tr("Unit"), self._unit),
            self._row(self.tr("Details"), self._details),
        ]

    def _when_typed(self, field: TimeField | MinutesField | QLineEdit, edit: Callable[[], None]) -> None:
        def send() -> None:
            if self._ways.isHidden() and self._wrong in (None, field):  # else what was said is still so
                self._say("")
                self.problem_over.emit()
            edit()

        field.editingFinished.connect(send)
        self._typed.append((field, send))

    def _row(self, name: str, widget: QWidget) -> QWidget:
        shown = label(name, "quiet")
        shown.setBuddy(widget)
        self._field_names.append((shown, widget))
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # the panel's width decides
        widget.setSizePolicy(policy)
        self._form.addRow(shown, widget)
        if name and not widget.accessibleName():
            widget.setAccessibleName(name)
        return widget

    def _choice(self, name: str, entries: Sequence[tuple[str, object]], field: str) -> Choice:
        made = Choice(self._theme, name)
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.addItem(self.tr("Not noted"), None)
        for words, value in entries:
            made.addItem(self.tr(words), value)
        made.chosen.connect(lambda place: self._send(**{field: made.itemData(place)}))
        self._typed.append((made, made.settle))
        return made

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

    def _show_moment(self, moment: Moment, before: Moment | CareEvent | None) -> None:
        self._cues.show_keys([(cue, self._names.cue(cue)) for cue in moment.cues])
        self._tried.show_keys([(key, self._names.response(key)) for key in moment.responses])
        was = before if isinstance(before, Moment) else None
        if was is None or was.settle != moment.settle:
            self._show_settle(moment.settle)
        for choice, name in ((self._then, "outcome"), (self._state, "state"), (self._intensity, "intensity")):
            if was is None or getattr(was, name) != getattr(moment, name):
                choice.show_value(getattr(moment, name))
        self._private.setChecked(moment.private)

    def _show_settle(self, settle: Settle | None) -> None:
        """A time that isn't on offer, from a file or another place, joins the list for as long as it is shown."""
        while self._settle.count() > self._offered:
            self._settle.removeItem(self._settle.count() - 1)
        if settle is not None and self._settle.findData(settle) < 0:
            self._settle.addItem(self._names.settle(settle), settle)
        self._settle.show_value(settle)

    def _show_care(self, event: CareEvent, before: Moment | CareEvent | None) -> None:
        if not isinstance(before, CareEvent) or before.value != event.value:
            self._value.setText(amount_words(event.value))
        if not isinstance(before, CareEvent) or before.unit != event.unit:
            self._unit.show_value(event.unit)
        self._details.setText("\n".join(f"{name}: {value}" for name, value in event.details))
        self._form.setRowVisible(self._details, bool(event.details))

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

    def _edit_value(self) -> None:
        if isinstance(self._entry, CareEvent) and self._value.text() != amount_words(self._entry.value):
            try:
                self._send(value=read_amount(self._value.text()))
            except ValueError:
                self._say(self.tr("An amount is a number, such as 120 or 4.5."), self._value)

    def _say(self, problem: str, wrong: QWidget | None = None) -> None:
        self._wrong = wrong
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _send(self, **changes: object) -> None:
        entry = self._entry
        if entry is not None and any(getattr(entry, name) != value for name, value in changes.items()):
            self.edited.emit(changes)

    def _ask(self) -> None:
        if isinstance(self._entry, Moment):
            self.meaning_asked.emit(self._entry.cues[0])


def _first_line(field: QWidget) -> int:
    """The height of a field's first line, in pixels."""
    if isinstance(field, QLabel):
        return 0
    return field.line() if isinstance(field, ChipRow | TimeField) else field.sizeHint().height()


def _minutes(entry: Moment | CareEvent) -> int:
    """How long it lasted in whole minutes, -1 where that isn't noted."""
    return -1 if entry.length is None else int(entry.length.total_seconds() // 60)
