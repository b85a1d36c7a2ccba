"""When it happened: chips for just now and a little ago, and a line for any other time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.pages.page import Width
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.focus import bring_into_view
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.press import RadioChip

if TYPE_CHECKING:
    from bonddiary.ui.pages.log.other_time import OtherTime
    from bonddiary.ui.pages.log.presenter import LogPresenter

BACK = (0, 5, 15, 30)


class TimeRow(QWidget):
    """The chip returns to Now after each save, so that a stale time can't leak into the next moment."""

    back_chosen = Signal(int)
    other_asked = Signal()
    time_typed = Signal(str, int)
    refilled = Signal()
    """The line for another time is there."""
    entered = Signal()
    """A time was typed and ended by Enter: what happened comes next."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        words = (self.tr("Now"), self.tr("5 min ago"), self.tr("15 min ago"), self.tr("30 min ago"))
        self._chips = {minutes: RadioChip(theme, text) for minutes, text in zip(BACK, words, strict=True)}
        self._other = RadioChip(theme, self.tr("Other time…"))
        flow = FlowLayout(gap=2)
        for minutes, chip in self._chips.items():
            chip.clicked.connect(lambda _=False, minutes=minutes: self.back_chosen.emit(minutes))
            flow.addWidget(chip)
        self._other.clicked.connect(self._ask)
        flow.addWidget(self._other)
        self._flow = flow
        self._line: OtherTime | None = None
        self._refused = False
        self._width = Width.WIDE
        holder = QWidget()
        holder.setAccessibleName(self.tr("When it happened"))
        holder.setLayout(flow)
        self._lines = column(holder, gap=4)
        self.setLayout(self._lines)

    def serve(self, presenter: "Callable[[], LogPresenter]") -> None:
        """What is chosen and typed goes to the presenter, made when it is first asked for."""
        self.back_chosen.connect(lambda minutes: presenter().choose_time(minutes))
        self.other_asked.connect(lambda: presenter().ask_other_time())
        self.time_typed.connect(lambda text, days: presenter().type_time(text, days))

    def set_width(self, width: Width) -> None:
        """On a narrow window fewer and shorter chips."""
        self._width = width
        if self._line is not None:
            self._line.set_width(width)
        narrow = width is Width.NARROW
        for minutes, chip in self._chips.items():
            if minutes:
                words = self.tr("{0} min") if narrow else self.tr("{0} min ago")
                chip.setText(words.format(minutes))
        for chip in (*self._chips.values(), self._other):
            chip.set_compact(narrow)
        self._flow.setSpacing(0 if narrow else 2)
        self._chips[BACK[-1]].setVisible(not narrow)
        self._other.setText(self.tr("Other…") if narrow else self.tr("Other time…"))

    def chips_width(self) -> int:
        """The pixels that all chips take beside each other."""
        return sum(
            chip.sizeHint().width() + 2
            for chip in (*self._chips.values(), self._other)
            if not chip.isHidden()
        )

    def render_state(self, state: LogState) -> None:
        """Shows the chosen time."""
        other = state.back_minutes is None
        self._refused = bool(state.time_problem)
        for minutes, chip in self._chips.items():
            chip.show_checked(state.back_minutes == minutes)
        self._other.show_checked(other)
        if other or self._line is not None:
            self._other_line().render_state(state if other else None)

    def _other_line(self) -> "OtherTime":
        if self._line is None:
            from bonddiary.ui.pages.log.other_time import OtherTime  # not needed for the first paint

            self._line = OtherTime(self._theme)
            self._line.time_typed.connect(self.time_typed)
            self._line.left.connect(self._leave)
            self._line.entered.connect(self._enter)
            self._line.set_width(self._width)
            self._lines.addWidget(self._line)
            self.refilled.emit()
        return self._line

    def ask_again(self) -> None:
        """Gives the keyboard to the line for another time."""
        self._other_line().start()

    def _ask(self) -> None:
        self.other_asked.emit()
        self._other_line().start()

    def _enter(self) -> None:
        if self._refused:
            return  # why stands beside the line
        self.entered.emit()
        if (focused := QApplication.focusWidget()) is not None:
            bring_into_view(focused)

    def _leave(self) -> None:
        self._chips[0].setFocus()
        self.back_chosen.emit(0)
