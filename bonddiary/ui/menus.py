"""Fills the menu bar from the rows of `actions`."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from bonddiary.ui.actions import ROWS

if TYPE_CHECKING:
    from bonddiary.ui.main_window import MainWindow

UNDO_MENU = next(row.menu for row in ROWS if row.does == "undo")


def build_menus(window: "MainWindow") -> dict[str, QAction]:
    """All menus anew; each action under the name of what it does."""
    from PySide6.QtGui import QKeySequence

    bar = window.menuBar()
    bar.clear()
    menus: dict[str, QMenu] = {}
    actions: dict[str, QAction] = {}
    for row in ROWS:
        menu = menus.get(row.menu) or bar.addMenu(window.tr(row.menu))
        menus[row.menu] = menu
        action = menu.addAction(window.tr(row.text))
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setToolTip(window.tr(row.tip))
        action.setStatusTip(window.tr(row.tip))
        if row.role:
            action.setMenuRole(QAction.MenuRole[row.role])
        action.triggered.connect(getattr(window.commands, row.does))
        actions[row.does] = action
    menus[UNDO_MENU].aboutToShow.connect(window.name_undo)
    return actions


def name_undo(window: "MainWindow", actions: dict[str, QAction], *, blank: bool = False) -> None:
    """Says in the menu what Undo and Redo would do; `blank` says nothing of the diary."""
    undo, redo = ("", "") if blank else (window.commands.undo_words(), window.commands.redo_words())
    for name, plain, words in (("undo", window.tr("&Undo"), undo), ("redo", window.tr("&Redo"), redo)):
        if name in actions:
            actions[name].setText(plain + (f": {words}".replace("&", "&&") if words else ""))
