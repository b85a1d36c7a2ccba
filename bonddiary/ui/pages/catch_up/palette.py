"""What to paint: likely cues, More…, and stretches, as chips of which one is on."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.catch_up.tools import Tool, by_number
from bonddiary.ui.theme.icons import cue_drawing
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.plain import plain_name
from bonddiary.ui.widgets.press import PushChip, RadioChip

CARE_DRAWINGS = {"sleep": "care-sleep", "feeding": "care-feed", "holding": "response-cuddle"}
MORE = "more"
KEYED = 9
"""So many show the number of their key; 0 is the tenth."""
Groups = tuple[tuple[str, tuple[tuple[CueKey, str], ...]], ...]


class ToolChip(RadioChip):
    """A choice, with the number of its key."""

    def __init__(self, theme: Theme, tool: Tool, number: int, parent: QWidget) -> None:
        super().__init__(theme, tool.name, _drawing(tool), parent)
        self.key = tool.key
        self._number = number if number <= KEYED else 0
        self.setAccessibleName(tool.name)


class Palette(QWidget):
    """The chips stay where they are while the page is looked at."""

    chosen = Signal(str)
    cue_chosen = Signal(str)
    """From More…."""

    def __init__(self, theme: Theme, groups: Callable[[], Groups]) -> None:
        super().__init__()
        self._theme = theme
        self._groups = groups
        self._tools: tuple[Tool, ...] = ()
        self._chosen = ""
        self._chips: list[ToolChip] = []
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more = PushChip(theme, self.tr("More…"))
        self._more.setAccessibleName(self.tr("More… cues"))
        self._more.setMenu(self._menu)
        self._list = Choice(theme, self.tr("What to note"))
        self._list.chosen.connect(self._on_list)
        self._list.hide()
        self._flow = FlowLayout(gap=0)
        self._holder = holding(self._flow)
        self.setLayout(column(self._list, self._holder, gap=0))
        self.setAccessibleName(self.tr("What to note"))

    def show_tools(self, tools: tuple[Tool, ...], chosen: str) -> None:
        """Shows these, one of them on, or none."""
        self._chosen = chosen
        if tools != self._tools:
            self._make(tools)
        for chip in self._chips:
            if chip.isChecked() != (chip.key == chosen):
                chip.show_checked(chip.key == chosen)
        self._list.show_value(chosen)

    def fold(self, folded: bool) -> None:
        """As one list, where there is no room for chips beside the ruler."""
        self._list.setVisible(folded)
        self._holder.setVisible(not folded)

    def _on_list(self, place: int) -> None:
        key = self._list.itemData(place)
        if key == MORE:
            self._list.show_value(self._chosen)
            self._menu.popup(self._list.mapToGlobal(self._list.rect().bottomLeft()))
        elif key:
            self.chosen.emit(key)

    def _make(self, tools: tuple[Tool, ...]) -> None:
        held = cast(QWidget | None, self.focusWidget())
        self._tools = tools
        for place in range(self._flow.count()):
            item = self._flow.itemAt(place)
            if item is not None and item.widget() is self._more:
                self._flow.takeAt(place)
                break
        empty(self._flow)
        self._chips = []
        self._list.clear()
        self._list.addItem(self.tr("What to note…"), "")
        numbers = {tool.key: number for number, tool in enumerate(by_number(tools), 1)}
        for place, tool in enumerate(tools):
            self._list.addItem(tool.name, tool.key)
            begins = tool.lasting and not tools[place - 1].lasting
            if begins:
                self._flow.addWidget(self._more)
            chip = ToolChip(self._theme, tool, numbers[tool.key], self._holder)
            chip.clicked.connect(lambda _=False, key=tool.key: self.chosen.emit(key))
            self._chips.append(chip)
            (self._flow.add_first if begins else self._flow.addWidget)(chip)
            chip.show()
        self._list.addItem(self._more.text(), MORE)
        if held is not None and held is not self._more and held.hasFocus():
            self._more.setFocus()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for name, cues in self._groups():
            group = self._menu.addMenu(self.tr(name))
            for key, words in cues:
                action = group.addAction(plain_name(words))
                action.triggered.connect(lambda _=False, key=key: self.cue_chosen.emit(key))


def _drawing(tool: Tool) -> str:
    return CARE_DRAWINGS.get(tool.key) or cue_drawing(tool.cue or "", tool.family)
