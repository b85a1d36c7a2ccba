"""Draws the carers: a line for each, one to add another, and who is noting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bonddiary.ui.pages.settings.parts import AwayList, Options
from bonddiary.ui.pages.settings.state import CarerCard, CarersState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import button, column, label
from bonddiary.ui.widgets.press import GAP, RING
from bonddiary.ui.widgets.words import Heading, Words

FIELD, WIDEST = 190, 270
EDGE = RING + GAP


class CarerLine(QWidget):
    """A label to change in place, and a press that puts the carer away. Leaving the field saves it."""

    renamed = Signal(str, str)
    put_away_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.card = CarerCard("", "")
        self._label = QLineEdit()
        self._label.editingFinished.connect(lambda: self.renamed.emit(self.card.key, self._label.text()))
        self._away = button(self.tr("Put away"), "small")
        self._away.clicked.connect(lambda: self.put_away_asked.emit(self.card.key))
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        flow = FlowLayout(gap=8)
        flow.addWidget(self._label)
        flow.addWidget(self._away)
        self.setLayout(column(holding(flow), self._problem, gap=2))
        self.stops: tuple[QWidget, ...] = (self._label, self._away)
        theme.changed.connect(self._fit)
        self._fit()

    def show_card(self, card: CarerCard) -> None:
        """Shows a carer; what is being typed and can't be saved stays."""
        other, fresh = card.key != self.card.key, card.problem != self.card.problem
        self.card = card
        if other or not card.problem:
            self._label.setText(card.label)
        self._label.setAccessibleName(self.tr("Name of {0}").format(card.label))
        self._label.setAccessibleDescription(card.problem)
        self._away.setAccessibleName(self.tr("Put away {0}").format(card.label))
        self._problem.setText(card.problem)
        self._problem.setVisible(bool(card.problem))
        if card.problem and fresh:
            announce(self, card.problem, urgent=True)

    def _fit(self) -> None:
        self._label.setFixedWidth(min(self._theme.look.px(FIELD), WIDEST))


class CarersPart(QWidget):
    """Everything about carers. Which choices there are follows the names."""

    added = Signal(str)
    renamed = Signal(str, str)
    put_away_asked = Signal(str)
    back_asked = Signal(str)
    noting_chosen = Signal(object)
    """The carer's key; blank: nobody is named."""
    stops_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[CarerLine] = []
        self._noting: Options | None = None
        self._names: tuple[tuple[str, str], ...] = ()
        self._new = QLineEdit(placeholderText=self.tr("A name"))
        self._new.setAccessibleName(self.tr("Name of one more carer"))
        self._new.returnPressed.connect(lambda: self.added.emit(self._new.text()))
        self._add = button(self.tr("Add carer"), "small")
        self._add.clicked.connect(lambda: self.added.emit(self._new.text()))
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self._away = AwayList(theme)
        self._away.back_asked.connect(self.back_asked)
        self._away.stops_changed.connect(self.stops_changed)
        self._above, self._choice = column(gap=6), column(gap=0)
        flow = FlowLayout(gap=8)
        flow.addWidget(self._new)
        flow.addWidget(self._add)
        intro = Words(
            self.tr("A carer here is a name beside an entry. It needs no account. Nobody is counted.")
        )
        inset = (EDGE, 0, EDGE, 0)
        upper = column(intro, self._above, holding(flow), self._problem, self._away, gap=8, margins=inset)
        self._asking = QWidget()
        name = column(Heading(self.tr("Who is noting?"), "strong"), margins=inset)
        hint = Words(self.tr("New entries carry this name. You can leave it out."), "caption")
        self._asking.setLayout(column(name, self._choice, column(hint, margins=inset), gap=4))
        self.setLayout(column(upper, self._asking, gap=12))
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [
            *(stop for line in self._lines for stop in line.stops),
            self._new,
            self._add,
            *self._away.stops,
            *(self._noting.stops if self._noting is not None else ()),
        ]

    def show_state(self, state: CarersState) -> None:
        """Shows the carers; the keyboard stays where it can."""
        self._show_lines(state)
        for part in (self._new, self._add):
            part.setEnabled(state.can_add)
        fresh = state.add_problem != self._problem.text()
        self._problem.setText(state.add_problem)
        self._problem.setVisible(bool(state.add_problem))
        self._new.setAccessibleDescription(state.add_problem)
        if state.add_problem and fresh:
            announce(self, state.add_problem, urgent=True)
        self._away.show_away(state.away)
        self._show_noting(state)

    def forget_typed(self) -> None:
        """What was typed for one more carer is in the diary now."""
        self._new.clear()
        self._new.setFocus()

    def _show_lines(self, state: CarersState) -> None:
        before = len(self._lines)
        while len(self._lines) < len(state.carers):
            line = CarerLine(self._theme)
            line.renamed.connect(self.renamed)
            line.put_away_asked.connect(self._put_away)
            self._above.addWidget(line)
            self._lines.append(line)
        for line, card in zip(self._lines, state.carers, strict=False):
            line.show_card(card)
            line.show()
        for line in self._lines[len(state.carers) :]:
            self._lines.remove(line)
            line.hide()
            line.deleteLater()
        if len(self._lines) != before:
            self.stops_changed.emit()

    def _put_away(self, key: str) -> None:
        self._new.setFocus()  # before the line that has the keyboard goes
        self.put_away_asked.emit(key)

    def _show_noting(self, state: CarersState) -> None:
        names = (("", self.tr("Nobody named")), *((card.key, card.label) for card in state.carers))
        if names != self._names:
            self._names = names
            if self._noting is not None:
                self._noting.hide()
                self._noting.deleteLater()
            self._noting = Options(self._theme, self.tr("Who is noting?"), names)
            self._noting.chosen.connect(self.noting_chosen)
            self._choice.addWidget(self._noting)
            self._noting.show()  # the layout would do so later: the keyboard couldn’t go there yet
            self.stops_changed.emit()
        self._asking.setVisible(len(names) > 1)
        if self._noting is not None:
            self._noting.show_value(state.noting)

    def _fit(self) -> None:
        self._new.setFixedWidth(min(self._theme.look.px(FIELD), WIDEST))
