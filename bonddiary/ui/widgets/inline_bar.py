"""A message in the page, with what can be done about it: never a dialog."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import button, label, restyle
from bonddiary.ui.widgets.tall_words import TallWords

BESIDE = 24
"""Width in heights of a line from which buttons stand beside the words, else below them, as many in a row as there is room for."""
GAP = 8

Act = Callable[[], object]


class InlineBar(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, kind: str = "problem") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self._buttons: list[QPushButton] = []
        self._acts: list[Act] = []
        self._furnished = False
        self.hide()

    def _furnish(self) -> None:
        """What it holds, made when there is something to say: every page has such a bar, few ever show it."""
        self._furnished = True
        self._words = label(wrap=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.addWidget(TallWords(self._words), 1)
        self._flow = FlowLayout(gap=GAP)
        self._deeds = holding(self._flow)
        self._row.addWidget(self._deeds)
        self._share()

    def say(self, words: str, *actions: tuple[str, Act], kind: str = "problem") -> None:
        """Shows the words and a button for each action; blank words hide the bar."""
        if not self._furnished:
            if not words:
                return
            self._furnish()
        fresh = words != self._words.text() or self.isHidden()  # not isVisible: the page may be out of view
        self._acts = [act for _, act in actions]
        if [each.text() for each in self._buttons] != [text for text, _ in actions]:
            self._make_buttons([text for text, _ in actions])
        if self.property("kind") != kind:
            restyle(self, kind)
        self._words.setText(words)
        self.setVisible(bool(words))
        if words and fresh:
            announce(self, words, urgent=kind == "problem")

    def take_keyboard(self) -> None:
        """Ready for Enter on the first thing that can be done."""
        if self._buttons:
            self._buttons[0].show()  # now, not with the next event
            self._buttons[0].setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._furnished:
            self._share()

    def _share(self) -> None:
        """Gives words and buttons their room."""
        beside = self.width() >= BESIDE * self._words.fontMetrics().height()
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        across = sum(each.sizeHint().width() + GAP for each in self._buttons)
        self._deeds.setMinimumWidth(across if beside else 0)
        self._deeds.setVisible(bool(self._buttons))

    def _make_buttons(self, texts: list[str]) -> None:
        """Saying the same again keeps the buttons: the keyboard may be on one of them."""
        held = any(old.hasFocus() for old in self._buttons)
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = [self._button(place, text) for place, text in enumerate(texts)]
        self._share()
        if held and self._buttons:
            self._buttons[-1].show()  # now, not with the next event: it may take the keyboard
            self._buttons[-1].setFocus()  # the last one leaves things as they are

    def _do(self, place: int) -> None:
        self._acts[place]()

    def _button(self, place: int, text: str) -> QPushButton:
        made = button(text, "small")
        made.clicked.connect(lambda: self._do(place))
        self._flow.addWidget(made)
        return made
