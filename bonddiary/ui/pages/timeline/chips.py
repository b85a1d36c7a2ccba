"""Cues or responses of a moment as chips: a press takes one away, "Add…" adds one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, empty
from bonddiary.ui.widgets.plain import plain_name
from bonddiary.ui.widgets.press import CheckChip, PushChip

Named = Sequence[tuple[str, str]]
"""Keys with their words."""


class ChipRow(QWidget):
    """The keyboard stays in the row whatever comes or goes."""

    changed = Signal(object)
    """A tuple: the keys as they are to be."""

    def __init__(self, theme: Theme, adds: str, *, numbered: bool = False, least: int = 0) -> None:
        """`adds`: what "Add…" adds, for screen readers. `least`: so many can't be taken away."""
        super().__init__()
        self._theme = theme
        self._numbered = numbered
        self._least = least
        self._shown: Named = ()
        self._offered: list[tuple[str, QAction]] = []
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._offer_the_rest)
        self._add = PushChip(theme, self.tr("Add…"))
        self._add.setAccessibleName(self.tr("Add… {0}").format(adds))
        self._add.setMenu(self._menu)
        self._flow = FlowLayout(self, gap=0)
        self._flow.addWidget(self._add)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # a form asks only those that say so
        self.setSizePolicy(policy)

    def offer(self, named: Named, group: str = "") -> None:
        """Adds to what "Add…" offers, under a group's name if it has one."""
        menu = self._menu.addMenu(group) if group else self._menu
        for key, words in named:
            action = menu.addAction(plain_name(words))
            action.triggered.connect(lambda _=False, key=key: self.add(key))
            self._offered.append((key, action))

    def line(self) -> int:
        """The height of one line of chips, in pixels."""
        return self._add.sizeHint().height()

    def buttons(self) -> list[QWidget]:
        """What takes the keyboard, in reading order."""
        return [*self._chips(), self._add]

    def add(self, key: str) -> None:
        """Adds one that isn't there yet."""
        keys = [each for each, _ in self._shown]
        if key not in keys:
            self.changed.emit((*keys, key))

    def show_keys(self, named: Named) -> None:
        """Shows these; chips that are right already stay as they are."""
        if named == self._shown:
            return
        self._shown = named
        chips = self._chips()
        held = next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)
        adding = self._flow.takeAt(len(chips))
        empty(self._flow)
        for place, (key, words) in enumerate(named, 1):
            self._flow.addWidget(self._chip(key, words, place))
        if adding is not None:
            self._flow.addItem(adding)
        if held is not None:
            fresh = self.buttons()
            there = fresh[min(held, len(fresh) - 1)]
            there.show()  # the layout would show it later than the keyboard needs it
            (there if there.isEnabled() else self._add).setFocus()

    def _chip(self, key: str, words: str, place: int) -> CheckChip:
        made = CheckChip(self._theme, words, parent=self)
        made.setChecked(True)
        made.setEnabled(len(self._shown) > self._least)
        made.setAccessibleDescription(self.tr("Press to take it away"))
        if self._numbered and len(self._shown) > 1:
            made.show_number(place)
        made.clicked.connect(lambda: self._take_away(key, made))
        return made

    def _take_away(self, key: str, chip: CheckChip) -> None:
        chip.setChecked(True)  # it goes when the diary says so, and stays when that can't be written
        self.changed.emit(tuple(each for each, _ in self._shown if each != key))

    def _chips(self) -> list[CheckChip]:
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [each for each in widgets if isinstance(each, CheckChip)]

    def _offer_the_rest(self) -> None:
        there = {key for key, _ in self._shown}
        for key, action in self._offered:
            action.setVisible(key not in there)
