"""What a file held that didn't come in, row by row with the reason."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTableView, QWidget

from bonddiary.exchange.spec import Skipped
from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.layout import button, column, row
from bonddiary.ui.widgets.plain import plain_tip
from bonddiary.ui.widgets.words import Heading, Words

Index = QModelIndex | QPersistentModelIndex


class LeftOutModel(QAbstractTableModel):
    """Line, reason, the row's own words."""

    def __init__(self, rows: Sequence[Skipped], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._heads = (self.tr("Line"), self.tr("Why it was left out"), self.tr("The row"))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        skipped = self._rows[index.row()]
        line = f"{skipped.line:,}" if skipped.line else "–"
        shown = (line, skipped.reason, skipped.row)[index.column()]
        return plain_tip(shown) if role == Qt.ItemDataRole.ToolTipRole else shown

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads[section]
        return None


class LeftOutDialog(QDialog):
    """Stands beside the window and holds nothing up. The file itself is as it was."""

    def __init__(self, parent: QWidget, name: str, rows: Sequence[Skipped], notes: Sequence[str]) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What was read"))
        self.resize(760, 480)
        close = button(self.tr("Close"))
        close.clicked.connect(self.close)
        parts: list[QWidget] = [Heading(name, "section"), *(Words(note) for note in notes)]
        if rows:
            parts.append(self._table(rows))
        space = () if rows else (1,)  # a few lines stand at the top
        self.setLayout(column(*parts, *space, row(1, close), gap=12, margins=(20, 16, 20, 16)))

    def _table(self, rows: Sequence[Skipped]) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Rows that were left out"))
        table.setModel(LeftOutModel(rows, table))
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        heads.resizeSection(2, 260)
        return table
