"""What stands on the page while there is too little for a chart of several days."""

from PySide6.QtWidgets import QFrame

from bonddiary.ui.pages.patterns.state import Empty, PatternsState
from bonddiary.ui.widgets.layout import button, column, label, row
from bonddiary.ui.widgets.words import Heading


class EmptyPart(QFrame):
    """Says how much there is and when the first chart starts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title = Heading("", "section")
        self._words = label(wrap=True)
        self.log = button(self.tr("Log"), "primary")
        self.setLayout(column(self._title, self._words, row(self.log, 1), gap=8, margins=(20, 18, 20, 18)))
        self.hide()

    def show_state(self, state: PatternsState) -> None:
        """Hidden where there are charts enough."""
        titles = {
            Empty.NOTHING: self.tr("Nothing is logged yet"),
            Empty.NEW: self.tr("Patterns need a little more"),
            Empty.THIN: self.tr("Too little is logged in these days"),
        }
        words = {
            Empty.NOTHING: self.tr(
                "What you notice shows here as pictures and in words. The first chart starts with 1 moment."
            ),
            Empty.NEW: self.tr("You’ve logged {0}. The first chart of several days starts at 3 days."),
            Empty.THIN: self.tr("There are {0}. A chart of several days starts at 3 days."),
        }
        self.setVisible(state.empty is not None)
        if state.empty is not None:
            self._title.setText(titles[state.empty])
            self._words.setText(words[state.empty].format(state.logged))
            self.log.setVisible(state.empty is not Empty.THIN)
