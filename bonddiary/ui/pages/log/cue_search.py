"""Every cue in one searchable list: what More… opens, in the board's place."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QListWidgetItem, QWidget

from bonddiary.analysis.word_search import Part, WordIndex
from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.ui.delegates.cue_row import HEADING, HEADING_ROLE, ROW, CueRowDelegate
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.state import Tile
from bonddiary.ui.theme.icons import cue_drawing, icon
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.heading import as_heading
from bonddiary.ui.widgets.layout import column, label, row
from bonddiary.ui.widgets.press import GAP, RING
from bonddiary.ui.widgets.reading import WordButton

EDGE = RING + GAP
BESIDE = 22
"""Width in heights of a line from which the way back stands beside the field, else under the list."""
KEY_ROLE = Qt.ItemDataRole.UserRole


class CueSearch(QWidget):
    """Type a few letters, press Enter. Typing errors are forgiven; a hidden cue is found and says so."""

    chosen = Signal(str)
    closed = Signal()
    menu_asked = Signal(object, str, object)
    """The list, a cue's key, and where on the screen."""
    own_asked = Signal(str)
    """A cue of one's own is to be added; what was typed may be its name."""

    def __init__(self, theme: Theme, other_names: Callable[[Tile], Iterable[str]]) -> None:
        super().__init__()
        self._theme = theme
        self._other_names = other_names
        self._tiles: dict[str, Tile] = {}
        self._index = WordIndex(())
        self._purpose = as_heading(label("", "section", wrap=True))
        self._field = QLineEdit(placeholderText=self.tr("Find a cue: hands, cough, wriggle…"))
        self._field.setClearButtonEnabled(True)
        for clear in self._field.findChildren(QAbstractButton):
            clear.setAccessibleName(self.tr("Clear what is looked for"))
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setItemDelegate(CueRowDelegate(theme))
        self._list.itemActivated.connect(lambda item: self.chosen.emit(item.data(KEY_ROLE)))
        self._list.itemClicked.connect(lambda item: self.chosen.emit(item.data(KEY_ROLE)))
        self._list.setMinimumHeight(160)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._ask_menu)
        self._list.installEventFilter(self)
        self._none = label(
            self.tr("No cue has these letters. Press the nearest one and add a note."), "quiet", wrap=True
        )
        self._none.hide()
        self._back = WordButton(theme, self.tr("Back to the board"), "plain")
        self._back.clicked.connect(self.closed)
        own = WordButton(theme, self.tr("Add your own cue…"), "plain")
        own.clicked.connect(lambda: self.own_asked.emit(self._field.text().strip()))
        self._top = row(self._field, self._back)
        self._body = column(self._purpose, self._top, self._none, self._list, own, gap=8)
        self._body.setContentsMargins(EDGE, 0, EDGE, 0)  # in line with the tiles' edges
        self.setLayout(self._body)

    def open(self, tiles: tuple[Tile, ...], family: Family | None, purpose: str) -> None:
        """Shows all cues, those of one family first, and takes the focus. `purpose` says what a press does."""
        self._purpose.setText(purpose)
        self.setAccessibleName(purpose)
        self._list.setAccessibleName(purpose)
        self._field.setAccessibleName(self.tr("{0}. Find a cue").format(purpose))
        self._take(sorted(tiles, key=lambda tile: tile.family is not family))
        self._field.clear()
        self._filter("")
        self._field.setFocus()

    def renew(self, tiles: tuple[Tile, ...]) -> None:
        """Shows what has become of the cues; the list stays where it is."""
        place, at = self._list.currentRow(), self._list.verticalScrollBar().value()
        first = next(iter(self._tiles.values()), None)
        self._take(sorted(tiles, key=lambda tile: first is None or tile.family is not first.family))
        self._filter(self._field.text())
        self._list.setCurrentRow(min(place, self._list.count() - 1))
        self._list.verticalScrollBar().setValue(at)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE * self._field.fontMetrics().height()
        if beside != (self._top.indexOf(self._back) >= 0):
            self._move_back(beside=beside)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._list:
                return self._list_key(event)
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._list.setFocus()
                self._list.setCurrentRow(0)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found():
                self.chosen.emit(self._list.item(0).data(KEY_ROLE))
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, tiles: Iterable[Tile]) -> None:
        self._tiles = {tile.key: tile for tile in tiles}
        self._index = WordIndex(
            (
                tile.key,
                [(Part.NAME, tile.name), *((Part.OTHER_NAME, each) for each in self._other_names(tile))],
            )
            for tile in self._tiles.values()
        )

    def _move_back(self, *, beside: bool) -> None:
        """Large words leave little room: there what is found stands right under the field."""
        if beside:
            self._body.removeWidget(self._back)
            self._top.addWidget(self._back)
        else:
            self._top.removeWidget(self._back)
            self._body.insertWidget(self._body.indexOf(self._list) + 1, self._back)

    def _list_key(self, event: QKeyEvent) -> bool:
        """Shift+F10 is the Menu key of keyboards that have none."""
        if (event.key(), event.modifiers()) == (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier):
            self._ask_menu(self._list.visualItemRect(self._list.currentItem()).center())
            return True
        return False

    def _ask_menu(self, at: QPoint) -> None:
        item = self._list.itemAt(at) or self._list.currentItem()
        if item is not None:
            self._list.setCurrentItem(item)
            self.menu_asked.emit(self._list, item.data(KEY_ROLE), self._list.viewport().mapToGlobal(at))

    def _found(self) -> bool:
        """Enter with nothing typed, or a key held down on More…, notes nothing."""
        return bool(self._field.text().strip()) and self._list.count() > 0

    def _filter(self, text: str) -> None:
        found = self._index.find(text)
        keys = [*(key for key, _ in found.exact), *found.near] if text.strip() else list(self._tiles)
        size = self._theme.look.px(24)
        self._list.clear()
        self._list.setIconSize(QSize(size, size))
        last: Family | None = None
        for tile in (self._tiles[key] for key in keys):
            heading = not text.strip() and tile.family is not last
            self._list.addItem(self._item(tile, size, heading=heading))
            last = tile.family
        self._none.setVisible(self._list.count() == 0)

    def _item(self, tile: Tile, size: int, *, heading: bool) -> QListWidgetItem:
        """A cue; the first of its family has the family's name above it."""
        look, family = self._theme.look, self.tr(FAMILY_NAMES[tile.family])
        words = self.tr("{0} – hidden").format(tile.name) if tile.hidden else tile.name
        drawing = cue_drawing(tile.drawn or tile.key, tile.family)
        item = QListWidgetItem(icon(drawing, look.tokens.family[tile.family], size), words)
        item.setData(KEY_ROLE, tile.key)
        item.setData(HEADING_ROLE, family if heading else "")
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, family)
        item.setSizeHint(QSize(0, look.px(ROW + (HEADING if heading else 0))))
        return item
