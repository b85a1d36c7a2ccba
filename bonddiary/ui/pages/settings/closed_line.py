"""A file that another passphrase locks, in words, and the two presses that delete it."""

from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.settings.backups_state import ClosedRow
from bonddiary.ui.pages.settings.parts import EDGE
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Words

INSET = (EDGE, 0, EDGE, 0)


class ClosedLine(QWidget):
    """Shows a ClosedRow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words, self._sure = Words(), Words()
        self.ask, self.keep, self.delete = (WordButton(theme, "", "plain") for _ in range(3))
        flow = FlowLayout(gap=8)
        for button in self.stops:
            flow.addWidget(button)
        said = column(self._words, self._sure, gap=2, margins=INSET)
        self.setLayout(column(said, holding(flow), gap=4))

    @property
    def stops(self) -> tuple[WordButton, ...]:
        """Where Tab stops, in order."""
        return (self.ask, self.keep, self.delete)

    @property
    def sure_words(self) -> str:
        """What deleting it would mean."""
        return self._sure.plain

    def show_row(self, row: ClosedRow) -> None:
        """Shows the file."""
        self._words.say(row.words)
        self._sure.say(row.sure)
        self._sure.setVisible(bool(row.sure))
        for button, words, shown in (
            (self.ask, self.tr("Delete this file…"), not row.sure),
            (self.keep, self.tr("Keep it"), bool(row.sure)),
            (self.delete, self.tr("Delete it for ever"), bool(row.sure)),
        ):
            button.setText(words)
            button.setAccessibleName(f"{words} {row.name}")
            button.setVisible(shown)
            button.updateGeometry()
