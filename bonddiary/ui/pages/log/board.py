"""The cue board: Likely now, and four families in fixed rows. The parent alone moves tiles; arrows walk them, digits press."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QSizePolicy, QWidget

from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.log.board_fit import MORE_COLUMN, Shape, clear, columns, how_many, stretch
from bonddiary.ui.pages.log.board_walk import STEPS, nearest
from bonddiary.ui.pages.log.start import TILES
from bonddiary.ui.pages.log.state import LogState, Tile
from bonddiary.ui.pages.page import Width
from bonddiary.ui.theme.icons import cue_drawing
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.focus import bring_into_view
from bonddiary.ui.widgets.heading import as_heading
from bonddiary.ui.widgets.layout import column, hide_in_place, label, row
from bonddiary.ui.widgets.plain import plain_tip
from bonddiary.ui.widgets.press import GAP, RING, CueTile, PushChip, RadioChip

LONG_NAME = 22
"""Letters from which a name may be shortened on its tile: the pointer then tells it whole."""
DIGITS = ("1", "2", "3", "4")
MOST_COLUMNS = 4
"""Tiles beside each other on a narrow window."""


class Board(QWidget):
    """Everything to press."""

    cue_pressed = Signal(str)
    menu_asked = Signal(object, object)
    """A tile, and where on the screen."""
    more_asked = Signal(str)
    """A family's value."""
    arranged = Signal()

    def __init__(self, theme: Theme, state: LogState, beside: QLabel) -> None:
        super().__init__()
        # never squeezed, not even until the page has grown: a tile would move away under a press
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._theme = theme
        self._shape = Shape()
        self._family = Family.CRYING
        self._stop: QWidget | None = None
        self._pressed: CueKey | None = None
        self.number_keys = True
        self._shown = state.board
        self._likely_shown = len(state.likely)
        self._likely = [self._tile(tile, tall=True) for tile in state.likely]
        self._rows = {family: [self._tile(tile) for tile in tiles] for family, tiles in state.board}
        self._more = {family: self._more_button(family) for family in self._rows}
        self._names = {family: self._name(self.tr(FAMILY_NAMES[family])) for family in self._rows}
        self._picker = self._family_picker()
        self._beside = beside
        self._beside.setIndent(RING + GAP)
        hide_in_place(self._beside)  # coming later it moves no tile
        self._likely_name = self._name(self.tr("Likely now"))
        for widget in self._in_order():
            widget.setParent(self)  # shown without a parent it would be a window of its own
        self._head = row(self._likely_name, 1, beside)
        self._likely_grid, self._grid = QGridLayout(), QGridLayout()
        for grid in (self._likely_grid, self._grid):
            grid.setSpacing(0)
        self.setLayout(column(self._head, self._likely_grid, self._picker, self._grid, gap=2))
        self._place()

    def render_state(self, state: LogState) -> None:
        """Shows the likely cues, and the parent's own board where it is another than before."""
        held = next((tile for tile in self._all_tiles() if tile.hasFocus()), None)
        likely = min(len(state.likely), len(self._likely))
        fresh = state.board != self._shown or likely != self._likely_shown
        for shown, tile in zip(self._likely, state.likely, strict=False):
            self._show_tile(shown, tile, likely=True)
        self._likely_shown = likely
        if fresh:
            self._stop = held or self._stop
            self._show_rows(state.board)
            self._place(held=held is not None)

    def show_whose(self, words: str) -> bool:
        """Who it is about; says whether it was another before."""
        fresh = words != self._beside.text()
        if fresh:
            self._beside.setText(words)
            self._beside.setVisible(bool(words))
        return fresh

    def _in_order(self) -> list[QWidget]:
        """Everything as it is read. Screen readers go by the order of the children."""
        rows = ([self._names[family], *tiles, self._more[family]] for family, tiles in self._rows.items())
        return [self._likely_name, self._beside, *self._likely, self._picker, *chain.from_iterable(rows)]

    @property
    def seen(self) -> int:
        """How many tiles of a family's row have room."""
        return TILES if self._shape.narrow else self._shape.tiles

    def follow(self, key: str) -> None:
        """The keyboard goes with a tile that was moved, or stays with the board. A board out of view leaves it alone."""
        if self.isHidden():
            return
        found = (tile for tiles in self._rows.values() for tile in tiles if tile.key == key)
        to = next((tile for tile in found if not tile.isHidden()), None) or self.stop()
        if to is not None:
            self._rove(to)
            to.setFocus()

    def fit(self, room: int, width: Width, *, short: bool) -> None:
        """Shows as many tiles in a row as `room` pixels take; on a narrow window one family at a time."""
        narrow = width is Width.NARROW
        likely, likely_tight = self._likely_columns(room)
        tiles, tight = self._grid_columns(room) if narrow else (self._how_many(room), False)
        shape = Shape(narrow, likely, tiles, short and not narrow, (likely_tight, tight))
        self._fit_head(room)
        if shape != self._shape:
            self._shape = shape
            self._place()

    def stop(self) -> CueTile | None:
        """Where the keyboard comes back to: the tile pressed or walked to last, else the first."""
        last = self._stop
        return last if isinstance(last, CueTile) and not last.isHidden() else self.first_tile()

    def back_to_more(self, family: Family) -> None:
        """Gives the keyboard back to the More… that was pressed, where it is still shown."""
        more = self._more[family]
        if not more.isHidden():
            self._rove(more)
            more.setFocus()
        elif (tile := self.stop()) is not None:
            tile.setFocus()

    def _how_many(self, room: int) -> int:
        return how_many(self._rows.values(), self._names.values(), self._more.values(), room)

    def _grid_columns(self, room: int) -> tuple[int, bool]:
        """Columns of one family's grid on a narrow window, the same for all families."""
        tiles = [tile for tiles in self._rows.values() for tile in tiles]
        return columns(tiles, room, tall=False, counts=range(MOST_COLUMNS, 1, -1))

    def _likely_columns(self, room: int) -> tuple[int, bool]:
        """All four stand beside each other, or in two rows, or under each other."""
        tiles = self._likely[: self._likely_shown]
        tall, tight = columns(tiles, room, tall=True, counts=(4,))
        return (4, tight) if tall == 4 else columns(tiles, room, tall=False, counts=(2,))

    def _fit_head(self, room: int) -> None:
        """Who it is about stands beside "Likely now", or below it."""
        self._beside.setWordWrap(False)
        words = self._likely_name.sizeHint().width() + self._beside.sizeHint().width()
        beside = words + 2 * self._head.spacing() <= room  # the layout's own hint may be an older one
        self._head.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._beside.setWordWrap(not beside)
        self._beside.setAlignment(Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft)

    def first_tile(self) -> CueTile | None:
        """Where the focus goes when the page is entered."""
        return next((tile for tile in self._all_tiles() if not tile.isHidden()), None)

    def _key(self, pressed_on: QWidget, event: QKeyEvent) -> bool:
        """Arrows walk the tiles, digits press Likely now; says whether it was one of those."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.number_keys and plain and event.text() in DIGITS:
            place = DIGITS.index(event.text())
            if place < self._likely_shown and not event.isAutoRepeat():
                self._likely[place].setFocus(Qt.FocusReason.ShortcutFocusReason)  # Tab goes on from there
                self._likely[place].click()
            return True
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            if isinstance(pressed_on, CueTile):
                self._ask_menu(pressed_on, pressed_on.rect().center())
            return True
        return plain and self._walk(pressed_on, Qt.Key(event.key()))

    def _tile(self, tile: Tile, *, tall: bool = False) -> CueTile:
        made = CueTile(self._theme, tile.key, tile.name, tile.family, _drawing(tile), tall=tall)
        self._describe(made, tile, likely=tall)
        made.pressed.connect(lambda: self._hold(made))
        made.clicked.connect(lambda: self._press(made))
        made.customContextMenuRequested.connect(lambda at: self._ask_menu(made, at))
        made.on_key = self._key
        return made

    def _show_tile(self, shown: CueTile, tile: Tile, *, likely: bool = False) -> None:
        shown.show_cue(tile.key, tile.name, tile.family, _drawing(tile))
        self._describe(shown, tile, likely=likely)

    def _show_rows(self, board: Sequence[tuple[Family, Sequence[Tile]]]) -> None:
        """The tiles that are there become those of the parent's board: the keyboard keeps its place."""
        self._shown = tuple((family, tuple(tiles)) for family, tiles in board)
        for family, tiles in board:
            there = self._rows[family]
            while len(there) > len(tiles):
                gone = there.pop()
                self._stop = None if self._stop is gone else self._stop
                gone.hide()
                gone.deleteLater()
            for shown, tile in zip(there, tiles, strict=False):
                self._show_tile(shown, tile)
            for tile in tiles[len(there) :]:
                made = self._tile(tile)
                made.setParent(self)
                there.append(made)
        for widget in self._in_order():
            widget.raise_()  # new tiles are read in their row, not after everything

    def _hold(self, tile: CueTile) -> None:
        """What a hand went down on is noted, also if the parent's board comes before it is lifted."""
        self._pressed = CueKey(tile.key)

    def _press(self, tile: CueTile) -> None:
        self._rove(tile)
        self.cue_pressed.emit(self._pressed or tile.key)
        self._pressed = None

    def _describe(self, made: CueTile, tile: Tile, *, likely: bool) -> None:
        said = (
            self.tr("Likely now. {0} cue. Press to note it.")
            if likely
            else self.tr("{0} cue. Press to note it.")
        )
        made.setAccessibleName(tile.name)
        made.setToolTip(plain_tip(tile.name) if len(tile.name) > LONG_NAME else "")
        made.setAccessibleDescription(said.format(self.tr(FAMILY_NAMES[tile.family])))

    def _more_button(self, family: Family) -> PushChip:
        made = PushChip(self._theme, self.tr("More…"))
        made.setAccessibleName(self.tr("More… {0} cues").format(self.tr(FAMILY_NAMES[family])))
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        made.clicked.connect(lambda: self.more_asked.emit(family.value))
        made.on_key = self._key
        return made

    def _family_picker(self) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(self.tr("Family of cues"))
        line = FlowLayout(holder, gap=0)
        for family in self._rows:
            chip = RadioChip(self._theme, self.tr(FAMILY_NAMES[family]))
            chip.setChecked(family is self._family)
            chip.clicked.connect(lambda _=False, family=family: self._choose_family(family))
            line.addWidget(chip)
        return holder

    def _choose_family(self, family: Family) -> None:
        self._family = family
        self._place()

    def _ask_menu(self, tile: CueTile, at: QPoint) -> None:
        self._rove(tile)
        self.menu_asked.emit(tile, tile.mapToGlobal(at))

    def _place(self, *, held: bool = False) -> None:
        """Puts every tile where this width wants it. `held`: a tile has the keyboard, or had it until now."""
        shape, held = self._shape, held or (self._stop is not None and self._stop.hasFocus())
        clear(self._likely_grid)
        clear(self._grid)
        for place, tile in enumerate(self._likely):
            tile.arrange(tall=shape.likely == 4, short=shape.short, tight=shape.tight[0])
            tile.setVisible(place < self._likely_shown)
            self._likely_grid.addWidget(tile, place // shape.likely, place % shape.likely)
        stretch(self._likely_grid, range(shape.likely))
        self._picker.setVisible(shape.narrow)
        for line, (family, tiles) in enumerate(self._rows.items()):
            shown = not shape.narrow or family is self._family
            for place, tile in enumerate(tiles):
                tile.arrange(tall=False, short=shape.short, tight=shape.tight[1])
                tile.setVisible(shown and (shape.narrow or place < shape.tiles))
            self._names[family].setVisible(not shape.narrow)
            self._more[family].setVisible(shown)
            if not shape.narrow:
                self._place_row(line, self._names[family], tiles[: shape.tiles], self._more[family])
            elif shown:
                for place, widget in enumerate((*tiles, self._more[family])):
                    self._grid.addWidget(widget, place // shape.tiles, place % shape.tiles)
        stretch(self._grid, range(shape.tiles) if shape.narrow else range(1, shape.tiles + 1))
        self._settle_stop(held=held)
        self.arranged.emit()

    def _place_row(self, line: int, name: QLabel, tiles: Sequence[CueTile], more: PushChip) -> None:
        self._grid.addWidget(name, line, 0)
        for place, tile in enumerate(tiles):
            self._grid.addWidget(tile, line, place + 1)
        self._grid.addWidget(more, line, MORE_COLUMN)

    def _settle_stop(self, *, held: bool) -> None:
        """Another stop for Tab, and for the keyboard, where the one there was is no longer shown."""
        stop = self._stop
        if stop is None or stop.isHidden():
            stop = self.first_tile()
        if stop is not None:
            self._rove(stop)
            if held:
                stop.setFocus()

    def _walk(self, start: QWidget, key: Qt.Key) -> bool:
        """Moves the focus to the nearest tile in an arrow's direction."""
        if key not in STEPS:
            return False
        if (to := nearest(start, self._pressable(), key, self)) is not None:
            self._rove(to)
            to.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(to)
        return True

    def _rove(self, stop: QWidget) -> None:
        """Makes one tile the board's only stop for Tab; arrows reach the others, Tab leaves the board."""
        self._stop = stop
        for widget in self._pressable():
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus if widget is stop else Qt.FocusPolicy.ClickFocus)

    def _pressable(self) -> list[QWidget]:
        rows = [widget for family, tiles in self._rows.items() for widget in (*tiles, self._more[family])]
        return [widget for widget in (*self._likely, *rows) if not widget.isHidden()]

    def _all_tiles(self) -> list[CueTile]:
        return [*self._likely, *(tile for tiles in self._rows.values() for tile in tiles)]

    def _name(self, words: str) -> QLabel:
        """In line with the tiles' edges."""
        made = as_heading(label("", "label"))
        made.setText(words)
        made.setIndent(RING + GAP)
        return made


def _drawing(tile: Tile) -> str:
    return cue_drawing(tile.drawn or tile.key, tile.family)
