"""Every entry by day, newest first. Days are fetched as the parent scrolls, so a long diary opens as fast as a short one."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bonddiary.domain.catalog import Family
from bonddiary.domain.records import Ref
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
PAGE_DAYS = 14
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
    entries: tuple[EntryRow, ...]


Row = DayRow | EntryRow
LoadBefore = Callable[[date, int], Sequence[Day]]
"""The newest days before a day, at most so many, newest first."""


class TimelineModel(QAbstractListModel):
    """Headings and entries as one flat list."""

    def __init__(self, load: LoadBefore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._rows: list[Row] = []
        self._more = True

    def start(self) -> None:
        """Begins anew at the newest day."""
        self.beginResetModel()
        self._rows, self._more = [], True
        self._rows.extend(self._next_rows())
        self.endResetModel()

    def show_days(self, days: Iterable[tuple[date, Day | None]]) -> None:
        """Replaces days that are shown already, adds and takes away days within what has been fetched."""
        for day, fresh in days:
            if not self._more or day >= self._oldest():
                self._show_day(day, fresh)

    def place_of(self, ref: Ref) -> int | None:
        """The row of an entry among those fetched."""
        return next(
            (n for n, row in enumerate(self._rows) if isinstance(row, EntryRow) and row.ref == ref), None
        )

    def day_of(self, ref: Ref) -> date | None:
        """The day under which an entry is shown."""
        place = self.place_of(ref)
        row = None if place is None else self._rows[place]
        return row.at.day if isinstance(row, EntryRow) else None

    def fetch_to(self, day: date) -> None:
        """Fetches until a day is among the rows."""
        while self._more and day < self._oldest():
            self.fetchMore(QModelIndex())

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken if isinstance(row, EntryRow) else f"{row.title}, {row.count}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = index.isValid() and isinstance(self._rows[index.row()], EntryRow)
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if entry else Qt.ItemFlag.ItemIsEnabled
        )

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    @override
    def fetchMore(self, parent: Index) -> None:
        fresh = self._next_rows()
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()

    def _next_rows(self) -> list[Row]:
        fresh: list[Row] = []
        oldest = self._oldest()
        while self._more and len(fresh) < LEAST_ROWS:
            days = self._load(oldest, PAGE_DAYS)
            self._more = len(days) == PAGE_DAYS
            for day in days:
                fresh.extend((day.heading, *day.entries))
                oldest = day.heading.day
        return fresh

    def _oldest(self) -> date:
        """The day of the last row; the far future when there is none yet."""
        last = self._rows[-1] if self._rows else None
        return date.max if last is None else last.at.day if isinstance(last, EntryRow) else last.day

    def _show_day(self, day: date, fresh: Day | None) -> None:
        first = bisect_right(self._rows, -day.toordinal() - 1, key=lambda row: -_day_of(row).toordinal())
        last = bisect_right(self._rows, -day.toordinal(), key=lambda row: -_day_of(row).toordinal())
        rows: list[Row] = [] if fresh is None else [fresh.heading, *fresh.entries]
        if [_name(row) for row in self._rows[first:last]] == [_name(row) for row in rows]:
            if rows:
                self._rows[first:last] = rows
                self.dataChanged.emit(self.index(first), self.index(last - 1))
            return
        if last > first:
            self.beginRemoveRows(QModelIndex(), first, last - 1)
            del self._rows[first:last]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows[first:first] = rows
            self.endInsertRows()


def _day_of(row: Row) -> date:
    return row.at.day if isinstance(row, EntryRow) else row.day


def _name(row: Row) -> object:
    return row.ref if isinstance(row, EntryRow) else row.day
