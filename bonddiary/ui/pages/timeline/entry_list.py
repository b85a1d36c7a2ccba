"""The list of days and entries. Whoever stands on an entry stands on it also after the list has changed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListView

from bonddiary.domain.records import Ref
from bonddiary.ui.delegates.timeline import Shape, TimelineDelegate
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.timeline import Day, TimelineModel
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme


class EntryList(QListView):
    """Shows a model of the Timeline."""

    def __init__(self, theme: Theme, model: TimelineModel) -> None:
        super().__init__()
        self._theme = theme
        self._rows = model
        self._gone: set[Ref] = set()
        """Entries that went while they were stood on: where one comes back, it is stood on again."""
        self.setAccessibleName(self.tr("Entries, newest first"))
        self.setModel(model)
        self._delegate = TimelineDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(1)  # very large words leave it little, and nothing may lie over another
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def begin_anew(self, *, stand: bool) -> None:
        """Shows the newest day; `stand` on the entry as before, or on the newest. Raises DiaryError."""
        row, chosen = self.standing()
        self._rows.start()
        self._gone.clear()
        self.scrollToTop()
        if stand:
            fresh = None if row is None else self._rows.place_of(row.ref)
            self.stand_on(self._rows.entry_near(0) if fresh is None else fresh, chosen=chosen)

    def patch(self, days: Sequence[tuple[date, Day | None]]) -> None:
        """Shows days as they are now. Where the entry has gone, the next one is stood on until it comes back."""
        (row, chosen), place = self.standing(), self.currentIndex().row()
        self._rows.show_days(days)
        back = [ref for ref in self._gone if self._rows.place_of(ref) is not None]
        if back:
            self._gone.difference_update(back)
            self.stand_on(self._rows.place_of(back[0]), chosen=True)
            return
        if row is None:
            return
        fresh = self._rows.place_of(row.ref)
        if fresh is None:
            self._gone.add(row.ref)
            self.stand_on(self._rows.entry_near(place), chosen=True)
        elif fresh != self.currentIndex().row():
            self.stand_on(fresh, chosen=chosen)

    def go_to(self, ref: Ref, day: date) -> None:
        """Fetches until an entry of a day is there, chooses it and shows it in the middle."""
        self._rows.fetch_to(day)
        place = self._rows.place_of(ref)
        self.stand_on(place, chosen=True)
        if place is not None:
            self.scrollTo(self._rows.index(place), QListView.ScrollHint.PositionAtCenter)

    def standing(self) -> tuple[EntryRow | None, bool]:
        """The entry that has the keyboard, and whether it is chosen."""
        index = self.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return (row if isinstance(row, EntryRow) else None), self.selectionModel().isSelected(index)

    def stand_on(self, place: int | None, *, chosen: bool = False) -> None:
        """Gives the keyboard to a row; with none, it stays where it is."""
        if place is not None:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self._rows.index(place), flags.ClearAndSelect if chosen else flags.NoUpdate
            )

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """By key it comes to the first entry: Qt would stand on the heading above it."""
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.stand_on(self._rows.entry_near(0))
        super().focusInEvent(event)

    def fit(self) -> None:
        """Columns or lines, by the room there is."""
        shape = Shape.of(self.viewport().width() / self._theme.look.scale)
        if shape is not self._delegate.shape:
            self._delegate.shape = shape
            self.doItemsLayout()
