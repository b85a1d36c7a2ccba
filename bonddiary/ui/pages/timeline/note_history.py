"""Earlier wordings of a note: folded away until somebody looks for one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonddiary.domain import wording
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.when import When
from bonddiary.ui.widgets.layout import button, column, label, row


class NoteHistory(QWidget):
    """Hidden where there are none."""

    put_back = Signal(str)
    """A wording that is to be the note again."""

    def __init__(self) -> None:
        super().__init__()
        self._versions: tuple[NoteVersion, ...] = ()
        self._entry = ""
        self._fold = button("", "link")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        self._inside = QWidget()
        self._list = column(gap=10)
        self._inside.setLayout(self._list)
        self.setLayout(column(self._fold, self._inside, gap=6))
        self.hide()

    def show_versions(self, entry: str, versions: Sequence[NoteVersion], now: When) -> None:
        """The newest first. Another entry's are folded away at first."""
        if entry != self._entry:
            self._entry = entry
            self._fold.setChecked(False)
        if tuple(versions) != self._versions:
            held = self._inside.isAncestorOf(self.focusWidget() or self)
            self._versions = tuple(versions)
            self._fill(now)
            if held:
                self._fold.setFocus()  # the button pressed has gone
        self._fold.setText(self.tr("Earlier wordings ({0})").format(len(self._versions)))
        self.setVisible(bool(self._versions))
        self._inside.setVisible(self._fold.isChecked())

    def _fill(self, now: When) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for version in self._versions:
            self._list.addWidget(self._row(version, now))

    def _row(self, version: NoteVersion, now: When) -> QWidget:
        when = wording.at(When.of(version.replaced, now.zone), now)
        words, back = label(version.text, wrap=True), button(self.tr("Put back"), "small")
        words.setMinimumWidth(1)  # a long word without spaces doesn't widen the form
        back.setAccessibleName(self.tr("Put back the wording until {0}").format(when))
        back.clicked.connect(lambda: self.put_back.emit(version.text))
        made = QWidget()
        head = row(label(self.tr("Until {0}").format(when), "caption", wrap=True), back)
        head.setStretch(0, 1)
        made.setLayout(column(head, words, gap=4))
        return made

    def _unfold(self, on: bool) -> None:
        self._inside.setVisible(on)
        self._fold.setAccessibleDescription(self.tr("Shown") if on else self.tr("Folded away"))
