"""Draws Recently deleted: what can still be brought back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from bonddiary.diary.changes import Change
from bonddiary.ui.delegates.timeline import Shape, TimelineDelegate
from bonddiary.ui.models.entries import EntryListModel
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.timeline.deleted_presenter import DeletedPresenter, DeletedState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import button, column, label
from bonddiary.ui.widgets.words import Heading


class DeletedView(QWidget):
    """In place of the Timeline."""

    closed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = Heading(self.tr("Recently deleted"), "title")
        self._words = label(
            self.tr(
                "Entries stay here for 30 days or a little longer. Then they are erased and can’t come back."
            ),
            "quiet",
            wrap=True,
        )
        self._back = button(self.tr("Back to Timeline"), "small")
        self._restore = button(self.tr("Restore"), "primary")
        self._restore.clicked.connect(self._bring_back)
        self._back.clicked.connect(self.closed)
        flow = FlowLayout(gap=8)
        for part in (self._back, self._restore):
            flow.addWidget(part)
        self._bar, self._empty = InlineBar(), label("", "quiet", wrap=True)
        self._model = EntryListModel(self)
        self._list = self._build_list()
        parts = (self._title, self._words, holding(flow), self._bar, self._empty)
        whole = column(*parts, self._list, gap=10)
        whole.addStretch()  # without a list the words stay at the top
        whole.setStretchFactor(self._list, 1)
        self.setLayout(whole)
        self.presenter = DeletedPresenter(session, self._render)
        session.diary_changed.connect(self._on_change)
        theme.changed.connect(lambda: QTimer.singleShot(0, self, self._fit))

    def enter(self) -> None:
        """It comes into view."""
        self.presenter.enter()
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))
            self._list.setFocus()
        else:
            self._back.setFocus()

    def chosen(self) -> list[EntryRow]:
        """The rows chosen, in their order."""
        rows = sorted(index.row() for index in self._list.selectedIndexes())
        return [self._model.index(row).data(ROW_ROLE) for row in rows]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.hasFocus():
            self._bring_back()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _build_list(self) -> QListView:
        made = QListView()
        made.setAccessibleName(self.tr("Recently deleted, newest deletion first"))
        made.setModel(self._model)
        self._delegate = TimelineDelegate(self._theme)
        made.setItemDelegate(self._delegate)
        made.setUniformItemSizes(True)
        made.setMouseTracking(True)
        made.setMinimumHeight(1)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        return made

    def _render(self, state: DeletedState) -> None:
        held = self._list.currentIndex().row()
        self._model.show(state.rows)
        self._empty.setText(state.empty)
        self._empty.setVisible(bool(state.empty))
        self._list.setVisible(bool(state.rows))
        self._restore.setVisible(bool(state.rows))
        if state.problem:
            self._bar.say(state.problem)
        else:
            self._bar.say(state.done, (self.tr("Undo"), self.presenter.undo), kind="strip")
        if state.rows and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(min(max(held, 0), len(state.rows) - 1)))

    def _bring_back(self) -> None:
        self.presenter.restore([row.ref for row in self.chosen()])
        (self._list if self.presenter.state.rows else self._back).setFocus()

    def _on_change(self, change: Change) -> None:
        if self.isVisible():
            self.presenter.on_change()

    def _fit(self) -> None:
        shape = Shape.of(self._list.viewport().width() / self._theme.look.scale)
        if shape is Shape.COLUMNS:
            shape = Shape.TWO_LINES  # the column of times has no room for days
        if shape is not self._delegate.shape:
            self._delegate.shape = shape
            self._list.doItemsLayout()
