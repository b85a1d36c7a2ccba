"""The cue board: Likely now, and four families in fixed rows. Tiles never move; arrows walk them, digits press Likely now."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from bonddiary.analysis.names import FAMILY_NAMES
from bonddiary.domain.catalog import Family
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.state import LogState, Tile
from bonddiary.ui.pages.page import Width
from bonddiary.ui.theme.icons import cue_drawing
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import column, label, row
from bonddiary.ui.widgets.press import CueTile, PushChip, RadioChip

DIGITS = ("1", "2", "3", "4")
TILES, MOST_COLUMNS = 5, 4
"""Tiles in a family's row where there is room; the rest are under More. Which tile stands where never changes."""

MORE_COLUMN = 8


class Board(QWidget):
    """Everything to press."""

    cue_pressed = Signal(str)
    meaning_asked = Signal(str)
    log_back_asked = Signal(str, int)
    more_asked = Signal(str)
    """A family's value."""

    def __init__(self, theme: Theme, state: LogState, beside: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = False
        self._in_row = TILES
        self._likely_shown = len(state.likely)
        self._family = Family.CRYING
        self.number_keys = True
        self._likely = [self._tile(tile, tall=True) for tile in state.likely]
        self._rows = {family: [self._tile(tile) for tile in tiles] for family, tiles in state.board}
        self._more = {family: self._more_button(family) for family in self._rows}
        self._names = {family: label(self.tr(FAMILY_NAMES[family]), "label") for family in self._rows}
        self._picker = self._family_picker()
        for widget in (*self._likely, *self._more.values(), *self._names.values(), self._picker):
            widget.setParent(self)  # shown without a parent it would be a window of its own
        for tiles in self._rows.values():
            for tile in tiles:
                tile.setParent(self)
        self._likely_row = QHBoxLayout()
        self._likely_row.setSpacing(0)
        for tile in self._likely:
            self._likely_row.addWidget(tile)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        likely_name = label(self.tr("Likely now"), "label")
        self.setLayout(column(row(likely_name, 1, beside), self._likely_row, self._picker, self._grid, gap=2))
        self._place()

    def render_state(self, state: LogState) -> None:
        """Shows the likely cues; the board itself never changes."""
        for shown, tile in zip(self._likely, state.likely, strict=False):
            if shown.key != tile.key:
                shown.show_cue(tile.key, tile.name, tile.family, cue_drawing(tile.key, tile.family))
                self._describe(shown, tile)

    def fit(self, room: int, width: Width, *, short: bool) -> None:
        """Shows as many tiles in a row as `room` pixels take; on a narrow window one family at a time."""
        for tile in (*self._likely, *(tile for tiles in self._rows.values() for tile in tiles)):
            tile.set_short(short and width is not Width.NARROW)
        narrow = width is Width.NARROW
        in_row = self._how_many(room, narrow)
        likely = next(
            (n for n in (4, 3) if sum(tile.minimumSizeHint().width() for tile in self._likely[:n]) <= room), 2
        )
        if (narrow, in_row, likely) != (self._narrow, self._in_row, self._likely_shown):
            self._narrow, self._in_row, self._likely_shown = narrow, in_row, likely
            self._place()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        stops = [w for w in self._pressable() if w.focusPolicy() is Qt.FocusPolicy.StrongFocus]
        if len(stops) != 1 and (first := self.first_tile()) is not None:
            self._rove(first)

    def _how_many(self, room: int, narrow: bool) -> int:
        """Tiles in a row: on a narrow window the columns of one family's grid."""
        if narrow:
            widest = max(tile.minimumSizeHint().width() for tile in self._rows[self._family])
            return max(1, min(MOST_COLUMNS, room // widest))
        beside = max(name.sizeHint().width() for name in self._names.values()) + max(
            more.sizeHint().width() for more in self._more.values()
        )
        columns = [
            max(tiles[n].minimumSizeHint().width() for tiles in self._rows.values() if n < len(tiles))
            for n in range(TILES)
        ]
        return next((n for n in range(TILES, 1, -1) if beside + sum(columns[:n]) <= room), 1)

    def first_tile(self) -> CueTile | None:
        """Where the focus goes when the page is entered."""
        return next(iter(self._likely), None) or next(
            (tile for tiles in self._rows.values() for tile in tiles), None
        )

    def _key(self, pressed_on: QWidget, event: QKeyEvent) -> bool:
        """Arrows walk the tiles, digits press Likely now; says whether it was one of those."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.number_keys and plain and event.text() in DIGITS:
            place = DIGITS.index(event.text())
            if place < len(self._likely) and self._likely[place].isVisible():
                self._likely[place].click()
            return True
        return plain and self._walk(pressed_on, Qt.Key(event.key()))

    def _tile(self, tile: Tile, *, tall: bool = False) -> CueTile:
        made = CueTile(
            self._theme, tile.key, tile.name, tile.family, cue_drawing(tile.key, tile.family), tall=tall
        )
        self._describe(made, tile)
        made.clicked.connect(lambda: self._press(made))
        made.customContextMenuRequested.connect(lambda at: self._open_menu(made, at))
        made.on_key = self._key
        return made

    def _press(self, tile: CueTile) -> None:
        self._rove(tile)
        self.cue_pressed.emit(tile.key)

    def _describe(self, made: CueTile, tile: Tile) -> None:
        family = self.tr(FAMILY_NAMES[tile.family])
        made.setAccessibleName(tile.name)
        made.setAccessibleDescription(self.tr("{0} cue. Press to note it.").format(family))

    def _more_button(self, family: Family) -> PushChip:
        made = PushChip(self._theme, self.tr("More…"))
        made.setAccessibleName(self.tr("More… {0} cues").format(self.tr(FAMILY_NAMES[family])))
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        made.clicked.connect(lambda: self.more_asked.emit(family.value))
        made.on_key = self._key
        return made

    def _family_picker(self) -> QWidget:
        holder = QWidget()
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

    def _open_menu(self, tile: CueTile, at: QPoint) -> None:
        from PySide6.QtWidgets import QMenu  # not needed for the first paint

        menu = QMenu(tile)
        menu.addAction(self.tr("Note as 10 min ago"), lambda: self.log_back_asked.emit(tile.key, 10))
        menu.addAction(self.tr("What may this mean?"), lambda: self.meaning_asked.emit(tile.key))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(tile.mapToGlobal(at))

    def _place(self) -> None:
        """Puts every tile where this width wants it."""
        while self._grid.count():
            self._grid.takeAt(0)
        for place, tile in enumerate(self._likely):
            tile.setVisible(place < self._likely_shown)
        self._picker.setVisible(self._narrow)
        for line, (family, tiles) in enumerate(self._rows.items()):
            shown = not self._narrow or family is self._family
            self._names[family].setVisible(not self._narrow)
            for place, tile in enumerate(tiles):
                tile.setVisible(shown and (self._narrow or place < self._in_row))
            self._more[family].setVisible(shown)
            if not self._narrow:
                self._grid.addWidget(self._names[family], line, 0)
                for place, tile in enumerate(tiles[: self._in_row]):
                    self._grid.addWidget(tile, line, place + 1)
                self._grid.addWidget(self._more[family], line, MORE_COLUMN)
            elif shown:
                for place, widget in enumerate((*tiles, self._more[family])):
                    self._grid.addWidget(widget, place // self._in_row, place % self._in_row)
        stretched = range(self._in_row) if self._narrow else range(1, self._in_row + 1)
        for column_ in range(MORE_COLUMN + 1):
            self._grid.setColumnStretch(column_, 1 if column_ in stretched else 0)

    def _walk(self, start: QWidget, key: Qt.Key) -> bool:
        """Moves the focus to the nearest tile in an arrow's direction."""
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if key not in steps:
            return False
        across, down = steps[key]
        here = start.mapTo(self, start.rect().center())
        best: tuple[float, QWidget] | None = None
        for other in self._pressable():
            there = other.mapTo(self, other.rect().center()) - here
            ahead, aside = there.x() * across + there.y() * down, there.x() * down + there.y() * across
            if other is not start and ahead > 4:
                score = ahead + 3 * abs(aside)
                if best is None or score < best[0]:
                    best = (score, other)
        if best is not None:
            self._rove(best[1])
            best[1].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _rove(self, stop: QWidget) -> None:
        """Makes one tile the board's only stop for Tab; arrows reach the others, Tab leaves the board."""
        for widget in self._pressable():
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus if widget is stop else Qt.FocusPolicy.ClickFocus)

    def _pressable(self) -> list[QWidget]:
        rows = [widget for family, tiles in self._rows.items() for widget in (*tiles, self._more[family])]
        return [widget for widget in (*self._likely, *rows) if widget.isVisible()]
