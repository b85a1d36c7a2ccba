"""The cards of a page, one after the other: made when first shown, and each in a turn of the loop of its own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from bonddiary.ui.pages.patterns.state import Chart
from bonddiary.ui.widgets.chart_card import ChartCard


class Cards(QObject):
    """Fills a column. Laying out all cards at once would keep a press waiting."""

    filled = Signal()
    """Each card shows what it was given."""

    def __init__(
        self, parent: QObject, column: QVBoxLayout, order: Sequence[str], make: Callable[[str], ChartCard]
    ) -> None:
        super().__init__(parent)
        self._column, self._order, self._make = column, list(order), make
        self.by_key: dict[str, ChartCard] = {}
        self.alone = ""
        """The chart that has the page for itself."""
        self._given: tuple[tuple[Chart, ...], str] | None = None
        self._to_show: list[Chart] = []
        self._next_soon = QTimer(self, singleShot=True, interval=0)
        self._next_soon.timeout.connect(self._show_next)

    @property
    def filling(self) -> bool:
        """Whether cards are still to come."""
        return bool(self._to_show) or self._next_soon.isActive()

    def show_charts(self, charts: tuple[Chart, ...]) -> bool:
        """Shows these, or the one that is alone; says whether that is anything new."""
        keys = {chart.insight.key for chart in charts}
        if self.alone not in keys:
            self.alone = ""
        if self._given is not None and self._given[0] is charts and self._given[1] == self.alone:
            return False
        self._given = charts, self.alone
        shown = {self.alone} if self.alone else keys
        for key, card in self.by_key.items():
            card.setVisible(key in shown and not card.isHidden())
        self._to_show = [chart for chart in charts if chart.insight.key in shown]
        self._next_soon.stop()
        return True

    def begin(self) -> None:
        """Shows them, each in its turn."""
        self._next_soon.start()

    def in_order(self) -> list[ChartCard]:
        """All cards, from top to bottom."""
        return sorted(self.by_key.values(), key=self._column.indexOf)

    def seen(self) -> list[ChartCard]:
        """Those that aren't hidden, from top to bottom."""
        return [card for card in self.in_order() if not card.isHidden()]

    def _show_next(self) -> None:
        if not self._to_show:
            self.filled.emit()
            return
        chart, *self._to_show = self._to_show
        self._next_soon.start()  # before anything can go wrong: nothing is laid out or painted until all are there
        self._show(chart)
        self._next_soon.start()  # anew: whatever else waits comes first

    def _show(self, chart: Chart) -> None:
        key = chart.insight.key
        card = self.by_key.get(key)
        if card is None:
            card = self.by_key[key] = self._make(key)
        card.set_wide(key == self.alone)
        card.show_chart(chart.insight, chart.tips)  # before it is seen: nothing around it is laid out again
        if self._column.indexOf(card) < 0:
            before = self._order[: self._order.index(key)]
            earlier = [
                each
                for each in before
                if each in self.by_key and self._column.indexOf(self.by_key[each]) >= 0
            ]
            self._column.insertWidget(len(earlier), card)
            width = self._column.geometry().width()
            card.resize(width, card.heightForWidth(width))  # its inside is laid out in its own turn
        card.show()
