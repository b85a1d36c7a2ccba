"""What narrows the list on the Tips page: a shelf, a kind of meaning, a topic; and how much is left."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QStyle, QStyleOptionComboBox, QWidget

from bonddiary.analysis.names import in_sentence
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.tips.listing import HIDDEN, SAVED, TIPS
from bonddiary.ui.pages.tips.state import Shelf, TipsState
from bonddiary.ui.theme.icons import icon
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.choice import EDGES, Choice
from bonddiary.ui.widgets.layout import column, label, restyle, row
from bonddiary.ui.widgets.reading import WordButton

ROOMY, CROWDED = 480, 250
"""From this width on all three stand in one row; below this one each has a row of its own."""
SHARES = {3: (1, 1, 1), 2: (23, 27), 1: (1,)}
"""Of the width, by how many stand in a row: kinds of meaning have longer names than shelves."""
OF_TIPS = (TIPS, SAVED, HIDDEN)
"""Shelves that need no naming beside a count of tips."""
SETTLED = 700
"""Milliseconds without another change before a screen reader hears how much the list holds."""


class Filters(QWidget):
    """Three choices that combine. One that narrows the list is tinted, and one press clears them all."""

    shelf_chosen = Signal(str)
    group_chosen = Signal(str)
    topic_chosen = Signal(str)
    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offered: dict[Choice, tuple[Shelf, ...]] = {}
        self._shelf = self._choice(self.tr("Show"), self.shelf_chosen)
        self._group = self._choice(self.tr("What it may mean"), self.group_chosen)
        self._topic = self._choice(self.tr("Topic of tips"), self.topic_chosen)
        self._count = label("", "caption", wrap=True)
        self._clear = WordButton(theme, self.tr("Clear filters"))
        self._clear.clicked.connect(self._clear_all)
        self._said = QTimer(self, singleShot=True, interval=SETTLED)
        self._said.timeout.connect(lambda: announce(self, self._count.text()))
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._across = 0
        self._foot = row(self._count, self._clear, gap=6, margins=(2, 0, 0, 0))
        self._foot.setStretch(0, 1)
        self._arrange()  # before they have a parent: the keyboard walks in the order in which they get it
        self.setLayout(column(self._grid, self._foot, gap=6))
        theme.changed.connect(self._draw)

    def show_state(self, state: TipsState) -> None:
        """Shows which are on, and how much the list holds."""
        asked = state.asked
        any_group, any_topic = Shelf("", self.tr("Any meaning")), Shelf("", self.tr("Any topic"))
        self._offer(self._shelf, state.shelves, asked.shelf)
        self._offer(self._group, (any_group, *state.groups), asked.group)
        self._offer(self._topic, (any_topic, *state.topics), asked.topic)
        self._clear.setVisible(asked.filtered)
        words = self._words(state)
        if words != self._count.text():
            self._count.setText(words)
            self._said.start()

    def _words(self, state: TipsState) -> str:
        """ "9 cues, 4 tips: face, tired or sleepy": how much, and what narrows it."""
        choices = [choice for choice in (self._shelf, self._group, self._topic) if choice.currentData()]
        on = [choice.currentText() for choice in choices if choice.currentData() not in OF_TIPS]
        named = self.tr("{0}: {1}").format(state.count, ", ".join(map(in_sentence, on)))
        return named if on and state.count else state.count

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() / self._theme.look.scale
        across = 3 if room >= ROOMY else 2 if room >= CROWDED else 1
        if across == self._across:
            return
        self._across = across
        choices = (self._shelf, self._group, self._topic)
        for place, choice in enumerate(choices):
            alone = place - place % across == len(choices) - 1
            self._grid.addWidget(choice, place // across, place % across, 1, across if alone else 1)
        for place in range(3):
            self._grid.setColumnStretch(place, dict(enumerate(SHARES[across])).get(place, 0))
        beside = QBoxLayout.Direction.LeftToRight if across > 1 else QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(beside)
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(across > 1)  # where there is room for it, the list stays where it is
        self._clear.setSizePolicy(policy)

    def _offer(self, choice: Choice, shelves: Sequence[Shelf], chosen: str) -> None:
        if self._offered.get(choice) != tuple(shelves):
            self._offered[choice] = tuple(shelves)
            choice.clear()
            for shelf in shelves:
                choice.addItem(self.tr(shelf.name), shelf.key)
            self._draw_icons(choice)
        choice.show_value(chosen)
        kind = "on" if chosen else ""
        if choice.property("kind") != kind:
            restyle(choice, kind)

    def _clear_all(self) -> None:
        """The button goes: the keyboard is left where something can be chosen again."""
        self._shelf.setFocus()
        self.cleared.emit()

    def _choice(self, name: str, chosen: SignalInstance) -> Choice:
        made = _FilterChoice(self._theme, name)
        made.setProperty("kind", "")
        made.setMinimumContentsLength(3)
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.activated.connect(lambda _: chosen.emit(made.currentData()))
        return made

    def _draw(self) -> None:
        for choice in self._offered:
            self._draw_icons(choice)

    def _draw_icons(self, choice: Choice) -> None:
        look = self._theme.look
        choice.setIconSize(QSize(look.px(20), look.px(20)))
        for place, shelf in enumerate(self._offered[choice]):
            if shelf.drawing:
                choice.setItemIcon(place, icon(shelf.drawing, look.tokens.text, look.px(20)))


class _FilterChoice(Choice):
    """A choice in little room: drawings stand in its list alone, and words that don't fit end in dots."""

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentIcon = QIcon()
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width() - EDGES
        option.currentText = option.fontMetrics.elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )
