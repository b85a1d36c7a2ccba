"""Where the parts of the Log page stand: title and times, the board that scrolls, the strip at its foot."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QWidget

from bonddiary.ui.pages.log.board import Board
from bonddiary.ui.pages.log.foot import Foot
from bonddiary.ui.pages.log.time_row import TimeRow
from bonddiary.ui.pages.page import Width
from bonddiary.ui.phrase.entry import PhraseEntry
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.focus import read_in_order
from bonddiary.ui.widgets.heading import as_heading
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, label, restyle, row
from bonddiary.ui.widgets.press import GAP, RING
from bonddiary.ui.widgets.steady_scroll import SteadyScroll

PINNED_FROM = 480
"""Height in units of the text size from which the strip stays in view while the board scrolls."""

SHORT_BELOW, HEAD_GAP = 600, 6
TINY_BELOW = 320
"""A window that hardly holds the board: at large text on a small screen what can be done without gives way to it."""
HOLDS_ALL = {Width.WIDE: 740, Width.MEDIUM: 680, Width.NARROW: 0}
"""So much height holds the board, the strip (beside the panel it takes a line more) and the row for care."""
PHRASE_LEAST = 200
"""The line to type in stands beside the time chips where it is at least so wide, in units of the text size."""
FILLS = 100
"""The list of all cues takes the room that the board leaves free."""
EDGE = RING + GAP
"""What tiles and chips keep free for their focus ring; everything else stands in line with what is seen of them."""


class Middle(QWidget):
    """Arranges its parts for the room there is; knows nothing of what they say."""

    turned = Signal()
    """Parts stand elsewhere than before: Qt has put them at the end of what Tab walks."""

    def __init__(
        self, theme: Theme, bar: InlineBar, phrase: PhraseEntry, times: TimeRow, board: Board, foot: Foot
    ) -> None:
        super().__init__()
        self._theme = theme
        self._understood, self._times, self._board, self._foot = phrase.below, times, board, foot
        self._line = phrase.line
        self._line.woken.connect(lambda: self.bring(self._line))  # a letter over a tile leads there as well
        self._low: QWidget | None = None
        self._instead: QWidget | None = None
        self._notes = True
        self._title = as_heading(label("", "title"))
        self._title.setText(self.tr("What did you notice?"))
        self._title.setIndent(EDGE)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.setSpacing(HEAD_GAP)
        self._head.addWidget(self._title)
        self._when = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._when.setSpacing(HEAD_GAP)
        self._when.addLayout(row(phrase.line, margins=(EDGE, 0, EDGE, 0)), 1)
        self._when.addWidget(times)
        self._head.addLayout(self._when)
        self._head.addWidget(phrase.below)
        self._inside = inside = QWidget()
        self._body = column(self._head, board, 1, gap=8)
        # grows at once with what is put in: squeezed until the scroll area looks, tiles would move under a press
        self._body.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        inside.setLayout(self._body)
        self._scroll = SteadyScroll(inside, self._body)
        self._above = row(bar)
        self._titled: QBoxLayout | None = None
        self._outer = column(self._above, self._scroll, foot, gap=8)
        self.setLayout(self._outer)

    @property
    def low_leads(self) -> bool:
        """Whether the low part stands over a foot that scrolls with it: keys come to it first. A pinned foot is near."""
        return self._low is not None and min(map(self._body.indexOf, (self._low, self._foot))) >= 0

    def put_beside_title(self, part: QWidget) -> None:
        """Puts a part beside the title, below it in a narrow window."""
        self._titled = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._titled.setSpacing(6)
        self._head.removeWidget(self._title)
        self._titled.addWidget(self._title)
        self._titled.addWidget(part, 1)
        self._head.insertLayout(0, self._titled)
        read_in_order(self._inside)

    def show_board(self, on: bool) -> None:
        """Shows what notes cues, or none of it: before a birth there are none."""
        self._notes = on
        self._title.setText(self.tr("What did you notice?") if on else self.tr("Before the birth"))
        for part in (self._line, self._understood, self._times, self._board, self._foot, self._low):
            if part is not None:
                part.setVisible(on)
        if not on and self._instead is not None:
            self._instead.hide()  # the list of all cues

    def put_first(self, part: QWidget) -> None:
        """Puts a part above everything that scrolls."""
        self._body.insertLayout(0, row(part, margins=(EDGE, 0, EDGE, 0)))
        read_in_order(self._inside)

    def put_line(self, part: QWidget) -> None:
        """Puts a line under the board: it comes when the diary is open, and moves no tile under a press."""
        self._body.insertLayout(self._body.indexOf(self._board) + 1, row(part, margins=(EDGE, 0, EDGE, 0)))
        read_in_order(self._inside)

    def put_before_board(self, part: QWidget, *, in_its_place: bool = False) -> None:
        """Puts a part before the board, or where the board was; it takes the room that the board leaves free."""
        self._instead = part if in_its_place else self._instead
        self._body.insertWidget(self._body.indexOf(self._board), part, FILLS)
        read_in_order(self._inside)

    def put_low(self, part: QWidget) -> None:
        """Puts a part under the strip; on a small window it scrolls after the board, which keeps its room."""
        self._low = part
        self._foot.put_last(part)
        part.setVisible(self._notes)

    def put_above_board(self, part: QWidget) -> None:
        """Puts a part above the board, as high as it needs to be."""
        self._body.insertLayout(self._body.indexOf(self._board), row(part, margins=(EDGE, 0, EDGE, 0)))
        read_in_order(self._inside)

    def bring_foot(self) -> None:
        """Where the foot scrolls with the board, what a press brought comes into view, from its first line."""
        if self._body.indexOf(self._foot) >= 0:
            self._scroll.show_from_top(self._foot.first)

    def keep_keyboard(self) -> None:
        """What has the keyboard is in view, whole: there may be less room than before, or it came there unseen."""
        held = _held_in(self._scroll)
        if held is not None and self.hides_keyboard():
            self._scroll.show_from_top(held)

    def bring(self, part: QWidget) -> None:
        """A part that was opened comes into view, from its first line."""
        self._scroll.show_from_top(part)

    def hides_keyboard(self) -> bool:
        """Whether what has the keyboard is not seen, or not whole."""
        held = _held_in(self._scroll)
        return held is not None and held.isVisible() and held.visibleRegion().boundingRect() != held.rect()

    def fit(self, height: int, width: Width) -> None:
        """Arranges what is inside for a page of this height, in pixels, and layout class."""
        look = self._theme.look
        room = self._scroll.room
        short, tiny = height / look.scale < SHORT_BELOW, height / look.scale < TINY_BELOW
        narrow = width is Width.NARROW
        if self._title.property("kind") != (kind := "section" if short or narrow else "title"):
            restyle(self._title, kind)
        self._title.setWordWrap(narrow)
        self._title.setVisible(not tiny or self._titled is not None)
        self._board.fit(room, width, short=short)
        chips = self._times.chips_width()
        beside = width is Width.MEDIUM and look.px(PHRASE_LEAST) + chips <= room
        if self._titled is not None:
            self._titled.setDirection(
                QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            )
        self._when.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._times.setMinimumWidth(chips if beside else 0)
        below = self._head if beside else self._when  # right under the line, or across the page
        if below.indexOf(self._understood) < 0:
            below.insertWidget(below.count() if beside else 1, self._understood)
        self._head.setSpacing(0 if short else HEAD_GAP)
        self._body.setSpacing(4 if short else 8)
        full = self._foot.cared and (narrow or self._foot.opened)  # both would squeeze each other
        pinned = height / look.scale >= PINNED_FROM and not full
        layout = self._outer if pinned else self._body
        if moved := layout.indexOf(self._foot) < 0:
            held = _held_in(self._foot)
            layout.addWidget(self._foot)
            read_in_order(self._inside)
            if held is not None:
                held.setFocus()  # Qt takes it from what goes to another parent
                self._scroll.show_from_top(held)
                QTimer.singleShot(0, self, self.keep_keyboard)  # the parts find their places later
        if self._low is not None:
            moved |= self._place_low(self._low, scrolls=narrow or height / look.scale < HOLDS_ALL[width])
        if moved:
            self.turned.emit()
        self._keep_room()
        self._foot.share(self._scroll.height() if pinned else None)

    def _place_low(self, part: QWidget, *, scrolls: bool) -> bool:
        """Says whether it stood elsewhere before."""
        if scrolls == (self._body.indexOf(part) >= 0):
            return False
        held = _held_in(part)
        if scrolls:
            self._body.insertWidget(self._body.indexOf(self._board) + 1, part)
        else:
            self._foot.put_last(part)
        read_in_order(self._inside)
        if held is not None:
            held.setFocus()
        return True

    def _keep_room(self) -> None:
        """The bar and the strip end where the board does."""
        inside = self._body.indexOf(self._foot) >= 0
        self._scroll.keep_room()
        self._foot.keep_free(0 if inside else self._scroll.bar)
        self._above.setContentsMargins(EDGE, 0, EDGE + self._scroll.bar, 0)


def _held_in(part: QWidget) -> QWidget | None:
    """What has the keyboard in this part."""
    focused = QApplication.focusWidget()
    return focused if focused is not None and part.isAncestorOf(focused) else None
