"""What may be said of a care event, as chips and small fields. The strip on Log and the Timeline's editor share them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bonddiary.analysis.names import Names
from bonddiary.domain.care import CareEvent, Unit
from bonddiary.domain.care_fields import CARE_FIELDS, Detail, asked, refuse_amount, units_for, with_detail
from bonddiary.domain.errors import InvalidEntry
from bonddiary.ui.care.amount import amount_words, read_amount
from bonddiary.ui.care.spread import Spread
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.flow import empty
from bonddiary.ui.widgets.press import RadioChip

LONGEST = 200
"""Letters of a detail."""
NO_NUMBER = "An amount is a number, such as 120 or 4.5."
DETAILS: Mapping[str, Detail] = {
    detail.name: detail for fields in CARE_FIELDS.values() for detail in fields.details
}
"""Every detail there is, once: what a name may hold is the same for every kind."""


class ChoiceLine(Spread):
    """The choices of one detail; the one that is on goes off when it is pressed again."""

    chosen = Signal(str)
    """The value, or blank: nothing is said any more."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(gap=0)
        self._theme = theme
        self._shown: tuple[tuple[str, str], ...] = ()
        self._value = ""
        self.setAccessibleName(name)

    def offer(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Shows these, with the value; one that came from a file and isn't on offer stands beside them."""
        wanted = tuple(choices)
        if value and all(value != each for each, _ in wanted):
            wanted = (*wanted, (value, value))
        if wanted != self._shown:
            self._fill(wanted)
        self._value = value
        for (each, _), chip in zip(self._shown, self.chips(), strict=True):
            chip.show_checked(each == value)

    def chips(self) -> list[RadioChip]:
        """In reading order."""
        items = (self.flow.itemAt(place) for place in range(self.flow.count()))
        return [chip for item in items if item is not None and isinstance(chip := item.widget(), RadioChip)]

    def line(self) -> int:
        """The height of one line of chips, in pixels."""
        return max((chip.sizeHint().height() for chip in self.chips()), default=0)

    def _fill(self, choices: tuple[tuple[str, str], ...]) -> None:
        held = next((place for place, chip in enumerate(self.chips()) if chip.hasFocus()), None)
        empty(self.flow)
        for value, words in choices:
            chip = RadioChip(self._theme, words, parent=self)
            chip.set_compact(True)
            chip.clicked.connect(lambda _=False, value=value: self._press(value))
            self.flow.addWidget(chip)
            chip.show()
        self._shown = choices
        if held is not None and (chips := self.chips()):
            chips[min(held, len(chips) - 1)].setFocus()
        self.updateGeometry()

    def _press(self, value: str) -> None:
        off = value == self._value
        for (each, _), chip in zip(self._shown, self.chips(), strict=True):
            chip.show_checked(each == self._value)  # it goes on when the diary says so
        self.chosen.emit("" if off else value)


class WordField(QLineEdit):
    """A detail in the parent's own words. It grows with the room there is."""

    def __init__(self, name: str, most: int = LONGEST) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(most)
        self.setMinimumWidth(64)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps what is typed, and is not for what stands around the field."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class CareFields(QObject):
    """The widgets for every detail and for the amount; whoever shows them lays them out."""

    changed = Signal(object)
    """A dict: field names of the event with their new values."""
    refused = Signal(str)
    """Why the amount that is typed can't be; what was typed stays. Blank: it can be again."""

    def __init__(self, theme: Theme, parent: QWidget, names: Names) -> None:
        super().__init__(parent)
        self._event: CareEvent | None = None
        self._offered: tuple[Unit, ...] = ()
        self._wrong = False
        known = names.catalog.care_details
        self.labels = {name: known[name].name if name in known else name.capitalize() for name in DETAILS}
        self._words = {
            name: tuple((value, known[name].choices.get(value, value) if name in known else value) for value in detail.choices)
            for name, detail in DETAILS.items()
        }  # fmt: skip
        self.details: dict[str, ChoiceLine | WordField] = {
            name: self._line(theme, name) if detail.choices else self._field(name)
            for name, detail in DETAILS.items()
        }
        self.value = WordField(self.tr("Amount"), 20)
        self.unit = Choice(theme, self.tr("Unit"))
        self.unit.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMinimumContentsLength(4)
        self.unit.chosen.connect(self._send_unit)

    def show_event(self, event: CareEvent, unit: Unit | None, *, anew: bool) -> list[str]:
        """Fills the widgets, and returns the names of the details to ask for, with "value" for an amount.

        `anew`: also over what is typed. `unit`: what to offer for an amount that isn't there yet.
        """
        before = None if anew else self._event
        self._event = event
        said = dict(event.details)
        shown = [detail.name for detail in asked(event.kind, said)]
        for name in shown:
            widget, value = self.details[name], said.get(name, "")
            if isinstance(widget, ChoiceLine):
                widget.offer(self._words[name], value)
            elif before is None or before.detail(name) != value:
                widget.setText(value)
        if before is None or before.value != event.value:
            self._wrong = False
            self.value.setText(amount_words(event.value))
        units = units_for(event)
        self._offer_units(units, event.unit if event.value is not None or event.unit else _first(units, unit))
        return [*shown, "value"] if units else shown

    def parts(self) -> list[QWidget]:
        """What takes the keyboard, in reading order."""
        parts: list[QWidget] = []
        for widget in self.details.values():
            parts += widget.chips() if isinstance(widget, ChoiceLine) else [widget]
        return [*parts, self.value, self.unit]

    def typed(self) -> list[tuple[WordField, Callable[[], None]]]:
        """Every field that is typed in, and what sends it: whoever shows the fields says when."""
        words = [(name, each) for name, each in self.details.items() if isinstance(each, WordField)]
        return [
            *((each, partial(self._send_words, name)) for name, each in words),
            (self.value, self.send_value),
        ]

    def finish(self) -> bool:
        """Sends what is being typed; says whether it can be so."""
        for name, widget in self.details.items():
            if isinstance(widget, WordField) and widget.isVisible():
                self._send_words(name)
        if self.value.isVisible():
            self.send_value()
        return not self._wrong

    def send_value(self) -> None:
        """Sends the amount with its unit, or says why it can't be."""
        event = self._event
        if event is None or (not self._wrong and self.value.text() == amount_words(event.value)):
            return
        try:
            value = read_amount(self.value.text())
            unit = self.unit.currentData() if value is not None else event.unit
            refuse_amount(event.kind, value, unit)
        except ValueError:
            self._refuse(self.tr(NO_NUMBER))
        except InvalidEntry as problem:
            self._refuse(str(problem))
        else:
            self._refuse("")
            self._send(value=value, unit=unit)

    def _send_unit(self, place: int) -> None:
        event, unit = self._event, self.unit.itemData(place)
        if event is None:
            return
        if self._wrong or self.value.text() != amount_words(event.value):
            self.send_value()  # what is typed may be right in the other unit
            return
        try:
            refuse_amount(event.kind, event.value, unit)
        except InvalidEntry as problem:
            self._refuse(str(problem))
            return
        self._send(unit=unit)

    def _send_words(self, name: str) -> None:
        widget = self.details[name]
        if self._event is not None and isinstance(widget, WordField):
            self._send(details=with_detail(self._event, name, widget.text().strip()))

    def _choose(self, name: str, value: str) -> None:
        if self._event is not None:
            self._send(details=with_detail(self._event, name, value))

    def _send(self, **changes: object) -> None:
        event = self._event
        if event is not None and any(getattr(event, name) != value for name, value in changes.items()):
            self.changed.emit(changes)

    def _refuse(self, problem: str) -> None:
        told, self._wrong = self._wrong, bool(problem)
        if problem or told:
            self.refused.emit(problem)

    def _offer_units(self, units: tuple[Unit, ...], unit: Unit | None) -> None:
        if units != self._offered or not self.unit.count():
            self._offered = units
            self.unit.clear()
            self.unit.addItem(self.tr("Not noted"), None)
            for each in units:
                self.unit.addItem(each.value, each)
        if not self._wrong:
            self.unit.show_value(unit)

    def _line(self, theme: Theme, name: str) -> ChoiceLine:
        made = ChoiceLine(theme, self.labels[name])
        made.chosen.connect(lambda value: self._choose(name, value))
        return made

    def _field(self, name: str) -> WordField:
        return WordField(self.labels[name])


def _first(units: tuple[Unit, ...], last: Unit | None) -> Unit | None:
    return last if last in units else next(iter(units), None)
