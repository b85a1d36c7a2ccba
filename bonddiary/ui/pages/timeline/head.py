"""What stands over the list: Find, filters, the chips of those that are on, and the ways to a date and to what was deleted."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLineEdit, QWidget

from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.ui.pages.timeline.date_jump import DateJump
from bonddiary.ui.pages.timeline.filter_panel import FilterPanel
from bonddiary.ui.pages.timeline.filters import WEEKS, dates_words
from bonddiary.ui.pages.timeline.presenter import TimelinePresenter
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.focus import order_stops
from bonddiary.ui.widgets.layout import button, column, row
from bonddiary.ui.widgets.press import PushChip
from bonddiary.ui.widgets.words import Heading

LONGEST_FIND = 200
CHOSEN_DATES = "dates"
"""Stands in the list of dates for a stretch that was typed."""


class TimelineHead(QWidget):
    """Forwards to the presenter."""

    deleted_asked = Signal()
    day_asked = Signal(object)
    """A date with entries."""
    jump_closed = Signal()
    fold_changed = Signal()

    def __init__(self, theme: Theme, presenter: TimelinePresenter) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self._chips_shown: tuple[tuple[str, str], ...] = ()
        self.title = Heading(self.tr("Timeline"), "title")
        self.search = self._build_find()
        self.kinds = self._build_kinds()
        self.dates = self._build_dates()
        self.more = button(
            self.tr("Filters"), "small", tip=self.tr("Cue, response, outcome, note, carer, dates")
        )
        self.more.setCheckable(True)
        self.more.toggled.connect(self._fold)
        self.jump_button = button(self.tr("Go to date"), "small")
        self.jump_button.clicked.connect(self.ask_date)
        self.deleted = button(self.tr("Recently deleted"), "small")
        self.deleted.clicked.connect(self.deleted_asked)
        self.panel = self._build_panel()
        self.jump = DateJump(presenter.nearest_day, self.day_asked.emit)
        self.jump.opened.connect(self._make_room)
        self.jump.closed.connect(self._make_room)
        self.jump.closed.connect(self.jump_closed)
        self._chips, self._tools = FlowLayout(gap=0), FlowLayout(gap=8)
        self._top = row(self.title, self.search, gap=12)
        self._top.setStretch(1, 1)
        self._chips_holder = holding(self._chips)
        self._narrow: bool | None = None
        self._tools_holder = holding(self._tools)
        parts = (self._top, self._tools_holder, self.panel, self.jump, self._chips_holder)
        self.setLayout(column(*parts, gap=8))
        self._following = parts[1:]
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the filters fold away into the panel, which then stands in place of the list."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        while self._tools.takeAt(0) is not None:
            pass
        self._top.removeWidget(self.deleted)
        self.panel.arrange(*((self.kinds, self.dates, self.deleted) if narrow else ()))
        for part in (
            (self.more, self.jump_button) if narrow else (self.kinds, self.dates, self.more, self.jump_button)
        ):
            self._tools.addWidget(part)
        if not narrow:
            self._top.addWidget(self.deleted)
        for below in self._following:
            below.raise_()  # a screen reader comes to them after what stands above, as the eye does
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._top.setStretch(1, 0 if narrow else 1)
        self.title.setVisible(not narrow)
        self.panel.set_narrow(narrow)
        self._make_room()
        self.order()

    def order(self, *following: QWidget) -> None:
        """Tab walks in reading order, and then on to these."""
        tools = (
            (self.more, self.jump_button)
            if self._narrow
            else (self.kinds, self.dates, self.more, self.jump_button)
        )
        top = (self.search,) if self._narrow else (self.search, self.deleted)
        order_stops(*top, *tools, *self.panel.stops(), *self.jump.stops(), *self._chip_buttons(), *following)

    @property
    def is_narrow(self) -> bool:
        """Whether the window is a narrow one."""
        return bool(self._narrow)

    def covers(self) -> bool:
        """Whether the panel stands in place of the list."""
        return bool(self._narrow) and not self.panel.isHidden()

    def fold(self) -> None:
        """Folds the panel away."""
        self.more.setChecked(False)

    def ask_date(self) -> None:
        """Opens the line for a date."""
        self.fold()
        self.jump.ask()

    def show_state(self, state: TimelineState) -> None:
        """Shows what is looked for and chosen."""
        if self.search.text().strip() != state.text:
            self.search.setText(state.text)
        self.jump_button.setVisible(state.empty_offers != "log")  # with no entry there is no date to go to
        self._show_kinds(state)
        self._show_dates(state)
        if not self.panel.isHidden():
            self.panel.offer(self._presenter.offers())
            self.panel.show_state(state)
        if state.chips != self._chips_shown:
            self._show_chips(state.chips)

    def choose_kind(self, place: int) -> None:
        """A line of the list of kinds was chosen."""
        chosen = self.kinds.itemData(place)
        if chosen == "cues":
            self._presenter.choose_family(None, care=False)
        elif chosen != "cue":
            self._presenter.choose_family(Family(chosen) if chosen else None)

    def _show_kinds(self, state: TimelineState) -> None:
        if state.cue is not None:
            name = self._presenter.names.cue(state.cue)
            if self.kinds.findData("cue") < 0:
                self.kinds.addItem(name, "cue")
            self.kinds.setItemText(self.kinds.findData("cue"), name)
            self.kinds.setCurrentIndex(self.kinds.findData("cue"))
            return
        if (extra := self.kinds.findData("cue")) >= 0:
            self.kinds.removeItem(extra)
        chosen = state.family.value if state.family is not None else "" if state.care else "cues"
        self.kinds.setCurrentIndex(self.kinds.findData(chosen))

    def _show_dates(self, state: TimelineState) -> None:
        filters = state.filters
        typed = bool(filters.first or filters.last)
        there = self.dates.findData(CHOSEN_DATES)
        if not typed and there >= 0:
            self.dates.removeItem(there)
        elif typed and there < 0:
            self.dates.addItem("", CHOSEN_DATES)
        if typed:
            self.dates.setItemText(self.dates.findData(CHOSEN_DATES), dates_words(filters))
        self.dates.show_value(CHOSEN_DATES if typed else filters.weeks)

    def _show_chips(self, chips: tuple[tuple[str, str], ...]) -> None:
        buttons = self._chip_buttons()
        held = next((place for place, chip in enumerate(buttons) if chip.hasFocus()), None)
        self._chips_shown = chips
        empty(self._chips)
        for key, words in chips:
            made = PushChip(self._theme, words, "close", parent=self._chips_holder)
            made.setAccessibleName(self.tr("Take away the filter {0}").format(words))
            made.clicked.connect(lambda _=False, key=key: self._presenter.drop(key))
            self._chips.addWidget(made)
            made.show()
        self._chips_holder.setVisible(bool(chips))
        self.order()
        if held is not None:
            left = self._chip_buttons()
            (left[min(held, len(left) - 1)] if left else self.more).setFocus()

    def _chip_buttons(self) -> list[QWidget]:
        items = (self._chips.itemAt(place) for place in range(self._chips.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _make_room(self) -> None:
        """In a narrow window the line for a date stands in place of what is above it."""
        room = not self._narrow or self.jump.isHidden()
        self.search.setVisible(room)
        self._tools_holder.setVisible(room)

    def _choose_dates(self, place: int) -> None:
        chosen = self.dates.itemData(place)
        if chosen != CHOSEN_DATES:
            self._presenter.choose(weeks=chosen, first=None, last=None)

    def _type_dates(self, first: date | None, last: date | None) -> None:
        filters = self._presenter.state.filters
        if (first, last) != (filters.first, filters.last):
            self.panel.say(self._presenter.choose_dates(first, last))

    def _fold(self, on: bool) -> None:
        if on:
            self.jump.hide()
            self._make_room()
            self.panel.offer(self._presenter.offers())
            self.panel.show_state(self._presenter.state)
        self.panel.setVisible(on)
        self.more.setAccessibleDescription(self.tr("Shown") if on else self.tr("Folded away"))
        self.fold_changed.emit()
        if on and self._narrow:
            self.panel.start()

    def _build_find(self) -> QLineEdit:
        made = QLineEdit(placeholderText=self.tr("Find: a cue, what you tried, words of a note"))
        made.setAccessibleName(self.tr("Find in the Timeline"))
        made.setClearButtonEnabled(True)
        for clear in made.findChildren(QAbstractButton):
            clear.setAccessibleName(self.tr("Clear what is looked for"))
        made.setMaxLength(LONGEST_FIND)
        made.textChanged.connect(self._presenter.search)
        return made

    def _build_kinds(self) -> Choice:
        made = Choice(self._theme, self.tr("Show"))
        made.addItem(self.tr("Everything"), "")
        made.addItem(self.tr("All cues"), "cues")
        for family in Family:
            made.addItem(self.tr(FAMILY_NAMES[family]), family.value)
        made.activated.connect(self.choose_kind)
        return made

    def _build_dates(self) -> Choice:
        made = Choice(self._theme, self.tr("Dates"))
        made.addItem(self.tr("All dates"), 0)
        for weeks in WEEKS:
            made.addItem(self.tr("{0} weeks").format(weeks), weeks)
        made.chosen.connect(self._choose_dates)
        return made

    def _build_panel(self) -> FilterPanel:
        made = FilterPanel(self._theme)
        made.chosen.connect(lambda changes: self._presenter.choose(**changes))
        made.cue_chosen.connect(self._presenter.choose_cue)
        made.dates_chosen.connect(self._type_dates)
        made.folded.connect(self.fold)
        return made
