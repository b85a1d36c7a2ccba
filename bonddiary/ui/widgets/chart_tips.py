"""A chart's picture and its tips: side by side where that leaves the picture wide enough, else one under the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.chart_folds import LINE
from bonddiary.ui.widgets.chart_picture import ChartPicture
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING

LEAST, MOST = 264, 310
"""Widths of the tips beside a picture; the wider, the fewer lines."""
ROOMY, AMPLE = 690, 720
"""Widths of a picture that isn't crowded, and of one that names each third hour: what is over goes to the tips."""
AROUND = 40
"""The card's sides, and the gap between picture and tips."""


class PictureAndTips(QWidget):
    """Holds both. The picture has its room first."""

    def __init__(self, theme: Theme, picture: ChartPicture) -> None:
        super().__init__()
        self._theme = theme
        self.head = label(kind="label", wrap=True)
        self.head.setIndent(RING + GAP)  # in line with the edges of the tips
        self.aside = QWidget()
        self.aside.setLayout(column(self.head, gap=2))
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.addWidget(picture, 1)
        self._across.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._across)

    def place(self, width: int, *, beside: bool) -> None:
        """Places the tips on a card of this width; `beside` says whether they may stand beside the picture at all."""
        look = self._theme.look
        beside = beside and width >= look.px(LEAST + ROOMY)
        aside = max(look.px(LEAST), min(width - look.px(AMPLE + AROUND), look.px(MOST)))
        self.aside.setMinimumWidth(aside if beside else 0)
        self.aside.setMaximumWidth(aside if beside else look.px(LINE))
        self._across.setSpacing(look.px(16) if beside else 8)
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if beside else way.TopToBottom)
