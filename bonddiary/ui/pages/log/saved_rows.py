"""Inside the saved strip: what was saved, and the chips that add what was tried and what happened next."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from bonddiary.domain.moment import Settle
from bonddiary.ui.models.settle_choices import SETTLE_CHOICES
from bonddiary.ui.pages.log.state import Saved
from bonddiary.ui.pages.page import Width
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.layout import button, column, label, row
from bonddiary.ui.widgets.press import CheckChip, PushChip, RadioChip

Press = Callable[..., object]


class SavedRows(QWidget):
    """The words, actions and chips of a saved moment."""

    response_pressed = Signal(str)
    outcome_pressed = Signal(str)
    settle_chosen = Signal(object)
    note_written = Signal(str, bool)
    undo_pressed = Signal()
    meaning_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._saved: Saved | None = None
        self._narrow = False
        self._step = 0
        self._said = label("", wrap=True)
        self._word = label(self.tr("Saved."), "strong")
        self._undo = self._small(
            self.tr("Undo"), self.undo_pressed.emit, self.tr("Takes back what was saved last (Ctrl+Z)")
        )
        self._add_note = self._small(self.tr("Add note"), self._open_note)
        self._meaning = self._small(self.tr("What may this mean?"), self._ask)
        self._tried = FlowLayout(gap=2)
        self._then = FlowLayout(gap=2)
        self._note = QLineEdit(placeholderText=self.tr("A note, if you like"))
        self._note.setAccessibleName(self.tr("Note"))
        self._note.editingFinished.connect(self._write)
        self._private = Check(theme, self.tr("Private"))
        self._private.setToolTip(self.tr("A private note stays out of lists and reports"))
        self._private.toggled.connect(self._write)
        self._note_line = QWidget(self)
        self._more = self._build_rows()
        self._head = row(self._word, self._said, gap=8)
        self._head.setStretch(1, 1)
        self._actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._actions.setSpacing(6)
        for action in (self._add_note, self._meaning, self._undo):
            self._actions.addWidget(action)
        self._actions.addStretch()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(self._head, 1)
        self._top.addLayout(self._actions)
        self.setLayout(column(self._top, self._more, gap=4))

    def render_state(self, saved: Saved) -> None:
        """Shows a saved moment."""
        before, self._saved = self._saved, saved
        fresh = before is None or (saved.cue, saved.title) != (before.cue, before.title)
        self._said.setText(saved.title)
        if fresh or before is None or _chips(saved) != _chips(before):
            self._fill(saved, fresh)
        self._mark(saved)
        if fresh or not self._note.hasFocus():
            self._note.setText(saved.note)
        if fresh:
            self._note_line.setVisible(bool(saved.note))
        self._add_note.setVisible(self._note_line.isHidden())
        self._private.blockSignals(True)
        self._private.setChecked(saved.private)
        self._private.blockSignals(False)

    def set_width(self, width: Width) -> None:
        """A narrow window asks one question at a time."""
        self._narrow = width is Width.NARROW
        direction = QBoxLayout.Direction.TopToBottom if self._narrow else QBoxLayout.Direction.LeftToRight
        self._meaning.setText(self.tr("May mean…") if self._narrow else self.tr("What may this mean?"))
        for layout in (self._top, *self._lines):
            layout.setDirection(direction)
        self._show_step(self._step)

    def _build_rows(self) -> QWidget:
        rows = QWidget()
        width = 52
        lines: list[QWidget] = []
        self._lines: list[QBoxLayout] = []
        for words, flow in ((self.tr("Tried"), self._tried), (self.tr("Then"), self._then)):
            name = label(words, "quiet")
            name.setMinimumWidth(width)
            line = QWidget()
            across = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(4)
            across.addWidget(name)
            across.addWidget(holding(flow), 1)
            lines.append(line)
            self._lines.append(across)
        self._steps = (lines[0], lines[1])
        note = label(self.tr("Note"), "quiet")
        note.setMinimumWidth(width)
        self._note_line.setLayout(row(note, self._note, self._private, gap=8))
        self._note_line.hide()
        rows.setLayout(column(*lines, self._note_line, gap=0))
        return rows

    def _fill(self, saved: Saved, fresh: bool) -> None:
        focused = self._focused_key()
        empty(self._tried)
        empty(self._then)
        for tried in saved.tried:
            chip = CheckChip(self._theme, tried.name)
            self._add(self._tried, chip, tried.key, self.response_pressed.emit)
        self._tried.addWidget(
            self._menu(
                self.tr("More…"), [(t.name, t.key, self.response_pressed.emit) for t in saved.more_tried]
            )
        )
        self._tried.addWidget(self._turn(self.tr("Then…"), 1))
        for then in saved.then:
            radio = RadioChip(self._theme, then.name, f"mark-{then.mark}")
            self._add(self._then, radio, then.key, self.outcome_pressed.emit)
        self._then.addWidget(
            self._menu(
                self.tr("More…"), [(t.name, t.key, self.outcome_pressed.emit) for t in saved.more_then]
            )
        )
        self._settle = self._menu(
            "",
            [
                (self.tr(words), settle, self._choose_settle)
                for words, settle in (*SETTLE_CHOICES, ("Not noted", None))
            ],
        )
        self._then.addWidget(self._settle)
        self._then.addWidget(self._turn(self.tr("Back to tried"), 0))
        self._show_step(0 if fresh else self._step)
        if focused:
            self._focus_key(focused)

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
        self._settle.setText(
            self.tr("in {0}").format(saved.settle) if saved.settle else self.tr("in how long…")
        )
        self._settle.setAccessibleName(
            self.tr("Settled in how long: {0}").format(saved.settle or self.tr("not noted"))
        )

    def _add(self, flow: FlowLayout, chip: CheckChip | RadioChip, key: str, act: Press) -> None:
        chip.setProperty("key", key)
        chip.clicked.connect(lambda: act(key))
        flow.addWidget(chip)

    def _menu(self, text: str, entries: list[tuple[str, object, Press]]) -> PushChip:
        chip = PushChip(self._theme, text)
        menu = QMenu(chip)
        for words, value, act in entries:
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, value=value, act=act: act(value))
        chip.setMenu(menu)
        return chip

    def _small(self, text: str, act: Press, tip: str = "") -> QPushButton:
        made = button(text, "small", tip=tip)
        made.clicked.connect(act)
        return made

    def _choose_settle(self, settle: Settle | None) -> None:
        self.settle_chosen.emit(settle)

    def _write(self) -> None:
        if self._saved is not None:
            self.note_written.emit(self._note.text(), self._private.isChecked())

    def _turn(self, words: str, step: int) -> PushChip:
        """On a narrow window, goes from one question to the other."""
        chip = PushChip(self._theme, words)
        chip.setProperty("turn", True)
        chip.clicked.connect(lambda: self._show_step(step))
        return chip

    def _show_step(self, step: int) -> None:
        self._step = step
        for place, line in enumerate(self._steps):
            line.setVisible(not self._narrow or place == step)
        for chip in self.findChildren(PushChip):
            if chip.property("turn"):
                chip.setVisible(self._narrow)

    def _open_note(self) -> None:
        self._note_line.show()
        self._add_note.hide()
        self._note.setFocus()

    def _ask(self) -> None:
        if self._saved is not None:
            self.meaning_asked.emit(self._saved.cue)

    def _focused_key(self) -> str:
        chips = (*self.findChildren(CheckChip), *self.findChildren(RadioChip))
        return next((str(chip.property("key")) for chip in chips if chip.hasFocus()), "")

    def _focus_key(self, key: str) -> None:
        for chip in (*self.findChildren(CheckChip), *self.findChildren(RadioChip)):
            if chip.property("key") == key:
                chip.setFocus()


def _chips(saved: Saved) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(each.key for each in row_) for row_ in (saved.tried, saved.then))
