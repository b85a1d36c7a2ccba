"""Catch up in the real window, with mouse and keys."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from bonddiary.analysis.ruler import Fill
from bonddiary.domain.baby import Baby
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.pages.catch_up.palette import ToolChip
from bonddiary.ui.pages.catch_up.ruler_paint import PATTERNS
from bonddiary.ui.pages.catch_up.state import Field
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import ROBIN, care_draft, moment_draft, when
from tests.ui.catch_up.conftest import Wall

Shown = Callable[..., CatchUpPage]
NIGHTS = Period(date(2026, 10, 1), date(2026, 11, 30))
TIMES = ("21:20", "23:05", "00:30", "01:40", "03:10", "05:55")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def moments(session: Session) -> tuple[Moment, ...]:
    return session.diary.moments(ROBIN.id, NIGHTS)


def care(session: Session) -> tuple[CareEvent, ...]:
    return session.diary.care(ROBIN.id, NIGHTS)


def step_at(page: CatchUpPage, text: str) -> int:
    hours = page.presenter.state.hours
    days = (hours.start.day, hours.end.day)
    steps = [hours.step_of(when(f"{day}T{text}")) for day in days]
    return int(next(step for step in steps if 0 <= step <= hours.steps))


def spot(page: CatchUpPage, text: str) -> QPoint:
    """Where a time is on the ruler."""
    places = page.ruler.places
    return places.point(step_at(page, text), sum(places.across) / 2).toPoint()


def click(page: CatchUpPage, text: str) -> None:
    QTest.mouseClick(page.ruler, Qt.MouseButton.LeftButton, pos=spot(page, text))
    settle()


def drag(page: CatchUpPage, start: str, end: str) -> None:
    QTest.mousePress(page.ruler, Qt.MouseButton.LeftButton, pos=spot(page, start))
    QTest.mouseMove(page.ruler, spot(page, end))
    QTest.mouseRelease(page.ruler, Qt.MouseButton.LeftButton, pos=spot(page, end))
    settle()


def key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        QTest.keyClick(focused, key, modifier)
        settle()


def chip(page: QWidget, text: str) -> QAbstractButton:
    return next(
        each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text() == text
    )


def press(page: QWidget, text: str) -> None:
    QTest.mouseClick(chip(page, text), Qt.MouseButton.LeftButton)
    settle()


class TestSixNightMoments:
    """In at most 13 actions, as the journey of the design says."""

    def test_by_mouse_alone(self, robin: Session, shown: Shown, window: MainWindow) -> None:
        robin.diary.log(moment_draft(at=when("2026-11-15T19:00")))
        shown()
        window.go(Place.LOG)
        settle()
        actions = 1
        press(window.page(Place.LOG), "Catch up")
        page = window.page(Place.CATCH_UP)
        assert isinstance(page, CatchUpPage)
        assert window.place is Place.CATCH_UP
        for place, time in enumerate(TIMES):
            press(page, page.presenter.state.tools[place % 4].name)
            click(page, time)
            actions += 2
        assert [each.at for each in moments(robin)][1:] == [
            page.presenter.state.hours.at(step_at(page, at)) for at in TIMES
        ]
        assert actions <= 13

    def test_by_keyboard_alone(self, robin: Session, shown: Shown, window: MainWindow) -> None:
        page = shown()
        window.go(Place.LOG)
        settle()
        actions = 1
        window._actions["catch_up"].trigger()  # Ctrl+U: a key without a window manager finds no shortcut
        settle()
        lines = (
            "yawning 9:20pm",
            "rooting 11:05pm",
            "hiccups 12:30am",
            "ro 1:40am",
            "sneezing 3:10am",
            "yawn 5:55am",
        )
        lines = tuple(line.replace("ro ", "rooting ") for line in lines)
        for line in lines:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, line[0])  # a letter over the ruler begins the line
            settle()
            focused = QApplication.focusWidget()
            assert isinstance(focused, QLineEdit)
            QTest.keyClicks(focused, line[1:])
            actions += 1  # a typed line
            QTest.keyClick(focused, Qt.Key.Key_Return)
            actions += 1
            settle()
        assert [each.at for each in moments(robin)] == [
            page.presenter.state.hours.at(step_at(page, at)) for at in TIMES
        ]
        assert actions <= 13


class TestMouse:
    def test_a_drag_paints_a_stretch_in_one_step(
        self, robin: Session, shown: Shown, window: MainWindow
    ) -> None:
        page = shown()
        press(page, "Sleep")
        drag(page, "01:00", "03:15")
        (sleep,) = care(robin)
        assert (sleep.kind, sleep.at, sleep.until) == (
            CareKind.SLEEP,
            when("2026-11-16T01:00"),
            when("2026-11-16T03:15"),
        )
        window.commands.undo()
        settle()
        assert not care(robin)
        assert not page.presenter.state.rows

    def test_click_start_then_click_end(self, robin: Session, shown: Shown) -> None:
        page = shown()
        press(page, "Fussing")
        click(page, "01:00")
        assert page.presenter.state.anchor == step_at(page, "01:00")
        click(page, "01:25")
        (fussing,) = moments(robin)
        assert (fussing.cues, fussing.length) == (("cry-fuss",), timedelta(minutes=25))

    def test_a_drag_into_the_future_ends_now(self, robin: Session, shown: Shown, wall: Wall) -> None:
        wall.now = when("2026-11-16T03:00")
        page = shown()
        press(page, "Holding")
        drag(page, "02:00", "06:00")
        (held,) = care(robin)
        assert held.until == wall.now
        click(page, "05:00")
        assert len(care(robin)) == 1
        assert page._said.plain == "That time is still to come. Choose an earlier one."

    def test_a_second_click_of_habit_is_no_second_moment(self, robin: Session, shown: Shown) -> None:
        page = shown()
        press(page, page.presenter.state.tools[0].name)
        QTest.mouseDClick(page.ruler, Qt.MouseButton.LeftButton, pos=spot(page, "01:40"))
        click(page, "02:40")
        assert len(moments(robin)) == 1

    def test_right_to_left_windows_begin_at_the_right(self, robin: Session, shown: Shown) -> None:
        page = shown()
        page.ruler.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        press(page, page.presenter.state.tools[0].name)
        assert spot(page, "21:00").x() > spot(page, "05:00").x()
        click(page, "01:40")
        assert moments(robin)[0].at == when("2026-11-16T01:40")


class TestKeys:
    def test_arrows_hours_and_ends(self, shown: Shown, robin: Session) -> None:
        page = shown()
        assert page.ruler.hasFocus()
        key(Qt.Key.Key_Home)
        key(Qt.Key.Key_Right, times=2)
        key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert page.presenter.state.cursor == 14
        key(Qt.Key.Key_Left)
        assert page.presenter.state.here.startswith("9:05pm")
        key(Qt.Key.Key_End)
        assert page.presenter.state.cursor == page.presenter.state.past == 12 * 12
        key(Qt.Key.Key_Right)
        assert page.presenter.state.cursor == 12 * 12

    def test_numbers_choose_enter_places_escape_gives_up_delete_deletes(
        self, robin: Session, shown: Shown
    ) -> None:
        page = shown()
        key(Qt.Key.Key_5)
        assert page.presenter.state.tool == "sleep"
        key(Qt.Key.Key_Return)
        key(Qt.Key.Key_Escape)
        assert page.presenter.state.anchor is None
        key(Qt.Key.Key_Return)
        key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        key(Qt.Key.Key_Return)
        (sleep,) = care(robin)
        assert (sleep.at, sleep.length) == (when("2026-11-16T00:00"), timedelta(hours=1))
        key(Qt.Key.Key_Left)
        assert page.presenter.state.here == "12:55am, sleep since midnight"
        key(Qt.Key.Key_Delete)
        assert not care(robin)
        key(Qt.Key.Key_0)
        assert page.presenter.state.tool == "holding"

    def test_numbers_can_be_switched_off(self, robin: Session, shown: Shown) -> None:
        robin.change_settings(number_keys=False)
        page = shown()
        key(Qt.Key.Key_1)
        assert page.presenter.state.tool == ""
        assert page._line.text() == "1", "a digit begins a line then"

    def test_tab_reaches_every_part_and_only_what_is_seen(self, robin: Session, shown: Shown) -> None:
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40")))
        shown()
        seen: list[QWidget] = []
        for _ in range(40):
            focused = QApplication.focusWidget()
            assert focused is not None
            assert focused.isVisible()
            if focused in seen:
                break
            seen.append(focused)
            key(Qt.Key.Key_Tab)
        kinds = {type(each).__name__ for each in seen}
        assert {"Ruler", "ToolChip", "PushChip", "EntriesTable", "QLineEdit", "CheckChip"} <= kinds

    def test_undo_of_the_menu_works_on_the_page(
        self, robin: Session, shown: Shown, window: MainWindow
    ) -> None:
        page = shown()
        key(Qt.Key.Key_1)
        key(Qt.Key.Key_Return)
        assert len(page.presenter.state.rows) == 1
        window._actions["undo"].trigger()
        settle()
        assert not moments(robin)
        assert not page.presenter.state.rows
        assert page.ruler.hasFocus()


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
        robin.diary.log(moment_draft(at=wall.now))
        settle()
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
