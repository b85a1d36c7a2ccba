"""Who the page below is about, in families with several babies: a choice above every page that shows one baby."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_switch import BabySwitch, all_words
from bonddiary.ui.widgets.layout import column

PLACES = (Place.TIMELINE, Place.PATTERNS, Place.TIPS, Place.REPORT, Place.VISITS, Place.PHRASEBOOK)
"""The Log page has its own, where all of them can be chosen at once."""


class BabyBar(QFrame):
    """Names one baby; on the Timeline, all of them can be chosen, too."""

    baby_asked = Signal(str)
    all_asked = Signal()
    """Every baby's entries."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._place = Place.LOG
        self._switch = BabySwitch(theme)
        self._switch.baby_asked.connect(self.baby_asked)
        self._switch.all_asked.connect(self.all_asked)
        self.setLayout(column(self._switch, margins=(12, 4, 12, 0)))
        session.baby_changed.connect(self._show)
        session.reading_changed.connect(self._show)
        self._show()

    def show_place(self, place: Place) -> None:
        """The window shows another place."""
        self._place = place
        self._show()

    def _show(self) -> None:
        baby, marks = self._session.baby, self._session.marks
        timeline = self._place is Place.TIMELINE
        shown = "" if baby is None or (timeline and self._session.reads_all) else baby.id
        self._switch.show_babies(marks, shown, all_words(len(marks)) if timeline else "")
        self.setVisible(self._place in PLACES and len(self._session.babies) > 1)
