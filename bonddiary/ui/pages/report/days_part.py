"""Which days the page is about."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from bonddiary.domain.period import Period
from bonddiary.ui.pages.report.choices import Span
from bonddiary.ui.pages.report.state import ReportState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING, PushChip, RadioChip
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Words

EDGE = RING + GAP
FIELD, WIDEST = 118, 236


class DaysPart(QWidget):
    """Chips for the usual ones, fields for others, and a word where that is needed."""

    span_chosen = Signal(str)
    days_asked = Signal(str, str)
    visits_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Period | None = None
        words = (self.tr("2 weeks"), self.tr("Since last visit"), self.tr("Custom"))
        self.chips = {span: RadioChip(theme, text) for span, text in zip(Span, words, strict=True)}
        holder, group = QWidget(), QButtonGroup(self)
        flow = FlowLayout(holder, gap=2)
        for span, chip in self.chips.items():
            group.addButton(chip)
            chip.toggled.connect(lambda on, span=span: self.span_chosen.emit(span.value) if on else None)
            flow.addWidget(chip)
        self._first, self._last = DateField(self.tr("First day")), DateField(self.tr("Last day"))
        self._show = PushChip(theme, self.tr("Show these days"))
        self._fields = QWidget()
        fields = FlowLayout(gap=8)
        for field in (self._first, self._last):
            field.returnPressed.connect(self._ask)
            named = QWidget()
            name = label(field.accessibleName(), "caption")
            name.setBuddy(field)
            named.setLayout(column(name, field, gap=2))
            fields.addWidget(named)
        self._show.clicked.connect(self._ask)
        inside = column(holding(fields), margins=(EDGE, 0, 0, 0))
        self._fields.setLayout(column(inside, self._show, gap=2))
        self._problem = Words()
        self._days = label(kind="quiet", wrap=True)
        self._notice = label(kind="quiet", wrap=True)
        self._visits = WordButton(theme, self.tr("Visits and questions"))
        self._visits.clicked.connect(self.visits_asked)
        said = column(self._problem, self._days, self._notice, self._visits, gap=2, margins=(EDGE, 0, 0, 0))
        self.setLayout(column(holder, self._fields, said, gap=4))
        theme.changed.connect(self._fit)
        self._fit()

    def show_state(self, state: ReportState) -> None:
        """Shows which days they are."""
        span = state.choices.span
        with QSignalBlocker(self.chips[span]):
            self.chips[span].setChecked(True)
        self._fields.setVisible(span is Span.CUSTOM)
        custom = state.choices.custom
        if custom is not None and custom != self._shown:
            self._shown = custom
            self._first.show_date(custom.first)
            self._last.show_date(custom.last)
        if state.unread and state.unread != self._problem.plain:
            announce(self, state.unread, urgent=True)
        self._problem.say(state.unread)
        self._problem.setVisible(bool(state.unread))
        for field in (self._first, self._last):
            field.setAccessibleDescription(state.unread)
        self._days.setText(state.days)
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._visits.setVisible(state.no_visit)

    def _ask(self) -> None:
        self.days_asked.emit(self._first.text(), self._last.text())

    def _fit(self) -> None:
        look = self._theme.look
        self._problem.show_ink(look.tokens.problem)
        for each in (self._first, self._last):
            each.setFixedWidth(min(look.px(FIELD), WIDEST))
