"""The strip for a care event, in the place of the saved strip: what was saved, and what may be said of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QWidget

from bonddiary.domain.care_fields import CARE_FIELDS
from bonddiary.ui.care.fields import CareFields, WordField
from bonddiary.ui.care.presenter import CarePresenter
from bonddiary.ui.care.spread import Spread
from bonddiary.ui.care.state import CareSaved
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_badge import BabyDot
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.focus import focus_first
from bonddiary.ui.widgets.layout import button, column, frame, label, row
from bonddiary.ui.widgets.press import GAP, RING, PushChip

EDGE = RING + GAP
INDENT = (EDGE, 0, 0, 0)
FIELD_AIR = 2
AMOUNT, LASTED = "value", "lasted"
AIR = 8
"""Pixels between one field and the name of the next."""
AROUND = 48
"""Pixels around the words of the first line, with what is between them."""
FIELD, LONG_FIELD = 84, 176
"""Widths of a field in units of the text size: a number; a time or words."""


class CareStrip(QWidget):
    """Nothing in it is required."""

    def __init__(self, theme: Theme, presenter: CarePresenter, saved: CareSaved) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self._saved: CareSaved | None = None
        self._narrow = False
        self._fields = CareFields(theme, self, saved.names)
        self._fields.changed.connect(lambda changes: presenter.change(**changes))
        self._fields.refused.connect(presenter.refuse)
        for field, send in self._fields.typed():
            field.editingFinished.connect(send)
        self._cells = {
            name: _cell(self._fields.labels[name], widget) for name, widget in self._fields.details.items()
        }
        self._cells[AMOUNT] = _cell(self.tr("Amount"), self._fields.value, self._fields.unit)
        self._cells[LASTED] = self._build_lasted()
        self._asked = FlowLayout(gap=2)
        for cell in self._cells.values():
            cell.hide()
            self._asked.addWidget(cell)
        self._problem = label("", "problem", wrap=True)
        self._problem.setContentsMargins(*INDENT)
        self._note_line = self._build_note()
        self._top = self._build_top()
        self._inside = column(self._top, holding(self._asked), self._problem, self._note_line, gap=2)
        self._frame = frame("strip", self._inside)
        self._frame.setAccessibleName(self.tr("Saved care event"))
        self.setLayout(column(self._frame, margins=(EDGE, 0, EDGE, 0)))
        theme.changed.connect(self._fit)
        self._fit()
        self.set_narrow(False)
        self.render_saved(saved)

    def render_saved(self, saved: CareSaved) -> None:
        """Shows an event, and asks for what goes with it."""
        before, self._saved = self._saved, saved
        fresh = before is None or before.event.id != saved.event.id
        self._dot.show_mark(saved.mark)
        self._said.setText(saved.title)
        self._fit_words()
        focused = QApplication.focusWidget()
        shown = self._fields.show_event(saved.event, saved.unit, anew=fresh)
        if CARE_FIELDS[saved.event.kind].lasts:
            shown.append(LASTED)
        for name, cell in self._cells.items():
            cell.setVisible(name in shown)
        if fresh or (before is not None and before.length != saved.length):
            self._length.setText(saved.length)
        self._until_now.setVisible(saved.until_now)
        self._timer.setVisible(saved.timed)
        if fresh or not self._note.hasFocus():
            self._note.setText(saved.event.note)
        if fresh:
            self._note_line.setVisible(bool(saved.event.note))
        self._add_note.setVisible(self._note_line.isHidden())
        self._problem.setText(saved.problem)
        self._problem.setVisible(bool(saved.problem))
        if focused is not None and self.isAncestorOf(focused) and not focused.isVisibleTo(self):
            focus_first(self)  # what was pressed has gone

    def finish(self) -> None:
        """Keeps what is half typed."""
        if self._saved is None or self.isHidden():
            return
        self._fields.finish()
        if not self._cells[LASTED].isHidden():
            self._say_length()
        self._write_note()

    def set_narrow(self, narrow: bool) -> None:
        """On a narrow window the actions stand under the words."""
        self._narrow = narrow
        self._inside.setContentsMargins(*((5, 6, 5, 6) if narrow else (11, 8, 12, 8)))
        self._top.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
            self._presenter.dismiss()
        else:
            super().keyPressEvent(event)

    def _build_top(self) -> QBoxLayout:
        self._said = label("", wrap=True)
        self._undo = self._small(self.tr("Undo"), self._presenter.undo)
        self._undo.setToolTip(self.tr("Takes back what was saved last (Ctrl+Z)"))
        self._timer = self._small(self.tr("Start a timer"), self._presenter.start_timer)
        self._timer.setToolTip(self.tr("Times the feed from its start on"))
        self._add_note = self._small(self.tr("Add note"), self._open_note)
        self._word = label(self.tr("Saved."), "strong")
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(8)
        self._dot = BabyDot(self._theme)
        self._words.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        self._words.addWidget(self._word)
        self._words.addWidget(self._said, 1)
        top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setContentsMargins(*INDENT)
        top.setSpacing(4)
        top.addLayout(self._words, 1)
        top.addWidget(Spread(self._add_note, self._timer, self._undo))
        return top

    def _build_lasted(self) -> Spread:
        self._length = WordField(self.tr("How long it lasted, or when it ended"), 40)
        self._length.setPlaceholderText(self.tr("20 min, or 3:40am"))
        self._length.editingFinished.connect(self._say_length)
        self._until_now = PushChip(self._theme, self.tr("Until now"))
        self._until_now.set_compact(True)
        self._until_now.clicked.connect(self._presenter.until_now)
        return _cell(self.tr("Lasted"), self._length, self._until_now)

    def _build_note(self) -> QWidget:
        self._note = WordField(self.tr("Note"), 32_767)
        self._note.setPlaceholderText(self.tr("A note, if you like"))
        self._note.editingFinished.connect(self._write_note)
        made = QWidget()
        made.setLayout(
            row(label(self.tr("Note"), "quiet"), self._note, gap=6, margins=(EDGE, FIELD_AIR, 0, 0))
        )
        made.hide()
        return made

    def _small(self, text: str, act: Callable[[], None]) -> QPushButton:
        made = button(text, "small")
        made.clicked.connect(lambda: act())  # noqa: PLW0108  # without what Qt says of the click
        return made

    def _say_length(self) -> None:
        self._presenter.say_length(self._length.text())

    def _write_note(self) -> None:
        saved = self._saved
        if (
            saved is not None
            and self._note.text().strip() != saved.event.note
            and not self._note_line.isHidden()
        ):
            self._presenter.change(note=self._note.text().strip())

    def _open_note(self) -> None:
        self._note_line.show()
        self._note.setFocus()
        self._add_note.hide()

    def _fit(self) -> None:
        look = self._theme.look
        self._fields.value.setFixedWidth(look.px(FIELD))
        for widget in (self._length, *self._fields.details.values()):
            if isinstance(widget, WordField):
                widget.setMaximumWidth(look.px(LONG_FIELD))
        self._fit_words()

    def _fit_words(self) -> None:
        """A long word of the title has a line of its own where there is no room beside "Saved."."""
        dot = 0 if self._dot.isHidden() else self._dot.sizeHint().width()
        wide = dot + self._word.sizeHint().width() + self._said.minimumSizeHint().width() + AROUND
        under = self._narrow and wide > self.width()
        direction = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        self._words.setDirection(direction)


def _cell(name: str, *parts: QWidget) -> Spread:
    """A name with its field or chips."""
    made = Spread(label(name, "quiet"), *parts, edge=EDGE, end=AIR)
    if any(isinstance(part, WordField) for part in parts):  # chips bring the air for their focus ring along
        made.flow.setContentsMargins(EDGE, FIELD_AIR, AIR, FIELD_AIR)
    return made
