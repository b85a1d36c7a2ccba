"""A short list of entries, newest first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex


class EntryListModel(QAbstractListModel):
    """Holds rows; patches what changed, so that the selection stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[EntryRow, ...] = ()

    def show(self, rows: Sequence[EntryRow]) -> None:
        """Shows these rows."""
        fresh = tuple(rows)
        if [row.ref for row in fresh] == [row.ref for row in self._rows]:
            changed = [
                place for place, (old, new) in enumerate(zip(self._rows, fresh, strict=True)) if old != new
            ]
            self._rows = fresh
            for place in changed:
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return None
