"""The entries as a model: a row each, or, in a narrow window, a card each with its fields under each other."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.catch_up.state import Cell, Field, TableRow
from bonddiary.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NONE = "—"
FIELDS = len(Field)


class EntriesModel(QAbstractTableModel):
    """Knows no entries, only their words; what is typed goes to `typed` (key, column, text)."""

    def __init__(self, theme: Theme, typed: Callable[[str, Field, str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._typed = typed
        self._rows: tuple[TableRow, ...] = ()
        self._stacked = False
        self.names = {
            Field.TIME: self.tr("Time"),
            Field.WHAT: self.tr("What"),
            Field.TRIED: self.tr("Tried"),
            Field.THEN: self.tr("Then"),
            Field.IN: self.tr("In"),
            Field.NOTE: self.tr("Note"),
        }

    @property
    def rows(self) -> Sequence[TableRow]:
        """What is shown."""
        return self._rows

    @property
    def stacked(self) -> bool:
        """Whether fields stand under each other."""
        return self._stacked

    def stack(self, stacked: bool) -> None:
        """Cards, or rows."""
        if stacked != self._stacked:
            self.beginResetModel()
            self._stacked = stacked
            self.endResetModel()

    def show(self, rows: tuple[TableRow, ...]) -> bool:
        """Shows other rows; says whether they are others than before, not the same in other words."""
        same = [row.key for row in rows] == [row.key for row in self._rows]
        if same:
            self._rows = rows
            if rows:
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def place(self, index: Index) -> tuple[TableRow, Field]:
        """The entry and the field at an index."""
        if self._stacked:
            return self._rows[index.row() // FIELDS], Field(index.row() % FIELDS)
        return self._rows[index.row()], Field(index.column())

    def index_of(self, key: str, field: Field) -> QModelIndex:
        """Where a field of an entry is; invalid where it isn't shown."""
        at = next((place for place, row in enumerate(self._rows) if row.key == key), None)
        if at is None:
            return QModelIndex()
        return self.index(at * FIELDS + field, 0) if self._stacked else self.index(at, field)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows) * (FIELDS if self._stacked else 1)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1 if self._stacked else FIELDS

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if self._cell(index).editable else usual

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell, field = self._cell(index), self.place(index)[1]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{cell.text}\n{cell.problem}" if cell.problem else cell.text or NONE
        if role == Qt.ItemDataRole.EditRole:
            return cell.text
        if role == Qt.ItemDataRole.ForegroundRole and cell.problem:
            return QColor(self._theme.look.tokens.problem)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = cell.text or self.tr("nothing yet")
            return f"{self.names[field]}: {said}. {cell.problem}".strip()
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, field = self.place(index)
        if str(value).strip() != self._cell(index).text or self._cell(index).problem:
            self._typed(row.key, field, str(value).strip())
        return True

    @override
    def headerData(
        self, section: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if across is Qt.Orientation.Horizontal and not self._stacked:
            return self.names[Field(section)]
        if across is Qt.Orientation.Vertical and self._stacked:
            return self.names[Field(section % FIELDS)]
        return None

    def _cell(self, index: Index) -> Cell:
        row, field = self.place(index)
        return row.cells[field]
