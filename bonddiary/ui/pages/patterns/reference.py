"""The switch of the crying reference, on the card of the chart of weeks."""

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.chart_card import ChartCard
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.layout import label


class ReferenceSwitch(QObject):
    """Off at first. The same choice stands in Settings."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._check = Check(theme, self.tr("Crying in studies"))
        about = self.tr(
            "A pale band under your whole days: most babies in studies, up to 12 weeks. Babies vary a lot."
        )
        self._words = label(about, "quiet", wrap=True)
        self._check.setAccessibleDescription(about)
        self._check.toggled.connect(self.chosen)

    def put_on(self, card: ChartCard) -> None:
        """Stands between the picture and the buttons of a card."""
        card.add_switch(self._check, self._words)

    def show_on(self, on: bool) -> None:
        """Shows what was chosen."""
        with QSignalBlocker(self._check):
            self._check.setChecked(on)
