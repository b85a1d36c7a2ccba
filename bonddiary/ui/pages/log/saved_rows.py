"""Inside the saved strip: what was saved, and the chips that add what was tried and what happened next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from bonddiary.ui.pages.log.actions import Actions
from bonddiary.ui.pages.log.asides import Asides, Wish
from bonddiary.ui.pages.log.chip_lines import ChipLines
from bonddiary.ui.pages.log.cue_line import CueChips
from bonddiary.ui.pages.log.note_line import NoteField
from bonddiary.ui.pages.log.saved import Saved
from bonddiary.ui.pages.log.title_line import TitleLine
from bonddiary.ui.pages.page import Width
from bonddiary.ui.theme.look import BODY
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.focus import focus_first, read_in_order
from bonddiary.ui.widgets.layout import UNBOUND, column, label, row
from bonddiary.ui.widgets.press import GAP, RING, CheckChip, PushChip, RadioChip

Press = Callable[..., object]
Chip = CheckChip | RadioChip | PushChip
TRIED, THEN = 0, 1
"""The two questions; a narrow window asks one at a time."""
WORDS, INSET = 230, 44
"""What is saved has this much room beside the actions, in units of the text size."""
BOARD, NARROW_BOARD = 130, 64
"""Of the board this much stays in view beside more about a moment."""
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
    also_asked = Signal(object)
    """Another cue is to be added to the moment; the button that asks."""
    change_asked = Signal(object)
    """Another cue is to stand in the place of the first; the button that asks."""
    wished = Signal(object)
    """What the presenter is to do: a function of it."""
    refilled = Signal()
    """There are other chips than before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._saved: Saved | None = None
        self._width, self._narrow = Width.WIDE, False
        self._roomy = self._long = False
        self._step = TRIED
        self._title = TitleLine()
        self._actions = Actions()
        self._connect_actions()
        self._lists = ChipLines(theme)
        for name in ("response_pressed", "outcome_pressed", "settle_chosen"):
            getattr(self._lists, name).connect(getattr(self, name))
        self._note_field = NoteField(theme)
        self._note, self._private = self._note_field.line, self._note_field.private
        self._note_field.written.connect(self._write)
        self._note_field.typed.connect(lambda text, private: self._wish(lambda p: p.type_note(text, private)))
        self._cues = CueChips(theme)
        self._cues.taken_out.connect(lambda key: self._wish(lambda p: p.take_out_cue(key)))
        self._cues.refilled.connect(self.refilled)
        self._asides = Asides(theme, self._title.time)
        self._asides.wished.connect(self.wished)
        self._asides.refilled.connect(self.refilled)
        self._lists.other_asked.connect(self._asides.open_own)
        self._names: list[QLabel] = []
        self._note_line = QWidget()
        self._rows = rows = self._build_rows()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(4)
        self._beside = row(gap=6)
        self._below = FlowLayout(gap=6)
        self._below.setContentsMargins(*INDENT)
        self._top.addWidget(self._title, 1)
        self._top.addLayout(self._beside)
        self._foot = holding(self._below)
        self._top.addWidget(self._foot)
        self.setLayout(
            column(self._top, self._asides.above, rows, self._asides.below, self._note_line, gap=4)
        )
        theme.changed.connect(self._fit)
        self.set_width(Width.WIDE)

    def render_state(self, saved: Saved) -> None:
        """Shows a saved moment."""
        before, self._saved = self._saved, saved
        fresh = before is None or saved.moment != before.moment
        held = self._cues.isAncestorOf(self._focused())
        self._title.render_state(saved)
        self._cues.render_state(saved.noticed)
        if held and not focus_first(self._cues):
            self._actions.also.setFocus()
        if fresh:
            self._step = TRIED
        refilled = self._lists.fill(saved)
        self._asides.render_state(saved, fresh=fresh)
        self._actions.say_open(saved.more.open, narrow=self._narrow)
        self._show_step()
        if refilled:
            self._fit()
            self.refilled.emit()
        self._note_field.show_note(saved.note, saved.private, keep_words=not fresh and self._note.hasFocus())
        if fresh or saved.note:
            self._note_line.setVisible(bool(saved.note) or (not fresh and not self._note_line.isHidden()))
        self._actions.note.setVisible(self._note_line.isHidden())

    def finish(self) -> None:
        """Keeps the note as it stands."""
        if not self._note_line.isHidden():
            self._note_field.finish()

    def give(self) -> bool:
        """Gives the keyboard to the question that is asked: what was tried, or what came then."""
        shown = (chips for chips, line in zip(self._chips, self._steps, strict=True) if not line.isHidden())
        return any(map(focus_first, shown))

    def limit(self, height: int) -> None:
        """The board and what may be said besides share this height."""
        least = NARROW_BOARD if self._narrow else BOARD
        self._asides.limit(height - self._theme.look.px(least) if height < UNBOUND else height)

    @property
    def more_height(self) -> int:
        """What is said besides takes so much; 0: it is folded away."""
        return self._asides.height_of_more

    def set_width(self, width: Width) -> None:
        """A narrow window asks one question at a time: the one that has the keyboard."""
        self._width, self._narrow = width, width is Width.NARROW
        self._foot.setVisible(self._narrow)
        self._asides.set_narrow(self._narrow)
        held = next((n for n, line in enumerate(self._steps) if line.isAncestorOf(self._focused())), None)
        if self._narrow and held is not None:
            self._step = held
        homes = {
            "beside": self._beside,
            "below": self._below,
            "own": self._own_line,
            "tried": self._lines[TRIED],
            "then": self._lines[THEN],
        }
        self._actions.place(width, homes, roomy=self._roomy, long=self._long)
        for part in (self, self._rows, self._foot, *self._steps):
            read_in_order(part)
        if self._saved is not None:
            self._actions.say_open(self._saved.more.open, narrow=self._narrow)
        direction = QBoxLayout.Direction.TopToBottom if self._narrow else QBoxLayout.Direction.LeftToRight
        for layout in (self._top, *self._lines):
            layout.setDirection(direction)
        for line, head in zip(self._lines, self._heads, strict=True):
            line.setAlignment(head, Qt.AlignmentFlag(0) if self._narrow else Qt.AlignmentFlag.AlignTop)
        self._fit()
        self._show_step()
        if held is not None and not self._focused().isVisibleTo(self):
            focus_first(self._chips[held])

    def set_room(self, room: int) -> None:
        """The strip has this many pixels, whatever its parts would like."""
        beside = room - WORDS * self._theme.look.type(BODY) // BODY
        roomy = self._actions.least_width() <= beside
        medium = roomy and self._width is Width.MEDIUM
        long = self._actions.least_width(long=True, medium=medium) <= (beside if medium else room - INSET)
        if (roomy, long) == (self._roomy, self._long):
            return
        moved, self._roomy, self._long = roomy is not self._roomy, roomy, long
        if moved:
            self.set_width(self._width)
            self.refilled.emit()
        else:
            self._actions.word(self._width, long=long)
        _lay_out(self)

    def _connect_actions(self) -> None:
        actions = self._actions
        for each, act in (
            (actions.undo, self.undo_pressed.emit),
            (actions.note, self._open_note),
            (actions.meaning, self._ask),
            (actions.also, lambda: self.also_asked.emit(actions.also)),
            (actions.change, lambda: self.change_asked.emit(actions.change)),
            (actions.more, self._turn_more),
        ):
            each.clicked.connect(lambda _=False, act=act: act())
        actions.timed.connect(self._ask_timer)

    def _build_rows(self) -> QWidget:
        rows = QWidget()
        self._lines: list[QBoxLayout] = []
        self._heads: list[QHBoxLayout] = []
        self._own_line = FlowLayout(gap=6)
        self._own_line.setContentsMargins(INDENT[0], 4, INDENT[2], 0)
        self._steps = (QWidget(), QWidget())
        self._chips = (self._lists.tried, self._lists.then)
        self._turns = (self._turn(self.tr("Then…"), THEN), self._turn(self.tr("Back to tried"), TRIED))
        for words, line, inside, turn in (
            (self.tr("Tried"), self._steps[TRIED], self._chips[TRIED], self._turns[TRIED]),
            (self.tr("Then"), self._steps[THEN], self._chips[THEN], self._turns[THEN]),
            (self.tr("Note"), self._note_line, self._note_field, None),
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
        rows.setLayout(column(self._cues, *self._steps, holding(self._own_line), gap=0))
        return rows

    def _fit(self) -> None:
        """The names of the lines: equally wide, each as high as the chips it stands beside."""
        high = 0 if self._narrow else self._lists.tried.heightForWidth(100_000)
        wide = 0 if self._narrow else max(name.sizeHint().width() for name in self._names)
        for name in self._names:
            name.setMinimumSize(0, 0)
            name.setMinimumSize(wide, high)

    @property
    def _settle(self) -> PushChip:
        return self._lists.settle

    def _ask_timer(self, kind: str) -> None:
        if self._saved is not None:
            self.timer_asked.emit(kind, self._saved.moment)

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
        alone = self._narrow and self._saved is not None and self._saved.more.open
        for place, line in enumerate(self._steps):
            line.setVisible(not self._narrow or (place == self._step and not alone))
            self._turns[place].setVisible(self._narrow)

    def _open_note(self) -> None:
        self._note_line.show()
        self._note.setFocus()
        self._actions.note.hide()

    def _write(self, text: str, private: bool) -> None:
        if self._saved is not None and not self._note_line.isHidden():
            self.note_written.emit(text, private)

    def _wish(self, wish: Wish) -> None:
        self.wished.emit(wish)

    def _turn_more(self) -> None:
        if self._saved is not None:
            opened = not self._saved.more.open
            self._wish(lambda presenter: presenter.open_more(opened))

    def _ask(self) -> None:
        if self._saved is not None:
            self.meaning_asked.emit(self._saved.cue)

    def _focused(self) -> QWidget:
        """What has the keyboard, or the rows themselves."""
        found = QApplication.focusWidget()
        return found if found is not None and self.isAncestorOf(found) else self


def _lay_out(part: QWidget) -> None:
    """Lays out this part and what it stands in at once: a strip that is too high for a moment would jump."""
    around: QWidget | None = part
    while around is not None:
        if (layout := around.layout()) is not None:
            layout.activate()
        around = around.parentWidget()
