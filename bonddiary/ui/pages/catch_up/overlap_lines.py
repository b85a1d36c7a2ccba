"""Says which stretches overlap, and offers what can be done about it. Nothing happens by itself."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.catch_up.state import OverlapLine
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, frame
from bonddiary.ui.widgets.press import PushChip
from bonddiary.ui.widgets.words import Words


class OverlapLines(QWidget):
    """One line for each pair."""

    join_asked = Signal(object)
    trim_asked = Signal(object)
    leave_asked = Signal(object)
    emptied = Signal()
    """The keyboard was on a line that is gone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[OverlapLine, ...] = ()
        self._made: list[QWidget] = []
        self._column = column(gap=6)
        self.setLayout(self._column)
        self.hide()

    def show_lines(self, lines: tuple[OverlapLine, ...]) -> bool:
        """Shows these; says whether they are others than before."""
        if lines == self._lines:
            return False
        held = cast(QWidget | None, self.focusWidget())
        had = held is not None and held.hasFocus()
        self._lines = lines
        for old in self._made:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self._made = [self._line(line) for line in lines]
        for made in self._made:
            self._column.addWidget(made)
        self.setVisible(bool(lines))
        if had:
            self.emptied.emit()
        return True

    def _line(self, line: OverlapLine) -> QWidget:
        flow = FlowLayout(gap=4)
        offers = (
            (self.tr("Join"), self.join_asked, line.joinable, self.tr("Makes one of both")),
            (self.tr("Trim"), self.trim_asked, line.trimmable, self.tr("Cuts the one noted last")),
            (self.tr("Leave"), self.leave_asked, True, self.tr("Both stay as they are")),
        )
        for text, signal, offered, tip in offers:
            if offered:
                chip = PushChip(self._theme, text)
                chip.setToolTip(tip)
                chip.setAccessibleName(f"{text}. {line.words}")
                chip.setAccessibleDescription(tip)
                chip.clicked.connect(lambda _=False, signal=signal: signal.emit(line.key))
                flow.addWidget(chip)
        return frame("card", column(Words(line.words), holding(flow), gap=2, margins=(12, 8, 12, 8)))
