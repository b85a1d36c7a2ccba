"""The saved strip: always there, so that nothing jumps. Before the first press it holds one line of help."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bonddiary.domain.ids import MomentId, OutcomeKey, ResponseKey
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Width
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import frame, label
from bonddiary.ui.widgets.press import GAP, RING

if TYPE_CHECKING:
    from bonddiary.ui.pages.log.presenter import LogPresenter
    from bonddiary.ui.pages.log.saved import Saved
    from bonddiary.ui.pages.log.saved_rows import SavedRows
    from bonddiary.ui.pages.log.whose_line import WhoseLine

EDGE = RING + GAP
INSIDE = 12
FORWARDED = (
    "response_pressed",
    "outcome_pressed",
    "settle_chosen",
    "note_written",
    "undo_pressed",
    "meaning_asked",
    "timer_asked",
    "also_asked",
    "change_asked",
    "wished",
    "refilled",
)


class SavedStrip(QWidget):
    """What was saved last; its rows are made when something is."""

    response_pressed = Signal(str)
    outcome_pressed = Signal(str)
    settle_chosen = Signal(object)
    note_written = Signal(str, bool)
    undo_pressed = Signal()
    meaning_asked = Signal(str)
    timer_asked = Signal(str, str)
    also_asked = Signal(object)
    change_asked = Signal(object)
    wished = Signal(object)
    turn_asked = Signal(str)
    closed = Signal()
    refilled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._width, self._room = Width.WIDE, 0
        self.rows: SavedRows | None = None
        self._whose: WhoseLine | None = None
        self._hint = label(
            self.tr("Press what you notice. It’s saved straight away. You can undo."), wrap=True
        )
        self._hint.setContentsMargins(EDGE, 0, EDGE, 0)
        self._inside = QVBoxLayout()
        self._inside.addWidget(self._hint)
        self._frame = frame("strip", self._inside)
        self._frame.setAccessibleName(self.tr("Saved moment"))
        around = QVBoxLayout(self)
        around.setContentsMargins(EDGE, 0, EDGE, 0)  # in line with the tiles' edges
        around.addWidget(self._frame)
        self.set_width(Width.WIDE)

    def serve(self, presenter: "Callable[[], LogPresenter]") -> None:
        """What is pressed and typed in the strip goes to the presenter, made when it is first asked for."""
        self.response_pressed.connect(lambda key: presenter().toggle_response(ResponseKey(key)))
        self.outcome_pressed.connect(lambda key: presenter().choose_outcome(OutcomeKey(key)))
        self.settle_chosen.connect(lambda settle: presenter().choose_settle(settle))
        self.note_written.connect(lambda text, private: presenter().write_note(text, private))
        self.undo_pressed.connect(lambda: presenter().undo())
        self.wished.connect(lambda wish: wish(presenter()))
        self.turn_asked.connect(lambda _: self.finish())  # a note that is half typed stays with its moment
        self.turn_asked.connect(lambda moment: presenter().turn_to(MomentId(moment)))

    def render_state(self, saved: "Saved | None") -> None:
        """Shows a saved moment, or the line of help."""
        if saved is not None:
            self._shown_rows().render_state(saved)
            self._show_whose(saved)
        self._hint.setVisible(saved is None)
        if self.rows is not None:
            self.rows.setVisible(saved is not None)
        if self._whose is not None and saved is None:
            self._whose.hide()

    def finish(self) -> None:
        """Keeps a note that is half typed."""
        if self.rows is not None and not self.rows.isHidden():
            self.rows.finish()

    def give(self) -> bool:
        """Gives the keyboard to the first thing that may be added to what is saved; False where nothing is."""
        if self.rows is None or self.rows.isHidden():
            return False
        return self.rows.give()

    def set_width(self, width: Width) -> None:
        """A narrow window asks one question at a time."""
        self._width = width
        self._inside.setContentsMargins(*((5, 6, 5, 6) if width is Width.NARROW else (11, 8, 12, 8)))
        if self.rows is not None:
            self.rows.set_width(width)

    def set_room(self, width: int) -> None:
        """The strip is to be no wider than this, in pixels."""
        self._room = width - 2 * EDGE - 2 * INSIDE
        if self.rows is not None:
            self.rows.set_room(self._room)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._hint.isHidden():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_whose(self, saved: "Saved") -> None:
        """Families with one baby never see this line."""
        if self._whose is None and saved.whose:
            from bonddiary.ui.pages.log.whose_line import WhoseLine

            self._whose = WhoseLine(self._theme)
            self._whose.turn_asked.connect(self.turn_asked)
            self._inside.insertWidget(0, self._whose)
            self.refilled.emit()
        if self._whose is not None:
            self._whose.show_whose(saved)

    def _shown_rows(self) -> "SavedRows":
        if self.rows is None:
            from bonddiary.ui.pages.log.saved_rows import SavedRows  # not needed for the first paint

            self.rows = SavedRows(self._theme)
            for name in FORWARDED:
                getattr(self.rows, name).connect(getattr(self, name))
            self._inside.addWidget(self.rows)
            self.rows.set_room(self._room)
            self.rows.set_width(self._width)
        return self.rows
