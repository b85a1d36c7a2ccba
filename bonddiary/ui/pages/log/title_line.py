"""What was saved and when, in the strip's first words; the time is there to be pressed."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.saved import Saved
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import button, label
from bonddiary.ui.widgets.press import GAP, RING


class TitleLine(QWidget):
    """ "Saved. Rooting and fists to mouth, 3:12am"."""

    def __init__(self) -> None:
        super().__init__()
        self._said = label("", wrap=True)
        self.time = button("", "small", tip=self.tr("Change the time"))
        flow = FlowLayout(self, gap=8)
        flow.setContentsMargins(RING + GAP, 0, 0, 0)
        for part in (label(self.tr("Saved."), "strong"), self._said, self.time):
            flow.addWidget(part)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def render_state(self, saved: Saved) -> None:
        """Shows these cues and this time."""
        self._said.setText(f"{saved.names},")
        self._said.setAccessibleName(saved.title)
        self.time.setText(saved.time)
        self._fit()
        self.time.setAccessibleName(self.tr("{0}, change the time").format(saved.time))

    def _fit(self) -> None:
        """The words stay in one line where there is room: words that may wrap ask for less."""
        wanted = self._said.fontMetrics().horizontalAdvance(self._said.text()) + 2
        self._said.setMinimumWidth(max(0, min(wanted, self.width() - RING - GAP)))
