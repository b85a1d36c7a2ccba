"""A chart's picture on its card: loaded late, and where it can't be drawn, a line that says so."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bonddiary.analysis.insight import Insight
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, label

if TYPE_CHECKING:
    from bonddiary.ui.widgets.chart_canvas import ChartCanvas

PLACE_KEPT = 420
"""The height kept free for a picture that isn't drawn yet, so that little moves when it comes."""
SAY_AFTER = 1000
"""Milliseconds without a first picture after which the card says that it is on its way."""


class ChartPicture(QWidget):
    """The canvas comes with the first `draw`: what draws takes longer to load than all of the page."""

    moment_opened = Signal(str)
    table_asked = Signal()
    menu_asked = Signal(QPoint)
    not_drawn = Signal()

    def __init__(self, theme: Theme, jobs: Jobs | None = None) -> None:
        super().__init__()
        self._theme, self._jobs = theme, jobs
        self._insight: Insight[object] | None = None
        self.canvas: ChartCanvas | None = None
        self._problem: InlineBar | None = None
        self._slow = label(self.tr("Drawing…"), "quiet")
        self._slow.setParent(self)  # over the picture's place: nothing moves when it comes or goes
        self._slow.hide()
        self._column = column(gap=0)
        self.setLayout(self._column)
        QTimer.singleShot(SAY_AFTER, self, self._say_slow)
        theme.changed.connect(self._keep_place)
        self._keep_place()

    def draw(self, insight: Insight[object]) -> None:
        """Makes the canvas, unless it is there."""
        self._insight = insight
        if self.canvas is not None:
            return
        try:
            from bonddiary.ui.widgets.chart_canvas import ChartCanvas

            canvas = ChartCanvas(self._theme, self._jobs)
        except Exception as error:  # noqa: BLE001  # whatever goes wrong in a picture, its words and table stay
            logging.getLogger(__name__).error("pictures can’t be drawn here: %s", type(error).__name__)
            self._say_not_drawn()
            return
        canvas.moment_opened.connect(self.moment_opened)
        canvas.table_asked.connect(self.table_asked)
        canvas.menu_asked.connect(self.menu_asked)
        canvas.drawing_failed.connect(self._say_not_drawn)
        canvas.drawn.connect(self._on_drawn)
        self.canvas = canvas
        self._column.addWidget(canvas)
        self._column.addStretch(1)  # where tips beside it are higher, the picture isn't pulled along
        canvas.show_chart(insight)
        self.setMinimumHeight(0)  # it knows its height: nothing is laid out anew when it is drawn

    def follow(self, insight: Insight[object]) -> None:
        """Another chart, for a canvas that is there."""
        self._insight = insight
        if self.canvas is not None:
            self._forget_problem()
            self.canvas.show()
            self.canvas.show_chart(insight)

    @property
    def undrawn(self) -> bool:
        """Whether it couldn't be drawn, and says so."""
        return self._problem is not None and not self._problem.isHidden()

    def _say_slow(self) -> None:
        coming = self.canvas is None or not self.canvas.redraws
        self._fit_slow()
        self._slow.raise_()
        self._slow.setVisible(coming and not self.undrawn)

    def _fit_slow(self) -> None:
        self._slow.setIndent(self._theme.look.px(4))  # in line with the card's words
        self._slow.resize(self.width(), self._slow.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_slow()

    def _on_drawn(self) -> None:
        self._slow.hide()
        self._forget_problem()
        if self.canvas is not None:
            self.canvas.show()

    def _say_not_drawn(self) -> None:
        self._slow.hide()
        self.setMinimumHeight(0)
        if self.canvas is not None:
            self.canvas.hide()
        if self._problem is None:
            self._problem = InlineBar()
            self._column.insertWidget(0, self._problem)
        known = self.undrawn
        self._problem.say(self.tr("The picture couldn’t be drawn."), (self.tr("Try again"), self._try_again))
        if not known:
            self.not_drawn.emit()

    def _forget_problem(self) -> None:
        if self._problem is not None:
            self._problem.say("")

    def _try_again(self) -> None:
        self._forget_problem()
        if self.canvas is None:
            if self._insight is not None:
                self.draw(self._insight)
            return
        self.canvas.show()
        QTimer.singleShot(0, self.canvas, self.canvas.draw_again)

    def _keep_place(self) -> None:
        if self.canvas is None:
            self.setMinimumHeight(self._theme.look.px(PLACE_KEPT))
