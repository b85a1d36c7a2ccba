"""The quick row: the kinds of care pressed most, in one line that folds, and all others under More…"""

from typing import cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QWidget

from bonddiary.ui.care.spread import Spread
from bonddiary.ui.care.state import CareChoice, CareState
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import has_drawing, icon
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.focus import read_in_order
from bonddiary.ui.widgets.heading import as_heading
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import button, column, label, row
from bonddiary.ui.widgets.plain import plain_name
from bonddiary.ui.widgets.press import GAP, RING, PushChip

QUICK = 5
"""Kinds in the row where there is room, the first of content."""
EDGE = RING + GAP
BETWEEN = 2
LONGEST_NAME = 40
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CareRow(QWidget):
    """One press notes a kind."""

    pressed = Signal(object)
    """A CareChoice."""
    naming_asked = Signal(bool)
    named = Signal(str)
    try_again_asked = Signal()
    refilled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._choices: tuple[CareChoice, ...] = ()
        self._chips: list[PushChip] = []
        self._stop: PushChip | None = None
        """The chip that was walked to or pressed last: Tab stops at it, else at the first; arrows reach the others."""
        self._name = as_heading(label("", "label"))
        self._name.setText(self.tr("Care"))
        self._name.setIndent(EDGE)
        self._more = PushChip(theme, self.tr("More…"))
        self._more.setAccessibleName(self.tr("More… kinds of care"))
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self._more.on_key = self._key
        self._line = row(self._name, self._more, 1, gap=BETWEEN)
        self._bar = InlineBar()
        self._naming = self._build_naming()
        around = row(self._bar, margins=(EDGE, 0, EDGE, 0))
        self.setLayout(column(self._line, self._naming, around, gap=2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._fit)

    def render_state(self, state: CareState) -> None:
        """Shows the kinds, what waits to be saved, and the field for a name."""
        if state.choices != self._choices:
            self._choices = state.choices
            self._fill()
        opened = state.naming and self._naming.isHidden()
        closed = not state.naming and not self._naming.isHidden()
        held = self._naming.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._naming.setVisible(state.naming)
        self._problem.setText(state.naming_problem)
        self._problem.setVisible(bool(state.naming_problem))
        if opened:
            self._typed.clear()
            self._typed.setFocus()
        elif closed and held:
            self._stop_at(self._more)
        again = [(self.tr("Try again"), self.try_again_asked.emit)] if state.waiting else []
        if not again and self._bar.isAncestorOf(self.focusWidget() or self):
            self._stop_at(self._more)
        self._bar.say(state.waiting, *again)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """One chip that holds all kinds always has room."""
        return QSize(self._more.minimumSizeHint().width(), super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._naming.isHidden():
            self.naming_asked.emit(False)
        else:
            super().keyPressEvent(event)

    def _build_naming(self) -> QWidget:
        self._typed = QLineEdit(placeholderText=self.tr("Such as tummy time"))
        self._typed.setAccessibleName(self.tr("Name of your own kind of care"))
        self._typed.setMaxLength(LONGEST_NAME)
        self._typed.returnPressed.connect(lambda: self.named.emit(self._typed.text()))
        add, leave = button(self.tr("Add and note"), "small"), button(self.tr("Close"), "small")
        add.clicked.connect(lambda: self.named.emit(self._typed.text()))
        leave.clicked.connect(lambda: self.naming_asked.emit(False))
        self._problem = label("", "problem", wrap=True)
        made = QWidget()
        line = Spread(self._typed, add, leave)
        made.setLayout(column(line, self._problem, gap=2, margins=(EDGE, 0, EDGE, 0)))
        made.hide()
        return made

    def _fill(self) -> None:
        held = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for old in self._chips:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = [self._chip(choice) for choice in self._choices[:QUICK]]
        for place, chip in enumerate(self._chips):
            self._line.insertWidget(place + 1, chip)
        read_in_order(self)
        self._fit()
        if held is not None and self._chips:
            self._stop_at(self._chips[min(held, len(self._chips) - 1)])
        self.refilled.emit()

    def _chip(self, choice: CareChoice) -> PushChip:
        chip = PushChip(self._theme, choice.name, choice.drawing, self)
        chip.set_compact(True)
        chip.setAccessibleDescription(self.tr("Care. Press to note it."))
        chip.clicked.connect(lambda: self._keep_stop(chip))
        chip.clicked.connect(lambda: self.pressed.emit(choice))
        chip.on_key = self._key
        return chip

    def _shown(self) -> list[PushChip]:
        return [chip for chip in (*self._chips, self._more) if not chip.isHidden()]

    def _key(self, chip: QWidget, event: QKeyEvent) -> bool:
        """Arrows walk the kinds; says whether it was one."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        shown = self._shown()
        to = shown.index(cast(PushChip, chip)) + (-step if self.isRightToLeft() else step)
        if 0 <= to < len(shown):
            self._stop_at(shown[to])
        return True

    def _stop_at(self, chip: PushChip) -> None:
        self._keep_stop(chip)
        chip.setFocus()

    def _keep_stop(self, chip: PushChip) -> None:
        self._stop = chip
        self._rove()

    def _rove(self) -> None:
        """Makes one chip the row's only stop for Tab: what stands after the row is one key away."""
        shown = self._shown()
        stop = self._stop if self._stop in shown else shown[0]
        for chip in (*self._chips, self._more):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus)

    def _fit(self) -> None:
        """As many kinds as stand in one line; the others are under More…"""
        room = self.width() - self._more.sizeHint().width()
        named = room - self._name.sizeHint().width() - BETWEEN
        wide = [chip.sizeHint().width() + BETWEEN for chip in self._chips]
        self._name.setVisible(sum(wide) <= named)
        room = room if self._name.isHidden() else named
        held = next((chip for chip in self._chips if chip.hasFocus()), None)
        for place, chip in enumerate(self._chips):
            chip.setVisible(sum(wide[: place + 1]) <= room)
        folded = all(chip.isHidden() for chip in self._chips)
        self._more.setText(self.tr("Care…") if folded else self.tr("More…"))
        if held is not None and held.isHidden():
            self._stop_at(self._more)
        self._rove()

    def _fill_menu(self) -> None:
        tokens, size = self._theme.look.tokens, self._theme.look.px(24)
        shown = sum(not chip.isHidden() for chip in self._chips)
        self._menu.clear()
        for choice in self._choices[shown:]:
            drawing = choice.drawing if has_drawing(choice.drawing) else "care-other"
            action = self._menu.addAction(icon(drawing, tokens.text, size), plain_name(choice.name))
            action.triggered.connect(lambda _=False, choice=choice: self.pressed.emit(choice))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Add your own…")).triggered.connect(lambda: self.naming_asked.emit(True))
