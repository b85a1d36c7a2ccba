"""Cues and tips as the list on the Tips page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bonddiary.domain.catalog import Family
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex


class RowKind(StrEnum):
    """What a row leads to. A shelf is a heading: it leads nowhere."""

    SHELF = "shelf"
    CUE = "cue"
    TIP = "tip"


@dataclass(frozen=True, slots=True)
class TipRow:
    """One row: words and drawing, nothing left for the painter to decide."""

    kind: RowKind
    key: str
    title: str
    about: str = ""
    """The second line."""
    family: Family | None = None
    """None is drawn in quiet ink."""
    drawing: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ". ".join(part for part in (self.title, self.about) if part)


class TipListModel(QAbstractListModel):
    """Holds the rows; a shelf can't be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TipRow, ...] = ()

    def show(self, rows: Sequence[TipRow]) -> bool:
        """Shows these rows; whether they are others than before."""
        fresh = tuple(rows)
        other = fresh != self._rows
        if other:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
        return other

    def place_of(self, kind: RowKind, key: str) -> QModelIndex:
        """Where a row is; an invalid index when it isn't shown."""
        found = (place for place, row in enumerate(self._rows) if row.kind is kind and row.key == key)
        place = next(found, None)
        return QModelIndex() if place is None else self.index(place)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].kind is RowKind.SHELF:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None
