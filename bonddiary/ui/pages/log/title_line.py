"""What was saved and when, in the strip's first words; the time is there to be pressed."""

from PySide6.QtWidgets import QWidget

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

    def render_state(self, saved: Saved) -> None:
        """Shows these cues and this time."""
        self._said.setText(f"{saved.names},")
        self._said.setAccessibleName(saved.title)
        self.time.setText(saved.time)
        self.time.setAccessibleName(self.tr("{0}, change the time").format(saved.time))
