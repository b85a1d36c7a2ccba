"""Catch up in the real window: the table, the look, the ways to it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from bonddiary.analysis.ruler import Fill
from bonddiary.domain.baby import Baby
from bonddiary.domain.care import CareKind
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.pages.catch_up.palette import ToolChip
from bonddiary.ui.pages.catch_up.ruler_paint import PATTERNS
from bonddiary.ui.pages.catch_up.state import Field
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile
from tests.builders import ROBIN, care_draft, moment_draft, when
from tests.ui.catch_up.conftest import Wall
from tests.ui.catch_up.hands import (
    NIGHTS,
    Shown,
    care,
    chip,
    click,
    drag,
    key,
    moments,
    press,
    settle,
    step_at,
)


class TestTable:
    def edit(self, page: CatchUpPage, field: Field, text: str, row: int = 0) -> None:
        table = page.table
        table.setFocus()
        table.setCurrentIndex(table._entries.index_of(page.presenter.state.rows[row].key, field))
        key(Qt.Key.Key_Return)
        editor = QApplication.focusWidget()
        line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        assert isinstance(line, QLineEdit), editor
        line.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        settle()

    def test_cells_are_edited_where_they_are(self, robin: Session, shown: Shown) -> None:
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40")))
        page = shown()
        self.edit(page, Field.TIME, "1:50am")
        self.edit(page, Field.NOTE, "by the window")
        self.edit(page, Field.TRIED, "fed, rocked")
        self.edit(page, Field.WHAT, "yawning")
        (saved,) = moments(robin)
        assert (saved.at, saved.note, len(saved.responses)) == (when("2026-11-16T01:50"), "by the window", 2)
        assert saved.cues == ("yawning",)
        assert page.table.hasFocus(), QApplication.focusWidget()

    def test_a_refused_time_stays_in_its_cell_with_the_reason(self, robin: Session, shown: Shown) -> None:
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40")))
        page = shown()
        self.edit(page, Field.TIME, "9am")
        index = page.table._entries.index(0, Field.TIME)
        assert index.data().startswith("9am\nThat time isn’t in these hours.")
        assert index.data(Qt.ItemDataRole.EditRole) == "9am"
        assert page.table.rowHeight(0) > 60, "the reason is to be read whole"
        assert moments(robin)[0].at == when("2026-11-16T01:40")

    def test_what_is_being_typed_outlives_an_entry_from_elsewhere(self, robin: Session, shown: Shown) -> None:
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40")))
        page = shown()
        table = page.table
        table.setFocus()
        table.setCurrentIndex(table._entries.index_of(page.presenter.state.rows[0].key, Field.NOTE))
        key(Qt.Key.Key_Return)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        QTest.keyClicks(editor, "by the win")
        robin.diary.log(moment_draft(at=when("2026-11-16T00:40")))
        settle()
        assert QApplication.focusWidget() is editor
        QTest.keyClicks(editor, "dow")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        settle()
        assert [each.note for each in moments(robin)] == ["", "by the window"]
        assert len(table._entries.rows) == 2

    def test_a_row_is_added_by_keys(self, robin: Session, shown: Shown) -> None:
        page = shown()
        press(page, "Add a row")
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        QTest.keyClicks(editor, "1 to 3am")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        settle()
        self.edit(page, Field.WHAT, "Sleep")
        (sleep,) = care(robin)
        assert sleep.length == timedelta(hours=2)

    def test_delete_takes_the_row_and_the_keyboard_stays(self, robin: Session, shown: Shown) -> None:
        for at in ("2026-11-16T01:40", "2026-11-16T02:40"):
            robin.diary.log(moment_draft(at=when(at)))
        page = shown()
        page.table.setFocus()
        page.table.setCurrentIndex(page.table._entries.index(0, 0))
        key(Qt.Key.Key_Delete)
        assert [each.at for each in moments(robin)] == [when("2026-11-16T02:40")]
        assert page.table.hasFocus(), QApplication.focusWidget()
        key(Qt.Key.Key_Delete)
        assert not moments(robin)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.isVisible()

    def test_it_says_what_each_cell_is(self, robin: Session, shown: Shown) -> None:
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40")))
        page = shown()
        said = [
            page.table._entries.index(0, field).data(Qt.ItemDataRole.AccessibleTextRole) for field in Field
        ]
        assert said[:3] == ["Time: 1:40am.", "What: Rooting.", "Tried: nothing yet."]


class TestLook:
    def test_a_screen_reader_hears_time_and_what_is_there(self, robin: Session, shown: Shown) -> None:
        page = shown()
        key(Qt.Key.Key_1)
        key(Qt.Key.Key_Return)
        access = QAccessible.queryAccessibleInterface(page.ruler)
        assert access is not None
        assert access.role() == QAccessible.Role.Slider
        name = page.presenter.state.tools[0].name
        assert access.text(QAccessible.Text.Name) == "Robin: last night, 8pm to 8am"
        assert access.text(QAccessible.Text.Value) == f"midnight, {name[0].lower()}{name[1:]}"

    def test_everything_has_a_name(
        self, robin: Session, shown: Shown, unnamed: Callable[[QWidget], list[str]]
    ) -> None:
        page = shown()
        assert not unnamed(page)

    @pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't
    @pytest.mark.parametrize(
        ("width", "height", "size"), [(360, 640, 100), (1024, 600, 200), (360, 640, 200)]
    )
    def test_small_windows_turn_it_upright_and_nothing_is_cut_off(
        self,
        robin: Session,
        shown: Shown,
        cut_off: Callable[[QWidget], list[str]],
        width: int,
        height: int,
        size: int,
    ) -> None:
        robin.change_settings(text_size=size)
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40")))
        page = shown(width, height)
        assert page.ruler.places.upright
        hour = page.ruler.places.along(12) - page.ruler.places.along(0)
        assert hour == pytest.approx(36 * size / 100, abs=1.5)
        assert page.table._entries.stacked
        assert not [part for part in cut_off(page) if "QLabel" not in part]
        assert page._inside.width() <= page._scroll.viewport().width(), "nothing scrolls sideways"
        click(page, "02:00")
        page.presenter.choose("sleep")
        drag(page, "02:00", "03:00")
        assert care(robin)[0].length == timedelta(hours=1)

    def test_stretches_are_told_apart_without_colours(self) -> None:
        patterns = [PATTERNS[fill] for fill in (Fill.FUSSING, Fill.CALM, Fill.HELD)]
        assert len(set(patterns)) == 3
        assert Qt.BrushStyle.BDiagPattern not in patterns, "slanting lines say “not logged”"

    def test_it_is_painted_with_everything_on_it(self, robin: Session, shown: Shown, theme: Theme) -> None:
        page = shown()
        before = page.ruler.grab().toImage()
        for tool in ("sleep", "feeding", "fussing", "crying", "calm", "holding"):
            page.presenter.choose(tool)
            page.presenter.stretch(step_at(page, "01:00"), step_at(page, "03:00"))
        robin.diary.log_care(care_draft(kind=CareKind.NAPPY, at=when("2026-11-16T04:00"), until=None))
        robin.diary.log(moment_draft(at=when("2026-11-16T05:00"), until=when("2026-11-16T05:10")))
        settle()
        after = page.ruler.grab().toImage()
        assert isinstance(after, QImage)
        assert after != before
        page.ruler.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert page.ruler.grab().toImage() != after

    def test_a_day_with_25_hours_has_every_one_of_them(
        self, robin: Session, shown: Shown, wall: Wall
    ) -> None:
        wall.now = when("2026-10-26T15:00")
        page = shown()
        page.presenter.step(-1)
        assert page.presenter.state.hours.steps == 25 * 12
        assert page._head._clocks.plain == "The clocks change here. This day has 25 hours."
        page.presenter.choose_number(1)
        places = page.ruler.places
        at = places.point(step_at(page, "01:30") + 12, sum(places.across) / 2)
        QTest.mouseClick(page.ruler, Qt.MouseButton.LeftButton, pos=QPointF(at).toPoint())
        (saved,) = moments(robin)
        assert saved.at == when("2026-10-25T01:30", second=True)
        assert page.presenter.state.rows[0].cells[Field.TIME].text == "1:30am (second)"


class TestWindow:
    def test_it_is_within_log_and_done_leads_back(
        self, robin: Session, shown: Shown, window: MainWindow
    ) -> None:
        page = shown()
        assert window.windowTitle() == "Catch up — Bond Diary"
        assert window._navigation.first().text() == "Log"
        press(page, "Done")
        assert window.place is Place.LOG

    def test_with_two_babies_it_names_whose_night_it_is(self, robin: Session, shown: Shown) -> None:
        other = Baby(id=BabyId(new_id()), nickname="Wren")
        robin.diary.add(other)
        robin.show_baby(ROBIN.id)
        page = shown()
        page.presenter.choose("sleep")
        robin.show_baby(other.id)
        settle()
        assert page._head._hours.text() == "Wren: last night, 8pm to 8am"
        assert page.presenter.state.tool == ""
        page.presenter.choose("sleep")
        page.presenter.stretch(0, 12)
        assert not care(robin)
        assert len(robin.diary.care(other.id, NIGHTS)) == 1

    def test_overlaps_are_joined_by_a_press_and_the_keyboard_stays_on_the_page(
        self, robin: Session, shown: Shown
    ) -> None:
        page = shown()
        page.presenter.choose("sleep")
        page.presenter.stretch(12, 36)
        page.presenter.stretch(24, 48)
        settle()
        chip(page, "Join").setFocus()
        key(Qt.Key.Key_Return)
        assert len(care(robin)) == 1
        assert not page._overlaps.isVisible()
        assert page.ruler.hasFocus()

    def test_chips_show_what_is_chosen(self, robin: Session, shown: Shown) -> None:
        page = shown()
        key(Qt.Key.Key_6)
        on = [each.text() for each in page.findChildren(ToolChip) if each.isChecked()]
        assert on == ["Feeding"]
        page.presenter.choose_cue("hiccups")
        on = [each.text() for each in page.findChildren(ToolChip) if each.isChecked() and each.isVisible()]
        assert on == ["Hiccups"]

    def test_what_somebody_else_notes_comes_in(self, robin: Session, shown: Shown) -> None:
        page = shown()
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40")))
        settle()
        assert len(page.presenter.state.rows) == 1
        assert page.table.state() is not QAbstractItemView.State.EditingState


class TestQuietLine:
    def line(self, window: MainWindow) -> QWidget | None:
        page = window.page(Place.LOG)
        page.enter()
        settle()
        found = [
            each
            for each in page.findChildren(QAbstractButton)
            if each.isVisible() and each.text() == "Catch up"
        ]
        return found[0] if found else None

    @pytest.mark.parametrize(("hours", "asks"), [(3.9, False), (4.0, True), (30.0, True)])
    def test_it_asks_after_four_hours(
        self, robin: Session, shown: Shown, window: MainWindow, wall: Wall, hours: float, asks: bool
    ) -> None:
        robin.diary.log(moment_draft(at=wall.now.shifted(-timedelta(hours=hours))))
        shown()
        window.go(Place.LOG)
        assert (self.line(window) is not None) is asks

    def test_it_asks_nothing_of_an_empty_diary_and_goes_with_the_next_entry(
        self, robin: Session, shown: Shown, window: MainWindow, wall: Wall
    ) -> None:
        shown()
        window.go(Place.LOG)
        assert self.line(window) is None
        robin.diary.log(moment_draft(at=when("2026-11-15T22:00")))
        assert self.line(window) is not None
        tile = next(each for each in window.page(Place.LOG).findChildren(CueTile) if each.isVisible())
        before = tile.mapTo(window, QPoint(0, 0))
        robin.diary.log(moment_draft(at=wall.now))
        settle()
        assert tile.mapTo(window, QPoint(0, 0)) == before, "tiles never move under the pointer"
        assert not [
            each
            for each in window.findChildren(QAbstractButton)
            if each.isVisible() and each.text() == "Catch up"
        ]

    def test_a_feed_that_ended_of_late_counts_too(
        self, robin: Session, shown: Shown, window: MainWindow
    ) -> None:
        robin.diary.log_care(care_draft(at=when("2026-11-16T04:00"), until=when("2026-11-16T04:40")))
        shown()
        window.go(Place.LOG)
        assert self.line(window) is None


def test_cues_and_stretches_each_begin_a_line(robin: Session, shown: Shown) -> None:
    page = shown()
    chips = [each for each in page.findChildren(ToolChip) if each.isVisible()]
    stretch = next(each for each in chips if each.key == "sleep")
    assert chips[0].x() == stretch.x()
    assert stretch.y() > max(each.y() for each in chips[: chips.index(stretch)])


def test_the_tables_words_wrap_and_are_never_cut(robin: Session, shown: Shown) -> None:
    robin.diary.log_care(
        care_draft(at=when("2026-11-16T00:47"), until=when("2026-11-16T01:10"), details=(("how", "breast"),))
    )
    page = shown()
    table = page.table
    letters = table.fontMetrics()
    for field in (Field.TIME, Field.TRIED):
        words = str(table.model().index(0, field).data())
        room = table.columnWidth(field) - 16
        lines = letters.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, words).height()
        assert words
        assert lines <= table.rowHeight(0)
    assert letters.horizontalAdvance("12:47pm to 12:58am") <= table.columnWidth(Field.TIME) - 16
