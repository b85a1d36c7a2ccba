"""Drawing the Two-weeks chart anew, against the same marks as bare matplotlib collections."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.two_weeks import TwoWeeks
from bonddiary.ui.pages.patterns.presenter import PatternsPresenter
from bonddiary.ui.pages.patterns.state import PatternsState
from bonddiary.ui.widgets.chart_canvas import ChartCanvas
from tests.benchmarks.harness import Line, Sample, alternate, stopwatch, timed
from tests.benchmarks.surroundings import FAMILY, Surroundings, open_diary

WIDTH = 860
FLOOR = "the same marks, bare matplotlib"


def measure(here: Surroundings) -> list[Line]:
    """The canvas of the Patterns page, from being asked to the picture being there."""
    insight = two_weeks_of(here)
    canvas = ChartCanvas(here.theme)
    canvas.show_chart(insight)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(canvas)
    holder.resize(WIDTH, canvas.heightForWidth(WIDTH) + 40)
    holder.show()
    here.settle()
    size = canvas.width() / 100, canvas.height() / 100
    bare, empty = Bare(size, insight), Bare(size, insight, axes=False)

    def redraw() -> Mapping[str, Sample]:
        before = canvas.redraws
        with stopwatch() as sample:
            canvas.draw_again()
            while canvas.redraws == before:
                here.app.processEvents()
        return {"redraw": sample}

    steps = redraw, timed("bare", bare.draw), timed("no axes", empty.draw)
    found = alternate(*steps, seconds=12, least=20, warm=3)
    holder.close()
    return [
        Line(work="Two-weeks chart redraw", floor=FLOOR, works=found["redraw"], floors=found["bare"], limit=1.5),
        Line(work="the same", floor=f"{FLOOR}, axes off", works=found["redraw"], floors=found["no axes"]),
    ]  # fmt: skip


def two_weeks_of(here: Surroundings) -> Insight[object]:
    """What the Patterns page draws of a family's diary."""
    shown: list[PatternsState] = []
    session = here.session(lambda: open_diary(here.diaries.of_length(FAMILY)))
    session.open()
    PatternsPresenter(session, shown.append).refresh()
    session.close()
    return next(chart.insight for chart in shown[-1].charts if chart.insight.key == "two-weeks")


class Bare:
    """As many bars, hatched hours and marks as the chart has, on one axes, made anew at every draw."""

    def __init__(self, size: tuple[float, float], insight: Insight[object], *, axes: bool = True) -> None:
        assert isinstance(insight.data, TwoWeeks)
        self._figure = Figure(figsize=size, dpi=100)
        self._canvas = FigureCanvasAgg(self._figure)
        self._axes = axes
        rows = list(enumerate(insight.data.rows))
        lanes = [(lane.kind, n, lane.start, lane.end) for n, row in rows for lane in row.lanes]
        self._bars = [
            [_box(n, start, end) for kind, n, start, end in lanes if kind is wanted]
            for wanted in {lane[0] for lane in lanes}
        ]
        self._bars.append([_box(n, gap.start, gap.end) for n, row in rows for gap in row.gaps])
        marks = [(family, mark.start, n) for n, row in rows for mark in row.marks for family in mark.families]
        self._marks = [
            np.array([at[1:] for at in marks if at[0] is family]) for family in {at[0] for at in marks}
        ]
        self._lines = [[(0.0, n), (24.0, n)] for n, _ in rows] + [
            [(hour, 0.0), (hour, len(rows))] for hour in range(0, 25, 3)
        ]

    def draw(self) -> None:
        """As plainly as matplotlib can."""
        self._figure.clear()
        axes: Any = self._figure.add_subplot(xlim=(0, 24), ylim=(14, -1))
        if not self._axes:
            axes.set_axis_off()
        axes.add_collection(LineCollection(self._lines, colors="lightgrey"), autolim=False)
        for boxes in self._bars:
            axes.add_collection(PolyCollection(boxes), autolim=False)
        for marks in self._marks:
            axes.scatter(marks[:, 0], marks[:, 1], s=80)
        self._canvas.draw()


def _box(row: int, start: float, end: float) -> list[tuple[float, float]]:
    return [(start, row - 0.4), (end, row - 0.4), (end, row + 0.4), (start, row + 0.4)]
