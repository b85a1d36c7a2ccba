"""A note for oneself, after a hard time: one quiet line that opens a card."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.help.notes_presenter import NoteRow, NotesPresenter, NotesState
from bonddiary.ui.pages.help.parts import PlainLines
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.layout import column, row
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words

LINES = 110
REST = 500
"""Milliseconds after the last key until what is half typed is kept."""


class NotesPart(QWidget):
    """Draws the presenter's state and forwards what is pressed and typed."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._keep)
        self._way = WordButton(theme, self.tr("When it is over: write a note for yourself"))
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._lines = PlainLines(self.tr("A note for yourself"), self._keep)
        self._lines.textChanged.connect(self._rest.start)
        self._save = WordButton(theme, self.tr("Save this note"), "primary")
        self._close = WordButton(theme, self.tr("Close"), "plain")
        self._said, self._undo = Words(kind="quiet"), WordButton(theme, self.tr("Undo"))
        self._problem, self._again = Words(kind="problem"), WordButton(theme, self.tr("Try again"))
        self._earlier = WordButton(theme)
        self._earlier.setCheckable(True)
        self._list = column(gap=12)
        self._rows: tuple[NoteRow, ...] = ()
        self._drawn = ""
        self._fill_card()
        self.setLayout(column(row(self._way, 1), self._card, gap=6))
        self.presenter = NotesPresenter(session, self._render)
        self._listen()
        theme.changed.connect(self._fit)
        self._fit()
        self._render(self.presenter.state)

    def hide_all(self) -> None:
        """The page is left, or the window closed: nothing stays on the screen, what is half typed is kept."""
        if self.presenter.state.shown:
            self._keep()
            self.presenter.close()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # another page, not a window put aside
            self.hide_all()

    def _fill_card(self) -> None:
        about = Words(
            self.tr("It is about you, not your baby. It is private: in no chart, no page, no count."), "quiet"
        )
        inside = QWidget()
        inside.setLayout(self._list)
        body = column(
            Heading(self.tr("A note for yourself"), "strong"),
            about,
            self._lines,
            row(self._save, self._close, 1, gap=4),
            _side(self._said, self._undo),
            _side(self._problem, self._again),
            row(self._earlier, 1),
            inside,
            gap=6,
            margins=(16, 12, 16, 14),
        )
        self._card.setLayout(body)

    def _listen(self) -> None:
        self._way.clicked.connect(self._open)
        self._close.clicked.connect(self._leave)
        self._save.clicked.connect(self._write)
        self._undo.clicked.connect(self.presenter.undo)
        self._again.clicked.connect(self.presenter.try_again)
        self._earlier.clicked.connect(self.presenter.show_earlier)

    def _open(self) -> None:
        self.presenter.open()
        self._lines.setFocus()

    def _leave(self) -> None:
        self.hide_all()
        self._way.setFocus()

    def _write(self) -> None:
        self._keep()
        self.presenter.save()
        if self.presenter.state.said:
            announce(self, self.presenter.state.said)
            self._lines.setFocus()

    def _keep(self) -> None:
        self._rest.stop()
        if self.presenter.state.shown:
            self._drawn = self._lines.toPlainText()
            self.presenter.keep(self._drawn)

    def _render(self, state: NotesState) -> None:
        held = self._card.isAncestorOf(self.focusWidget() or self)
        self._way.setVisible(not state.shown)
        self._card.setVisible(state.shown)
        if state.text != self._drawn:  # else what is being typed stays
            self._drawn = state.text
            self._lines.blockSignals(True)
            self._lines.setPlainText(state.text)
            self._lines.blockSignals(False)
        self._said.say(state.said)
        self._said.setVisible(bool(state.said))
        self._undo.setVisible(state.undo)
        self._problem.say(state.problem)
        for part in (self._problem, self._again):
            part.setVisible(bool(state.problem))
        self._earlier.setText(self.tr("Earlier notes ({0})").format(state.count))
        self._earlier.setChecked(state.opened)
        self._earlier.setAccessibleDescription(self.tr("Shown") if state.opened else self.tr("Folded away"))
        self._earlier.setVisible(bool(state.count))
        if state.rows != self._rows:
            self._rows = state.rows
            self._fill_list()
        if held and state.shown and not (self.focusWidget() or self).isVisible():
            self._lines.setFocus()  # what was pressed has gone

    def _fill_list(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in self._rows:
            self._list.addWidget(self._made(each))

    def _made(self, each: NoteRow) -> QWidget:
        delete = WordButton(self._theme, self.tr("Delete"))
        delete.setAccessibleName(self.tr("Delete the note of {0}").format(each.when))
        delete.clicked.connect(lambda: self.presenter.delete(each.id))
        made = QWidget()
        made.setLayout(column(Words(each.when, "caption"), Words(each.text), row(delete, 1), gap=2))
        return made

    def _fit(self) -> None:
        self._lines.setFixedHeight(self._theme.look.px(LINES))


def _side(words: Words, way: WordButton) -> QHBoxLayout:
    """Words that take all the room the button beside them leaves."""
    made = row(words, way)
    made.setStretch(0, 1)
    return made
