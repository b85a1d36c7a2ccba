"""More about a moment, drawn: how the baby was, how strong it was, who noted it, how long it lasted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QMenu, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.more_about import LENGTHS
from bonddiary.ui.pages.log.saved import MoreAbout, Pick
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.layout import UNBOUND, column, label, scrolling
from bonddiary.ui.widgets.press import GAP, RING, PushChip, RadioChip

LEAST = 96


class MoreRows(QWidget):
    """A line for each question; none needs an answer. What has no room scrolls inside."""

    picked = Signal(object)
    length_chosen = Signal(object)
    end_asked = Signal()
    refilled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._limit = UNBOUND
        self._flows = [FlowLayout(gap=2) for _ in range(4)]
        names = (
            (self.tr("How your baby was"), self.tr("Your baby was")),
            (self.tr("How strong it was"), self.tr("How strong")),
            (self.tr("Who noted it"), self.tr("Noted by")),
            (self.tr("How long it lasted"), self.tr("It lasted")),
        )
        self._lines: list[QWidget] = []
        self._said: list[QLabel] = []
        self._across: list[QBoxLayout] = []
        self._narrow = False
        for flow, (name, short) in zip(self._flows, names, strict=True):
            holder, line = holding(flow), QWidget()
            holder.setAccessibleName(name)
            said = label(short, "quiet")
            said.setIndent(RING + GAP)
            across = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(4)
            across.addWidget(said)
            across.addWidget(holder, 1)
            self._said.append(said)
            self._across.append(across)
            self._lines.append(line)
        self._before, self._before_line = self._line_before()
        self._lasted = self._length_chip()
        self._flows[3].addWidget(self._lasted)
        self._inside = QWidget()
        self._inside.setLayout(column(*self._lines, self._before_line, gap=0))
        self._scroll = scrolling(self._inside)
        self.setLayout(column(self._scroll))
        self._shown: list[tuple[tuple[object, str], ...]] = [(), (), ()]
        theme.changed.connect(self._fit)

    def render_state(self, more: MoreAbout) -> None:
        """Shows what is said so far."""
        fresh = False
        for place, picks in enumerate((more.states, more.strengths, more.carers)):
            fresh |= self._fill(place, picks)
            for chip, pick in zip(self._chips(place), picks, strict=True):
                chip.show_checked(pick.chosen)
        self._lines[2].setVisible(bool(more.carers))
        self._before.setText(more.before)
        self._before_line.setVisible(bool(more.before))
        words = self.tr("for {0}").format(more.lasted) if more.lasted else self.tr("how long…")
        self._lasted.setText(words)
        self._lasted.setAccessibleName(self.tr("It lasted: {0}").format(words))
        self._fit()
        if fresh:
            self.refilled.emit()

    def set_narrow(self, narrow: bool) -> None:
        """The names of the lines stand over them where there is no room beside."""
        self._narrow = narrow
        for across in self._across:
            across.setDirection(
                QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            )
            across.setSpacing(0 if narrow else 4)
        self._fit()

    def limit(self, height: int) -> None:
        """At most this high."""
        self._limit = height
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its lines need at this width: layouts alone would squeeze them."""
        wide = 0 if self._narrow else max(said.sizeHint().width() for said in self._said)
        for said in self._said:
            said.setMinimumWidth(wide)
        wanted = self._inside.heightForWidth(max(1, self._scroll.viewport().width()))
        height = min(wanted, max(self._limit, self._theme.look.px(LEAST)))
        if height != self._scroll.height():
            self._scroll.setFixedHeight(height)

    def _fill(self, place: int, picks: tuple[Pick, ...]) -> bool:
        """Makes the chips of a line anew, where they are others than before; says whether it did."""
        wanted = tuple((pick.key, pick.name) for pick in picks)
        if wanted == self._shown[place]:
            return False
        self._shown[place] = wanted
        empty(self._flows[place])
        for pick in picks:
            chip = RadioChip(self._theme, pick.name)
            chip.set_compact(True)
            chip.clicked.connect(lambda _=False, key=pick.key: self.picked.emit(key))
            self._flows[place].addWidget(chip)
            chip.show()
        return True

    def _chips(self, place: int) -> list[RadioChip]:
        items = (self._flows[place].itemAt(n) for n in range(self._flows[place].count()))
        return [chip for item in items if item and isinstance(chip := item.widget(), RadioChip)]

    def _line_before(self) -> tuple[QLabel, QWidget]:
        """The words that say what was logged before the moment, and the line in which they stand."""
        name, words, line = label(self.tr("Before it"), "quiet"), label("", "quiet", wrap=True), QWidget()
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(4)
        across.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(words, 1)
        for each in (name, words):
            each.setIndent(RING + GAP)
        self._said.append(name)
        self._across.append(across)
        return words, line

    def _length_chip(self) -> PushChip:
        chip = PushChip(self._theme, "")
        chip.set_compact(True)
        menu = QMenu(chip)
        for minutes in LENGTHS:
            hours = minutes / 60
            words = self.tr("{0} min").format(minutes) if hours < 1 else self.tr("{0:g} h").format(hours)
            menu.addAction(words).triggered.connect(
                lambda _=False, minutes=minutes: self.length_chosen.emit(minutes)
            )
        menu.addAction(self.tr("When it ended…")).triggered.connect(self.end_asked)
        menu.addAction(self.tr("Not noted")).triggered.connect(lambda: self.length_chosen.emit(None))
        chip.setMenu(menu)
        return chip
