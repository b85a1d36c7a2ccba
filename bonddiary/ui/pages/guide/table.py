"""A table of words: whole cells in as many lines as they need, or row by row where columns have no room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from bonddiary.analysis.insight import Table
from bonddiary.ui.models.guide_text import Grid
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import UNBOUND, column, frame
from bonddiary.ui.widgets.text_table import TextTable
from bonddiary.ui.widgets.words import Words

SIDES = 28
"""Around the words of a cell, across."""


class WordTable(TextTable):
    """Never scrolls: it is as high as its rows, and its columns share the width there is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)

    def least_width(self) -> int:
        """What it takes so that no word is broken."""
        return sum(self._longest(place) for place in range(len(self._model.table.headers))) + 2

    @override
    def _fit(self) -> None:
        table = self._model.table
        self.ensurePolished()
        widths = self._shares(self.width() - 2 * self.frameWidth() - 2)
        self.verticalHeader().setFixedWidth(widths[0])
        for place, width in enumerate(widths[1:]):
            self.setColumnWidth(place, width)
        for place, row in enumerate(table.rows):
            self.setRowHeight(place, self._height(row, widths))
        self.horizontalHeader().setFixedHeight(self._height(table.headers, widths))
        self.setMaximumWidth(UNBOUND)
        rows = sum(self.rowHeight(place) for place in range(len(table.rows)))
        self.setFixedHeight(self.horizontalHeader().height() + rows + 2 * self.frameWidth() + 2)

    def _shares(self, room: int) -> list[int]:
        """Each column as wide as its words where all fit; else what is left goes to the longer ones."""
        places = range(len(self._model.table.headers))
        least = [self._longest(place) for place in places]
        wanted = [max(self._widest(place), least[place]) for place in places]
        free, over = room - sum(least), sum(wanted) - sum(least)
        part = min(1.0, max(0.0, free / over)) if over else 0.0
        shares = [small + int((large - small) * part) for small, large in zip(least, wanted, strict=True)]
        shares[-1] += max(0, room - sum(shares))
        return shares

    def _column(self, place: int) -> list[str]:
        table = self._model.table
        return [table.headers[place], *(row[place] for row in table.rows)]

    def _widest(self, place: int) -> int:
        return max(map(self._strong().horizontalAdvance, self._column(place))) + self._sides() + 2

    def _longest(self, place: int) -> int:
        words = " ".join(self._column(place)).split()
        return max(map(self._strong().horizontalAdvance, words), default=0) + self._sides()

    def _sides(self) -> int:
        return self._theme.look.px(SIDES)

    def _height(self, cells: tuple[str, ...], widths: list[int]) -> int:
        metrics = self._strong()
        heights = (
            _wrapped(metrics, cell, width - self._sides()) for cell, width in zip(cells, widths, strict=True)
        )
        return max(heights) + self._theme.look.px(14)


def _wrapped(metrics: QFontMetrics, words: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, words).height()


class GridView(QWidget):
    """The table, or its rows under each other: each cell after the name of its column."""

    def __init__(self, theme: Theme, grid: Grid, caption: str) -> None:
        super().__init__()
        self._table = WordTable(theme)
        self._table.show_table(Table(caption, grid.headers, grid.rows))
        self._rows = QWidget()
        self._column: QVBoxLayout = column(gap=8)
        self._rows.setLayout(self._column)
        for row in grid.rows:
            cells = zip(grid.headers[1:], row[1:], strict=True)
            several = len(grid.headers) > 2
            words = [Words(cell, "", f"{name}:" if several else "") for name, cell in cells if cell]
            self._column.addWidget(
                frame("card", column(Words("", "", row[0]), *words, gap=2, margins=(14, 8, 14, 10)))
            )
        self.setLayout(column(self._table, self._rows, gap=0))
        self._choose()
        theme.changed.connect(self._choose)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        fits = self._table.least_width() <= self.width()
        self._table.setVisible(fits)
        self._rows.setVisible(not fits)
