"""The cues of the saved moment: chips to take one out, where there are several, and the ways to others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.log.saved import Noticed
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, empty
from bonddiary.ui.widgets.press import PushChip


class CueChips(QWidget):
    """One chip a cue; none for a moment of one cue, for that one stays."""

    taken_out = Signal(str)
    refilled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Noticed, ...] = ()
        self._flow = FlowLayout(self, gap=2)
        self.setAccessibleName(self.tr("What you noticed"))

    def render_state(self, noticed: tuple[Noticed, ...]) -> None:
        """Shows these cues."""
        shown = noticed if len(noticed) > 1 else ()
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._flow)
        for cue in shown:
            chip = PushChip(self._theme, cue.name, "close")
            chip.set_compact(True)
            chip.setAccessibleName(self.tr("Take out {0}").format(cue.name))
            chip.setToolTip(self.tr("Takes this cue out of the moment"))
            chip.setProperty("key", f"cue:{cue.key}")
            chip.clicked.connect(lambda _=False, key=cue.key: self.taken_out.emit(key))
            self._flow.addWidget(chip)
            chip.show()
        self.refilled.emit()
