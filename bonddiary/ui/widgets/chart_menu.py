"""A chart's menu: what a parent may do with it; and the words that say what was done."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.press import GAP, RING

CONTEXT = "ChartMenu"


class Deed(StrEnum):
    """What can be done with a chart."""

    WIDEN = "widen"
    NARROW = "narrow"
    COPY_PICTURE = "copy-picture"
    SAVE_PICTURE = "save-picture"
    COPY_TABLE = "copy-table"
    SAVE_TABLE = "save-table"
    ASK = "ask"
    HIDE = "hide"


GROUPS: tuple[tuple[tuple[Deed, str], ...], ...] = (
    ((Deed.WIDEN, "Show this chart alone"), (Deed.NARROW, "Back to all charts")),
    (
        (Deed.COPY_PICTURE, "Copy picture"),
        (Deed.SAVE_PICTURE, "Save picture…"),
        (Deed.COPY_TABLE, "Copy table"),
        (Deed.SAVE_TABLE, "Save table…"),
    ),
    ((Deed.ASK, "Ask about this…"), (Deed.HIDE, "Hide this chart")),
)
"""In the order in which they stand, with a line between groups."""


def open_menu(over: QWidget, name: str, at: QPoint, *, wide: bool, act: Callable[[Deed], None]) -> QMenu:
    """Opens the menu at a place on the screen; `act` gets what is chosen."""
    menu = QMenu(over)
    menu.setAccessibleName(name)
    left_out = Deed.WIDEN if wide else Deed.NARROW
    for group in GROUPS:
        if menu.actions():
            menu.addSeparator()
        for deed, words in group:
            if deed is not left_out:
                action = menu.addAction(QCoreApplication.translate(CONTEXT, words))
                action.triggered.connect(lambda _=False, deed=deed: act(deed))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
    return menu


class DoneWords(QLabel):
    """Beside a card's buttons; a long file's name has a line of its own, and goes on in the next where it must."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(RING + GAP, 0, 0, 0)  # in line with the buttons' bodies

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * (RING + GAP)
        return QSize(width, self.heightForWidth(width))
