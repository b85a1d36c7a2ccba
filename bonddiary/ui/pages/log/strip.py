"""The saved strip: always there, so that nothing jumps. Before the first press it holds one line of help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.state import Saved
from bonddiary.ui.pages.page import Width
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import label

if TYPE_CHECKING:
    from bonddiary.ui.pages.log.saved_rows import SavedRows

FORWARDED = (
    "response_pressed",
    "outcome_pressed",
    "settle_chosen",
    "note_written",
    "undo_pressed",
    "meaning_asked",
)


class SavedStrip(QFrame):
    """What was saved last; its rows are made when something is."""

    response_pressed = Signal(str)
    outcome_pressed = Signal(str)
    settle_chosen = Signal(object)
    note_written = Signal(str, bool)
    undo_pressed = Signal()
    meaning_asked = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._width = Width.WIDE
        self._rows: SavedRows | None = None
        self.setProperty("kind", "strip")
        self.setAccessibleName(self.tr("Saved moment"))
        self._hint = label(
            self.tr("Press what you notice. It’s saved straight away. You can undo."), wrap=True
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addWidget(self._hint)

    def render_state(self, saved: Saved | None) -> None:
        """Shows a saved moment, or the line of help."""
        self._hint.setVisible(saved is None)
        if saved is not None:
            self._shown_rows().render_state(saved)
        if self._rows is not None:
            self._rows.setVisible(saved is not None)

    def set_width(self, width: Width) -> None:
        """A narrow window asks one question at a time."""
        self._width = width
        if self._rows is not None:
            self._rows.set_width(width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._hint.isHidden():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _shown_rows(self) -> "SavedRows":
        if self._rows is None:
            from bonddiary.ui.pages.log.saved_rows import SavedRows  # not needed for the first paint

            self._rows = SavedRows(self._theme)
            for name in FORWARDED:
                getattr(self._rows, name).connect(getattr(self, name))
            self.layout().addWidget(self._rows)  # type: ignore[union-attr]  # set in __init__
            self._rows.set_width(self._width)
        return self._rows
