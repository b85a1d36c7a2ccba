"""The filters beside family and dates: a panel that folds. In a narrow window it scrolls in place of the list."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonddiary.domain.ids import OutcomeKey
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.timeline.filters import Offers
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.focus import focus_first
from bonddiary.ui.widgets.layout import button, column, label, row, scrolling

NOT_RECORDED = "not recorded"
"""Stands among the outcomes for none."""


class FilterPanel(QWidget):
    """Says what was chosen; it decides nothing."""

    chosen = Signal(object)
    """A dict: field names of Filters with their values."""
    cue_chosen = Signal(object)
    dates_chosen = Signal(object, object)
    folded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = False
        self._offered: Offers | None = None
        self._family = ""
        self._dates: tuple[date | None, date | None] = (None, None)
        self._cue = self._choice(self.tr("Cue"))
        self._tried = self._choice(self.tr("What was tried"))
        self._then = self._choice(self.tr("What happened next"))
        self._carer = self._choice(self.tr("Carer"))
        self._noted = Check(theme, self.tr("With a note"))
        self._about = Check(theme, self.tr("About times"))
        self._first, self._last = DateField(self.tr("From")), DateField(self.tr("To"))
        self._done = button(self.tr("Show entries"), "primary")
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self._connect()
        self._flow = FlowLayout(gap=8)
        self._inside = holding(self._flow)
        dates = [self._named(field) for field in (self._first, self._last)]
        self._own = [self._cue, self._tried, self._then, self._carer, self._noted, self._about, *dates]
        self.arrange()
        self._around = QWidget()
        self._around.setLayout(column(self._inside, self._problem, self._done, gap=8))
        self._scroll = scrolling(QWidget())
        self._scroll.hide()
        self._layout = column(self._around, self._scroll)
        self.setLayout(self._layout)
        self._done.hide()
        self.hide()

    def arrange(self, *before: QWidget) -> None:
        """Lays its choices out, after others: those that stand above it while there is room."""
        while self._flow.takeAt(0) is not None:
            pass
        for part in (*before, *self._own):
            self._flow.addWidget(part)
            part.raise_()  # the keyboard and a screen reader come to them as the eye does

    def set_narrow(self, narrow: bool) -> None:
        """Whether it stands in place of the list."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._layout.removeWidget(self._around)
            self._scroll.setWidget(self._around)
        else:
            self._scroll.takeWidget()
            self._layout.insertWidget(0, self._around)
        self._around.show()
        self._scroll.setVisible(narrow)
        self._done.setVisible(narrow)
        tall = QSizePolicy.Policy.Ignored if narrow else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, tall)

    @override
    def hasHeightForWidth(self) -> bool:
        return not self._narrow and super().hasHeightForWidth()  # there it scrolls

    def offer(self, offered: Offers) -> None:
        """What can be chosen."""
        if offered == self._offered:
            return
        self._offered = offered
        self._fill(self._tried, self.tr("Anything tried"), offered.responses)
        outcomes = (*offered.outcomes, (NOT_RECORDED, self.tr("Not recorded")))
        self._fill(self._then, self.tr("Any outcome"), outcomes)
        self._fill(self._carer, self.tr("Any carer"), offered.carers)
        self._carer.setVisible(bool(offered.carers))
        self._offer_cues()

    def show_state(self, state: TimelineState) -> None:
        """Shows what is chosen."""
        filters = state.filters
        family = state.family.value if state.family else ""
        if family != self._family:
            self._family = family
            self._offer_cues()
        self._cue.show_value(state.cue)
        self._tried.show_value(filters.tried)
        self._then.show_value(NOT_RECORDED if filters.no_outcome else filters.outcome)
        self._carer.show_value(filters.carer)
        self._noted.setChecked(filters.noted)
        self._about.setChecked(filters.about)
        if (dates := (filters.first, filters.last)) != self._dates:  # else what is typed stays
            self._dates = dates
            self._first.show_date(filters.first)
            self._last.show_date(filters.last)

    def say(self, problem: str) -> None:
        """What can't be so, in words."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in reading order."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        parts = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        return [*parts, self._done]

    def start(self) -> None:
        """Takes the keyboard, seen from its top: the layout comes after this."""
        focus_first(self)
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(0))

    def _connect(self) -> None:
        self._cue.chosen.connect(lambda n: self.cue_chosen.emit(self._cue.itemData(n)))
        self._tried.chosen.connect(lambda n: self._send(tried=self._tried.itemData(n)))
        self._then.chosen.connect(self._send_outcome)
        self._carer.chosen.connect(lambda n: self._send(carer=self._carer.itemData(n)))
        self._noted.clicked.connect(lambda on: self._send(noted=on))
        self._about.clicked.connect(lambda on: self._send(about=on))
        self._first.editingFinished.connect(self._send_dates)
        self._last.editingFinished.connect(self._send_dates)
        self._done.clicked.connect(self.folded)

    def _send(self, **changes: object) -> None:
        self.chosen.emit(changes)

    def _send_outcome(self, place: int) -> None:
        key = self._then.itemData(place)
        blank = key == NOT_RECORDED
        self._send(outcome=None if blank or key is None else OutcomeKey(key), no_outcome=blank)

    def _send_dates(self) -> None:
        days: list[date | None] = []
        for field in (self._first, self._last):
            try:
                days.append(field.value())
            except ValueError:
                self.say(self.tr("Write a date such as 3/11/2026, day first."))
                return
        self.say("")
        if any(days) or not (self._first.text() or self._last.text()):
            self.dates_chosen.emit(*days)

    def _offer_cues(self) -> None:
        cues = self._offered.cues if self._offered else ()
        named = tuple((key, words) for key, words, family in cues if self._family in ("", family))
        self._fill(self._cue, self.tr("Any cue"), named)

    def _fill(self, choice: Choice, none: str, named: tuple[tuple[str, str], ...]) -> None:
        choice.clear()
        choice.addItem(none, None)
        for key, words in named:
            choice.addItem(words, key)

    def _choice(self, name: str) -> Choice:
        made = Choice(self._theme, name)
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(13)
        return made

    def _named(self, field: DateField) -> QWidget:
        name = label(field.accessibleName(), "quiet")
        name.setBuddy(field)
        made = QWidget()
        made.setLayout(row(name, field, gap=6))
        return made
