"""Under the charts: which show when there's more, and which are hidden, with the way back."""

from collections.abc import Sequence

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

    def show_waiting(self, names: Sequence[str], starts: Sequence[str]) -> None:
        """Says what shows when there's more, and where that is told, what each starts with; no names for nothing."""
        several = len(names) > 1 and bool(starts)
        each = [f"{_named(name)} {start}" for name, start in zip(names, starts, strict=False)]
        listed = self.tr("Shows when there’s more: {0}.").format(" · ".join(names))
        words = [self.tr("Shows when there’s more:"), *each] if several else [" ".join([listed, *starts])]
        self.waiting.setText("\n".join(words) if names else "")
        self.waiting.setVisible(bool(names))

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


def _named(name: str) -> str:
    """ "How weeks are changing:", and a question as it is."""
    return name if name.endswith("?") else f"{name}:"
