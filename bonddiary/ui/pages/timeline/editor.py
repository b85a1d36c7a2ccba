"""Changes one entry in place. Every change is saved at once and is one step of Undo."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QFormLayout,
    QFrame,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from bonddiary.analysis.names import FAMILY_NAMES, Names
from bonddiary.domain.care import CareEvent, Unit
from bonddiary.domain.catalog import Catalog, Family
from bonddiary.domain.ids import CueKey, ResponseKey
from bonddiary.domain.moment import Intensity, Moment, State
from bonddiary.domain.when import When
from bonddiary.ui.models.entry_row import settle_words
from bonddiary.ui.models.settle_choices import SETTLE_CHOICES
from bonddiary.ui.pages.timeline.choices import INTENSITY_NAMES, STATE_NAMES
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.layout import button, label, row, scrolling
from bonddiary.ui.widgets.press import CheckChip, PushChip

DAY_MINUTES = 24 * 60


class EntryEditor(QFrame):
    """The form for a moment or a care event."""

    edited = Signal(dict)
    """Field names with their new values."""
    delete_asked = Signal()
    meaning_asked = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, catalog: Catalog) -> None:
        super().__init__()
        self._theme = theme
        self._catalog = catalog
        self._names = Names(catalog)
        self._entry: Moment | CareEvent | None = None
        self.setProperty("kind", "card")
        self._title = label("", "section", wrap=True)
        close = button(self.tr("Close"), "small")
        close.clicked.connect(self.closed)
        self._problem = label("", wrap=True)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setHorizontalSpacing(12)
        self._build_common()
        self._build_moment()
        self._build_care()
        inside = QWidget()
        inside.setLayout(self._form)
        self._meaning = button(self.tr("What may this mean?"), "small")
        self._meaning.clicked.connect(self._ask)
        delete = button(self.tr("Delete"), "small", tip=self.tr("Undo brings it back"))
        delete.clicked.connect(self.delete_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.addLayout(row(self._title, close))
        layout.addWidget(self._problem)
        layout.addWidget(scrolling(inside), 1)
        layout.addLayout(row(self._meaning, 1, delete))

    def show_entry(self, entry: Moment | CareEvent, title: str, names: Names, problem: str) -> None:
        """Fills the form."""
        self._entry, self._names = entry, names
        self._title.setText(title)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        moment = entry if isinstance(entry, Moment) else None
        for widget in self._moment_fields:
            self._form.setRowVisible(widget, moment is not None)
        for widget in self._care_fields:
            self._form.setRowVisible(widget, moment is None)
        self._meaning.setVisible(moment is not None and moment.cues[0] in self._catalog.cues)
        self._show_common(entry)
        if moment is not None:
            self._show_moment(moment)
        elif isinstance(entry, CareEvent):
            self._show_care(entry)

    def _build_common(self) -> None:
        self._time = QDateTimeEdit()
        self._time.setDisplayFormat("d MMM yyyy  h:mm ap")
        self._time.setCalendarPopup(False)
        self._time.editingFinished.connect(self._edit_time)
        self._about = Check(self._theme, self.tr("About then, give or take 15 min"))
        self._about.clicked.connect(lambda on: self._send(about=on))
        self._lasted = QSpinBox()
        self._lasted.setRange(-1, 2 * DAY_MINUTES)
        self._lasted.setSpecialValueText(self.tr("not noted"))
        self._lasted.setSuffix(self.tr(" min"))
        self._lasted.editingFinished.connect(self._edit_length)
        self._note = QLineEdit()
        self._note.editingFinished.connect(lambda: self._send(note=self._note.text().strip()))
        for field in (self._time, self._lasted):
            field.lineEdit().setTextMargins(8, 0, 8, 0)  # the stylesheet's padding doesn't reach inside
        self._row(self.tr("Time"), self._time)
        self._row("", self._about)
        self._row(self.tr("Lasted"), self._lasted)

    def _build_moment(self) -> None:
        self._cues, self._tried = FlowLayout(gap=0), FlowLayout(gap=0)
        self._then = self._choice(
            self.tr("Then"), [(o.name, key) for key, o in self._catalog.outcomes.items()], "outcome"
        )
        self._settle = self._choice(self.tr("In how long"), list(SETTLE_CHOICES), "settle")
        self._state = self._choice(
            self.tr("Baby was"), [(STATE_NAMES[state], state) for state in State], "state"
        )
        self._intensity = self._choice(
            self.tr("How strong"), [(INTENSITY_NAMES[each], each) for each in Intensity], "intensity"
        )
        self._private = Check(self._theme, self.tr("Private note"))
        self._private.clicked.connect(lambda on: self._send(private=on))
        self._moment_fields = [
            self._row(self.tr("Noticed"), holding(self._cues)),
            self._row(self.tr("Tried"), holding(self._tried)),
            self._row(self.tr("Then"), self._then),
            self._row(self.tr("In"), self._settle),
            self._row(self.tr("Baby was"), self._state),
            self._row(self.tr("How strong"), self._intensity),
        ]
        self._row(self.tr("Note"), self._note)
        self._moment_fields.append(self._row("", self._private))

    def _build_care(self) -> None:
        self._value = QLineEdit()
        self._value.editingFinished.connect(self._edit_value)
        self._unit = self._choice(self.tr("Unit"), [(unit.value, unit) for unit in Unit], "unit")
        self._details = label("", "quiet", wrap=True)
        self._care_fields = [
            self._row(self.tr("Amount"), self._value),
            self._row(self.tr("Unit"), self._unit),
            self._row(self.tr("Details"), self._details),
        ]

    def _row(self, name: str, widget: QWidget) -> QWidget:
        shown = label(name, "quiet")
        shown.setBuddy(widget)
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # the panel's width decides
        widget.setSizePolicy(policy)
        self._form.addRow(shown, widget)
        if name and not widget.accessibleName():
            widget.setAccessibleName(name)
        return widget

    def _choice(self, name: str, entries: Sequence[tuple[str, object]], field: str) -> Choice:
        made = Choice(self._theme, name)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.addItem(self.tr("Not noted"), None)
        for words, value in entries:
            made.addItem(self.tr(words), value)
        made.activated.connect(lambda place: self._send(**{field: made.itemData(place)}))
        return made

    def _show_common(self, entry: Moment | CareEvent) -> None:
        wall = entry.at.wall
        self._time.setDateTime(
            QDateTime(wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second)
        )
        self._about.setChecked(entry.about)
        self._lasted.setValue(-1 if entry.length is None else int(entry.length.total_seconds() // 60))
        self._note.setText(entry.note)

    def _show_moment(self, moment: Moment) -> None:
        self._chips(
            self._cues, [(cue, self._names.cue(cue)) for cue in moment.cues], "cues", len(moment.cues) > 1
        )
        self._cues.addWidget(self._add_cue())
        self._chips(
            self._tried, [(key, self._names.response(key)) for key in moment.responses], "responses", True
        )
        self._tried.addWidget(self._add_response(moment))
        for choice, value in (
            (self._then, moment.outcome), (self._state, moment.state), (self._intensity, moment.intensity),
        ):  # fmt: skip
            choice.setCurrentIndex(max(0, choice.findData(value)))
        place = next(
            (n for n in range(1, self._settle.count()) if self._settle.itemData(n) == moment.settle), -1
        )
        if moment.settle is not None and place < 0:
            self._settle.addItem(settle_words(moment.settle), moment.settle)
            place = self._settle.count() - 1
        self._settle.setCurrentIndex(max(0, place))
        self._private.setChecked(moment.private)

    def _show_care(self, event: CareEvent) -> None:
        self._value.setText("" if event.value is None else f"{event.value:g}")
        self._unit.setCurrentIndex(max(0, self._unit.findData(event.unit)))
        self._details.setText(
            "\n".join(f"{name}: {value}" for name, value in event.details) or self.tr("none")
        )

    def _chips(self, flow: FlowLayout, entries: list[tuple[str, str]], field: str, removable: bool) -> None:
        empty(flow)
        keys = tuple(key for key, _ in entries)
        for place, (key, name) in enumerate(entries, 1):
            chip = CheckChip(self._theme, name)
            chip.setChecked(True)
            chip.setEnabled(removable)
            chip.setAccessibleDescription(self.tr("Press to take it away"))
            if field == "responses" and len(entries) > 1:
                chip.show_number(place)
            chip.clicked.connect(
                lambda _=False, key=key: self._send(**{field: tuple(each for each in keys if each != key)})
            )
            flow.addWidget(chip)

    def _add_cue(self) -> PushChip:
        chip = PushChip(self._theme, self.tr("Add…"))
        chip.setAccessibleName(self.tr("Add… a cue"))
        menu = QMenu(chip)
        for family in Family:
            part = menu.addMenu(self.tr(FAMILY_NAMES[family]))
            for cue in self._catalog.of_family(family):
                part.addAction(cue.name).triggered.connect(
                    lambda _=False, key=cue.key: self._add("cues", key)
                )
        chip.setMenu(menu)
        return chip

    def _add_response(self, moment: Moment) -> PushChip:
        chip = PushChip(self._theme, self.tr("Add…"))
        chip.setAccessibleName(self.tr("Add… what you tried"))
        menu = QMenu(chip)
        for key, response in self._catalog.responses.items():
            if key not in moment.responses and not response.retired:
                menu.addAction(response.name).triggered.connect(
                    lambda _=False, key=key: self._add("responses", key)
                )
        chip.setMenu(menu)
        return chip

    def _add(self, field: str, key: CueKey | ResponseKey) -> None:
        keys: tuple[str, ...] = getattr(self._entry, field)
        if key not in keys:
            self._send(**{field: (*keys, key)})

    def _edit_time(self) -> None:
        entry, shown = self._entry, self._time.dateTime()
        if entry is None:
            return
        wall = datetime(*(int(part) for part in shown.toString("yyyy M d H m s").split()))  # type: ignore[arg-type]  # noqa: DTZ001
        at = When.from_wall(wall, entry.at.zone)
        until = None if entry.length is None else at.shifted(entry.length)
        if at.wall != entry.at.wall:
            self._send(at=at, until=until)

    def _edit_length(self) -> None:
        if self._entry is not None:
            minutes = self._lasted.value()
            now = None if self._entry.length is None else int(self._entry.length.total_seconds() // 60)
            if minutes != (-1 if now is None else now):
                self._send(until=None if minutes < 0 else self._entry.at.shifted(timedelta(minutes=minutes)))

    def _edit_value(self) -> None:
        text = self._value.text().strip().replace(",", ".")
        try:
            self._send(value=float(text) if text else None)
        except ValueError:
            self._problem.setText(self.tr("An amount is a number, such as 120 or 4.5."))
            self._problem.show()

    def _send(self, **changes: object) -> None:
        entry = self._entry
        if entry is not None and any(getattr(entry, name) != value for name, value in changes.items()):
            self.edited.emit(changes)

    def _ask(self) -> None:
        if isinstance(self._entry, Moment):
            self.meaning_asked.emit(self._entry.cues[0])
