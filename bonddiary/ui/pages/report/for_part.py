"""How the baby stands on the page, and what the page is for."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from bonddiary.report.request import NameShown
from bonddiary.ui.pages.report.state import ReportState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.press import RadioChip

OWN = object()
"""Stands for words of the parent's own."""


class NamePart(QWidget):
    """Nickname, initial, or none."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._chips = {name: RadioChip(theme, self.tr("None")) for name in NameShown}
        group, flow = QButtonGroup(self), FlowLayout(self, gap=2)
        for name, chip in self._chips.items():
            group.addButton(chip)
            chip.toggled.connect(lambda on, name=name: self.chosen.emit(name.value) if on else None)
            flow.addWidget(chip)

    def show_state(self, state: ReportState) -> None:
        """Shows the ways there are; without a nickname there is one."""
        offered = dict(state.names)
        shown = state.choices.name if state.choices.name in offered else NameShown.NONE
        for name, chip in self._chips.items():
            chip.setVisible(name in offered)
            if offered.get(name):
                chip.setText(offered[name])
        with QSignalBlocker(self._chips[shown]):
            self._chips[shown].setChecked(True)


class PurposePart(QWidget):
    """A review of the family's country, or the parent's own words."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._reviews: tuple[str, ...] | None = None
        self._purpose = ""
        self.list = Choice(theme, self.tr("What the page is for"))
        self.list.chosen.connect(self._choose)
        self.own = QLineEdit()
        self.own.setAccessibleName(self.tr("What the page is for, in your words"))
        self.own.setPlaceholderText(self.tr("In your words"))
        self.own.editingFinished.connect(self.commit)
        self.own.hide()
        self.setLayout(column(self.list, self.own, gap=4))

    def show_state(self, state: ReportState) -> None:
        """Shows what is chosen; what is being typed stays."""
        self._purpose = state.choices.purpose
        if state.reviews != self._reviews:
            self._reviews = state.reviews
            with QSignalBlocker(self.list):
                self.list.clear()
                self.list.addItem(self.tr("Not said"), "")
                for name in state.reviews:
                    self.list.addItem(name, name)
                self.list.addItem(self.tr("In your words…"), OWN)
        known = not self._purpose or self._purpose in state.reviews
        writing = known and self.own.isVisible() and self.list.currentData() is OWN
        if writing and not self._purpose:
            return
        self.list.show_value(self._purpose if known else OWN)
        self.own.setVisible(not known)
        if not self.own.isModified():
            self.own.setText("" if known else self._purpose)

    def commit(self) -> None:
        """What was typed is taken."""
        if self.list.currentData() is OWN and self.own.text().strip() != self._purpose:
            self.own.setModified(False)
            self.chosen.emit(self.own.text().strip())

    def _choose(self, _place: int) -> None:
        picked = self.list.currentData()
        self.own.setVisible(picked is OWN)
        self.own.setModified(False)
        if picked is not OWN:
            self.chosen.emit(picked)
        else:
            self.own.setText("")
            self.own.setFocus()
