"""The small window: type a moment, or press one of four tiles; take it back; Esc closes."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from bonddiary.domain.catalog import FAMILY_NAMES
from bonddiary.domain.ids import CueKey
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.start import start_state
from bonddiary.ui.pages.log.state import LogState, Tile
from bonddiary.ui.phrase.entry import PhraseEntry
from bonddiary.ui.phrase.line import begins_phrase
from bonddiary.ui.session import Session
from bonddiary.ui.single import come_forward
from bonddiary.ui.theme.icons import cue_drawing
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.focus import order_stops
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import button, column, label, row
from bonddiary.ui.widgets.press import GAP, RING, CueTile
from bonddiary.ui.widgets.steady_scroll import SteadyScroll

if TYPE_CHECKING:
    from bonddiary.diary.changes import Change
    from bonddiary.domain.moment import Moment
    from bonddiary.ui.pages.log.presenter import LogPresenter
    from bonddiary.ui.widgets.care_notice import CareNotice

START, LEAST = (360, 300), (300, 220)
EDGE = RING + GAP
ACROSS = 2
"""Tiles beside each other, where their words have room."""


class QuickWindow(QWidget):
    """Loads what presses need after its first paint. It is shown again rather than made again."""

    help_asked = Signal()
    lock_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setProperty("kind", "page")
        self.setWindowTitle(self.tr("Add a moment — Bond Diary"))
        self._session, self._theme = session, theme
        self._log: LogPresenter | None = None
        self._care: CareNotice | None = None
        self._state = start_state(session.catalog)
        self._several = 0
        """How many moments a phrase has just saved, where there were more than one."""
        self._ours = False
        """Whether the newest step in the diary is this window's: nothing else is taken back from here."""
        self._told = ""
        self._was_painted = False
        self._bar = InlineBar()
        self._phrase = PhraseEntry(session, theme, "quick-add", self)
        self._tiles = [self._tile(tile) for tile in self._state.likely]
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._said = label("", "strong", wrap=True)
        self._said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._undo = button(self.tr("Undo"), "small")
        self._build()
        self._connect()
        self.setMinimumSize(*LEAST)
        look = theme.look
        self.resize(QSize(look.px(START[0]), look.px(START[1])).boundedTo(self.screen().availableSize()))
        self._render(self._state)

    @property
    def presenter(self) -> "LogPresenter":
        """Made at the first press, or when the diary is open: it decides as on the Log page."""
        if self._log is None:
            from bonddiary.ui.pages.log.presenter import LogPresenter

            self._log = LogPresenter(self._session, self._state, self._render, partial(announce, self))
        return self._log

    def open(self) -> None:
        """Comes forward, ready to be typed into."""
        if self._session.is_open and not self.isVisible():
            self._on_opened()
        come_forward(self)
        self._phrase.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif begins_phrase(event) and isinstance(self.focusWidget(), CueTile):
            self._phrase.start(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        words = self.keep()
        if words and words != self._told:  # said once; a second time means it
            self._told = words
            event.ignore()
            self._bar.say(words, (self.tr("Close anyway"), self.close))
            return
        self._told = ""
        super().closeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            if not self._session.is_open:
                QTimer.singleShot(0, self, self._session.warm)  # a key comes first

    def _build(self) -> None:
        saved = row(self._said, self._undo, margins=(EDGE, 0, EDGE, 0))
        keys = label(self.tr("Enter saves. Esc closes."), "caption", wrap=True)
        keys.setContentsMargins(EDGE, 0, EDGE, 0)
        inside = QWidget()
        self._inside = column(
            row(self._bar, margins=(EDGE, 0, EDGE, 0)),
            row(self._phrase.line, margins=(EDGE, 0, EDGE, 0)),
            self._phrase.below,
            self._grid,
            saved,
            keys,
            1,
            gap=6,
        )
        inside.setLayout(self._inside)
        self._scroll = SteadyScroll(inside, self._inside)
        self._scroll.keep_room()
        self.setLayout(column(self._scroll, gap=0, margins=(6, 8, 0, 8)))
        self._undo.setAccessibleDescription(self.tr("Takes back what was saved here last"))

    def _connect(self) -> None:
        phrase, session = self._phrase, self._session
        phrase.left.connect(self.close)
        phrase.cared.connect(self._show_care)
        phrase.saved.connect(self._on_phrase_saved)
        phrase.grown.connect(self._order_stops)
        self._undo.clicked.connect(self._take_back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._take_back)
        QShortcut(QKeySequence("Ctrl+L"), self, self.lock_asked.emit)
        for keys in ("F1", "Ctrl+6"):  # there is no guide to so small a window
            QShortcut(QKeySequence(keys), self, self.help_asked.emit)
        self.help_asked.connect(self.showMinimized)  # it stays above others: it would cover the signs
        session.opened.connect(self._on_opened)
        session.open_failed.connect(self._on_open_failed)
        session.diary_changed.connect(self._on_change)
        session.baby_changed.connect(self._on_baby)
        session.closing.connect(self._on_closing)
        self._theme.changed.connect(self._place)

    def _tile(self, tile: Tile) -> CueTile:
        made = CueTile(self._theme, tile.key, tile.name, tile.family, cue_drawing(tile.key, tile.family))
        made.clicked.connect(lambda: self._press(made.key))
        return made

    def _press(self, key: str) -> None:
        self._several = 0
        if self._session.before_birth():
            self._render(self._state)  # which says so
            return
        self.presenter.log(CueKey(key))

    def _take_back(self) -> None:
        if not self._undo.isHidden():
            self.presenter.undo()
            self._phrase.start()

    def _render(self, state: LogState) -> None:
        kept = self._state.unsaved and not state.unsaved
        self._state = state
        for shown, tile in zip(self._tiles, state.likely, strict=False):
            if shown.key != tile.key or shown.text() != tile.name:
                shown.show_cue(tile.key, tile.name, tile.family, cue_drawing(tile.key, tile.family))
            shown.setAccessibleName(tile.name)
            said = self.tr("Likely now. {0} cue. Press to note it.")
            shown.setAccessibleDescription(said.format(self.tr(FAMILY_NAMES[tile.family])))
        saved = state.saved.title if state.saved is not None else ""
        if self._several and saved:
            saved = self.tr("{0} moments").format(self._several)
        whose = f"{state.saved.whose}. " if state.saved is not None and state.saved.whose else ""
        self._said.setText(self.tr("Saved. {0}").format(f"{whose}{saved}") if saved else "")
        self._undo.setVisible(bool(saved) and self._ours)
        problem = state.problem or self._session.before_birth()
        if problem or kept or not self._bar.isHidden():
            again = [(self.tr("Try again"), self.presenter.try_again)] if state.problem else []
            self._bar.say(problem, *again)
        if state.care or self._care is not None:
            self._care_notice().show_cards(state.care)
            if state.care:
                QTimer.singleShot(0, self._care_notice(), self._bring_care)

    def _care_notice(self) -> "CareNotice":
        if self._care is None:
            from bonddiary.ui.widgets.care_notice import CareNotice  # few cues need it

            self._care = CareNotice(self._theme)
            self._care.help_asked.connect(self.help_asked)
            self._care.closed.connect(self._close_care)
            self._inside.insertLayout(
                self._inside.indexOf(self._grid) + 1, row(self._care, margins=(EDGE, 0, EDGE, 0))
            )
            self._order_stops()
        return self._care

    def _show_care(self, cards: object) -> None:
        self.presenter.show_care(cards)  # type: ignore[arg-type]  # a signal carries them as an object

    def _close_care(self) -> None:
        self.presenter.close_care()
        self._phrase.start()

    def _bring_care(self) -> None:
        if self._care is not None and self._care.isVisible():
            self._scroll.show_from_top(self._care)

    def _on_phrase_saved(self, moments: "tuple[Moment, ...]") -> None:
        self._several = len(moments) if len(moments) > 1 else 0
        self.presenter.show_moment(moments[-1])

    def _on_opened(self) -> None:
        self.presenter.opened()
        self.presenter.enter()
        if not self._state.problem:
            self._bar.say(self._session.before_birth())

    def _on_open_failed(self, words: str) -> None:
        self._bar.say(words, (self.tr("Try again"), self._session.open))

    def _on_change(self, change: "Change") -> None:
        self._ours = change.origin is not None and change.origin in (self._log, self._phrase.origin)
        if self.isVisible():
            self.presenter.on_change(change)

    def _on_baby(self) -> None:
        if self._session.is_open and self.isVisible():
            self.presenter.change_baby()

    def _on_closing(self) -> None:
        """The main window closes, and with it the diary."""
        self.keep()
        self.hide()

    def keep(self) -> str:
        """Saves what waits; says in words what can't be."""
        waits = self._log.unsaved() if self._log is not None else ""
        return f"{waits} {self._phrase.unsaved()}".strip()

    def _place(self) -> None:
        """Two tiles beside each other, or one where the words are large."""
        room = self._scroll.room // ACROSS - EDGE
        across = ACROSS if all(tile.least_width(tall=False) <= room for tile in self._tiles) else 1
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // across, place % across)

    def _order_stops(self) -> None:
        care = [self._care] if self._care is not None else []
        order_stops(self._bar, self._phrase.line, self._phrase.below, *self._tiles, *care, self._undo)
