"""A chart's numbers as a model: the first column names its row and stands apart as the row's header."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bonddiary.analysis.insight import Table
from bonddiary.domain.direction import unmarked
from bonddiary.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
EMPTY = Table("", ("",), ())
_START = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_WRAPPED = _START | int(Qt.TextFlag.TextWordWrap)
_END = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


def tab_separated(table: Table, rows: Sequence[int] | None = None) -> str:
    """All rows, or some, under the headers, as lines that a spreadsheet takes."""
    chosen = table.rows if rows is None else [table.rows[row] for row in rows]
    return unmarked("".join("\t".join(cells) + "\n" for cells in (table.headers, *chosen)))


class TextTableModel(QAbstractTableModel):
    """Read-only. Numbers stand at the end of their cell, words at the start."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = EMPTY
        self._ends: tuple[bool, ...] = ()

    def show(self, table: Table) -> None:
        """Shows another table."""
        if table == self.table:
            return
        self.beginResetModel()
        self.table = table
        columns = range(1, len(table.headers))
        self._ends = tuple(any(row[column][:1].isdigit() for row in table.rows) for column in columns)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.table.headers) - 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[index.row()][index.column() + 1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _END if self._ends[index.column()] else _START
        return None

    @override
    def headerData(
        self, section: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        down = across is Qt.Orientation.Vertical
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[section][0] if down else self.table.headers[section + 1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _WRAPPED if down else _END if self._ends[section] else _START
        return None
