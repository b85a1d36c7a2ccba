"""The list of days and entries. Whoever stands on an entry stands on it also after the list has changed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView

from bonddiary.domain.records import Ref
from bonddiary.ui.delegates.timeline import Shape, TimelineDelegate
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.timeline import Day, TimelineModel
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme

MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
LEAST = 48
"""Height in pixels that it asks for: in a small window bars come first."""


class EntryList(QListView):
    """Shows a model of the Timeline. Rows are picked to be changed together: by Space, by Ctrl or Shift."""

    picked = Signal()

    def __init__(self, theme: Theme, model: TimelineModel) -> None:
        super().__init__()
        self._theme = theme
        self._rows = model
        self._picking = False
        self._gone: set[Ref] = set()
        """Entries that went while they were stood on: where one comes back, it is stood on again."""
        self._from: int | None = None
        """The row from which Shift picks."""
        self._before: tuple[Ref, ...] = ()
        """What was picked before that."""
        self.setAccessibleName(self.tr("Entries, newest first"))
        self.setModel(model)
        self._delegate = TimelineDelegate(theme)
        self._delegate.picked = model.picked
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
        self._let_go_of_unseen()
        self.scrollToTop()
        if stand:
            fresh = None if row is None else self._rows.place_of(row.ref)
            self.stand_on(self._rows.entry_near(0) if fresh is None else fresh, chosen=chosen)

    def patch(self, days: Sequence[tuple[date, Day | None]]) -> None:
        """Shows days as they are now. Where the entry has gone, the next one is stood on until it comes back."""
        (row, chosen), place = self.standing(), self.currentIndex().row()
        self._rows.show_days(days)
        self._let_go_of_unseen()
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

    def go_to_day(self, day: date) -> None:
        """Fetches until a day is there, shows it from its heading and stands on its first entry."""
        self._rows.fetch_to(day)
        place = self._rows.first_of(day)
        if place is not None:
            self.stand_on(self._rows.entry_near(place))
            self.scrollTo(self._rows.index(place), QListView.ScrollHint.PositionAtTop)

    def pick_none(self) -> None:
        """Nothing is picked any more."""
        self._pick(())

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

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = event.key(), event.modifiers()
        if key == Qt.Key.Key_Space and not mods & Qt.KeyboardModifier.ShiftModifier:
            self._from = None
            self._turn(self.currentIndex().row())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and mods & Qt.KeyboardModifier.ShiftModifier:
            self._reach(self._next(-1 if key == Qt.Key.Key_Up else 1))
        else:
            if key not in MODIFIERS:
                self._from = None
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Ctrl or Shift it picks, and leaves what is open as it is."""
        index, mods = self.indexAt(event.position().toPoint()), event.modifiers()
        kinds = Qt.KeyboardModifier
        left = event.button() is Qt.MouseButton.LeftButton
        self._picking = left and bool(mods & (kinds.ControlModifier | kinds.ShiftModifier))
        if not self._picking or not index.isValid():
            self._from = None
            super().mousePressEvent(event)
        elif mods & kinds.ShiftModifier:
            self._reach(index.row())
        else:
            row, chosen = self.standing()
            if row is not None and chosen and not self._rows.picked and not row.unread:
                self._rows.picked[row.ref] = None  # what was clicked before is meant, too
            self._from = None
            self.stand_on(index.row())
            self._turn(index.row())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._picking:
            self._picking = False
        else:
            super().mouseReleaseEvent(event)

    def _turn(self, place: int) -> None:
        """Picks a row, or no longer."""
        if place < 0:
            return
        refs = dict(self._rows.picked)
        for ref in self._rows.entries_between(place, place):
            if ref in refs:
                del refs[ref]
            else:
                refs[ref] = None
        self._pick(tuple(refs))

    def _reach(self, place: int | None) -> None:
        """Picks all from where Shift was first held to this row."""
        if place is None:
            return
        if self._from is None:
            self._from, self._before = max(self.currentIndex().row(), 0), tuple(self._rows.picked)
        self.stand_on(place)
        self._pick((*self._before, *self._rows.entries_between(self._from, place)))

    def _next(self, step: int) -> int | None:
        """The entry above or below the current row."""
        places = range(self.currentIndex().row() + step, self._rows.rowCount() if step > 0 else -1, step)
        return next((n for n in places if isinstance(self._rows.index(n).data(ROW_ROLE), EntryRow)), None)

    def _pick(self, refs: Sequence[Ref]) -> None:
        fresh = dict.fromkeys(refs)
        if fresh != self._rows.picked:
            self._rows.picked.clear()
            self._rows.picked.update(fresh)
            self._rows.show_picked()
            self.picked.emit()

    def _let_go_of_unseen(self) -> None:
        """Nothing is changed that isn't shown."""
        self._pick([ref for ref in self._rows.picked if self._rows.place_of(ref) is not None])

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), LEAST)

    def fit(self) -> None:
        """Columns or lines, by the room there is."""
        shape = Shape.of(self.viewport().width() / self._theme.look.scale)
        if shape is not self._delegate.shape:
            self._delegate.shape = shape
            self.doItemsLayout()
