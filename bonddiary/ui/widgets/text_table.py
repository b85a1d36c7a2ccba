"""A table of a chart's numbers: as wide and high as its words, with row headers that stay in sight."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
)

from bonddiary.analysis.insight import Table
from bonddiary.ui.models.text_table import TextTableModel, tab_separated
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import column, label

TIGHT = 18
"""What the stylesheet keeps free on both sides of a row's name, and a hair more."""
MOST_ROWS = 16
"""A longer table scrolls inside itself."""


class TextTable(QTableView):
    """Arrow keys walk the cells, Tab leaves the table, Ctrl+C copies the chosen rows, or all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = TextTableModel(self)
        self.setModel(self._model)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
        self._corner = label(kind="strong")
        self._around_corner = self.findChildren(QAbstractButton)[0]
        self._around_corner.setLayout(column(self._corner))
        self._around_corner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around_corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._fit)

    def show_table(self, table: Table) -> None:
        """Shows another table."""
        self.setAccessibleName(table.caption)
        self._corner.setText(table.headers[0])
        self._around_corner.setAccessibleName(table.headers[0])
        self._model.show(table)
        self._fit()

    def copy(self) -> None:
        """Puts the chosen rows, or all, on the clipboard, as tab-separated lines."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        QGuiApplication.clipboard().setText(tab_separated(self._model.table, chosen or None))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.height())

    def _fit(self) -> None:
        """Sets columns as wide as their words, rows as high as their names, itself as large as all of them.

        Where there's no room, names take half of the width in several lines and numbers scroll sideways.
        """
        table, look = self._model.table, self._theme.look
        self.ensurePolished()
        tight = look.px(TIGHT)
        self._corner.setContentsMargins(look.px(8), 0, 4, 0)  # in line with the names under it
        room, whole = look.px(28), self._name_width() + look.px(28)
        for place in range(1, len(table.headers)):
            self.setColumnWidth(place - 1, self._column_width(place) + room)
        bars = self.verticalScrollBar().sizeHint().width() if len(table.rows) > MOST_ROWS else 0
        frame = 2 * self.frameWidth() + 2
        full = whole + self.horizontalHeader().length() + bars + frame
        squeezed = self.width() < full
        names = min(whole, max(self.width() // 2, self._longest_word() + tight)) if squeezed else whole
        self.verticalHeader().setFixedWidth(names)
        for place, row in enumerate(table.rows):
            self.setRowHeight(place, self._lines_height(row[0], names - tight))
        self.horizontalHeader().setFixedHeight(self.fontMetrics().height() + look.px(16))
        rows = sum(self.rowHeight(place) for place in range(min(MOST_ROWS, len(table.rows))))
        scroll = self.horizontalScrollBar().sizeHint().height() if squeezed else 0
        self.setMaximumWidth(full)
        self.setFixedHeight(self.horizontalHeader().height() + rows + scroll + frame)

    def _strong(self) -> QFontMetrics:
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        return QFontMetrics(font)

    def _names(self) -> list[str]:
        table = self._model.table
        return [table.headers[0], *(row[0] for row in table.rows)]

    def _name_width(self) -> int:
        return max(map(self._strong().horizontalAdvance, self._names()))

    def _longest_word(self) -> int:
        return max(map(self._strong().horizontalAdvance, " ".join(self._names()).split()), default=0)

    def _column_width(self, place: int) -> int:
        table = self._model.table
        cells = max((self.fontMetrics().horizontalAdvance(row[place]) for row in table.rows), default=0)
        return max(cells, self._strong().horizontalAdvance(table.headers[place]))

    def _lines_height(self, name: str, width: int) -> int:
        wrapped = self._strong().boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, name)
        return wrapped.height() + self._theme.look.px(12)
