"""The rows of a form: names beside their fields or above them, and what is half typed in each."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from bonddiary.ui.care.fields import ChoiceLine
from bonddiary.ui.pages.timeline.chips import ChipRow
from bonddiary.ui.pages.timeline.fields import MinutesField, TimeField
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.layout import label

MOST = 16_777_215
"""Qt's largest size: no limit."""


class EntryForm(QFormLayout):
    """Fields save when the keyboard leaves them."""

    sent = Signal(object)
    """A dict: field names with their new values. Declared as a dict, Qt would turn enums into bare text."""
    typing_over = Signal(object)
    """The field that is done with, before what is in it is sent."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._names: list[tuple[QLabel, QWidget]] = []
        self._typed: list[tuple[QWidget, Callable[[], None]]] = []
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(8)
        self.setContentsMargins(0, 0, 8, 0)

    def when_typed(self, field: TimeField | MinutesField | QLineEdit, edit: Callable[[], None]) -> None:
        """Sends what is in a field once the keyboard leaves it."""

        def send() -> None:
            self.typing_over.emit(field)
            edit()

        field.editingFinished.connect(send)
        self._typed.append((field, send))

    def put(self, name: str, widget: QWidget) -> QWidget:
        """A row."""
        shown = label(name, "quiet")
        shown.setBuddy(widget)
        self._names.append((shown, widget))
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # the panel's width decides
        widget.setSizePolicy(policy)
        self.addRow(shown, widget)
        if name and not widget.accessibleName():
            widget.setAccessibleName(name)
        return widget

    def choice(self, name: str, entries: Sequence[tuple[str, object]], field: str) -> Choice:
        """A list to choose one field's value from, or nothing."""
        made = Choice(self._theme, name)
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.addItem(self.tr("Not noted"), None)
        for words, value in entries:
            made.addItem(self.tr(words), value)
        made.chosen.connect(lambda place: self.send(**{field: made.itemData(place)}))
        self.settle_with(made)
        return made

    def settle_with(self, choice: Choice) -> None:
        """What keys have come to in this list counts as half typed, too."""
        self._typed.append((choice, choice.settle))

    def send(self, **changes: Any) -> None:
        """Says what is changed."""
        self.sent.emit(changes)

    def send_half_typed(self, held: QWidget) -> None:
        """A window behind others has no focus to lose: what is typed in the field that holds this is sent."""
        for field, send in self._typed:
            if field is held or field.isAncestorOf(held):
                send()

    def arrange(self, *, beside: bool) -> None:
        """Names beside their fields, in one line with the first words of the field, or above them."""
        wrap = QFormLayout.RowWrapPolicy
        self.setRowWrapPolicy(wrap.DontWrapRows if beside else wrap.WrapAllRows)
        for name, field in self._names:
            line = _first_line(field) if beside else 0
            name.setMinimumHeight(line)
            name.setMaximumHeight(line or MOST)
            if not name.text():
                name.setVisible(beside and not field.isHidden())  # above its field it would be a gap


def _first_line(field: QWidget) -> int:
    """The height of a field's first line, in pixels."""
    if isinstance(field, QLabel):
        return 0
    if isinstance(field, ChipRow | TimeField | ChoiceLine):
        return field.line()
    return field.sizeHint().height()
