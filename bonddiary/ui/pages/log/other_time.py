"""The line for a time that no chip has: "3:12am", "40 min"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.layout import label, row


class OtherTime(QWidget):
    """Says at once how it reads what is typed, or what it can't read."""

    time_typed = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._line = QLineEdit(placeholderText=self.tr("3:12am, or 40 min"))
        self._line.setAccessibleName(self.tr("Time, such as 3:12am, or how long ago, such as 40 min"))
        self._line.setMinimumWidth(150)
        self._day = Choice(theme, self.tr("Day"))
        self._day.addItems(
            [self.tr("Most recent"), self.tr("Yesterday"), self.tr("2 days ago"), self.tr("3 days ago")]
        )
        self._said = label("", "quiet", wrap=True)
        self._line.textEdited.connect(self._typed)
        self._day.currentIndexChanged.connect(self._typed)
        self.setLayout(row(self._line, self._day, self._said, gap=6))

    def start(self) -> None:
        """Takes the keyboard."""
        self._line.setFocus()

    def render_state(self, state: LogState | None) -> None:
        """Shows how the time was read; None puts the line away."""
        self.setVisible(state is not None)
        if state is None:
            self._line.clear()
            self._day.setCurrentIndex(0)
            return
        read = self.tr("Next: {0}").format(state.other_time) if state.other_time else ""
        self._said.setText(state.time_problem or read)
        self._said.setVisible(bool(self._said.text()))

    def _typed(self) -> None:
        if self._line.text().strip():
            self.time_typed.emit(self._line.text(), self._day.currentIndex())
