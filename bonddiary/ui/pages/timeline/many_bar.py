"""What can be done to several rows at once. Each press is saved at once and is one step of Undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu

from bonddiary.domain import wording
from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.domain.ids import CarerId, CueKey, OutcomeKey, ResponseKey
from bonddiary.ui.pages.timeline import several
from bonddiary.ui.pages.timeline.filters import Offers
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.plain import plain_name
from bonddiary.ui.widgets.press import PushChip

STEPS = (5, 15, 30, 60)
"""Minutes by which times are moved; pressed again, they add up."""
Makes = tuple[str, several.Change]


class ManyBar(QFrame):
    """Hidden while no rows are chosen."""

    change_asked = Signal(object)
    """A several.Change."""
    delete_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, offers: Callable[[], Offers]) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self._theme, self._offers = theme, offers
        self._count = label("", "strong", wrap=True)
        self._flow = FlowLayout(gap=0)
        self._all = self._press(self.tr("Change…"), lambda: None)
        self._chips = [
            self._menu(self.tr("Tried…"), self._fill_tried),
            self._menu(self.tr("Then…"), self._fill_then),
            self._menu(self.tr("Cue…"), self._fill_cue),
            self._menu(self.tr("Time…"), self._fill_time),
            self._menu(self.tr("Carer…"), self._fill_carer),
            self._menu(self.tr("Mark…"), self._fill_mark),
            self._press(self.tr("Delete"), self.delete_asked.emit),
            self._press(self.tr("Choose none"), self.closed.emit),
        ]
        self._all.setMenu(self._whole_menu())
        self._all.hide()
        self.setLayout(column(self._count, holding(self._flow), gap=4, margins=(12, 8, 8, 4)))
        self.hide()

    def show_count(self, count: int) -> None:
        """Says how many are chosen; 0 puts the bar away."""
        words = self.tr("{0} selected").format(count)
        fresh = words != self._count.text() or self.isHidden()
        self._count.setText(words)
        self.setVisible(count > 0)
        if fresh and count:
            announce(self, words)

    def set_compact(self, compact: bool) -> None:
        """In a narrow window one menu holds all the others."""
        self._all.setVisible(compact)
        for chip in self._chips:
            chip.setVisible(not compact or chip.menu() is None)

    def start(self) -> None:
        """Takes the keyboard."""
        (self._chips[0] if self._all.isHidden() else self._all).setFocus()

    def stops(self) -> list[PushChip]:
        """What takes the keyboard, in reading order."""
        return [self._all, *self._chips]

    def _whole_menu(self) -> QMenu:
        made = QMenu(self._all)
        for chip in self._chips:
            if (menu := chip.menu()) is not None:
                made.addMenu(menu).setText(chip.text())
        return made

    def _press(self, words: str, act: Callable[[], object]) -> PushChip:
        made = PushChip(self._theme, words)
        made.clicked.connect(lambda _=False: act())
        self._flow.addWidget(made)
        return made

    def _menu(self, words: str, fill: Callable[[QMenu], None]) -> PushChip:
        made = PushChip(self._theme, words)
        menu = QMenu(made)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(lambda: fill(menu))
        made.setMenu(menu)
        self._flow.addWidget(made)
        return made

    def _fill_tried(self, menu: QMenu) -> None:
        named = self._offers().responses
        add, take = menu.addMenu(self.tr("Add")), menu.addMenu(self.tr("Take out"))
        self._offer(add, [(words, several.adding(ResponseKey(key))) for key, words in named])
        self._offer(take, [(words, several.taking_out(ResponseKey(key))) for key, words in named])

    def _fill_then(self, menu: QMenu) -> None:
        named = self._offers().outcomes
        self._offer(menu, [(words, several.with_outcome(OutcomeKey(key))) for key, words in named])
        self._offer(menu, [(self.tr("Not recorded"), several.with_outcome(None))])

    def _fill_cue(self, menu: QMenu) -> None:
        for family in Family:
            named = [each for each in self._offers().cues if each[2] == family.value]
            group = menu.addMenu(self.tr(FAMILY_NAMES[family]))
            self._offer(group, [(words, several.with_cue(CueKey(key))) for key, words, _ in named])

    def _fill_time(self, menu: QMenu) -> None:
        for sign, words in ((-1, self.tr("{0} earlier")), (1, self.tr("{0} later"))):
            named = [(words.format(wording.counted(step, "minute")), sign * step) for step in STEPS]
            self._offer(menu, [(text, several.shifted(minutes)) for text, minutes in named])
            menu.addSeparator()

    def _fill_carer(self, menu: QMenu) -> None:
        named = self._offers().carers
        self._offer(menu, [(words, several.with_carer(CarerId(key))) for key, words in named])
        self._offer(menu, [(self.tr("Not noted"), several.with_carer(None))])

    def _fill_mark(self, menu: QMenu) -> None:
        marks = (
            (self.tr("Private note"), several.with_private(True)),
            (self.tr("Note not private"), several.with_private(False)),
            (self.tr("About then"), several.with_about(True)),
            (self.tr("Exact time"), several.with_about(False)),
        )
        self._offer(menu, marks)

    def _offer(self, menu: QMenu, made: Sequence[Makes]) -> None:
        for words, change in made:
            action = QAction(plain_name(words), menu)
            action.triggered.connect(lambda _=False, change=change: self.change_asked.emit(change))
            menu.addAction(action)
