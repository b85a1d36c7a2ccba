"""Every entry by day, newest first. Days are fetched as the parent scrolls, so a long diary opens as fast as a short one."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.records import Ref
from bonddiary.ui.models.entry_row import EntryLine
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
PAGE_DAYS = 14
FIRST_DAYS = 4
"""Days asked for first: where many were noted, these fill the first screen."""
HOURS_A_DAY = 24.0
LEAST_ROWS = 60
"""Rows fetched at once at least, so that the first screen is full."""


@dataclass(frozen=True, slots=True)
class StripMark:
    """A mark in a day's small ruler; hours from 0 to 24."""

    start: float
    end: float | None
    family: Family | None
    """None: sleep."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day's heading."""

    day: date
    title: str
    count: str
    strip: tuple[StripMark, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day's heading and entries, newest first."""

    heading: DayRow
    entries: tuple[EntryLine, ...]


Row = DayRow | EntryLine
LoadBefore = Callable[[date, int], Sequence[Day]]
"""The newest days before a day, at most so many, newest first. Raises DiaryError."""


class TimelineModel(QAbstractListModel):
    """Headings and entries as one flat list."""

    cut_short = Signal(str)
    """Older days can't be read now: why, in words for people."""

    def __init__(self, load: LoadBefore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._rows: list[Row] = []
        self._days: dict[Ref, date] = {}
        """Where each entry that has been fetched is shown: found at once among any number of rows."""
        self._more = True
        self._changing = False
        self.picked: dict[Ref, None] = {}
        """Rows chosen to be changed together, in the order chosen."""

    def start(self) -> None:
        """Begins anew at the newest day. Raises DiaryError."""
        with self._change():
            fresh, more = self._next_rows(
                date.max, FIRST_DAYS
            )  # first: where it can't be read, what was shown stays
            self.beginResetModel()
            self._rows, self._days, self._more = [], {}, more
            self._take_in(0, fresh)
            self.endResetModel()

    def show_days(self, days: Iterable[tuple[date, Day | None]]) -> None:
        """Replaces days that are shown already, adds and takes away days within what has been fetched."""
        with self._change():
            for day, fresh in days:
                if not self._more or day >= self._oldest():
                    self._show_day(day, [] if fresh is None else [fresh.heading, *fresh.entries])

    def place_of(self, ref: Ref) -> int | None:
        """The row of an entry among those fetched."""
        day = self._days.get(ref)
        return None if day is None else next(n for n in self._places(day) if _name(self._rows[n]) == ref)

    def day_of(self, ref: Ref) -> date | None:
        """The day under which an entry is shown."""
        return self._days.get(ref)

    def entry_near(self, place: int) -> int | None:
        """The row of the entry at a place, or below it, or above it."""
        around = (*range(max(place, 0), len(self._rows)), *range(min(place, len(self._rows)) - 1, -1, -1))
        return next((n for n in around if isinstance(self._rows[n], EntryLine)), None)

    def fetch_to(self, day: date) -> None:
        """Fetches until a day is among the rows."""
        while self._more and day < self._oldest():
            self.fetchMore(QModelIndex())

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row.row if isinstance(row, EntryLine) else row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def show_picked(self) -> None:
        """Rows were chosen, or no longer."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def entries_between(self, one: int, other: int) -> list[Ref]:
        """The readable entries from one row to another, either first."""
        rows = self._rows[min(one, other) : max(one, other) + 1]
        return [row.ref for row in rows if isinstance(row, EntryLine) and not row.unread]

    def first_of(self, day: date) -> int | None:
        """The row of a day's heading among those fetched."""
        places = self._places(day)
        return places.start if places else None

    def _spoken(self, row: Row) -> str:
        if isinstance(row, EntryLine):
            said = row.row.spoken
            return f"{self.tr('Selected')}, {said}" if row.ref in self.picked else said
        return f"{row.title}, {row.count}"

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        stands = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        entry = isinstance(self._rows[index.row()], EntryLine)
        return stands | Qt.ItemFlag.ItemIsSelectable if entry else stands

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._changing

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        with self._change():
            try:
                fresh, self._more = self._next_rows(self._oldest())
            except DiaryError as error:
                self._more = False  # until begun anew: the list would ask with every turn of the wheel
                self.cut_short.emit(str(error))
                return
            if fresh:
                self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
                self._take_in(len(self._rows), fresh)
                self.endInsertRows()

    @contextmanager
    def _change(self) -> Iterator[None]:
        """One change at a time: whoever hears of one and asks for more rows gets them later."""
        self._changing = True
        try:
            yield
        finally:
            self._changing = False

    def _next_rows(self, before: date, count: int = PAGE_DAYS) -> tuple[list[Row], bool]:
        """Rows before a day, and whether there may be more after them. `count`: of days, to begin with."""
        fresh: list[Row] = []
        more = True
        while more and len(fresh) < LEAST_ROWS:
            days = self._load(before, count)
            more = len(days) == count
            count *= 4  # few a day: each question may have to walk the whole diary
            for day in days:
                fresh.extend((day.heading, *day.entries))
                before = day.heading.day
        return fresh, more

    def _oldest(self) -> date:
        """The day of the last row; the far future when there is none yet."""
        return _day_of(self._rows[-1]) if self._rows else date.max

    def _places(self, day: date) -> range:
        """The rows of a day; where they would be, when it has none."""
        first, end = (
            bisect_right(self._rows, -number, key=lambda row: -_day_of(row).toordinal())
            for number in (day.toordinal() + 1, day.toordinal())
        )
        return range(first, end)

    def _show_day(self, day: date, fresh: Sequence[Row]) -> None:
        """Each row of the day that stays is the same row to whoever stands on it, also where it moves."""
        wanted = {_name(row) for row in fresh}
        for place in reversed(self._places(day)):
            if _name(self._rows[place]) not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                self._let_go(place)
                self.endRemoveRows()
        first = self._places(day).start
        for place, row in enumerate(fresh, first):
            self._bring(row, place, range(place, self._places(day).stop))
        if fresh:
            self._rows[first : first + len(fresh)] = fresh
            self.dataChanged.emit(self.index(first), self.index(first + len(fresh) - 1))

    def _bring(self, row: Row, place: int, among: range) -> None:
        """Puts a row of a day at its place; `among`: those of the day that aren't at theirs yet."""
        was = next((n for n in among if _name(self._rows[n]) == _name(row)), None)
        if was is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._take_in(place, [row])
            self.endInsertRows()
        elif was != place:
            self.beginMoveRows(QModelIndex(), was, was, QModelIndex(), place)
            self._rows.insert(place, self._rows.pop(was))
            self.endMoveRows()

    def _take_in(self, place: int, rows: Sequence[Row]) -> None:
        self._rows[place:place] = rows
        self._days.update((row.ref, row.at.day) for row in rows if isinstance(row, EntryLine))

    def _let_go(self, place: int) -> None:
        row = self._rows.pop(place)
        if isinstance(row, EntryLine) and self._days.get(row.ref) == row.at.day:
            del self._days[row.ref]  # unless another day has it by now


def _day_of(row: Row) -> date:
    return row.at.day if isinstance(row, EntryLine) else row.day


def _name(row: Row) -> object:
    return row.ref if isinstance(row, EntryLine) else row.day
