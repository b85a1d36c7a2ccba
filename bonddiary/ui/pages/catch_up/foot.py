"""Under the table: a row more or less, and what is said of the whole day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.catch_up.state import CatchUpState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.press import CheckChip, PushChip
from bonddiary.ui.widgets.words import Words


class Foot(QWidget):
    """Chips, so that their words wrap in any window."""

    add_asked = Signal()
    delete_asked = Signal()
    whole_marked = Signal(bool)
    no_crying_marked = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._add = PushChip(theme, self.tr("Add a row"), "plus")
        self._delete = PushChip(theme, self.tr("Delete row"))
        self._delete.setToolTip(self.tr("Deletes the row that is chosen in the table. Undo brings it back"))
        self._add.clicked.connect(self.add_asked)
        self._delete.clicked.connect(self.delete_asked)
        self._whole, self._none = CheckChip(theme, ""), CheckChip(theme, "")
        self._whole.clicked.connect(self.whole_marked)
        self._none.clicked.connect(self.no_crying_marked)
        self._problem = Words()
        self._problem.setContentsMargins(5, 0, 5, 0)
        flow = FlowLayout(gap=0)
        for chip in (self._add, self._delete, self._whole, self._none):
            flow.addWidget(chip)
        self.setLayout(column(holding(flow), self._problem, gap=2))

    def render_state(self, state: CatchUpState) -> None:
        """Shows a state."""
        self._delete.setEnabled(bool(state.rows))
        for chip, words, on in (
            (self._whole, state.whole_words, state.whole_day),
            (self._none, state.no_crying_words, state.no_crying),
        ):
            chip.setText(words)
            chip.setAccessibleName(words)
            chip.setChecked(on)
            chip.updateGeometry()
        self._problem.say(state.no_crying_problem)
        self._problem.setVisible(bool(state.no_crying_problem))

    def take_focus(self) -> None:
        """Gives the keyboard to the first chip."""
        self._add.setFocus()
