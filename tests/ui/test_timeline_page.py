"""The Timeline as it is drawn: keys, the line after a deletion, ways in from other places, widths."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.care import CareEvent, Unit
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Ref, ref_to
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.timeline.editor import EntryEditor
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from tests.builders import NOW, care, cue_keys, moment, when

ROOTING = moment("00000000-0000-7000-8000-000000000001", at=when("2026-11-16T20:00"), note="after the bath")
YAWN = moment("00000000-0000-7000-8000-000000000002", at=when("2026-11-16T19:00"), cues=cue_keys("yawning"))
FEED = care("00000000-0000-7000-8000-000000000003", at=when("2026-11-15T19:00"), value=120.0, unit=Unit.ML)
OLD = moment("00000000-0000-7000-8000-000000000004", at=when("2025-11-16T19:00"), cues=cue_keys("cooing"))
STEP = "import"


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed: a style sheet must not be put on half-dead widgets."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def filled(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    """Two moments and a feed of late, one moment of a year ago with 160 days between."""
    between = [moment(at=NOW.shifted(-timedelta(days=n))) for n in range(2, 162)]
    robin.diary.bring_in([ROOTING, YAWN, FEED, OLD, *between], STEP)
    made = TimelinePage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.WIDE)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    return made


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    return filled(qtbot, robin, theme)


def entry(session: Session, of: Moment | CareEvent) -> Moment | CareEvent:
    found = session.diary.get(ref_to(of))
    assert isinstance(found, Moment | CareEvent)
    return found


def the_moment(session: Session, of: Moment = ROOTING) -> Moment:
    return session.diary.moment(of.id)


def steps(session: Session) -> str:
    title = session.diary.undo_title()
    return "" if title is None else title.verb.value


def editor(page: TimelinePage) -> EntryEditor:
    found = page._editor_shown()
    assert found is not None
    return found


def opened(page: TimelinePage, of: Moment | CareEvent = ROOTING) -> EntryEditor:
    page.show_entry(ref_to(of))
    QApplication.processEvents()
    return editor(page)


def current(page: TimelinePage) -> Ref | None:
    row = page._list.currentIndex().data(ROW_ROLE)
    return row.ref if isinstance(row, EntryRow) else None


def stand_on(page: TimelinePage, of: Moment | CareEvent) -> None:
    place = page._model.place_of(ref_to(of))
    assert place is not None
    page._list.setCurrentIndex(page._model.index(place))
    page._list.setFocus()


def button(page: QWidget, words: str) -> QAbstractButton:
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text() == words]
    return shown[-1]


class TestKeys:
    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
    def test_open_the_row(self, page: TimelinePage, key: Qt.Key) -> None:
        stand_on(page, YAWN)
        QTest.keyClick(page._list, key)
        assert page.presenter.state.entry == YAWN
        assert editor(page).isVisible()

    def test_the_newest_entry_has_the_keyboard_first(self, page: TimelinePage) -> None:
        assert page._list.hasFocus()
        assert current(page) == ref_to(ROOTING)

    def test_esc_closes_the_editor_and_goes_back_to_the_row(self, page: TimelinePage) -> None:
        shown = opened(page, YAWN)
        shown._note.setFocus()
        QTest.keyClick(shown._note, Qt.Key.Key_Escape)
        assert not shown.isVisible()
        assert page._list.hasFocus()
        assert current(page) == ref_to(YAWN)

    def test_delete_takes_the_row_and_undo_brings_it_back(self, page: TimelinePage, robin: Session) -> None:
        stand_on(page, YAWN)
        QTest.keyClick(page._list, Qt.Key.Key_Delete)
        assert the_moment(robin, YAWN).deleted is not None
        assert page._bar.isVisible()
        assert page._bar._words.text() == "Deleted: Yawning, 7:00pm."
        button(page._bar, "Undo").click()
        assert the_moment(robin, YAWN).deleted is None
        assert not page._bar.isVisible()

    def test_delete_on_a_heading_deletes_nothing(self, page: TimelinePage, robin: Session) -> None:
        """Also while another entry is open beside the list."""
        opened(page, YAWN)
        page._list.setFocus()
        page._list.setCurrentIndex(page._model.index(0))
        QTest.keyClick(page._list, Qt.Key.Key_Delete)
        assert steps(robin) == STEP

    def test_a_click_opens(self, page: TimelinePage) -> None:
        place = page._model.place_of(ref_to(YAWN))
        assert place is not None
        at = page._list.visualRect(page._model.index(place)).center()
        QTest.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert page.presenter.state.entry == YAWN


class TestWaysIn:
    def test_an_entry_far_back_is_fetched_to_and_opened(self, page: TimelinePage) -> None:
        rows = page._model.rowCount()
        shown = opened(page, OLD)
        assert page._model.rowCount() > rows
        assert current(page) == ref_to(OLD)
        assert shown.isVisible()
        index = page._list.currentIndex()
        assert page._list.viewport().rect().intersects(page._list.visualRect(index))

    def test_it_is_shown_although_something_else_was_looked_for(self, page: TimelinePage) -> None:
        page._find.setText("bath")
        opened(page, OLD)
        assert page._find.text() == ""
        assert current(page) == ref_to(OLD)

    def test_an_entry_that_is_gone_opens_nothing(self, page: TimelinePage, robin: Session) -> None:
        robin.diary.delete(ref_to(YAWN))
        page.show_entry(ref_to(YAWN))
        assert page._editor_shown() is None

    def test_one_cue(self, page: TimelinePage) -> None:
        page.show_cue("yawning")
        assert page._filter.currentText() == "Yawning"
        assert page._model.rowCount() == 2
        page._head.choose_kind(0)
        assert page._filter.findText("Yawning") < 0

    def test_only_so_many_rows_are_read_for_the_first_screen(self, page: TimelinePage) -> None:
        assert page._model.rowCount() < 200


class TestSpoken:
    def test_the_title_is_a_heading(self, page: TimelinePage) -> None:
        found = QAccessible.queryAccessibleInterface(page._title)
        assert found is not None
        assert found.role() is QAccessible.Role.Heading
        assert found.text(QAccessible.Text.Name) == "Timeline"
        assert page._title.property("kind") == "title"

    def test_every_choice_says_what_it_is_for(self, page: TimelinePage) -> None:
        """Where the words chosen are read as its name, what it is for is its description."""
        assert page._filter.accessibleDescription() == "Show"
        shown = opened(page)
        assert [each.accessibleDescription() for each in shown.findChildren(Choice) if each.isVisible()] == [
            "Then",
            "In how long",
            "Baby was",
            "How strong",
        ]

    def test_what_stands_above_the_list_is_read_as_it_is_seen(self, page: TimelinePage) -> None:
        head = page._head
        head.more.click()
        QApplication.processEvents()
        whole = QAccessible.queryAccessibleInterface(head)
        assert whole is not None
        read = [whole.child(place).object() for place in range(whole.childCount())]
        middles = [
            each.mapTo(page, each.rect().center())
            for each in read
            if isinstance(each, QWidget) and each.isVisible()
        ]
        assert len(middles) > 4
        assert middles == sorted(middles, key=lambda middle: (round(middle.y() / 30), middle.x()))

    def test_the_button_that_clears_what_is_looked_for_has_a_name(self, page: TimelinePage) -> None:
        (clear,) = page._find.findChildren(QAbstractButton)
        assert clear.accessibleName() == "Clear what is looked for"

    def test_a_day_is_read_as_its_title_and_count(self, page: TimelinePage) -> None:
        whole = QAccessible.queryAccessibleInterface(page._list)
        assert whole is not None
        assert whole.child(0).text(QAccessible.Text.Name) == "Today, Monday 16 November, 2 moments"


class TestEmpty:
    def test_the_button_goes_to_log(self, qtbot: QtBot, session: Session, theme: Theme) -> None:
        made = TimelinePage(session, theme)
        qtbot.addWidget(made)
        made.show()
        made.enter()
        assert made._main._empty_words.text() == "Your moments will show here, newest first."
        with qtbot.waitSignal(made.log_asked):
            button(made, "Log one now").click()

    def test_the_button_shows_everything_again(self, page: TimelinePage) -> None:
        page._find.setText("vomit")
        assert not page._list.isVisible()
        button(page, "Clear filters").click()
        assert page._list.isVisible()
        assert page._find.text() == ""
        assert page._model.rowCount() > 4


class TestRecentlyDeleted:
    def test_without_an_entry_its_words_stand_at_the_top(self, page: TimelinePage) -> None:
        button(page, "Recently deleted").click()
        QApplication.processEvents()
        deleted = page._deleted
        assert deleted is not None
        assert deleted._back.hasFocus()
        assert deleted._restore.isHidden(), "there is nothing to restore"
        assert deleted._empty.isVisible()
        assert deleted._empty.geometry().bottom() < deleted.height() / 2


class TestChanges:
    def test_a_chosen_row_stays_chosen_when_another_is_noted_that_day(
        self, page: TimelinePage, robin: Session
    ) -> None:
        opened(page, YAWN)
        robin.diary.bring_in([moment(at=NOW)], STEP)
        assert current(page) == ref_to(YAWN)

    def test_editing_the_time_keeps_the_row_current(self, page: TimelinePage, robin: Session) -> None:
        shown = opened(page, YAWN)
        shown._time.setDateTime(QDateTime(2026, 11, 16, 20, 30, 0))
        shown._time.editingFinished.emit()
        assert current(page) == ref_to(YAWN)

    def test_another_day_stays_as_it_was(self, page: TimelinePage, robin: Session) -> None:
        opened(page, FEED)
        robin.diary.bring_in([moment(at=NOW)], STEP)
        assert current(page) == ref_to(FEED)
        assert page.presenter.state.entry == FEED


class TestWidths:
    @pytest.mark.parametrize(
        ("width", "width_class", "beside"),
        [(1200, Width.WIDE, True), (800, Width.MEDIUM, False), (360, Width.NARROW, False)],
    )
    def test_the_editor_stands_beside_or_in_place(
        self, page: TimelinePage, width: int, width_class: Width, beside: bool
    ) -> None:
        page.set_width(width_class)
        page.resize(width, 700)
        shown = opened(page)
        QApplication.processEvents()
        assert shown.isVisible()
        assert page._main.isVisible() is beside
        assert page.minimumSizeHint().width() <= width

    @pytest.mark.parametrize("text", [100, 200])
    def test_nothing_is_wider_than_a_small_window(
        self, page: TimelinePage, robin: Session, theme: Theme, text: int
    ) -> None:
        robin.change_settings(text_size=text)
        theme.wear()
        page.set_width(Width.NARROW)
        page.resize(360, 640)
        for each in (None, ROOTING, FEED):
            page.presenter.open(None if each is None else ref_to(each))
            for _ in range(3):
                QApplication.processEvents()
            assert page.minimumSizeHint().width() <= 360, each
            wide = [b.text() for b in page.findChildren(QPushButton) if b.isVisible() and b.width() > 360]
            assert wide == []
