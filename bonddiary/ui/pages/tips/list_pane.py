"""The left side of the Tips page: search, what to show, the list."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QListView, QWidget

from bonddiary.ui.delegates.tip_row import TipDelegate
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.tip_rows import RowKind, TipListModel, TipRow
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.tips.filters import Filters
from bonddiary.ui.pages.tips.state import Asked, Nothing, TipsState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, frame, label, scrolling
from bonddiary.ui.widgets.press import GAP, RING, CheckChip
from bonddiary.ui.widgets.reading import WordButton

EDGE = RING + GAP
"""How far a chip's body lies inside its widget: fields and rows start there too."""
LEAST_LIST = 142
"""A heading and two rows."""


class ListPane(QWidget):
    """Everything there is an article about."""

    searched = Signal(str)
    age_toggled = Signal(bool)
    widened = Signal()
    passed = Signal(str, str)
    """The keyboard or a click has come to a row: its kind and key."""
    opened = Signal(str, str)
    """Enter was pressed on a row."""
    clicked = Signal(str, str)
    best_asked = Signal()
    """Enter was pressed in the search field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown = Asked()
        self._field = self._build_field()
        self.filters = Filters(theme)
        self._age = CheckChip(theme, "")
        self._age.toggled.connect(self.age_toggled)  # by screen readers too
        self._list, self._model = self._build_list(theme)
        self._none = label("", wrap=True)
        self._widen = WordButton(theme, self.tr("See everything"), "plain")
        self._widen.clicked.connect(self.widened)
        self._nothing = frame("card", column(self._none, self._widen, gap=10, margins=(14, 14, 14, 14)))
        self._theme = theme
        top = column(self._field, self.filters, gap=6, margins=(EDGE, 0, EDGE, 0))
        rest = column(self._nothing, self._list, margins=(EDGE, 0, EDGE, 0))
        rest.setStretchFactor(self._list, 1)
        rest.setAlignment(self._nothing, Qt.AlignmentFlag.AlignTop)  # as high as its words, not as the list
        flow = FlowLayout()  # where words are large the chip takes two lines
        flow.addWidget(self._age)
        body = column(top, holding(flow), rest, gap=6)
        body.setStretchFactor(rest, 1)
        body.addStretch(0)
        inside = QWidget()
        inside.setLayout(body)
        self._scroll = scrolling(
            inside
        )  # where words are large, search and list don't fit one above the other
        self.setLayout(column(self._scroll))
        self._nothing.hide()
        theme.changed.connect(self._fit)
        self._fit()

    def show_state(self, state: TipsState) -> None:
        """Draws the list."""
        if self._field.text() != state.query:
            with QSignalBlocker(self._field):
                self._field.setText(state.query)
        self.filters.show_state(state)
        self._age.setVisible(bool(state.age_words))
        self._age.setText(self.tr("Usual at {0} first").format(state.age_words))
        with QSignalBlocker(self._age):
            self._age.setChecked(state.age_first)
        self._show_nothing(state.nothing)
        with QSignalBlocker(self._list.selectionModel()):
            self._show_rows(state)
            self._select(state)

    def start_finding(self) -> None:
        """The keyboard goes to the search field."""
        self._field.setFocus()
        self._field.selectAll()
        self._scroll.ensureWidgetVisible(self._field)

    def take_focus(self) -> None:
        """The keyboard goes to the list, or to the search where the list is empty."""
        taker = self._field if self._list.isHidden() else self._list
        taker.setFocus()
        self._scroll.ensureWidgetVisible(taker)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._typed(event.key()) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _typed(self, key: int) -> bool:
        if key == Qt.Key.Key_Down:
            self._go_to_first()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.best_asked.emit()
            return True
        if key == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            return True
        return False

    def _go_to_first(self) -> None:
        rows = (self._model.index(place) for place in range(self._model.rowCount()))
        first = next((row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable), None)
        if first is not None:
            self._list.setFocus()
            self._list.setCurrentIndex(first)

    def _build_field(self) -> QLineEdit:
        field = QLineEdit(placeholderText=self.tr("Find: hands, cough, sleepy…"))
        field.setAccessibleName(self.tr("Find a cue or a tip"))
        field.setClearButtonEnabled(True)
        for clear in field.findChildren(QAbstractButton):
            clear.setAccessibleName(self.tr("Clear what is looked for"))
        field.textChanged.connect(self.searched)
        field.installEventFilter(self)
        return field

    def _build_list(self, theme: Theme) -> tuple[QListView, TipListModel]:
        view, model = QListView(), TipListModel(self)
        view.setProperty("kind", "inside")
        view.setAccessibleName(self.tr("Cues and tips"))
        view.setModel(model)
        view.setItemDelegate(TipDelegate(theme))
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.selectionModel().currentChanged.connect(lambda now, _: self._say(self.passed, now))
        view.activated.connect(lambda index: self._say(self.opened, index))
        view.clicked.connect(lambda index: self._say(self.clicked, index))
        return view, model

    def _fit(self) -> None:
        self._list.setMinimumHeight(self._theme.look.px(LEAST_LIST))

    def _say(self, signal: SignalInstance, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, TipRow) and row.kind is not RowKind.SHELF:
            signal.emit(row.kind.value, row.key)

    def _show_nothing(self, nothing: Nothing | None) -> None:
        self._nothing.setVisible(nothing is not None)
        self._list.setVisible(nothing is None)
        if nothing is not None:
            self._none.setText(self.tr(nothing.words))
            self._widen.setText(self.tr(nothing.widen))
            self._widen.updateGeometry()

    def _show_rows(self, state: TipsState) -> None:
        """Another question starts at the top; the same one with other rows stays where it was read."""
        bar = self._list.verticalScrollBar()
        at = bar.value() if state.asked == self._shown else 0
        self._shown = state.asked
        if self._model.show(state.rows):
            self._list.doItemsLayout()
            bar.setValue(at)

    def _select(self, state: TipsState) -> None:
        """Keeps the row of the article shown, where the list holds it."""
        article = state.article
        index = self._model.place_of(article.kind, article.key) if article else QModelIndex()
        if index != self._list.currentIndex() or not self._list.selectionModel().isSelected(index):
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._list.selectionModel().setCurrentIndex(index, chosen)
            self._list.viewport().update()
