"""The two weeks before a visit and the two weeks after it, beside or above each other: counts with how much was logged."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from bonddiary.analysis.visits import Side
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.chart_canvas import ChartCanvas
from bonddiary.ui.widgets.layout import column, frame
from bonddiary.ui.widgets.words import Heading, Words

BESIDE = 640
"""Width in units of the text size from which the two stand beside each other."""


class BeforeAfter(QWidget):
    """Says nothing of better or worse: what is counted is what was logged."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sides = (_Side(theme, self.tr("Before")), _Side(theme, self.tr("After")))
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pair.setSpacing(20)
        for side in self._sides:
            self._pair.addWidget(side, 1)
        limits = Words(
            self.tr(
                "These are counts of what was logged. More days with entries give more moments. "
                "They can’t say what made a difference."
            ),
            "caption",
        )
        whole = column(gap=10)
        whole.addLayout(self._pair)
        whole.addWidget(limits)
        self.setLayout(whole)

    def show_sides(self, sides: tuple[Side, Side]) -> None:
        """Shows both."""
        for part, side in zip(self._sides, sides, strict=True):
            part.show_side(side)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at."""
        return [side.canvas for side in self._sides if side.has_picture]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.width() >= self._theme.look.px(BESIDE)
        self._pair.setDirection(ways.LeftToRight if beside else ways.TopToBottom)


class _Side(QWidget):
    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._words = Words()
        self._few = Words(self.tr("Too few days are logged for a picture."), "quiet")
        self.canvas = ChartCanvas(theme)
        self._card = frame("card", column(self.canvas, margins=(10, 10, 10, 10)))
        self.setLayout(column(Heading(name, "strong"), self._words, self._few, self._card, 1, gap=6))

    @property
    def has_picture(self) -> bool:
        return not self._card.isHidden()

    def show_side(self, side: Side) -> None:
        self._words.say(side.words)
        self._few.setVisible(not side.drawn)
        self._card.setVisible(side.drawn)
        if side.drawn:
            self.canvas.show_chart(side.insight)
