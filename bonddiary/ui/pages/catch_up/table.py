"""The table to type in: the whole of Catch up without the ruler."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.catch_up.state import Field, TableRow
from bonddiary.ui.pages.catch_up.table_model import FIELDS, EntriesModel
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.keyed import ENTER
from bonddiary.ui.widgets.layout import UNBOUND

Index = QModelIndex | QPersistentModelIndex
WIDTHS = {Field.THEN: 120, Field.IN: 104}
"""Columns that keep their width, at 100 %; the others share the rest."""
SPAN, BESIDE, LINES = "12:58pm to 12:58am", 24, 10
"""The longest time of a stretch stands in one line, with this much beside it; so much is over and under lines of words."""
ROW = 42


class Several(QCompleter):
    """Completes the last of several names with commas between them, in the line itself."""

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rsplit(",", 1)[-1].strip().removeprefix("then ")]

    @override
    def pathFromIndex(self, index: Index) -> str:
        widget = self.widget()
        before = widget.text() if isinstance(widget, QLineEdit) else ""
        first = f"{before.rsplit(',', 1)[0]}, " if "," in before else ""
        return first + str(super().pathFromIndex(index))


class ListEditor(QComboBox):
    """A list in a cell: choosing from what it opens is done with it; keys go on until Enter."""

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._in_key = False
        self.activated.connect(self._pick)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._in_key = True
        super().keyPressEvent(event)
        self._in_key = False
        if event.key() in ENTER:
            event.accept()  # else the table would open the cell again

    def _pick(self) -> None:
        if not self._in_key:
            self.picked.emit()


class CellDelegate(QStyledItemDelegate):
    """A line to type in, or a list to choose from."""

    def __init__(self, theme: Theme, offers: Callable[[Field], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offers = offers

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, EntriesModel)
        row, field = model.place(index)
        name = f"{model.names[field]}, {row.words}"
        editor: QWidget
        if field in (Field.WHAT, Field.THEN, Field.IN):
            choice = ListEditor(parent)
            choice.setEditable(field is not Field.THEN)
            choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            choice.addItems(["", *self._offers(field)])
            choice.picked.connect(lambda: self._finish(choice))
            editor = choice
        else:
            line = QLineEdit(parent)
            if field is Field.TRIED:
                completer = Several(list(self._offers(field)), line)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
                line.setCompleter(completer)
            editor = line
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(row.cells[field].problem)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(text)))
            if editor.isEditable():
                editor.setEditText(text)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(model, EntriesModel)
        text = editor.currentText() if isinstance(editor, QComboBox) else ""
        model.setData(index, editor.text() if isinstance(editor, QLineEdit) else text)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint, look = super().sizeHint(option, index), self._theme.look
        room = QRect(
            0, 0, option.rect.width() - look.px(BESIDE), UNBOUND
        )  # Qt forgets what the style keeps free
        words = option.fontMetrics.boundingRect(
            room, Qt.TextFlag.TextWordWrap, str(index.data() or "")
        ).height()
        return QSize(hint.width(), max(hint.height(), words + look.px(LINES), look.px(ROW)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if isinstance(model, EntriesModel) and model.stacked and index.row() % FIELDS == 0 and index.row():
            painter.save()
            painter.setPen(QPen(QColor(self._theme.look.tokens.edge), 2))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
            painter.restore()

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class EntriesTable(QTableView):
    """Arrows walk the cells, Enter and F2 edit, Delete deletes the row, Tab leaves the table."""

    delete_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        typed: Callable[[str, Field, str], None],
        offers: Callable[[Field], Sequence[str]],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[TableRow, ...] = ()
        self._entries = EntriesModel(theme, typed, self)
        self.setModel(self._entries)
        self._delegate = CellDelegate(theme, offers, self)
        self.setItemDelegate(self._delegate)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed
            | triggers.EditKeyPressed
            | triggers.DoubleClicked
            | triggers.SelectedClicked
        )
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(self.tr("Entries in these hours"))
        theme.changed.connect(self._fit)
        self.stack(False)

    @property
    def current_key(self) -> str | None:
        """The id of the entry that the keyboard is on; None for none."""
        index = self.currentIndex()
        return self._entries.place(index)[0].key if index.isValid() else None

    def stack(self, stacked: bool) -> None:
        """Cards for a narrow window, or rows."""
        self._entries.stack(stacked)
        self.horizontalHeader().setVisible(not stacked)
        self.verticalHeader().setVisible(stacked)
        self._fit()

    def show_rows(self, rows: tuple[TableRow, ...]) -> None:
        """Shows these; while a cell is edited, as soon as that is over."""
        self._rows = rows
        if self.state() is QAbstractItemView.State.EditingState:
            QTimer.singleShot(0, self, self._show_later)
        else:
            self._show_now()

    def edit_cell(self, key: str, field: Field) -> None:
        """Begins to edit a field of an entry."""
        self._show_now()
        index = self._entries.index_of(key, field)
        if index.isValid():
            self.setFocus()
            self.setCurrentIndex(index)
            self.edit(index)

    def finish(self) -> None:
        """What is half typed in a cell counts as typed."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus()  # a cell that loses the keyboard takes its text

    @override
    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        QTimer.singleShot(0, self, self._show_later)

    def _show_later(self) -> None:
        """Not over a cell that is still edited: what is typed there would be gone."""
        if self.state() is not QAbstractItemView.State.EditingState:
            self._show_now()

    def _show_now(self) -> None:
        here = self.currentIndex()
        at = self._entries.place(here) if here.isValid() else None
        if self._entries.show(self._rows) and at is not None:
            index = self._entries.index_of(at[0].key, at[1])
            if not index.isValid() and self._rows:
                last = min(here.row(), self._entries.rowCount() - 1)
                index = self._entries.index(last, min(here.column(), self._entries.columnCount() - 1))
            self.setCurrentIndex(index)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if (
            event.key() in ENTER
            and index.isValid()
            and self.state() is not QAbstractItemView.State.EditingState
        ):
            self.edit(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.delete_asked.emit(self._entries.place(index)[0].key)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
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
        return QSize(160, self.height())

    def _fit(self) -> None:
        """As wide as the page, as high as its rows: it is the page that scrolls."""
        look, frame = self._theme.look, 2 * self.frameWidth()
        room = self.width() - frame
        if self._entries.stacked:
            names = max(map(self.fontMetrics().horizontalAdvance, self._entries.names.values()))
            self.verticalHeader().setFixedWidth(min(names + look.px(32), room // 2))
            self.setColumnWidth(0, room - self.verticalHeader().width())
        else:
            fixed = {field: look.px(width) for field, width in WIDTHS.items()}
            fixed[Field.TIME] = self.fontMetrics().horizontalAdvance(SPAN) + look.px(BESIDE)
            share = max(60, (room - sum(fixed.values())) // (FIELDS - len(fixed)))
            for field in Field:
                self.setColumnWidth(field, fixed.get(field, share))
        self.resizeRowsToContents()
        head = 0 if self._entries.stacked else self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + self.verticalHeader().length() + frame + 2)
