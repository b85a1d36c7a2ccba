"""The Timeline by keyboard alone: the order of Tab, where the keyboard goes, what is typed is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.care import CareEvent
from bonddiary.domain.records import Ref, ref_to
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.pages.timeline.editor import EntryEditor
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CheckChip
from tests.builders import NOW, cue_keys, moment, response_keys
from tests.ui.test_timeline_page import (
    FEED,
    OLD,
    ROOTING,
    YAWN,
    button,
    current,
    editor,
    entry,
    filled,
    opened,
    stand_on,
    the_moment,
)


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    return filled(qtbot, robin, theme)


def holder() -> QWidget:
    held = QApplication.focusWidget()
    assert held is not None
    return held


def walked(start: QWidget, steps: int) -> list[QWidget]:
    """What Tab comes to; the parts of a date are one stop here."""
    start.setFocus()
    stops = [holder()]
    for _ in range(steps):
        QTest.keyClick(holder(), Qt.Key.Key_Tab)
        if holder() is not stops[-1]:
            stops.append(holder())
    return stops


def chosen(page: TimelinePage) -> list[Ref]:
    """The rows with the fill of what is chosen."""
    return [index.data(ROW_ROLE).ref for index in page._list.selectionModel().selectedIndexes()]


def top(shown: EntryEditor, each: QWidget) -> int:
    return each.mapTo(shown, each.rect().topLeft()).y()


class TestTab:
    def test_goes_through_the_editor_as_it_is_read(self, page: TimelinePage) -> None:
        """Also through chips that were made after all else."""
        shown = opened(page)
        for key in response_keys("r-wind", "r-hold"):
            shown._add("responses", key)
        shown._add("cues", cue_keys("yawning")[0])
        QApplication.processEvents()
        stops = [each for each in walked(shown._close, 24) if shown.isAncestorOf(each)]
        assert len(stops) >= 19
        assert sum(isinstance(each, CheckChip) for each in stops) == 4
        assert [top(shown, each) for each in stops[1:]] == sorted(top(shown, each) for each in stops[1:])

    def test_comes_to_undo_before_the_list(self, page: TimelinePage) -> None:
        stand_on(page, YAWN)
        page._delete_current()
        last = page._head.jump_button  # of what stands over the line
        stops = walked(last, 3)
        assert stops == [last, button(page._bar, "Undo"), button(page._bar, "Close"), page._list]


class TestWhere:
    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
    def test_a_key_goes_on_in_the_editor(self, page: TimelinePage, key: Qt.Key) -> None:
        stand_on(page, YAWN)
        QTest.keyClick(page._list, key)
        assert editor(page).isAncestorOf(holder())

    def test_a_click_leaves_it_in_the_list_where_that_stays_in_view(self, page: TimelinePage) -> None:
        place = page._model.place_of(ref_to(YAWN))
        assert place is not None
        at = page._list.visualRect(page._model.index(place)).center()
        QTest.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert page._list.hasFocus()

    def test_a_click_goes_on_in_an_editor_that_takes_the_lists_place(self, page: TimelinePage) -> None:
        page.set_width(Width.NARROW)
        page.resize(360, 640)
        QApplication.processEvents()
        page._list.setFocus()
        page._list.clicked.emit(page._list.currentIndex())
        assert editor(page).isAncestorOf(holder())

    def test_delete_goes_on_at_the_next_entry(self, page: TimelinePage) -> None:
        stand_on(page, ROOTING)
        QTest.keyClick(page._list, Qt.Key.Key_Delete)
        assert current(page) == ref_to(YAWN)
        QTest.keyClick(page._list, Qt.Key.Key_Delete)
        assert current(page) == ref_to(FEED)

    def test_undo_goes_back_to_what_came_back(self, page: TimelinePage) -> None:
        stand_on(page, YAWN)
        QTest.keyClick(page._list, Qt.Key.Key_Delete)
        button(page._bar, "Undo").click()
        assert page._list.hasFocus()
        assert current(page) == ref_to(YAWN)

    @pytest.mark.parametrize("by", ["button", "key"])
    def test_undo_chooses_what_came_back(self, page: TimelinePage, robin: Session, by: str) -> None:
        """The keyboard's ring and the chosen row's fill are on one row, as often as it is undone."""
        stand_on(page, ROOTING)
        for _ in range(2):
            QTest.keyClick(page._list, Qt.Key.Key_Delete)
            assert chosen(page) == [current(page)]
        for back in (YAWN, ROOTING):
            if by == "button" and back is YAWN:
                button(page._bar, "Undo").click()
            else:
                robin.diary.undo()  # what Ctrl+Z asks the diary for
            assert current(page) == ref_to(back)
            assert chosen(page) == [ref_to(back)]

    @pytest.mark.parametrize("way", ["Tab", "F6"])
    def test_after_find_the_first_entry_found_has_it(self, page: TimelinePage, way: str) -> None:
        page._find.setFocus()
        page._find.setText("yawning")
        if way == "Tab":
            head = page._head
            for each in (page._find, head.deleted, page._filter, head.dates, head.more, head.jump_button):
                assert each.hasFocus()
                QTest.keyClick(each, Qt.Key.Key_Tab)
        else:
            page.regions()[1].setFocus()  # as the window does on F6
        assert page._list.hasFocus()
        assert current(page) == ref_to(YAWN)

    def test_esc_empties_what_is_looked_for(self, page: TimelinePage) -> None:
        page._find.setFocus()
        page._find.setText("vomit")
        QTest.keyClick(page._find, Qt.Key.Key_Escape)
        assert page._find.text() == ""
        assert page._list.isVisible()

    def test_end_goes_on_as_days_are_fetched_and_home_comes_back(self, page: TimelinePage) -> None:
        page._list.setFocus()
        stood = 0
        for _ in range(5):
            QTest.keyClick(page._list, Qt.Key.Key_End)
            QApplication.processEvents()
            assert page._list.currentIndex().row() >= stood
            stood = page._list.currentIndex().row()
        assert current(page) == ref_to(OLD)
        QTest.keyClick(page._list, Qt.Key.Key_Home)
        assert page._list.currentIndex().row() == 0


class TestEntering:
    def test_from_another_place_the_newest_entry_has_it(
        self, qtbot: QtBot, robin: Session, window: MainWindow
    ) -> None:
        robin.diary.bring_in([ROOTING, YAWN], "import")
        window.show()
        qtbot.waitExposed(window)
        window.go(Place.TIMELINE)
        page = window.page(Place.TIMELINE)
        assert isinstance(page, TimelinePage)
        assert window.focusWidget() is page._list
        assert current(page) == ref_to(ROOTING)

    def test_coming_back_it_is_where_it_was(self, page: TimelinePage, robin: Session) -> None:
        stand_on(page, YAWN)
        page.hide()
        robin.diary.bring_in([moment(at=NOW)], "import")
        page.show()
        page.enter()
        assert current(page) == ref_to(YAWN)


class TestTyped:
    def test_esc_keeps_it(self, page: TimelinePage, robin: Session) -> None:
        shown = opened(page)
        shown._note.setFocus()
        shown._note.end(False)
        QTest.keyClicks(shown._note, " and more")
        QTest.keyClick(shown._note, Qt.Key.Key_Escape)
        assert the_moment(robin).note == "after the bath and more"
        assert not shown.isVisible()

    def test_what_cannot_be_kept_is_said_before_the_editor_closes(
        self, page: TimelinePage, robin: Session
    ) -> None:
        shown = opened(page, FEED)
        shown._value.setFocus()
        QTest.keyClicks(shown._value, "x")
        QTest.keyClick(shown._value, Qt.Key.Key_Escape)
        assert shown.isVisible()
        assert shown.findChildren(QLabel)[1].isVisible()
        assert entry(robin, FEED) == FEED
        page._close_editor()
        assert not shown.isVisible()

    def test_a_day_alone_is_no_new_time_yet(self, page: TimelinePage, robin: Session) -> None:
        """8pm yesterday, changed to 9am today: on the way it would be 8pm today."""
        shown = opened(page)
        day, time = shown._time.parts
        day.setFocus()
        day.setDate(day.date().addDays(-1))
        time.setFocus()
        assert the_moment(robin).at == ROOTING.at
        shown._note.setFocus()
        assert the_moment(robin).at.wall.day == 15

    @pytest.mark.parametrize(
        ("typed", "value"), [("1,000", 1000.0), ("1,5", 1.5), ("0,125", 0.125), ("12.", 12.0)]
    )
    def test_a_comma_groups_thousands_or_stands_for_the_point(
        self, page: TimelinePage, robin: Session, typed: str, value: float
    ) -> None:
        shown = opened(page, FEED)
        shown._value.setText(typed)
        shown._value.editingFinished.emit()
        kept = entry(robin, FEED)
        assert isinstance(kept, CareEvent)
        assert kept.value == value
