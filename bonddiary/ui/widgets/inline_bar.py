"""A message in the page, with what can be done about it: never a dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.layout import button, label, restyle


class InlineBar(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, kind: str = "problem") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self._words = label(wrap=True)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str, *actions: tuple[str, Callable[[], object]], kind: str = "problem") -> None:
        """Shows the words and a button for each action; blank words hide the bar."""
        fresh = words != self._words.text() or not self.isVisible()
        for old in self._buttons:
            old.deleteLater()
        self._buttons = [self._button(text, act) for text, act in actions]
        if self.property("kind") != kind:
            restyle(self, kind)
        self._words.setText(words)
        self.setVisible(bool(words))
        if words and fresh:
            announce(self, words, urgent=kind == "problem")

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        made = button(text, "small")
        made.clicked.connect(lambda: act())  # noqa: PLW0108
        self._row.addWidget(made)
        return made
