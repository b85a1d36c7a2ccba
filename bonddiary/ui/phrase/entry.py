"""Typing a moment: the line, and below it what was understood. A page puts both where it has room."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.domain.errors import DiaryError
from bonddiary.domain.when import When
from bonddiary.ui.phrase.line import PhraseLine
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.plate import GAP, RING

if TYPE_CHECKING:
    from bonddiary.diary.changes import Change
    from bonddiary.domain.moment import Moment
    from bonddiary.ui.phrase.presenter import PhrasePresenter
    from bonddiary.ui.phrase.state import PhraseState
    from bonddiary.ui.phrase.understood import Understood

PAUSE = 500
"""Milliseconds after the last key until what is typed is kept, and said to a screen reader."""
AGAIN = 3_000
"""Milliseconds until it is tried again, where another program was writing."""
EDGE = RING + GAP
_LINES = re.compile("\\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\\s*")


class PhraseEntry(QObject):
    """Light until the first key: parser, words and chips are loaded then."""

    cared = Signal(object)
    """Care cards for what is typed, before it is saved."""
    saved = Signal(object)
    """The moments just saved."""
    left = Signal()
    """Esc: what is typed stays."""
    grown = Signal()
    """There are other things below the line than before."""
    all_kept = Signal()

    def __init__(self, session: Session, theme: Theme, key: str, parent: QWidget) -> None:
        """`key` is the place under which the diary keeps what is half typed."""
        super().__init__(parent)
        self._session, self._theme, self._key = session, theme, key
        self._presenter: PhrasePresenter | None = None
        self._shown: Understood | None = None
        self._waits = self._restored = False
        self.time_chosen: Callable[[When], When] = lambda now: now
        """When it happened, where the phrase names no time; a page with time chips says it. Raises InvalidEntry."""
        self.line = PhraseLine()
        self.below = QWidget()
        self._inside = column(gap=4, margins=(0, 0, 0, 4))
        self.below.setLayout(self._inside)
        self.below.hide()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._on_pause)
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self._keep)
        self.line.textEdited.connect(self._on_typed)
        self.line.entered.connect(self._on_entered)
        self.line.left.connect(self.left)
        self.line.woken.connect(self._on_woken)
        self.line.put_away.connect(self._keep)
        session.opened.connect(self._restore)
        session.diary_changed.connect(self._on_change)
        if session.is_open:
            self._restore()

    @property
    def presenter(self) -> "PhrasePresenter":
        """Made with the first key, or for what was half typed."""
        if self._presenter is None:
            from bonddiary.ui.phrase.presenter import PhrasePresenter, Place

            place = Place(self._key, self._render, self._when, self.cared.emit, self._on_saved)
            self._presenter = PhrasePresenter(self._session, place)
        return self._presenter

    @property
    def origin(self) -> object:
        """Who saves, as changes of the diary name it."""
        return self._presenter

    def start(self, letters: str = "") -> None:
        """Takes the keyboard; letters that were typed elsewhere go on from what stands there."""
        self.line.setFocus()
        if letters:
            self.line.end(False)
            self.line.insert(letters)
            self._on_typed(self.line.text())

    def unsaved(self) -> str:
        """Saves or keeps what is half typed; says in words what can't be."""
        self._pause.stop()
        if self._presenter is None:
            return ""
        words = self._presenter.unsaved()
        if not words:
            return ""
        waits = self._presenter.state.waits
        said = (
            self.tr("This moment isn’t saved yet. {0}")
            if waits
            else self.tr("What you typed isn’t kept. {0}")
        )
        return said.format(words)

    def _when(self, now: When) -> When:
        return self.time_chosen(now)

    def _on_woken(self) -> None:
        if self._presenter is None:
            QTimer.singleShot(0, self.line, self._warm)  # the keyboard's ring is painted first

    def _warm(self) -> None:
        """Reads the words before the first letter is typed."""
        self.presenter.warm()

    def _on_typed(self, text: str) -> None:
        if _LINES.search(text):  # pasted: the line has no lines
            text = _LINES.sub("; ", text.strip())
            self.line.setText(text)
        self.presenter.type(text)
        self._pause.start()

    def _on_entered(self) -> None:
        self._pause.stop()
        self.presenter.save()
        self._pause.start()

    def _on_pause(self) -> None:
        if self._session.is_open:
            self._keep()
        else:
            self._pause.start()
        if self._shown is not None and self.line.hasFocus() and self.presenter.state.text.strip():
            announce(self.line, self._shown.words())

    def _keep(self) -> None:
        """What can't be kept now is tried again with the next key, and at the latest on closing."""
        if self._presenter is not None and self._session.is_open:
            self._presenter.keep()
            if self._presenter.held_up:
                self._again.start()

    def _restore(self) -> None:
        if self._restored:
            return
        try:
            if self._presenter is not None or self._session.diary.draft(self._key):
                self.presenter.restore()
            self._restored = True
        except DiaryError:
            return  # what is wrong with the diary is said where the page is read

    def _on_change(self, change: "Change") -> None:
        if self._presenter is not None:
            self._presenter.on_change(change)

    def _on_saved(self, moments: "tuple[Moment, ...]", title: str) -> None:
        several = self.tr("Saved. {0} moments. Control Z to undo.")
        said = self.tr("Saved. {0}. Control Z to undo.")
        announce(self.line, several.format(len(moments)) if len(moments) > 1 else said.format(title))
        self.saved.emit(moments)

    def _render(self, state: "PhraseState") -> None:
        if self.line.text() != state.text:
            self.line.setText(state.text)
        elif not state.text:
            self.line.setText("")  # what was saved isn't taken back by typing
        shown = bool(state.moments or state.problem)
        focused = QApplication.focusWidget()
        if not shown and focused is not None and self.below.isAncestorOf(focused):
            self.line.setFocus()  # the button that was pressed goes away
        if shown or self._shown is not None:
            self._made().render_state(state)
        if shown is self.below.isHidden():
            self.below.setVisible(shown)
            self.grown.emit()
        self.line.setAccessibleDescription(self._shown.words() if self._shown is not None and shown else "")
        if self._waits and not state.waits:
            self.all_kept.emit()
        self._waits = state.waits

    def _made(self) -> "Understood":
        if self._shown is None:
            from bonddiary.ui.phrase.understood import Understood

            self._shown = Understood(self._theme, self.presenter)
            self._shown.save_pressed.connect(self._on_entered)
            self._shown.chosen.connect(self._on_chosen)
            self._shown.refilled.connect(self.grown)
            self._inside.addWidget(self._shown)
        return self._shown

    def _on_chosen(self) -> None:
        """What was pressed may be gone: the keyboard goes on in the line."""
        self.line.setFocus()
        self._pause.start()
