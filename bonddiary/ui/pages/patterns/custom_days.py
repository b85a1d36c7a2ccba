"""Two fields for the days that a parent names."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QWidget

from bonddiary.domain.period import Period
from bonddiary.ui.theme.look import CAPTION
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING, PushChip, font_of
from bonddiary.ui.widgets.words import Words

FIELD, WIDEST, NAME_GAP, APART = 150, 270, 2, 8
EDGE = RING + GAP


class CustomDays(QWidget):
    """First day, last day; Enter or the button shows them."""

    days_asked = Signal(str, str)
    """The first and the last day, as typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Period | None = None
        self._first, self._last = DateField(self.tr("First day")), DateField(self.tr("Last day"))
        self._show = PushChip(theme, self.tr("Show these days"))
        self._problem = Words()
        self._problem.hide()
        flow = FlowLayout(gap=APART)
        for field in (self._first, self._last):
            field.returnPressed.connect(self._ask)
            holder = QWidget()
            name = label(field.accessibleName(), "caption")
            name.setBuddy(field)
            holder.setLayout(column(name, field, gap=NAME_GAP))
            flow.addWidget(holder)
        self._show.clicked.connect(self._ask)
        self._narrow = False
        self._under = column(self._show)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(4)
        self._fields = holding(flow)
        self._line.addLayout(column(self._fields, margins=(EDGE, 0, 0, 0)))
        self._line.addLayout(self._under)
        self._line.addStretch(1)
        problem = column(self._problem, margins=(EDGE, 0, 0, 0))
        self.setLayout(column(self._line, problem, gap=4, margins=(0, 0, 0, 6)))
        theme.changed.connect(self._fit)
        self._fit()

    def show_days(self, period: Period | None, problem: str) -> None:
        """Shows these days in the fields; what is being typed stays."""
        if period is not None and period != self._shown:
            self._shown = period
            self._first.show_date(period.first)
            self._last.show_date(period.last)
        if problem and problem != self._problem.plain:
            announce(self, problem, urgent=True)
        self._problem.say(problem)
        self._problem.setVisible(bool(problem))
        for field in (self._first, self._last):
            field.setAccessibleDescription(problem)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        return [self._first, self._last, self._show]

    def _ask(self) -> None:
        self.days_asked.emit(self._first.text(), self._last.text())

    def set_narrow(self, narrow: bool) -> None:
        """Where the window is narrow the button stands under the fields."""
        self._narrow = narrow
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)
        self._fit()

    def _fit(self) -> None:
        look = self._theme.look
        self._problem.show_ink(look.tokens.problem)
        wide = min(look.px(FIELD), WIDEST)
        for each in (self._first, self._last):
            each.setFixedWidth(wide)
        self._fields.setMinimumWidth(
            0 if self._narrow else 2 * wide + APART
        )  # a flow asks for its widest alone
        named = QFontMetrics(font_of(look, CAPTION)).height() + NAME_GAP
        higher = self._show.sizeHint().height() - self._first.sizeHint().height()
        beside = max(
            0, named - higher // 2
        )  # its body is level with the fields, whose names stand above them
        self._under.setContentsMargins(0, 0 if self._narrow else beside, 0, 0)
