"""The Timeline's rows: fetched as they are scrolled to, patched day by day."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from unittest import mock

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from bonddiary.analysis.names import Names
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import ref_to
from bonddiary.ui.models.entry_row import EntryRow, row_of
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.timeline import LEAST_ROWS, PAGE_DAYS, Day, DayRow, TimelineModel
from bonddiary.ui.pages.timeline.days import days_of
from tests.builders import NOW, care, moment

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
"""A warning of Qt fails the test."""


class Shelf:
    """Days to load from, and what was asked for."""

    def __init__(self, catalog: Catalog, days: int, a_day: int = 3) -> None:
        self.names = Names(catalog)
        self.asked: list[tuple[date, int]] = []
        self.entries: list[Moment] = [
            moment(at=NOW.shifted(-timedelta(days=day, minutes=n)))
            for day in range(days)
            for n in range(a_day)
        ]

    def days(self) -> list[Day]:
        return days_of(self.entries, self.names, NOW)

    def load(self, before: date, count: int) -> Sequence[Day]:
        self.asked.append((before, count))
        return [day for day in self.days() if day.heading.day < before][:count]

    def day(self, back: int) -> tuple[date, Day | None]:
        wanted = NOW.day - timedelta(days=back)
        return wanted, next((day for day in self.days() if day.heading.day == wanted), None)


@pytest.fixture
def shelf(catalog: Catalog) -> Callable[..., Shelf]:
    return lambda *numbers: Shelf(catalog, *numbers)


def started(shelf: Shelf, *, watched: bool = False) -> TimelineModel:
    """A model at its newest day; `watched` by Qt's own checker, which fetches too."""
    made = TimelineModel(shelf.load)
    if watched:
        QAbstractItemModelTester(made, WARN, made)
    made.start()
    return made


def row(model: TimelineModel, place: int) -> DayRow | EntryRow:
    found = model.index(place).data(ROW_ROLE)
    assert isinstance(found, DayRow | EntryRow)
    return found


class TestFetching:
    def test_reads_no_more_than_fills_a_screen(self, shelf: Callable[..., Shelf]) -> None:
        days = shelf(300)
        model = started(days)
        assert LEAST_ROWS <= model.rowCount() < LEAST_ROWS + PAGE_DAYS * 4
        assert len(days.asked) == 2
        assert model.canFetchMore(QModelIndex())

    def test_goes_on_where_it_stopped_until_the_end(self, shelf: Callable[..., Shelf]) -> None:
        days = shelf(100)
        model = started(days)
        while model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
        headings = [each.day for n in range(model.rowCount()) if isinstance(each := row(model, n), DayRow)]
        assert headings == [NOW.day - timedelta(days=n) for n in range(100)]
        assert model.rowCount() == 400
        asked = len(days.asked)
        model.fetchMore(QModelIndex())
        assert len(days.asked) == asked

    def test_an_exact_number_of_pages_ends_too(self, shelf: Callable[..., Shelf]) -> None:
        model = started(shelf(PAGE_DAYS * 2, 10))
        while model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
        assert model.rowCount() == PAGE_DAYS * 2 * 11

    def test_an_empty_diary_has_no_rows(self, shelf: Callable[..., Shelf]) -> None:
        model = started(shelf(0))
        assert model.rowCount() == 0
        assert not model.canFetchMore(QModelIndex())

    def test_fetches_to_a_day_far_back(self, shelf: Callable[..., Shelf]) -> None:
        days = shelf(200)
        model = started(days)
        last = days.entries[-1]
        assert model.place_of(ref_to(last)) is None
        model.fetch_to(last.at.day)
        place = model.place_of(ref_to(last))
        assert place is not None
        assert model.day_of(ref_to(last)) == last.at.day

    def test_a_day_nobody_noted_ends_the_fetching(self, shelf: Callable[..., Shelf]) -> None:
        model = started(shelf(3))
        model.fetch_to(date(1999, 1, 1))
        assert model.rowCount() == 12


class TestRows:
    def test_qts_own_checker_finds_nothing_wrong(self, shelf: Callable[..., Shelf]) -> None:
        days = shelf(100)
        model = started(days, watched=True)
        model.fetch_to(NOW.day - timedelta(days=99))
        days.entries.append(moment(at=NOW.shifted(timedelta(minutes=1))))
        model.show_days([days.day(0)])
        days.entries = [each for each in days.entries if each.at.day != NOW.day]
        model.show_days([days.day(0)])
        model.start()
        assert model.rowCount() >= LEAST_ROWS

    def test_no_index_has_no_data(self, shelf: Callable[..., Shelf]) -> None:
        """Qt asks beyond the last row; what it is told must not be the last row's words."""
        model = started(shelf(1))
        assert model.data(QModelIndex()) is None
        assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
        assert started(shelf(0)).data(QModelIndex()) is None

    def test_no_row_has_rows_of_its_own(self, shelf: Callable[..., Shelf]) -> None:
        model = started(shelf(2))
        assert model.rowCount(model.index(0)) == 0
        assert not model.canFetchMore(model.index(0))

    def test_headings_can_be_stood_on_but_not_chosen(self, shelf: Callable[..., Shelf]) -> None:
        model = started(shelf(1))
        assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
        assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable

    def test_are_spoken_whole(self, shelf: Callable[..., Shelf]) -> None:
        days = shelf(1, 1)
        model = started(days)
        assert model.index(0).data() == "Today, Monday 16 November, 1 moment"
        assert (
            model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Today, Monday 16 November, 1 moment"
        )
        assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "9:00pm, Rooting"

    def test_headings_count_moments_and_care(self, catalog: Catalog) -> None:
        (day,) = days_of([moment(), moment(), care()], Names(catalog), NOW)
        assert day.heading.count == "2 moments, 1 care event"
        assert day.heading.title == "Today, Monday 16 November"


def test_words_are_made_for_the_rows_that_are_looked_at(
    shelf: Callable[..., Shelf], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Moment] = []

    def counted(entry: Moment, names: Names) -> EntryRow:
        made.append(entry)
        return row_of(entry, names)

    monkeypatch.setattr("bonddiary.ui.pages.timeline.days.row_of", counted)
    model = started(shelf(4, 30))
    assert not made
    assert row(model, 3) is row(model, 3)
    assert len(made) == 1


class TestPatching:
    def test_a_changed_entry_leaves_every_row_in_place(
        self, qtbot: QtBot, shelf: Callable[..., Shelf]
    ) -> None:
        days = shelf(10)
        model = started(days)
        kept = QPersistentModelIndex(model.index(2))
        days.entries[0] = moment(days.entries[0].id, at=days.entries[0].at, note="new")
        with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.rowsRemoved):
            model.show_days([days.day(0)])
        assert [changed.args[0].row(), changed.args[1].row()] == [0, 3]
        assert kept.row() == 2
        assert "new" in [getattr(row(model, n), "note", "") for n in range(4)]

    def test_only_the_day_that_changed_is_touched(self, qtbot: QtBot, shelf: Callable[..., Shelf]) -> None:
        days = shelf(10)
        model = started(days)
        below = QPersistentModelIndex(model.index(20))
        ref = row(model, 20)
        days.entries.append(moment(at=NOW.shifted(-timedelta(days=2, hours=1))))
        asked = len(days.asked)
        with qtbot.assertNotEmitted(model.modelReset):
            model.show_days([days.day(2)])
        assert below.row() == 21
        assert below.data(ROW_ROLE) == ref
        assert len(days.asked) == asked

    def test_rows_of_the_same_day_keep_their_places(self, shelf: Callable[..., Shelf]) -> None:
        """Whoever stands on an entry still stands on it when another is noted that day."""
        days = shelf(3)
        model = started(days)
        stood = QPersistentModelIndex(model.index(2))
        was = row(model, 2)
        days.entries.append(moment(at=NOW.shifted(timedelta(minutes=1))))
        model.show_days([days.day(0)])
        assert stood.isValid()
        assert stood.data(ROW_ROLE) == was

    def test_a_new_day_comes_first_and_an_emptied_one_goes(self, shelf: Callable[..., Shelf]) -> None:
        days = shelf(3)
        model = started(days)
        days.entries.append(moment(at=NOW.shifted(timedelta(days=1))))
        model.show_days([days.day(-1)])
        assert [type(row(model, n)) for n in range(3)] == [DayRow, EntryRow, DayRow]
        days.entries = [each for each in days.entries if each.at.day != NOW.day]
        model.show_days([days.day(0)])
        headings = [each.day for n in range(model.rowCount()) if isinstance(each := row(model, n), DayRow)]
        assert headings == [
            NOW.day + timedelta(days=1),
            NOW.day - timedelta(days=1),
            NOW.day - timedelta(days=2),
        ]

    def test_days_not_fetched_yet_stay_out(self, shelf: Callable[..., Shelf]) -> None:
        days = shelf(200)
        model = started(days)
        rows = model.rowCount()
        days.entries.append(moment(at=NOW.shifted(-timedelta(days=190, hours=1))))
        model.show_days([days.day(190)])
        assert model.rowCount() == rows

    def test_the_first_entry_of_an_empty_diary(self, shelf: Callable[..., Shelf]) -> None:
        days = shelf(0)
        model = started(days)
        days.entries.append(moment(at=NOW))
        model.show_days([days.day(0)])
        assert model.rowCount() == 2


class TestUnreadable:
    def test_beginning_anew_keeps_what_was_shown(self, shelf: Callable[..., Shelf]) -> None:
        here = shelf(3)
        model = started(here, watched=True)
        with mock.patch.object(model, "_load", side_effect=DiaryLocked("It is busy.")):
            with pytest.raises(DiaryLocked):
                model.start()
            assert model.rowCount() == 3 * 4
        model.start()
        assert model.rowCount() == 3 * 4

    def test_older_days_are_said_and_asked_for_once(self, qtbot: QtBot, shelf: Callable[..., Shelf]) -> None:
        here = shelf(PAGE_DAYS * 4, 5)
        model = started(here)
        rows = model.rowCount()
        with (
            mock.patch.object(model, "_load", side_effect=DiaryLocked("It is busy.")),
            qtbot.waitSignal(model.cut_short) as said,
        ):
            model.fetchMore(QModelIndex())
        assert said.args == ["It is busy."]
        assert model.rowCount() == rows
        assert not model.canFetchMore(QModelIndex())
        model.start()
        assert model.canFetchMore(QModelIndex())
