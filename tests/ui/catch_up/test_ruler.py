"""Painting on the ruler in the real window, with mouse and keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bonddiary.domain.care import CareKind
from bonddiary.system.settings import ThemeChoice
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.pages.catch_up.ruler_places import BEFORE_HOURS
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.look import CAPTION
from bonddiary.ui.widgets.plate import font_of
from tests.builders import moment_draft, when
from tests.ui.catch_up.conftest import Wall
from tests.ui.catch_up.hands import (
    TIMES,
    Shown,
    care,
    click,
    drag,
    key,
    moments,
    press,
    settle,
    spot,
    step_at,
)


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
        key(Qt.Key.Key_Escape)
        assert not page.presenter.state.tool, "Enter asks again what it was"

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

    def test_a_half_typed_line_stays_and_is_kept(self, robin: Session, shown: Shown) -> None:
        page = shown()
        QTest.keyClicks(page.ruler, "r")
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        QTest.keyClicks(focused, "ooting 9:99")
        key(Qt.Key.Key_Return)
        assert focused.text() == "rooting 9:99"
        key(Qt.Key.Key_Escape)
        assert page.ruler.hasFocus()
        assert page.unsaved() == ""
        assert robin.diary.draft("catch-up") == "rooting 9:99"
        focused.clear()
        page.enter()
        assert focused.text() == "rooting 9:99"
        focused.setText("rooting 9:20pm")
        focused.setFocus()
        key(Qt.Key.Key_Return)
        assert robin.diary.draft("catch-up") == ""
        assert len(moments(robin)) == 1


@pytest.mark.parametrize("look", [ThemeChoice.DAY, ThemeChoice.NIGHT])  # by night type is larger
@pytest.mark.parametrize("text", [100, 200])
def test_hours_beside_an_upright_ruler_are_read_whole(
    robin: Session, shown: Shown, look: ThemeChoice, text: int
) -> None:
    robin.change_settings(theme=look, text_size=text)
    ruler = shown(360, 640).ruler
    assert ruler.places.upright
    metrics = QFontMetricsF(font_of(ruler._theme.look, CAPTION))
    assert metrics.horizontalAdvance("midnight") <= ruler.places.hours - BEFORE_HOURS
