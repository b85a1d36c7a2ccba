"""Two fields for the days that a parent names."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonddiary.domain.period import Period
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING
from bonddiary.ui.widgets.word_chips import WordPush
from bonddiary.ui.widgets.words import Words

FIELD, WIDEST = 150, 270
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
        self._show = WordPush(theme, self.tr("Show these days"))
        self._problem = Words()
        self._problem.hide()
        flow = FlowLayout(gap=8)
        for field in (self._first, self._last):
            field.returnPressed.connect(self._ask)
            holder = QWidget()
            name = label(field.accessibleName(), "caption")
            name.setBuddy(field)
            holder.setLayout(column(name, field, gap=2))
            flow.addWidget(holder)
        self._show.clicked.connect(self._ask)
        button = QWidget()
        self._under = column(1, self._show)
        button.setLayout(self._under)
        flow.addWidget(button)
        self.setLayout(column(holding(flow), self._problem, gap=4, margins=(EDGE, 0, 0, 6)))
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

    def _fit(self) -> None:
        self._problem.show_ink(self._theme.look.tokens.problem)
        for field in (self._first, self._last):
            field.setFixedWidth(min(self._theme.look.px(FIELD), WIDEST))
