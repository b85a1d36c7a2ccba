"""What stands in place of the board before the birth: tips for that time, and the press that ends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bonddiary.ui.pages.log.expecting import Expecting
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.born import BornLine
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words


class BeforeBirth(QFrame):
    """Nothing to note and nothing to count."""

    tip_opened = Signal(str)
    born_told = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._theme = theme
        self._tips: tuple[tuple[str, str], ...] = ()
        self._buttons: list[WordButton] = []
        self._line = label("", "quiet", wrap=True)
        self._words = Words()
        self._heading = Heading(self.tr("For the time before the birth"), "strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._born = BornLine(theme)
        self._born.told.connect(self.born_told)
        quiet = label(self.tr("Cues can be noted from the birth on."), "quiet", wrap=True)
        self.setLayout(
            column(
                self._line, self._words, self._born, quiet, self._heading, self._list, 1,
                gap=10, margins=(16, 12, 16, 14),
            )
        )  # fmt: skip

    def show_state(self, state: Expecting) -> None:
        """Shows the tips; what is being typed stays."""
        self._line.setText(state.line)
        self._words.say(
            self.tr("You could talk, sing, or feel {0} move. There is nothing to count.").format(state.name)
        )
        self._born.show_name(state.name, state.today)
        self._born.show_problem(state.problem)
        if state.tips != self._tips:
            self._tips = state.tips
            for old in self._buttons:
                old.hide()
                old.deleteLater()
            self._buttons = [self._add(key, title) for key, title in state.tips]
        self._heading.setVisible(bool(state.tips))

    def stop(self) -> QWidget:
        """Where the keyboard goes when the page comes into view."""
        return self._born.stops[0]

    def _add(self, key: str, title: str) -> WordButton:
        made = WordButton(self._theme, title)
        made.clicked.connect(lambda: self.tip_opened.emit(key))
        self._list.addWidget(made)
        return made
