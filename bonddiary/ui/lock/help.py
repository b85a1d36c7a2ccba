"""Get help while the window is locked: the same page, without anything that is in the diary."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.help.page import HelpPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import column, row
from bonddiary.ui.widgets.reading import WordButton


class LockedHelp(QWidget):
    """Stands in the place of what asks for the passphrase, until it is left: by its button, or by Esc (the lock’s own)."""

    left = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # else the lock's scenery shows through
        self._theme = theme
        self._back = WordButton(theme, self.tr("‹ Back to the lock"))
        self._back.clicked.connect(self.left)
        self._page = HelpPage(session, theme, locked=True)
        self._above = row(self._back, 1)
        self.setLayout(column(self._above, self._page, gap=0, margins=(12, 8, 0, 0)))

    def enter(self) -> None:
        """It comes into view."""
        self._page.enter()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = Width.of(self.width(), self._theme.look.scale)
        self._above.setContentsMargins(4 if width is Width.NARROW else 18, 0, 0, 0)  # in line with the title
        self._page.set_width(width)
