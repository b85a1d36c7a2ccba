"""Draws the Phrasebook page."""

from PySide6.QtCore import Signal

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.words import Heading


class PhrasebookPage(Page):
    """The baby's cues in the family's own words."""

    back_asked = Signal()
    tip_opened = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._title = Heading(self.tr("Phrasebook"), "title")
        self.setLayout(column(self._title, 1))

    @override
    def enter(self) -> None:
        self._title.setFocus()
