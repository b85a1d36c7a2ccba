"""A sheet that was filled in by hand is typed in: it opens on its first day, and one key goes on to the next."""

from datetime import date

from PySide6.QtCore import Qt

from bonddiary.domain.moment import Moment
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.session import Session
from tests.ui.catch_up.hands import Shown, click, key, moments, press

FIRST = date(2026, 11, 9)
A_WEEK = [date(2026, 11, day) for day in range(9, 16)]


def opened(shown: Shown) -> CatchUpPage:
    page = shown()
    page.show_day(FIRST)
    return page


def test_it_opens_on_a_whole_day_at_its_midnight(presenter: CatchUpPresenter) -> None:
    presenter.show_day(FIRST)
    assert (presenter.state.hours.day, presenter.state.hours.night) == (FIRST, False)
    assert presenter.state.cursor == 0
    assert presenter.state.title == "Monday 9 November"


def test_a_day_to_come_shows_today(presenter: CatchUpPresenter) -> None:
    presenter.show_day(date(2027, 1, 1))
    assert presenter.state.hours.day == date(2026, 11, 16)


def test_page_down_goes_to_the_next_day_with_the_same_brush(shown: Shown) -> None:
    page = opened(shown)
    key(Qt.Key.Key_1)
    brush = page.presenter.state.tool
    key(Qt.Key.Key_End)
    key(Qt.Key.Key_PageDown)
    state = page.presenter.state
    assert (state.hours.day, state.cursor, state.tool) == (date(2026, 11, 10), 0, brush)
    assert page.ruler.hasFocus()
    key(Qt.Key.Key_PageUp)
    assert page.presenter.state.hours.day == FIRST


def test_there_is_no_day_after_today(shown: Shown, told: list[str]) -> None:
    page = opened(shown)
    key(Qt.Key.Key_PageDown, times=9)
    assert page.presenter.state.hours.day == date(2026, 11, 16)
    assert page.presenter.state.said == "There are no later hours yet."


def test_from_the_typed_line_too_and_what_is_typed_stays(shown: Shown) -> None:
    page = opened(shown)
    page._line.setFocus()
    page._line.setText("rooting")
    key(Qt.Key.Key_PageDown)
    assert page.presenter.state.hours.day == date(2026, 11, 10)
    assert page._line.text() == "rooting"
    assert page._line.hasFocus()


def test_a_week_s_sheet_takes_a_press_an_entry_and_one_a_day(robin: Session, shown: Shown) -> None:
    """Seven days with three moments each: 21 clicks, 6 keys between the days, and one to choose the brush."""
    page = opened(shown)
    presses = 1
    key(Qt.Key.Key_1)
    for day in A_WEEK:
        if day != FIRST:
            key(Qt.Key.Key_PageDown)
            presses += 1
        for time in ("02:00", "09:30", "18:00"):
            click(page, time)
            presses += 1
    assert presses == 28
    found: tuple[Moment, ...] = moments(robin)
    assert sorted({moment.at.day for moment in found}) == A_WEEK
    assert len(found) == 21


def test_a_mouse_goes_on_by_a_press_too(shown: Shown) -> None:
    page = opened(shown)
    press(page, "Later ›")
    assert page.presenter.state.hours.day == date(2026, 11, 10)
