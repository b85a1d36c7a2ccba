"""A tile's menu: what can be noted with it, and what a parent may make of it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from bonddiary.ui.pages.log.arranging import Deed, TileFacts

CONTEXT = "BoardMenu"
GROUPS: tuple[tuple[tuple[Deed, str], ...], ...] = (
    (
        (Deed.BACK_10, "Note as 10 min ago"),
        (Deed.BACK_30, "Note as 30 min ago"),
        (Deed.TIMER, "Start a crying timer"),
        (Deed.MEANING, "What may this mean?"),
    ),
    (
        (Deed.PIN, "Pin to Likely now"),
        (Deed.UNPIN, "Unpin"),
        (Deed.RENAME, "Call it something else…"),
        (Deed.EARLIER, "Move earlier"),
        (Deed.LATER, "Move later"),
        (Deed.PUT_ON, "Put on the board"),
        (Deed.HIDE, "Hide from the board"),
        (Deed.SHOW, "Show again"),
        (Deed.PUT_AWAY, "Put away"),
    ),
)
"""In the order in which they stand, with a line between groups."""


def open_menu(over: QWidget, facts: TileFacts, at: QPoint, act: Callable[[Deed], None]) -> QMenu:
    """Opens the menu at a place on the screen; `act` gets what is chosen."""
    menu = QMenu(over)
    menu.setAccessibleName(facts.name)
    for group in GROUPS:
        if menu.actions() and any(deed in facts.offers for deed, _ in group):
            menu.addSeparator()
        for deed, words in group:
            if deed in facts.offers:
                action = menu.addAction(QCoreApplication.translate(CONTEXT, words))
                action.setEnabled(deed in facts.open)
                action.triggered.connect(lambda _=False, deed=deed: act(deed))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
    return menu
