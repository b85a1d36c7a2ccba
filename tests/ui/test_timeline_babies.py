"""The Timeline of a family with several babies: all entries together where asked, each with whose it is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.ids import BabyId
from bonddiary.domain.records import ref_to
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.models.timeline import DayRow
from bonddiary.ui.pages.page import Place
from bonddiary.ui.pages.timeline.deleted_presenter import DeletedPresenter
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from tests.builders import ROBIN, care, moment, when
from tests.ui.test_log_babies import WREN, chip, settle
from tests.ui.test_timeline_presenter import Desk

MINE = moment(at=when("2026-11-15T10:00"))
THEIRS = moment(at=when("2026-11-15T11:00"), baby=WREN.id)
FEED = care(at=when("2026-11-14T09:00"), baby=WREN.id)


@pytest.fixture
def twins(robin: Session) -> Session:
    robin.diary.add(WREN)
    robin.diary.bring_in([MINE, THEIRS, FEED], "test")
    robin.show_baby(ROBIN.id)
    return robin


@pytest.fixture
def desk(twins: Session) -> Desk:
    made = Desk(twins)
    for changed in (twins.baby_changed, twins.reading_changed):
        changed.connect(made.presenter.change_baby)
        changed.connect(made.presenter.enter)
    made.presenter.enter()
    return made


def names(desk: Desk) -> list[str | None]:
    return [row.baby.name if row.baby is not None else None for row in desk.rows()]


class TestTogether:
    def test_all_entries_by_time_with_whose_they_are(self, desk: Desk) -> None:
        assert names(desk) == [None]
        desk.session.show_all_entries()
        assert [row.ref.id for row in desk.rows()] == [THEIRS.id, MINE.id, FEED.id]
        assert names(desk) == ["Wren", "Robin", "Wren"]
        assert ", Wren, " in desk.rows()[0].spoken
        headings = [row for row in desk.model._rows if isinstance(row, DayRow)]
        assert [heading.count for heading in headings] == ["2 moments", "1 care event"]

    def test_presses_stay_for_whom_they_are(self, desk: Desk) -> None:
        desk.session.show_all_entries()
        assert desk.session.babies_to_log() == (ROBIN.id,)
        assert not desk.session.together
        desk.session.show_baby(WREN.id)
        assert names(desk) == [None, None]

    def test_a_new_entry_of_either_joins_the_day(self, desk: Desk) -> None:
        desk.session.show_all_entries()
        desk.session.diary.bring_in([moment(at=when("2026-11-15T10:30"), baby=WREN.id)], "test")
        assert names(desk) == ["Wren", "Wren", "Robin", "Wren"]

    def test_the_nearest_day_is_anybodys(self, desk: Desk) -> None:
        desk.session.show_all_entries()
        assert desk.presenter.nearest_day(FEED.at.day) == FEED.at.day

    def test_older_days_follow_in_order(self, desk: Desk) -> None:
        others = [
            moment(at=when(f"2026-{month:02}-{day:02}T10:00"), baby=baby)
            for month in range(1, 11)
            for day, baby in ((1, ROBIN.id), (2, WREN.id), (3, ROBIN.id), (3, WREN.id))
        ]
        desk.session.diary.bring_in(others, "test")
        desk.session.show_all_entries()
        while desk.model.canFetchMore(desk.model.index(-1, 0)):
            desk.model.fetchMore(desk.model.index(-1, 0))
        at = [row.at.utc for row in desk.rows()]
        assert len(at) == 43
        assert at == sorted(at, reverse=True)

    def test_log_again_says_for_whom(self, desk: Desk) -> None:
        desk.session.show_all_entries()
        desk.presenter.log_again(ref_to(THEIRS))
        assert desk.state.done.startswith("Saved for Wren. ")

    def test_deleted_entries_of_all(self, desk: Desk) -> None:
        desk.session.diary.delete(ref_to(MINE))
        desk.session.diary.delete(ref_to(THEIRS))
        shown = DeletedPresenter(desk.session, lambda _state: None)
        shown.enter()
        assert [row.baby for row in shown.state.rows] == [None]
        desk.session.show_all_entries()
        shown.enter()
        assert {row.baby.name for row in shown.state.rows if row.baby} == {"Robin", "Wren"}


def test_one_baby_asks_once_and_sees_no_mark(robin: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[BabyId] = []
    whole: Callable[..., object] = Diary.days_with_entries

    def counted(self: Diary, baby: BabyId, *rest: object) -> object:
        asked.append(baby)
        return whole(self, baby, *rest)

    monkeypatch.setattr(Diary, "days_with_entries", counted)
    robin.diary.bring_in([MINE], "test")
    robin.show_all_entries()
    desk = Desk(robin)
    desk.presenter.enter()
    assert asked == [ROBIN.id]
    assert names(desk) == [None]


class TestWindow:
    @pytest.fixture
    def page(self, qtbot: QtBot, twins: Session, window: MainWindow) -> TimelinePage:
        with qtbot.waitSignal(window.painted):
            window.show()
        twins.show_baby(ROBIN.id)  # the window finds that there are several
        window.go(Place.TIMELINE)
        settle()
        found = window.page(Place.TIMELINE)
        assert isinstance(found, TimelinePage)
        return found

    def test_both_is_chosen_above_the_list(
        self, twins: Session, page: TimelinePage, window: MainWindow
    ) -> None:
        QTest.mouseClick(chip(window, "Both"), Qt.MouseButton.LeftButton)
        settle()
        assert page._model.rowCount() == 5
        assert chip(window, "Both").isChecked()
        window.go(Place.PATTERNS)
        settle()
        assert chip(window, "Robin").isChecked()
        window.go(Place.TIMELINE)
        settle()
        assert chip(window, "Both").isChecked()
        QTest.mouseClick(chip(window, "Wren"), Qt.MouseButton.LeftButton)
        settle()
        assert page._model.rowCount() == 4

    def test_the_editor_names_the_baby(self, twins: Session, page: TimelinePage) -> None:
        twins.show_all_entries()
        for entry, baby in ((THEIRS, WREN), (MINE, ROBIN)):
            page.presenter.open(ref_to(entry))
            assert page._editor is not None
            assert page._editor.badge.isVisible()
            assert page._editor.badge.accessibleName() == baby.nickname


def test_one_babys_editor_has_no_badge(qtbot: QtBot, robin: Session, window: MainWindow) -> None:
    robin.diary.bring_in([MINE], "test")
    with qtbot.waitSignal(window.painted):
        window.show()
    window.go(Place.TIMELINE)
    page = window.page(Place.TIMELINE)
    assert isinstance(page, TimelinePage)
    page.presenter.open(ref_to(MINE))
    assert page._editor is not None
    assert page._editor.badge.isHidden()
