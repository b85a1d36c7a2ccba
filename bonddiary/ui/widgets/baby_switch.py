"""Which baby a page is about: one chip each. Families with one baby never see it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from bonddiary.domain.baby import BabyMark
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_badge import BabyChip
from bonddiary.ui.widgets.flow import FlowLayout, empty
from bonddiary.ui.widgets.press import RadioChip


class BabySwitch(QWidget):
    """Tab stops at the baby shown; arrows go from one to the next and show it."""

    baby_asked = Signal(str)
    """The id of the baby to show."""
    all_asked = Signal()
    """Each of them at once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: tuple[BabyMark, ...] = ()
        self._all = ""
        self._chips: dict[str, RadioChip] = {}
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(gap=0)
        self.setLayout(self._flow)
        self.setAccessibleName(self.tr("Which baby"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_babies(self, marks: Sequence[BabyMark], shown: str, all_words: str = "") -> None:
        """Offers each baby, and with words for it all of them at once; a blank `shown` is all of them."""
        if (tuple(marks), all_words) != (self._marks, self._all):
            self._marks, self._all = tuple(marks), all_words
            self._fill()
        for id, chip in self._chips.items():
            with QSignalBlocker(chip):
                chip.show_checked(id == shown)
        self.setVisible(len(self._marks) > 1)

    @property
    def chips(self) -> dict[str, RadioChip]:
        """By the baby's id; blank for all at once."""
        return self._chips

    def _fill(self) -> None:
        held = next((id for id, chip in self._chips.items() if chip.hasFocus()), None)
        empty(self._flow)
        self._chips = {}
        for mark in self._marks:
            self._add(mark.id, BabyChip(self._theme, mark))
        if self._all:
            self._add("", RadioChip(self._theme, self._all))
        if held in self._chips:
            self._chips[held].setFocus()

    def _add(self, id: str, chip: RadioChip) -> None:
        chip.setAccessibleName(self.tr("Baby: {0}").format(chip.text()))
        chip.toggled.connect(lambda on: self._ask(id) if on else None)
        self._group.addButton(chip)
        self._chips[id] = chip
        self._flow.addWidget(chip)
        chip.show()

    def _ask(self, id: str) -> None:
        if id:
            self.baby_asked.emit(id)
        else:
            self.all_asked.emit()


def all_words(count: int) -> str:
    """ "Both", or "All 3"."""
    return "Both" if count == 2 else f"All {count}"
