"""Draws whose moments presses are: the choice of babies, and the page before a birth. Made when they are needed."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.log.before_birth import BeforeBirth
from bonddiary.ui.pages.log.middle import Middle
from bonddiary.ui.pages.log.state import Who
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_switch import BabySwitch
from bonddiary.ui.widgets.focus import bring_into_view


class WhoPart(QObject):
    """Both parts stand in the page's middle."""

    baby_asked = Signal(str)
    all_asked = Signal()
    tip_opened = Signal(str)
    born_told = Signal(str)
    made = Signal()
    """Tab stops elsewhere than before."""

    def __init__(self, theme: Theme, middle: Middle) -> None:
        super().__init__(middle)
        self._theme = theme
        self._middle = middle
        self.switch: BabySwitch | None = None
        self.before_birth: BeforeBirth | None = None

    @staticmethod
    def needed(who: Who) -> bool:
        """Whether there is something to show that a family with one born baby never sees."""
        return bool(who.marks) or who.expecting is not None

    def render_state(self, who: Who) -> None:
        """Shows who the page is about."""
        if who.marks or self.switch is not None:
            self._shown_switch().show_babies(who.marks, who.shown, who.all_words)
        if who.expecting is not None:
            self._shown_before_birth().show_state(who.expecting)
        if self.before_birth is None or (who.expecting is None and self.before_birth.isHidden()):
            return  # what took the board's place meanwhile stays
        if self.before_birth.isHidden():
            QTimer.singleShot(0, self, self._bring_stop)  # once it has its place
        self.before_birth.setVisible(who.expecting is not None)
        self._middle.show_board(who.expecting is None)

    def stop(self) -> QWidget | None:
        """Where the keyboard goes before a birth; None: to the board."""
        shown = self.before_birth is not None and not self.before_birth.isHidden()
        return self.before_birth.stop() if shown and self.before_birth is not None else None

    def _bring_stop(self) -> None:
        if (stop := self.stop()) is not None:
            bring_into_view(stop)

    def _shown_switch(self) -> BabySwitch:
        if self.switch is None:
            self.switch = BabySwitch(self._theme)
            self.switch.baby_asked.connect(self.baby_asked)
            self.switch.all_asked.connect(self.all_asked)
            self._middle.put_beside_title(self.switch)
            self.made.emit()
        return self.switch

    def _shown_before_birth(self) -> BeforeBirth:
        if self.before_birth is None:
            self.before_birth = BeforeBirth(self._theme)
            self.before_birth.hide()
            self.before_birth.tip_opened.connect(self.tip_opened)
            self.before_birth.born_told.connect(self.born_told)
            self._middle.put_before_board(self.before_birth)
            self.made.emit()
        return self.before_birth
