"""Every cue in one searchable list: what More… opens, in the board's place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.state import Tile
from bonddiary.ui.theme.icons import cue_drawing, icon
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import button, column, label, row
from bonddiary.ui.widgets.press import GAP, RING

EDGE = RING + GAP


class CueSearch(QWidget):
    """Type a few letters, press Enter."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, words_of: Callable[[Tile], str]) -> None:
        super().__init__()
        self._theme = theme
        self._words_of = words_of
        self._tiles: tuple[Tile, ...] = ()
        self._field = QLineEdit(placeholderText=self.tr("Find a cue: hands, cough, wriggle…"))
        self._field.setAccessibleName(self.tr("Find a cue"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Cues"))
        self._list.setUniformItemSizes(True)
        self._list.itemActivated.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self._list.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self._list.setMinimumHeight(160)
        self._none = label(
            self.tr("No cue has these letters. Press the nearest one and add a note."), "quiet", wrap=True
        )
        self._none.hide()
        back = button(self.tr("Back to the board"), "small")
        back.clicked.connect(self.closed)
        # in line with the tiles' edges
        self.setLayout(
            column(row(self._field, back), self._none, self._list, gap=8, margins=(EDGE, 0, EDGE, 0))
        )

    def open(self, tiles: tuple[Tile, ...], family: Family | None) -> None:
        """Shows all cues, those of one family first, and takes the focus."""
        self._tiles = tuple(sorted(tiles, key=lambda tile: tile.family is not family))
        self._field.clear()
        self._filter("")
        self._field.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._list.setFocus()
                self._list.setCurrentRow(0)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found():
                self.chosen.emit(self._list.item(0).data(Qt.ItemDataRole.UserRole))
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _found(self) -> bool:
        """Enter with nothing typed, or a key held down on More…, notes nothing."""
        return bool(self._field.text().strip()) and self._list.count() > 0

    def _filter(self, text: str) -> None:
        tokens = self._theme.look.tokens
        size = self._theme.look.px(24)
        self._list.clear()
        self._list.setIconSize(QSize(size, size))
        for tile in self._tiles:
            if text.strip().casefold() in self._words_of(tile):
                drawing = cue_drawing(tile.key, tile.family)
                item = QListWidgetItem(icon(drawing, tokens.family[tile.family], size), tile.name)
                item.setData(Qt.ItemDataRole.UserRole, tile.key)
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, self.tr(FAMILY_NAMES[tile.family]))
                item.setSizeHint(QSize(0, self._theme.look.px(44)))
                self._list.addItem(item)
        self._none.setVisible(self._list.count() == 0)
