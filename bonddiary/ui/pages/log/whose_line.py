"""The first line of the saved strip in families with several babies: whose moment this is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bonddiary.domain.ids import MomentId
from bonddiary.ui.pages.log.saved import Saved
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_badge import BabyDot
from bonddiary.ui.widgets.layout import button, label, row
from bonddiary.ui.widgets.press import GAP, RING


class WhoseLine(QWidget):
    """Dot, name, and the way to another baby's moment of the same press."""

    turn_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._turn_to = MomentId("")
        self._dot = BabyDot(theme)
        self._words = label("", "strong", wrap=True)
        self._turn = button("", "small")
        self._turn.clicked.connect(lambda: self.turn_asked.emit(self._turn_to))
        inside = row(self._dot, self._words, self._turn, gap=8, margins=(RING + GAP, 0, 0, 0))
        inside.setStretch(1, 1)
        inside.setAlignment(self._dot, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(inside)

    def show_whose(self, saved: Saved) -> None:
        """Shows whose moment the strip adds to."""
        self._dot.show_mark(saved.mark)
        self._words.setText(saved.whose)
        self._turn_to = saved.turn[0] if saved.turn else MomentId("")
        self._turn.setText(saved.turn[1] if saved.turn else "")
        self._turn.setVisible(saved.turn is not None)
        self.setVisible(bool(saved.whose))
