"""The line for one more question."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.visits.fields import KeptField
from bonddiary.ui.pages.visits.state import About, Told
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import button, column, frame, row
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Words


class NewQuestion(QWidget):
    """Enter or the button adds it; what is half typed waits here."""

    typed = Signal(str, str)
    left = Signal(str, str)
    added = Signal(str)
    about_dropped = Signal()

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        super().__init__()
        self.field = KeptField(theme, name, lines=1, one_line=True)
        self.field.text.setPlaceholderText(hint)
        self.field.typed.connect(self.typed)
        self.field.left.connect(self.left)
        self.field.text.sent.connect(self._add)
        self.add = button(self.tr("Add question"), "small")
        self.add.clicked.connect(self._add)
        self._about = Words()
        self._drop = WordButton(theme, self.tr("Ask it by itself"))
        self._drop.clicked.connect(self.about_dropped)
        self._beside = frame("strip", column(self._about, self._drop, gap=2, margins=(12, 8, 12, 6)))
        self._beside.hide()
        foot = row(self.add, self.field.told, gap=10)
        foot.setStretchFactor(self.field.told, 1)
        self.setLayout(column(self._beside, self.field, foot, gap=6))

    def show_line(
        self, key: str, about: About | None, typed: Mapping[str, str], told: Mapping[str, Told]
    ) -> None:
        """Shows what is half typed, and what it is asked beside."""
        self.field.show_field(key, "", typed, told)
        self._about.say(about.words if about else "")
        self._beside.setVisible(about is not None)

    def start(self) -> None:
        """Takes the keyboard."""
        self.field.text.setFocus()

    def _add(self) -> None:
        self.added.emit(self.field.words)
