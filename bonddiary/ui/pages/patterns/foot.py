"""Under the charts: which show when there's more, and which are hidden, with the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING
from bonddiary.ui.widgets.reading import WordButton


class Foot(QWidget):
    """Two quiet lines."""

    shown_again = Signal(str)
    """The key of a hidden chart."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.waiting = label(kind="quiet", wrap=True)
        self._hidden_words = label(self.tr("Hidden charts:"), "quiet")
        self._buttons: dict[str, WordButton] = {}
        self._flow = FlowLayout(gap=8)
        self._flow.addWidget(self._hidden_words)
        self._hidden = holding(self._flow)
        edge = (RING + GAP, 0, 0, 0)
        self.setLayout(column(column(self.waiting, margins=edge), column(self._hidden, margins=edge), gap=8))

    def show_waiting(self, words: str) -> None:
        """Says what shows when there's more; blank for nothing."""
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))

    def show_hidden(self, names: dict[str, str]) -> None:
        """A button for each hidden chart, by its key."""
        self._hidden.setVisible(bool(names))
        if list(names) == list(self._buttons):
            return
        for key in [key for key in self._buttons if key not in names]:
            gone = self._buttons.pop(key)
            gone.hide()
            gone.deleteLater()
        for key, name in names.items():
            if key not in self._buttons:
                made = WordButton(self._theme, self.tr("Show {0}").format(f"“{name}”"), "plain")
                made.clicked.connect(lambda _=False, key=key: self.shown_again.emit(key))
                self._buttons[key] = made
                self._flow.addWidget(made)
        self._buttons = {key: self._buttons[key] for key in names}

    def stops(self) -> list[QWidget]:
        """What Tab stops at."""
        return list(self._buttons.values())
