"""What stands on the page while there is too little for a chart of several days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from bonddiary.ui.pages.patterns.state import Empty, PatternsState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import PushChip
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading


class EmptyPart(QFrame):
    """Says how much there is and when the first chart starts; a made-up diary shows what comes then."""

    example_asked = Signal()

    def __init__(self, theme: Theme, *, made_up: bool) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title = Heading("", "section")
        self._words = label(wrap=True)
        self.log = WordButton(theme, self.tr("Log"), "primary")
        self.example = PushChip(theme, self.tr("See a made-up example"))
        self.example.setToolTip(self.tr("Opens in a window of its own. Your diary stays as it is."))
        self.example.clicked.connect(self.example_asked)
        self._made_up = made_up
        flow = FlowLayout(gap=8)
        for each in (self.log, self.example):
            flow.addWidget(each)
        self.setLayout(column(self._title, self._words, holding(flow), gap=8, margins=(20, 18, 20, 18)))
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
            self.example.setVisible(state.empty is not Empty.THIN and not self._made_up)
