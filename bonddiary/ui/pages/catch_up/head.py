"""Above the ruler: whose hours these are, and the ways to others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.catch_up.state import CatchUpState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.baby_badge import BabyDot
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, row
from bonddiary.ui.widgets.press import PushChip, RadioChip
from bonddiary.ui.widgets.words import Heading, Words

INDENT = 5
"""Words start where the chips' edges are seen."""


class Head(QWidget):
    """Title, hours, and chips for other hours."""

    stepped = Signal(int)
    night_chosen = Signal(bool)
    done = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = Heading(self.tr("Catch up"), "title")
        self.dot = BabyDot(theme)
        self._hours = Heading("", "section")
        self._clocks = Words(kind="quiet")
        self._earlier = PushChip(theme, self.tr("‹ Earlier"))
        self._later = PushChip(theme, self.tr("Later ›"))
        self._done = PushChip(theme, self.tr("Done"))
        self._done.setAccessibleDescription(self.tr("Back to Log"))
        self._earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self._later.clicked.connect(lambda: self.stepped.emit(1))
        self._done.clicked.connect(self.done)
        self._night = RadioChip(theme, self.tr("Night"))
        self._day = RadioChip(theme, self.tr("Whole day"))
        self._night.setToolTip(self.tr("8pm to 8am"))
        self._day.setToolTip(self.tr("Midnight to midnight"))
        for chip, night in ((self._night, True), (self._day, False)):
            chip.clicked.connect(lambda _=False, night=night: self.night_chosen.emit(night))
        ways = FlowLayout(gap=0)
        for each in (self._earlier, self._later, self._night, self._day, self._done):
            ways.addWidget(each)
        for words in (self.title, self._clocks):
            words.setContentsMargins(INDENT, 0, 0, 0)
        holder = holding(ways)
        hours = row(self.dot, self._hours, gap=6, margins=(INDENT, 0, 0, 0))
        hours.setStretchFactor(self._hours, 1)
        hours.setAlignment(self.dot, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self.title, hours, self._clocks, holder, gap=2))

    def render_state(self, state: CatchUpState) -> None:
        """Shows a state."""
        self.dot.show_mark(state.mark)
        title = f"{state.baby}: {state.title}" if state.baby else state.title[:1].upper() + state.title[1:]
        if title != self._hours.text():
            self._hours.setText(title)
            announce(self, title)
        self._clocks.say(state.clocks)
        self._clocks.setVisible(bool(state.clocks))
        self._night.show_checked(state.hours.night)
        self._day.show_checked(not state.hours.night)
