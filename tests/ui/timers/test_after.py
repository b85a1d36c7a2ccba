"""After a timer: what it is saved as, where the keyboard goes on, and the board in view beside it in a small window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from bonddiary.diary.diary import Diary
from bonddiary.domain.moment import Moment
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW, timer
from tests.ui.timers.hands import Time, buttons, do, entries, press, rows, settle, words


def focused() -> QAbstractButton:
    found = QApplication.focusWidget()
    assert isinstance(found, QAbstractButton)
    return found


def strip(window: MainWindow) -> QWidget:
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    return page._strip


def said(window: MainWindow) -> list[str]:
    return [each.text() for each in strip(window).findChildren(QLabel) if each.isVisible()]


class TestWhatItBecame:
    def test_crying_is_saved_as_crying_with_its_length(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        clock.pass_by(minutes=12)
        press(shown, "Stop")
        (saved,) = entries(shown)
        assert isinstance(saved, Moment)
        assert (saved.cues, saved.length) == (("state-crying",), timedelta(minutes=12))
        assert said(shown)[:2] == ["Saved.", "Crying for 12 min,"]
        assert shown._done.text() == "Saved. Crying, 12 min."

    def test_from_a_tile_it_keeps_the_cue_of_the_tile(self, shown: MainWindow, clock: Time) -> None:
        page = shown.page(Place.LOG)
        assert isinstance(page, LogPage)
        tile = next(each for each in page.findChildren(CueTile) if each.accessibleName() == "Whimper")
        tile.click()
        settle()
        do(shown, "undo")
        shown.session.diary.start_timer(timer(cue="cry-whimper", started=clock.now, entered=clock.now))
        settle()
        clock.pass_by(minutes=3)
        press(shown, "Stop")
        (saved,) = entries(shown)
        assert isinstance(saved, Moment)
        assert saved.cues == ("cry-whimper",)
        assert shown._done.text() == "Saved. Whimper, 3 min."
        assert "Whimper for 3 min," in said(shown)

    def test_a_timer_without_a_cue_stays_what_its_file_says(self, shown: MainWindow, diary: Diary) -> None:
        diary.start_timer(timer(started=NOW, entered=NOW))
        settle()
        assert diary.all(Timer)[0].cue is None
        press(shown, "Stop")
        (saved,) = entries(shown)
        assert isinstance(saved, Moment)
        assert saved.cues == ("cry-fuss",)

    def test_a_length_said_later_stands_there_too(self, shown: MainWindow, clock: Time) -> None:
        page = shown.page(Place.LOG)
        assert isinstance(page, LogPage)
        next(each for each in page.findChildren(CueTile) if each.accessibleName() == "Rooting").click()
        clock.pass_by(minutes=30)
        page.presenter.choose_length(20)
        settle()
        assert "Rooting for 20 min," in said(shown)


class TestTheKeyboardGoesOn:
    @pytest.mark.parametrize("answer", ["Now", "9:20pm"])
    def test_to_what_may_be_added_to_the_moment(self, shown: MainWindow, clock: Time, answer: str) -> None:
        self.asked(shown, clock)
        found = next(part for part in rows(shown)[0]._buttons() if part.text() == answer)
        found.setFocus()
        press(shown, answer)
        assert strip(shown).isAncestorOf(focused())
        assert focused().isVisible()
        assert focused().text() not in ("Now", "Undo")

    def test_to_the_board_where_nothing_was_saved(self, shown: MainWindow, clock: Time) -> None:
        self.asked(shown, clock)
        rows(shown)[0]._buttons()[-1].setFocus()
        press(shown, "Discard")
        assert isinstance(focused(), CueTile)

    def test_to_the_next_question(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "feed_timer")
        self.asked(shown, clock)
        assert len(rows(shown)) == 2
        rows(shown)[0]._buttons()[0].setFocus()
        rows(shown)[0]._buttons()[0].click()
        settle()
        assert rows(shown)[0].isAncestorOf(focused())

    def test_past_a_timer_that_runs(self, shown: MainWindow, clock: Time) -> None:
        do(shown, "crying_timer")
        do(shown, "feed_timer")
        clock.pass_by(minutes=5)
        first = next(each for each in rows(shown) if each.line.name == "crying timer")
        first._buttons()[0].setFocus()
        first._buttons()[0].click()
        settle()
        assert strip(shown).isAncestorOf(focused()), "a second press there must not stop the other timer"

    @staticmethod
    def asked(window: MainWindow, clock: Time) -> None:
        do(window, "crying_timer")
        clock.pass_by(minutes=20)
        window.timers._presenter.look()
        clock.pass_by(hours=6)
        window.timers._presenter.look()
        settle()


@pytest.mark.parametrize("asks", [False, True])
def test_with_large_words_the_board_stays_in_view(
    shown: MainWindow, theme: Theme, clock: Time, asks: bool
) -> None:
    theme.wear()
    shown.session.change_settings(text_size=200)
    shown.resize(1024, 600)
    settle()
    page = shown.page(Place.LOG)
    assert isinstance(page, LogPage)
    page.enter()
    do(shown, "crying_timer")
    if asks:
        clock.pass_by(minutes=20)
        shown.timers._presenter.look()
        clock.pass_by(hours=6)
        shown.timers._presenter.look()
        assert words(shown) == ["Crying since yesterday 9pm. When did it stop? Last open yesterday 9:20pm."]
        assert buttons(shown) == ["Now", "9:20pm", "Other…", "Still going", "Discard"]
    else:
        assert (words(shown), buttons(shown)) == (["Crying since 9pm"], ["Stop", "More…"])
        assert shown.timers.height() < 100
    settle()
    tile = focused()
    assert isinstance(tile, CueTile)
    at = tile.mapTo(page, QPoint(0, 0)).y()
    assert at >= 0
    assert at + tile.height() <= page.height() + (tile.height() // 3 if asks else 0)


def test_more_of_a_small_window_holds_the_rest(shown: MainWindow, theme: Theme) -> None:
    theme.wear()
    shown.session.change_settings(text_size=200)
    shown.resize(1024, 600)
    do(shown, "crying_timer")
    more = rows(shown)[0]._buttons()[1]
    assert isinstance(more, QPushButton)
    assert more.accessibleName() == "More… for the crying timer"
    said = [each.text() for each in more.menu().actions()]
    assert said == [*(f"It started {minutes} min earlier" for minutes in (5, 10, 15)), "Discard"]
    more.menu().actions()[1].trigger()
    settle()
    assert words(shown) == ["Crying since 8:50pm"]
    more.menu().actions()[-1].trigger()
    settle()
    assert shown.session.diary.all(Timer) == ()


def test_the_keyboard_stays_when_the_window_gets_smaller(shown: MainWindow) -> None:
    do(shown, "crying_timer")
    rows(shown)[0]._buttons()[2].setFocus()
    shown.resize(1120, 380)
    settle()
    assert rows(shown)[0].isAncestorOf(focused())
    shown.resize(1120, 720)
    settle()
    assert buttons(shown) == ["Stop", "−5 min", "−10 min", "−15 min", "Discard"]
    assert TimerKind.CRYING in {each.kind for each in shown.session.diary.all(Timer)}


def test_timers_are_read_before_the_page_they_stand_above(shown: MainWindow) -> None:
    do(shown, "crying_timer")
    parts = shown.timers.parentWidget().children()
    assert parts.index(shown.bar) < parts.index(shown.timers) < parts.index(shown._stack)
