"""The note's field and its private flag."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.layout import row
from bonddiary.ui.widgets.press import GAP, RING

REST = 500
"""Milliseconds after the last key until what is half typed is kept."""


class NoteField(QWidget):
    """Says what is written once the field is left, and what is half typed as soon as the keys rest."""

    written = Signal(str, bool)
    typed = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = QLineEdit(placeholderText=self.tr("A note, if you like"))
        self.line.setAccessibleName(self.tr("Note"))
        self.private = Check(theme, self.tr("Private"))
        self.private.setToolTip(self.tr("A private note stays out of lists and reports"))
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self.setLayout(row(self.line, self.private, gap=8, margins=(RING + GAP, 0, 0, 0)))
        self._rest.timeout.connect(lambda: self.typed.emit(*self._said()))
        self.line.textEdited.connect(lambda: self._rest.start())  # noqa: PLW0108  # the text is no interval
        self.line.editingFinished.connect(self.finish)
        self.private.toggled.connect(self.finish)

    def finish(self) -> None:
        """What stands there is the note."""
        self._rest.stop()
        self.written.emit(*self._said())

    def show_note(self, words: str, private: bool, *, keep_words: bool) -> None:
        """Shows a note as it is; `keep_words` leaves what is being typed."""
        if not keep_words:
            self._rest.stop()
            self.line.setText(words)
        self.private.blockSignals(True)
        self.private.setChecked(private)
        self.private.blockSignals(False)

    def _said(self) -> tuple[str, bool]:
        return self.line.text(), self.private.isChecked()
