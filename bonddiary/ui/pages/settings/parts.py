"""Parts of the Settings page: a baby's card, and one choice out of several."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QSizePolicy, QWidget

from bonddiary.domain.baby import BabyMark
from bonddiary.ui.pages.settings.state import BabyCard, PutAway
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.baby_badge import BabyChip, BabyDot
from bonddiary.ui.widgets.born import BornLine
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.layout import button, column, label, row
from bonddiary.ui.widgets.press import GAP, RING, RadioChip
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words

STOP, NO_STOP = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
FIELD, WIDEST = 190, 270
EDGE = RING + GAP


class BabyForm(QFrame):
    """Name, birth and due date; every part may be left out. Leaving a field saves it."""

    changed = Signal(str, str, str, str)
    """Key, nickname, born, due: as typed."""
    show_asked = Signal(str)
    colour_chosen = Signal(str, object)
    put_away_asked = Signal(str)
    born_told = Signal(str, str)
    """Key, and the day as typed."""
    stops_changed = Signal()
    """Tab stops elsewhere than before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._theme = theme
        self._card = BabyCard("", "")
        self._card_was_expected = False
        self._dot = BabyDot(theme)
        self._heading = Heading("", "strong")
        self._about = Words(kind="quiet")
        hint = Words(self.tr("The due date is for a baby who came early, or isn’t born yet."), "caption")
        self._name = QLineEdit()
        self._born = DateField("")
        self._due = DateField("")
        self._problem = Words()
        self._shown = RadioChip(theme, self.tr("Show this baby"))
        self._shown.toggled.connect(lambda on: self._ask_to_show() if on else None)
        self._born_line = BornLine(theme)
        self._born_line.told.connect(lambda typed: self.born_told.emit(self.key, typed))
        self._colours: list[BabyChip] = []
        self._colour_flow = FlowLayout(gap=4)
        self._colour_group = QButtonGroup(self)
        self._colour_part = QWidget()
        colours = holding(self._colour_flow)
        self._colour_part.setLayout(column(label(self.tr("Colour"), "caption"), colours, gap=0))
        self._away = button(self.tr("Put away"), "small")
        self._away.clicked.connect(lambda: self.put_away_asked.emit(self.key))
        flow = FlowLayout(gap=12)
        for words, field in self._fields():
            field.editingFinished.connect(self._say)
            flow.addWidget(_field(words, field))
        holder = QWidget()
        holder.setLayout(flow)
        _grows_down(holder)
        inset = (EDGE, 0, EDGE, 0)  # the body of the chip starts where the words do
        head = row(self._dot, self._heading, gap=8)
        head.setStretch(1, 1)
        upper = column(head, holder, hint, self._problem, self._about, self._born_line, gap=8, margins=inset)
        foot = FlowLayout(gap=12)
        foot.addWidget(self._shown)
        foot.addWidget(self._away)
        body = column(upper, self._colour_part, holding(foot), gap=8, margins=(16 - EDGE, 12, 16 - EDGE, 14))
        self._colour_part.setContentsMargins(EDGE, 0, EDGE, 0)
        self._colour_part.hide()
        self.setLayout(body)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def key(self) -> str:
        """Whose card this is."""
        return self._card.key

    def show_card(self, card: BabyCard, *, several: bool) -> None:
        """Draws the card; what is being typed stays."""
        unread, fresh = bool(card.problem), card.problem != self._card.problem
        self._card = card
        self._heading.setText(card.heading)
        self.setAccessibleName(card.heading)
        for words, field in self._fields():
            field.setAccessibleName(f"{words}, {card.heading}")
            field.setAccessibleDescription(card.problem)
        if not unread:
            if self._name.text().strip() != card.nickname:
                self._name.setText(card.nickname)
            self._born.show_date(card.born)
            self._due.show_date(card.due)
        self._problem.say(card.problem)
        self._problem.setVisible(unread)
        if unread and fresh:
            announce(self, card.problem, urgent=True)
        self._about.say(card.about)
        self._about.setVisible(bool(card.about) and not unread)
        self._show_born(card)
        self._show_colours(card)
        self._dot.show_mark(card.mark)
        self._away.setVisible(several and bool(card.key))
        self._away.setAccessibleName(self.tr("Put away {0}").format(card.heading))
        self._shown.setVisible(several and bool(card.key))
        with QSignalBlocker(self._shown):
            self._shown.setChecked(card.shown)
        self._shown.setText(self.tr("Shown now") if card.shown else self.tr("Show this baby"))
        self._shown.setAccessibleName(f"{self._shown.text()}: {card.heading}")

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (
            self._name, self._born, self._due, *self._born_line.stops, *self._colours, self._shown, self._away
        )  # fmt: skip

    def start(self) -> None:
        """The keyboard goes to the name."""
        self._name.setFocus()

    def _fields(self) -> tuple[tuple[str, QLineEdit], ...]:
        return (
            (self.tr("Call baby"), self._name),
            (self.tr("Born"), self._born),
            (self.tr("Due date"), self._due),
        )

    def _say(self) -> None:
        self.changed.emit(self.key, self._name.text(), self._born.text(), self._due.text())

    def _show_born(self, card: BabyCard) -> None:
        if card.expected and not self._card_was_expected:
            self._born_line.put_away()
        self._card_was_expected = card.expected
        self._born_line.setVisible(card.expected)
        if card.expected:
            self._born_line.show_name(card.heading, card.today)
            self._born_line.show_problem(card.born_problem)

    def _show_colours(self, card: BabyCard) -> None:
        """The chips are made when there is a second baby."""
        if card.colours and not self._colours:
            for mark, name in card.colours:
                self._add_colour(mark, name)
            self.stops_changed.emit()
        for chip, (mark, name) in zip(self._colours, card.colours, strict=False):
            chip.show_mark(mark, name)
            chip.setAccessibleName(self.tr("Colour of {0}: {1}").format(card.heading, name))
            with QSignalBlocker(chip):
                chip.show_checked(card.mark is not None and mark.colour is card.mark.colour)
        self._colour_part.setVisible(bool(card.colours))

    def _add_colour(self, mark: BabyMark, name: str) -> None:
        chip = BabyChip(self._theme, mark, name)
        chip.toggled.connect(lambda on: self.colour_chosen.emit(self.key, chip.mark.colour) if on else None)
        self._colour_group.addButton(chip)
        self._colour_flow.addWidget(chip)
        self._colours.append(chip)

    def _ask_to_show(self) -> None:
        self.show_asked.emit(self.key)

    def _fit(self) -> None:
        self._problem.show_ink(self._theme.look.tokens.problem)
        for _, field in self._fields():
            field.setFixedWidth(min(self._theme.look.px(FIELD), WIDEST))


class Options(QWidget):
    """One choice out of several, all of them to be seen."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chips: dict[object, RadioChip] = {}
        self._group = QButtonGroup(self)  # one stop for Tab; arrows go from choice to choice
        flow = FlowLayout(gap=4)
        for value, words in options:
            chip = RadioChip(theme, words)
            chip.setAccessibleName(f"{name}: {words}")
            chip.toggled.connect(lambda on, value=value: self.chosen.emit(value) if on else None)
            self._group.addButton(chip)
            self._chips[value] = chip
            flow.addWidget(chip)
        self.setLayout(flow)
        _grows_down(self)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab may stop, in order."""
        return tuple(self._chips.values())

    def show_value(self, value: object) -> None:
        """Marks what is chosen."""
        chip = self._chips.get(value)
        if chip is not None and not chip.isChecked():
            with QSignalBlocker(chip):
                chip.setChecked(True)
        for each in self._chips.values():
            each.setFocusPolicy(STOP if each.isChecked() else NO_STOP)


class AwayList(QWidget):
    """Who is put away, each with a press that brings them back."""

    back_asked = Signal(str)
    stops_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._away: tuple[PutAway, ...] = ()
        self.stops: list[QWidget] = []
        self._flow = FlowLayout(gap=12)
        self.setLayout(column(label(self.tr("Put away"), "caption"), holding(self._flow), gap=4))
        self.hide()

    def show_away(self, away: tuple[PutAway, ...]) -> None:
        """Shows them, or nothing where nobody is."""
        if away != self._away:
            self._away = away
            empty(self._flow)
            self.stops = [self._add(each) for each in away]
            self.stops_changed.emit()
        self.setVisible(bool(away))

    def _add(self, each: PutAway) -> QWidget:
        back = WordButton(self._theme, self.tr("Bring back {0}").format(each.name), "plain")
        back.clicked.connect(lambda: self.back_asked.emit(each.key))
        self._flow.addWidget(back)
        return back


def _field(words: str, field: QLineEdit) -> QWidget:
    holder = QWidget()
    name = label(words, "caption", wrap=True)
    name.setBuddy(field)
    holder.setLayout(column(name, 1, field, gap=2))
    return holder


def _grows_down(widget: QWidget) -> None:
    """Lets a row that wraps have the height it needs at its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
