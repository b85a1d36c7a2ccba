"""What takes the board's place: the searchable list of all cues, for a moment of its own or for the one in the strip,
and the forms that arrange the board."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bonddiary.domain.catalog import Catalog, Family
from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.log.board import Board
from bonddiary.ui.pages.log.foot import Foot
from bonddiary.ui.pages.log.middle import Middle
from bonddiary.ui.theme.theme import Theme

if TYPE_CHECKING:
    from bonddiary.ui.pages.log.arranging import Arranging
    from bonddiary.ui.pages.log.cue_search import CueSearch
    from bonddiary.ui.pages.log.hand import BoardHand
    from bonddiary.ui.pages.log.saved import Saved


class Looking(QObject):
    """Opens and closes the list, and brings back what it took the place of."""

    picked = Signal(str)
    """A cue to note."""
    log_back_asked = Signal(str, int)
    meaning_asked = Signal(str)
    care_asked = Signal(str)
    left = Signal()
    """The board is back: the keyboard goes to it."""
    made = Signal()

    arranging: "Callable[[], Arranging]"
    """What the list shows; set by the page."""

    def __init__(
        self, theme: Theme, catalog: Catalog, middle: Middle, board: Board, foot: Foot, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._catalog, self._middle = theme, catalog, middle
        self._board, self._foot = board, foot
        self.list: CueSearch | None = None
        self._hand: BoardHand | None = None
        self.family = Family.CRYING
        self._narrow = False
        self._found: Callable[[CueKey], object] | None = None
        """What the strip wants of the cue that is looked for; None: a moment of its own."""
        self._asker: QWidget | None = None
        """The button in the strip that asked."""

    @property
    def hand(self) -> "BoardHand":
        """Menus and forms that arrange the board, made when one is asked for."""
        if self._hand is None:
            from bonddiary.ui.pages.log.hand import BoardHand

            board = self._board
            made = BoardHand(self._theme, self.arranging(), self._middle.put_above_board, lambda: board.seen)
            made.log_back_asked.connect(self.log_back_asked)
            made.meaning_asked.connect(self.meaning_asked)
            made.care_asked.connect(self.care_asked)
            made.moved.connect(board.follow)
            made.changed.connect(self.renew)
            made.left.connect(self._leave_form)
            self._hand = made
        return self._hand

    @property
    def form(self) -> QWidget | None:
        """The form that is open."""
        return self._hand.form if self._hand is not None else None

    def parts(self) -> tuple[QWidget | None, ...]:
        """What Tab and F6 stop at."""
        return self.form, self.list

    def close_form(self) -> None:
        """Puts away the form that is open; nothing is kept."""
        if self._hand is not None:
            self._hand.close()

    @property
    def hidden(self) -> bool:
        """Whether the board is in its place."""
        return self.list is None or self.list.isHidden()

    def set_narrow(self, narrow: bool) -> None:
        """On a narrow window the list needs the strip's room."""
        self._narrow = narrow

    def open(self, family: Family, purpose: str = "") -> None:
        """Shows all cues, those of one family first. `purpose` says what a press does; blank: it notes the cue."""
        if self.list is None:
            from bonddiary.ui.pages.log.cue_search import CueSearch

            self.list = CueSearch(self._theme, lambda tile: self.arranging().other_names(tile))
            self.list.menu_asked.connect(lambda over, key, at: self.hand.ask(over, key, at))  # noqa: PLW0108
            self.list.own_asked.connect(self._add_own)
            self.list.chosen.connect(self._choose)
            self.list.closed.connect(self.leave)
            self._middle.put_before_board(self.list, in_its_place=True)
            self.made.emit()
        self._found = None
        self._board.hide()
        self._foot.setVisible(not self._narrow)
        self.list.show()
        self.family = family
        self.list.open(self.arranging().all_tiles(), family, purpose or self.tr("Press any cue to note it"))
        self._middle.bring(self.list)

    def add_to(self, saved: "Saved | None", act: Callable[[CueKey], object], asker: QWidget) -> None:
        """Looks for one more cue of the strip's moment. Nothing chosen, the keyboard goes back to `asker`."""
        if saved is not None:
            self._open_for(saved, act, asker, self.tr("Add another cue to “{0}”"))

    def swap(self, saved: "Saved | None", act: Callable[[CueKey], object], asker: QWidget) -> None:
        """Looks for the cue that is to stand in the place of the first."""
        if saved is not None:
            self._open_for(saved, act, asker, self.tr("Put another cue in place of “{0}”"))

    def renew(self) -> None:
        """The board was arranged: the list shows it."""
        if self.list is not None and not self.list.isHidden():
            self.list.renew(self.arranging().all_tiles())

    def give_to_more(self) -> None:
        """The keyboard goes back to the More… that was pressed."""
        self._board.back_to_more(self.family)

    def leave(self) -> None:
        """Puts the list away without a choice."""
        if self.hidden:
            return
        asker = self._asker if self._found is not None else None
        self._close()
        if asker is None or not self._give_back(asker):
            self.give_to_more()

    def _give_back(self, asker: QWidget) -> bool:
        """The keyboard goes back into the strip, which is in view, whatever was chosen; False where it is gone."""
        if asker.isVisible():
            asker.setFocus()
            self._middle.bring_foot()
        return asker.isVisible()

    def _open_for(
        self, saved: "Saved", act: Callable[[CueKey], object], asker: QWidget, purpose: str
    ) -> None:
        known = self._catalog.cues.get(saved.cue)
        self.open(known.family if known else self.family, purpose.format(saved.noticed[0].name))
        self._found, self._asker = act, asker

    def _add_own(self, name: str) -> None:
        """A form takes the list's place: it has the keyboard before the list goes."""
        self.hand.add_cue(name, self.family)
        if self.list is not None:
            self.list.hide()
        self.made.emit()

    def _leave_form(self) -> None:
        if not self.hidden:
            return
        if self._board.isHidden():
            self._foot.show()
            self._board.show()
            self.give_to_more()
        else:
            self.left.emit()

    def _choose(self, key: str) -> None:
        found = self._found
        asker = self._asker if found is not None else None
        self._close()
        if found is None:
            self.picked.emit(key)
        else:
            found(CueKey(key))
        if asker is not None:
            self._give_back(asker)

    def _close(self) -> None:
        if self.list is not None and not self.list.isHidden():
            self.list.hide()
            self._found = None
            self._foot.show()
            self._board.show()
            self.left.emit()
