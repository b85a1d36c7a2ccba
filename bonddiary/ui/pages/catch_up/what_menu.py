"""What was it? A menu at a time that was pressed before anything was picked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.catch_up.palette import Groups
from bonddiary.ui.pages.catch_up.tools import Tool
from bonddiary.ui.widgets.plain import plain_name


def ask_what(
    parent: QWidget,
    at: QPoint,
    title: str,
    tools: Sequence[Tool],
    groups: Groups,
    chosen: Callable[[str], None],
    cue_chosen: Callable[[CueKey], None],
) -> QMenu:
    """Opens the menu at a place on the screen: the question, the palette's choices, then every cue by family."""
    menu = QMenu(title, parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(title)
    menu.addAction(plain_name(title)).setEnabled(
        False
    )  # what is asked, and the time: the menu may cover both
    menu.addSeparator()
    for place, tool in enumerate(tools):
        if tool.lasting and place and not tools[place - 1].lasting:
            menu.addSeparator()
        menu.addAction(plain_name(tool.name)).triggered.connect(lambda _=False, key=tool.key: chosen(key))
    menu.addSeparator()
    for name, cues in groups:
        family = menu.addMenu(menu.tr("{0} cues").format(name))  # a stretch of crying stands above
        for key, words in cues:
            family.addAction(plain_name(words)).triggered.connect(lambda _=False, key=key: cue_chosen(key))
    menu.popup(at)
    return menu
