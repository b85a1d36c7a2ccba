"""Tonight's or today's moments beside the board, on a wide window."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy

from bonddiary.ui.delegates.recent import RecentDelegate
from bonddiary.ui.models.entries import EntryListModel
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.heading import as_heading
from bonddiary.ui.widgets.layout import column, label

WIDTH = 250


class RecentPanel(QFrame):
    """The newest first; one opens in the Timeline."""

    entry_opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self._title = as_heading(label("", "label"))
        self._model = EntryListModel(self)
        self._list = self._build_list()
        self._empty = label(self.tr("What you notice shows here."), "quiet", wrap=True)
        quiet = label(self.tr("Gaps are fine. Log what you can."), "quiet", wrap=True)
        self.setLayout(column(self._title, self._empty, self._list, quiet, gap=8, margins=(12, 14, 12, 14)))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._fit)
        self._fit()

    def render_state(self, state: LogState) -> None:
        """Shows the moments, or that there are none yet."""
        self._title.setText(self.tr(state.recent_title))
        self._list.setAccessibleName(self.tr(state.recent_title))
        self._model.show(state.recent)
        self._list.setVisible(bool(state.recent))
        self._empty.setVisible(not state.recent)

    def _build_list(self) -> QListView:
        made = QListView()
        made.setProperty("kind", "inside")
        made.setModel(self._model)
        made.setItemDelegate(RecentDelegate(self._theme))
        made.setResizeMode(QListView.ResizeMode.Adjust)  # rows are as high as their width makes them
        made.setMouseTracking(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.activated.connect(self._open)
        return made

    def _open(self, index: QModelIndex) -> None:
        self.entry_opened.emit(index.data(ROW_ROLE).ref)

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.look.px(WIDTH))
