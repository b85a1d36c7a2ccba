"""Recently deleted, earlier wordings of a note, and rows that can't be read."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from bonddiary.domain.baby import Carer
from bonddiary.domain.care import CareEvent
from bonddiary.domain.ids import CarerId
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import Ref, ref_to
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.timeline.deleted_presenter import deleted_ago
from bonddiary.ui.pages.timeline.deleted_view import DeletedView
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, ROBIN, care, cue_keys, moment, when

SAM = Carer(id=CarerId("01a1e000-0000-7000-8000-0000000000ca"), label="Sam")
FIRST = moment("00000000-0000-7000-8000-000000000001", at=when("2026-11-16T20:00"), note="after the bath")
SECOND = moment("00000000-0000-7000-8000-000000000002", at=when("2026-11-16T19:00"), cues=cue_keys("yawning"))
FEED = care("00000000-0000-7000-8000-000000000003", at=when("2026-11-16T18:00"), value=120.0, note="left")
ALL = (FIRST, SECOND, FEED)
KEYS = Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    robin.diary.add(SAM)
    robin.diary.bring_in(ALL, "test")
    made = TimelinePage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.WIDE)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    return made


def now(session: Session, of: Moment | CareEvent) -> Moment | CareEvent:
    found = session.diary.get(ref_to(of))
    assert isinstance(found, Moment | CareEvent)
    return found


def everything(session: Session) -> list[Moment | CareEvent]:
    return [now(session, each) for each in ALL]


def picked(page: TimelinePage) -> list[Ref]:
    return list(page._model.picked)


def at(page: TimelinePage, of: Moment | CareEvent) -> int:
    place = page._model.place_of(ref_to(of))
    assert place is not None
    return place


def press(page: QWidget, words: str) -> None:
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text() == words]
    shown[-1].click()


class TestRecentlyDeleted:
    def open(self, page: TimelinePage) -> DeletedView:
        page._head.deleted.click()
        view = page._deleted_shown()
        assert view is not None
        return view

    def titles(self, view: DeletedView) -> list[str]:
        return [view._model.index(n).data(ROW_ROLE).title for n in range(view._model.rowCount())]

    def test_newest_deletion_first_and_back_by_keys(self, page: TimelinePage, robin: Session) -> None:
        robin.diary.delete(ref_to(SECOND), at=NOW.shifted(-timedelta(days=3)))
        robin.diary.delete(ref_to(FEED), at=NOW.shifted(-timedelta(days=1)))
        robin.diary.delete(ref_to(FIRST))
        view = self.open(page)
        assert self.titles(view) == ["Rooting", "Feed", "Yawning"]
        said = [view._model.index(n).data(ROW_ROLE).tried for n in range(3)]
        assert said == ["deleted today", "deleted yesterday", "deleted 3 days ago"]
        assert view._list.hasFocus()
        QTest.keyClick(view._list, Qt.Key.Key_Down, KEYS.ShiftModifier)
        QTest.keyClick(view._list, Qt.Key.Key_Return)
        assert [each.deleted is None for each in everything(robin)] == [True, False, True]
        assert self.titles(view) == ["Yawning"]
        press(view, "Undo")
        assert self.titles(view) == ["Rooting", "Feed", "Yawning"]
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert page._main.isVisible()
        assert QApplication.focusWidget() is page._main._empty_button  # all are deleted again

    def test_the_note_isnt_shown(self, page: TimelinePage, robin: Session) -> None:
        robin.diary.delete(ref_to(FIRST))
        view = self.open(page)
        assert "bath" not in view._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    def test_nothing_there(self, page: TimelinePage) -> None:
        view = self.open(page)
        assert view._empty.isVisible()
        assert view._back.hasFocus()
        press(view, "Back to Timeline")
        assert page._main.isVisible()

    def test_ways_in_lead_back_to_the_timeline(self, page: TimelinePage) -> None:
        self.open(page)
        page.show_entry(ref_to(FIRST))
        assert page._deleted_shown() is None
        self.open(page)
        page.start_finding()
        assert page._find.hasFocus()
        self.open(page)
        page.go_to_date()
        assert page._head.jump.isVisible()

    @pytest.mark.parametrize(("size", "text_size"), [((360, 640), 100), ((1024, 600), 200)])
    def test_it_fits(
        self,
        page: TimelinePage,
        robin: Session,
        cut_off: Callable[[QWidget], list[str]],
        size: tuple[int, int],
        text_size: int,
    ) -> None:
        robin.diary.delete(*map(ref_to, ALL))
        robin.change_settings(text_size=text_size)
        page.set_width(Width.NARROW)
        page.resize(*size)
        self.open(page)
        assert cut_off(page) == []
        assert page.minimumSizeHint().width() <= size[0]

    def test_days_by_the_calendar(self) -> None:
        assert deleted_ago(when("2026-11-15T23:59").utc, when("2026-11-16T00:01")) == "deleted yesterday"
        assert deleted_ago(when("2027-01-01T00:00").utc, NOW) == "deleted today"


class TestEarlierWordings:
    def test_fold_out_and_are_put_back(self, page: TimelinePage, robin: Session) -> None:
        page.presenter.open(ref_to(FIRST))
        assert not page._history.isVisible()
        page.presenter.edit(note="after lunch")
        assert page._history.isVisible()
        assert not page._history._inside.isVisible()
        page._history._fold.setFocus()
        QTest.keyClick(page._history._fold, Qt.Key.Key_Space)
        assert page._history._fold.text() == "Earlier wordings (1)"
        press(page._history, "Put back")
        assert now(robin, FIRST).note == "after the bath"
        assert page._history._fold.text() == "Earlier wordings (2)"
        robin.diary.undo()
        assert now(robin, FIRST).note == "after lunch"

    def test_another_entry_has_its_own(self, page: TimelinePage, robin: Session) -> None:
        page.presenter.open(ref_to(FIRST))
        page.presenter.edit(note="after lunch")
        page.presenter.open(ref_to(FEED))
        assert not page._history.isVisible()
        page.presenter.edit(note="right")
        assert page._history.isVisible()

    def test_tab_reaches_it(self, page: TimelinePage) -> None:
        page.presenter.open(ref_to(FIRST))
        page.presenter.edit(note="after lunch")
        editor = page._editor_shown()
        assert editor is not None
        editor._private.setFocus()
        QTest.keyClick(editor._private, Qt.Key.Key_Tab)
        assert page._history._fold.hasFocus()


class TestDamaged:
    @pytest.fixture
    def damaged(self, page: TimelinePage, robin: Session) -> TimelinePage:
        with robin.diary._database.write() as session:
            session.execute(text("UPDATE moment SET state = 'flbg' WHERE id = :id"), {"id": SECOND.id})
            session.execute(text("UPDATE care SET details = '{' WHERE id = :id"), {"id": FEED.id})
        page.presenter._stale = True
        page.presenter.enter()
        return page

    def rows(self, page: TimelinePage) -> list[EntryRow]:
        found = (page._model.index(n).data(ROW_ROLE) for n in range(page._model.rowCount()))
        return [each for each in found if isinstance(each, EntryRow)]

    def test_it_is_shown_and_hides_no_others(self, damaged: TimelinePage, robin: Session) -> None:
        assert [row.title for row in self.rows(damaged)] == [
            "Rooting", "This moment can’t be read.", "This entry can’t be read."
        ]  # fmt: skip
        assert robin.diary.moments(ROBIN.id, Period(NOW.day, NOW.day)) == (FIRST,)

    def test_it_opens_nothing_and_cant_be_chosen(self, damaged: TimelinePage, robin: Session) -> None:
        damaged._list.setCurrentIndex(damaged._model.index(at(damaged, SECOND)))
        damaged._list.setFocus()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete):
            QTest.keyClick(damaged._list, key)
        assert damaged.presenter.state.entry is None
        assert picked(damaged) == []
        assert not damaged.log_again()
        damaged.grab()  # it is painted

    @pytest.mark.parametrize("column", ["at", "at_zone", "day"])
    def test_a_time_that_cant_be_read(self, page: TimelinePage, robin: Session, column: str) -> None:
        with robin.diary._database.write() as session:
            wrong = {"at": 10**18, "at_zone": "Nowhere/Land", "day": "2026-11-16"}[column]
            session.execute(
                text(f"UPDATE moment SET {column} = :to WHERE id = :id"), {"to": wrong, "id": SECOND.id}
            )
        page.presenter._stale = True
        page.presenter.enter()
        assert len(self.rows(page)) == 3
        assert date(2026, 11, 16) == self.rows(page)[-1].at.day


def test_after_the_last_row_is_deleted_the_keyboard_is_on_something_shown(page: TimelinePage) -> None:
    for _ in ALL:
        page._list.setFocus()
        QTest.keyClick(page._list, Qt.Key.Key_Delete)
    held = QApplication.focusWidget()
    assert held is not None
    assert held.isVisible()


def test_alt_left_leaves_recently_deleted(page: TimelinePage) -> None:
    assert not page.step_back()
    page._head.deleted.click()
    assert page.step_back()
    assert page._main.isVisible()
