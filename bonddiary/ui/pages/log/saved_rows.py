"""Inside the saved strip: what was saved, and the chips that add what was tried and what happened next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from bonddiary.domain.moment import Settle
from bonddiary.ui.pages.log.state import Saved
from bonddiary.ui.pages.page import Width
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.focus import focus_first
from bonddiary.ui.widgets.layout import button, column, label, row
from bonddiary.ui.widgets.press import GAP, RING, CheckChip, PushChip, RadioChip

Press = Callable[..., object]
Chip = CheckChip | RadioChip | PushChip
TRIED, THEN = 0, 1
"""The two questions; a narrow window asks one at a time."""
INDENT = (RING + GAP, 0, 0, 0)
"""What is no chip stands in line with what is seen of the chips."""


class SavedRows(QWidget):
    """The words, actions and chips of a saved moment."""

    response_pressed = Signal(str)
    outcome_pressed = Signal(str)
    settle_chosen = Signal(object)
    note_written = Signal(str, bool)
    undo_pressed = Signal()
    meaning_asked = Signal(str)
    timer_asked = Signal(str, str)
    """What to time, and the moment's id."""
    own_asked = Signal()
    """A response of the family's own is to be added."""
    refilled = Signal()
    """There are other chips than before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._saved: Saved | None = None
        self._width, self._narrow = Width.WIDE, False
        self._step = TRIED
        self._picked = ""
        """The chip whose menu was chosen from, as long as that is acted on."""
        self._said = label("", wrap=True)
        self._word = label(self.tr("Saved."), "strong")
        for words in (self._word, self._said):
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._undo = self._small(
            self.tr("Undo"), self.undo_pressed.emit, self.tr("Takes back what was saved last (Ctrl+Z)")
        )
        self._add_note = self._small(self.tr("Add note"), self._open_note)
        self._meaning = self._small(self.tr("What may this mean?"), self._ask)
        self._timer = button("", "small", tip=self.tr("Times crying, a feed or settling"))
        self._timer.setMenu(self._timer_menu())
        self._tried = FlowLayout(gap=2)
        self._then = FlowLayout(gap=2)
        self._note = QLineEdit(placeholderText=self.tr("A note, if you like"))
        self._note.setAccessibleName(self.tr("Note"))
        self._note.editingFinished.connect(self.finish)
        self._private = Check(theme, self.tr("Private"))
        self._private.setToolTip(self.tr("A private note stays out of lists and reports"))
        self._private.toggled.connect(self.finish)
        self._names: list[QLabel] = []
        self._note_line = QWidget()
        rows = self._build_rows()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(4)
        self._beside = row(gap=6)
        self._below = FlowLayout(gap=6)
        self._below.setContentsMargins(*INDENT)
        first = row(self._word, self._said, gap=8, margins=INDENT)
        first.setStretch(1, 1)
        self._top.addLayout(first, 1)
        self._top.setAlignment(first, Qt.AlignmentFlag.AlignVCenter)
        self._top.addLayout(self._beside)
        self._foot = holding(self._below)
        self._top.addWidget(self._foot)
        self.setLayout(column(self._top, rows, gap=4))
        theme.changed.connect(self._fit)
        self.set_width(Width.WIDE)

    def render_state(self, saved: Saved) -> None:
        """Shows a saved moment."""
        before, self._saved = self._saved, saved
        fresh = before is None or saved.moment != before.moment
        self._said.setText(saved.title)
        if fresh:
            self._step = TRIED
        if before is None or _chips(saved) != _chips(before):
            self._fill(saved)
        self._show_step()
        self._mark(saved)
        if fresh or not self._note.hasFocus():
            self._note.setText(saved.note)
        if fresh:
            self._note_line.setVisible(bool(saved.note))
        self._add_note.setVisible(self._note_line.isHidden())
        self._private.blockSignals(True)
        self._private.setChecked(saved.private)
        self._private.blockSignals(False)

    def finish(self) -> None:
        """Keeps the note as it stands."""
        if self._saved is not None and not self._note_line.isHidden():
            self.note_written.emit(self._note.text(), self._private.isChecked())

    def set_width(self, width: Width) -> None:
        """A narrow window asks one question at a time: the one that has the keyboard."""
        self._width = width
        self._narrow = width is Width.NARROW
        self._foot.setVisible(self._narrow)
        for chip in self._pressable():
            chip.set_compact(width is not Width.MEDIUM)
        held = next((n for n, line in enumerate(self._steps) if line.isAncestorOf(self._focused())), None)
        if self._narrow and held is not None:
            self._step = held
        self._timer.setText(self.tr("Timer…"))
        self._meaning.setText(self.tr("May mean…") if self._narrow else self.tr("What may this mean?"))
        for action in (self._add_note, self._timer, self._meaning, self._undo):
            self._beside.removeWidget(action)
            self._below.removeWidget(action)
            (self._below if self._narrow else self._beside).addWidget(action)
        direction = QBoxLayout.Direction.TopToBottom if self._narrow else QBoxLayout.Direction.LeftToRight
        for layout in (self._top, *self._lines):
            layout.setDirection(direction)
        for line, head in zip(self._lines, self._heads, strict=True):
            line.setAlignment(head, Qt.AlignmentFlag(0) if self._narrow else Qt.AlignmentFlag.AlignTop)
        self._fit()
        self._show_step()
        if held is not None and not self._focused().isVisibleTo(self):
            focus_first(self._chips[held])

    def _build_rows(self) -> QWidget:
        rows = QWidget()
        self._lines: list[QBoxLayout] = []
        self._heads: list[QHBoxLayout] = []
        note = QWidget()
        note.setLayout(row(self._note, self._private, gap=8, margins=INDENT))
        self._steps = (QWidget(), QWidget())
        self._chips = (holding(self._tried), holding(self._then))
        self._chips[TRIED].setAccessibleName(self.tr("What was tried"))
        self._chips[THEN].setAccessibleName(self.tr("What happened next"))
        self._turns = (self._turn(self.tr("Then…"), THEN), self._turn(self.tr("Back to tried"), TRIED))
        for words, line, inside, turn in (
            (self.tr("Tried"), self._steps[TRIED], self._chips[TRIED], self._turns[TRIED]),
            (self.tr("Then"), self._steps[THEN], self._chips[THEN], self._turns[THEN]),
            (self.tr("Note"), self._note_line, note, None),
        ):
            name = label(words, "quiet")
            head = row(name, 1, *([turn] if turn is not None else []), gap=4, margins=INDENT)
            across = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(4)
            across.addLayout(head)
            across.addWidget(inside, 1)
            self._names.append(name)
            self._heads.append(head)
            self._lines.append(across)
        self._note_line.hide()
        rows.setLayout(column(*self._steps, self._note_line, gap=0))
        return rows

    def _fit(self) -> None:
        """The names of the lines: equally wide, each as high as the chips it stands beside."""
        high = 0 if self._narrow else self._tried.heightForWidth(100_000)
        wide = 0 if self._narrow else max(name.sizeHint().width() for name in self._names)
        for name in self._names:
            name.setMinimumSize(0, 0)
            name.setMinimumSize(wide, high)

    def _fill(self, saved: Saved) -> None:
        held = self._picked or self._focused().property("key")
        empty(self._tried)
        empty(self._then)
        for tried in saved.tried:
            self._add(self._tried, CheckChip(self._theme, tried.name), tried.key, self.response_pressed.emit)
        own: tuple[str, object, Press] = (self.tr("Add your own…"), "", lambda _: self.own_asked.emit())
        others = [(each.name, each.key, self.response_pressed.emit) for each in saved.more_tried]
        more = self._menu(self.tr("More…"), [*others, own])
        more.setAccessibleName(self.tr("More… that was tried"))
        self._keep(self._tried, more, "more-tried")
        for then in saved.then:
            chip = RadioChip(self._theme, then.name, f"mark-{then.mark}")
            self._add(self._then, chip, then.key, self.outcome_pressed.emit)
        more = self._menu(
            self.tr("More…"), [(each.name, each.key, self.outcome_pressed.emit) for each in saved.more_then]
        )
        more.setAccessibleName(self.tr("More… that happened next"))
        self._keep(self._then, more, "more-then")
        choices = (*saved.settle_choices, ("Not noted", None))
        self._settle = self._menu(
            "", [(self.tr(words), each, self._choose_settle) for words, each in choices]
        )
        self._keep(self._then, self._settle, "settle")
        if held:
            self._focus_key(str(held))
        self._fit()
        self.refilled.emit()

    def _mark(self, saved: Saved) -> None:
        chosen = {tried.key: tried.number for tried in saved.tried} | {
            then.key: int(then.chosen) for then in saved.then
        }
        for chip in self.findChildren(CheckChip):
            number = chosen.get(chip.property("key"), 0)
            chip.setChecked(bool(number))
            chip.show_number(number)
            chip.setAccessibleDescription(self.tr("tried number {0}").format(number) if number else "")
        for radio in self.findChildren(RadioChip):
            radio.show_checked(bool(chosen.get(radio.property("key"), 0)))
        self._mark_settle(saved)

    def _mark_settle(self, saved: Saved) -> None:
        words = saved.settle or self.tr("in how long…")
        if saved.settle_timed:
            words = self.tr("in {0}").format(saved.settle)
        self._settle.setText(words)
        spoken = self.tr("Settled {0}").format(words) if saved.settle_timed or not saved.settle else words
        self._settle.setAccessibleName(spoken)

    def _add(self, flow: FlowLayout, chip: CheckChip | RadioChip, key: str, act: Press) -> None:
        chip.clicked.connect(lambda: act(key))
        self._keep(flow, chip, key)

    def _keep(self, flow: FlowLayout, chip: Chip, key: str) -> None:
        """Puts a chip in its line; by its key the keyboard finds it again when the chips are made anew."""
        chip.setProperty("key", key)
        chip.set_compact(self._width is not Width.MEDIUM)  # beside the panel, too, they fit in one row
        flow.addWidget(chip)
        chip.show()  # the layout would do so later: the keyboard couldn't go there yet, nor could it be measured

    def _menu(self, text: str, entries: list[tuple[str, object, Press]]) -> PushChip:
        chip = PushChip(self._theme, text)
        menu = QMenu(chip)
        for words, value, act in entries:
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, value=value, act=act: self._pick(chip, act, value))
        chip.setMenu(menu)
        return chip

    def _pick(self, chip: PushChip, act: Press, value: object) -> None:
        """The menu may still have the keyboard, which goes back to the chip, also to one made anew."""
        self._picked = str(chip.property("key"))
        act(value)
        self._picked = ""

    def _timer_menu(self) -> QMenu:
        menu = QMenu(self)
        kinds = ((self.tr("Crying"), "crying"), (self.tr("Feed"), "feed"), (self.tr("Settling"), "settling"))
        for words, kind in kinds:
            menu.addAction(words).triggered.connect(lambda _=False, kind=kind: self._ask_timer(kind))
        return menu

    def _ask_timer(self, kind: str) -> None:
        if self._saved is not None:
            self.timer_asked.emit(kind, self._saved.moment)

    def _small(self, text: str, act: Press, tip: str = "") -> QPushButton:
        made = button(text, "small", tip=tip)
        made.clicked.connect(act)
        return made

    def _choose_settle(self, settle: Settle | None) -> None:
        self.settle_chosen.emit(settle)

    def _turn(self, words: str, step: int) -> PushChip:
        """On a narrow window, goes from one question to the other."""
        chip = PushChip(self._theme, words)
        chip.clicked.connect(lambda: self._go_to(step))
        chip.hide()
        return chip

    def _go_to(self, step: int) -> None:
        self._step = step
        self._steps[step].show()  # before the other goes, so that the keyboard never leaves the strip
        focus_first(self._chips[step])
        self._show_step()

    def _show_step(self) -> None:
        for place, line in enumerate(self._steps):
            line.setVisible(not self._narrow or place == self._step)
            self._turns[place].setVisible(self._narrow)

    def _open_note(self) -> None:
        self._note_line.show()
        self._note.setFocus()
        self._add_note.hide()

    def _ask(self) -> None:
        if self._saved is not None:
            self.meaning_asked.emit(self._saved.cue)

    def _focused(self) -> QWidget:
        """What has the keyboard, or the rows themselves."""
        found = QApplication.focusWidget()
        return found if found is not None and self.isAncestorOf(found) else self

    def _pressable(self) -> list[Chip]:
        return [
            *self.findChildren(CheckChip),
            *self.findChildren(RadioChip),
            *self.findChildren(PushChip),
        ]

    def _focus_key(self, key: str) -> None:
        for chip in self._pressable():
            if chip.property("key") == key and chip.isVisibleTo(self):
                chip.setFocus()
                return
        focus_first(self._chips[self._step])


def _chips(saved: Saved) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(each.key for each in row_) for row_ in (saved.tried, saved.then))
