"""What goes on the hand-over sheet, and paper sheets to fill in by hand."""

from datetime import date

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from bonddiary.report.request import NameShown
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.phrasebook.state import SheetState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING, CheckChip, PushChip, RadioChip
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words

EDGE = RING + GAP
PAUSE = 700
"""Milliseconds after the last letter when what is typed is kept."""
LINES = 3


class SheetPart(QFrame):
    """Choices for the hand-over sheet."""

    name_chosen = Signal(object)
    part_chosen = Signal(str, bool)
    hard_typed = Signal(str)
    sheet_asked = Signal()
    help_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._theme = theme
        self.heading = Heading(self.tr("Hand-over sheet"), "section")
        about = Words(
            self.tr("Half a page for a night shift, nursery or grandparent. It never holds notes."), "quiet"
        )
        self._chosen = Words()
        self._name_head = label(self.tr("Name on it"), "label")
        self._names = FlowLayout(gap=0)
        self._names_holder = holding(self._names)
        self._ways: list[RadioChip] = []
        self._place = ""
        self._parts = {
            "last_care": CheckChip(theme, self.tr("Last feed, sleep and nappy")),
            "numbers": CheckChip(theme, self.tr("Your own numbers")),
            "grey": CheckChip(theme, self.tr("Black and white")),
            "large": CheckChip(theme, self.tr("Large print")),
        }
        for name, chip in self._parts.items():
            chip.toggled.connect(lambda on, part=name: self.part_chosen.emit(part, on))
        self._no_numbers = WordButton(theme, self.tr("Write down your own numbers"))
        self._no_numbers.clicked.connect(self.help_asked)
        self._hard_head = label(self.tr("What we do when it gets hard"), "label", wrap=True)
        self.hard = QPlainTextEdit()
        self.hard.setTabChangesFocus(True)
        self.hard.setAccessibleName(self._hard_head.text())
        self.hard.setPlaceholderText(self.tr("In your own words. Blank leaves lines to write on."))
        self._hard_head.setBuddy(self.hard)
        self._keep_soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._keep_soon.timeout.connect(self.keep)
        self.hard.textChanged.connect(self._keep_soon.start)
        self._problem = InlineBar()
        self.show_sheet = WordButton(theme, self.tr("Show the sheet"), "primary")
        self.show_sheet.setAccessibleDescription(self.tr("You see it before it is printed or saved"))
        self.show_sheet.clicked.connect(self._ask)
        self._build(about)
        theme.changed.connect(self._fit)
        self._fit()

    def render_state(self, state: SheetState) -> None:
        """Shows a state; what is being typed stays."""
        self._chosen.say(state.chosen)
        self._chosen.setVisible(bool(state.chosen))
        self._show_names(state)
        for name, chip in self._parts.items():
            with QSignalBlocker(chip):
                chip.setChecked(getattr(state, name))
        self._parts["numbers"].setVisible(state.has_numbers)
        self._no_numbers.setVisible(not state.has_numbers)
        other = state.place != self._place  # another baby: what was typed for the one before is kept there
        busy = self.hard.hasFocus() or self._keep_soon.isActive()
        if other or (not busy and self.hard.toPlainText().strip() != state.hard):
            self._place = state.place
            with QSignalBlocker(self.hard):
                self.hard.setPlainText(state.hard)
        self._problem.say(state.problem)

    def keep(self) -> None:
        """Keeps what is typed now."""
        self._keep_soon.stop()
        self.hard_typed.emit(self.hard.toPlainText())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _build(self, about: Words) -> None:
        parts = FlowLayout(gap=0)
        for chip in self._parts.values():
            parts.addWidget(chip)
        parts_holder = holding(parts)
        words = column(self.heading, about, self._chosen, gap=6, margins=(EDGE, 0, EDGE, 0))
        named = column(self._name_head, gap=0, margins=(EDGE, 4, EDGE, 0))
        hard = column(self._hard_head, self.hard, gap=4, margins=(EDGE, 4, EDGE, 4))
        foot = column(self._problem, self.show_sheet, gap=6, margins=(EDGE, 4, EDGE, 0))
        self.setLayout(
            column(
                words, named, self._names_holder, parts_holder, self._no_numbers, hard, foot,
                gap=2, margins=(16 - EDGE, 12, 16 - EDGE, 14),
            )
        )  # fmt: skip

    def _ask(self) -> None:
        self.keep()
        self.sheet_asked.emit()

    def _show_names(self, state: SheetState) -> None:
        self._name_head.setVisible(bool(state.names))
        self._names_holder.setVisible(bool(state.names))
        if [chip.text() for chip in self._ways] != [text for _, text in state.names]:
            empty(self._names)
            self._ways = [self._way(way, text) for way, text in state.names]
        for chip, (way, _) in zip(self._ways, state.names, strict=True):
            chip.show_checked(way is state.name)

    def _way(self, way: NameShown, text: str) -> RadioChip:
        chip = RadioChip(self._theme, text, parent=self._names_holder)
        chip.setAccessibleDescription(self._name_head.text())
        chip.clicked.connect(lambda: self.name_chosen.emit(way))
        self._names.addWidget(chip)
        return chip

    def _fit(self) -> None:
        self.hard.setFixedHeight(self.hard.fontMetrics().lineSpacing() * LINES + self._theme.look.px(22))


class PaperPart(QFrame):
    """Blank rulers, and the way from a filled one into the diary."""

    blank_asked = Signal(bool, bool)
    """Whether with dates, whether in large print."""
    keyed_asked = Signal(str)
    """The sheet's first day, as typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.heading = Heading(self.tr("Paper sheets"), "section")
        about = Words(
            self.tr("A 24-hour ruler for carers without this computer. One page holds 7 days."), "quiet"
        )
        self._dates = CheckChip(theme, self.tr("With dates, from today"))
        self._large = CheckChip(theme, self.tr("Large print"))
        self._large.setAccessibleDescription(self.heading.text())
        blank = PushChip(theme, self.tr("Show a blank sheet"))
        blank.clicked.connect(self._ask_blank)
        chips = FlowLayout(gap=0)
        for chip in (self._dates, self._large, blank):
            chips.addWidget(chip)
        head = label(self.tr("A filled sheet: its first day"), "label", wrap=True)
        self.first = DateField(self.tr("A filled sheet: its first day"))
        self._said = Words()
        self._said.hide()
        keyed = PushChip(theme, self.tr("From a paper sheet"))
        keyed.setAccessibleDescription(self.tr("Opens Catch up on that day. Page Down goes on to the next"))
        keyed.setToolTip(keyed.accessibleDescription())
        keyed.clicked.connect(lambda: self.keyed_asked.emit(self.first.text()))
        words = column(self.heading, about, gap=6, margins=(EDGE, 0, EDGE, 0))
        day = column(head, self.first, self._said, gap=4, margins=(EDGE, 6, EDGE, 2))
        chips_holder = holding(chips)
        keyed_flow = FlowLayout(gap=0)
        keyed_flow.addWidget(keyed)
        self.setLayout(
            column(
                words, chips_holder, day, holding(keyed_flow), gap=4, margins=(16 - EDGE, 12, 16 - EDGE, 12)
            )
        )

    def _ask_blank(self) -> None:
        self.blank_asked.emit(self._dates.isChecked(), self._large.isChecked())

    def show_first(self, day: date) -> None:
        """Offers a first day; what is there stays."""
        if not self.first.text():
            self.first.show_date(day)

    def say(self, words: str) -> None:
        """Why the day can't be opened; blank for nothing."""
        self._said.say(words)
        self._said.setVisible(bool(words))


def stops_of(part: QWidget) -> list[QWidget]:
    """What Tab stops at in a part, as it was made."""
    kinds = (CheckChip, RadioChip, PushChip, WordButton, QPlainTextEdit, DateField)
    return [child for child in part.findChildren(QWidget) if isinstance(child, kinds)]
