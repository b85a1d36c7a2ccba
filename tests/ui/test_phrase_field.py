"""Typing a moment on the Log page: by keyboard and by mouse, what is shown and what is said."""

import time
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.phrase import entry
from bonddiary.ui.phrase.understood import PieceChip
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW
from tests.pace import times_slower
from tests.ui.test_log_keys import focused, moments, page, settle, tab
from tests.ui.test_log_trouble import unwritable

__all__ = ["page"]
LONG = (
    "rooting hnads to mouth 10 min ago fed cuddled windded settled in 5, mum was tired and the cat jumpd on the sofa, "
    "then he went to slep with a lovely smlie, whimprr yawnning, looking for mlik, extra clngy all evening"
)[:200]


def write(page: LogPage, text: str) -> None:
    line = page._phrase.line
    line.setFocus()
    settle()
    line.selectAll()
    QTest.keyClicks(line, text)
    settle()


def chips(page: LogPage) -> list[PieceChip]:
    return [chip for chip in page.findChildren(PieceChip) if chip.isVisible()]


def words(page: LogPage) -> str:
    labels = page._phrase.below.findChildren(QLabel)
    return " ".join(each.text() for each in labels if each.isVisible())


def choose(page: LogPage, chip: str, action: str) -> None:
    """Presses a chip by keyboard and an action of its menu."""
    found = next(each for each in chips(page) if each.text() == chip)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Return)
    menu = next(each for each in found.findChildren(QMenu) if each.isVisible())
    wanted: QAction = next(each for each in menu.actions() if each.text() == action)
    menu.setFocus()
    menu.setActiveAction(wanted)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()


def test_what_is_understood_is_seen_before_enter(page: LogPage, robin: Session) -> None:
    write(page, "rotoing 10 min ago fed, settled in 5 poor thing gr")
    assert [chip.text() for chip in chips(page)] == ["Rooting", "8:50pm", "Fed", "Settled", "5 min", "“gr”"]
    assert chips(page)[0].accessibleName() == "Rooting, noticed"
    assert "Stays in the note: poor thing; gr (it could be" in words(page)
    assert words(page).endswith("Enter saves this moment.")
    assert "Rooting, noticed." in page._phrase.line.accessibleDescription()
    assert moments(robin) == ()


def test_enter_saves_and_the_strip_shows_it(page: LogPage, robin: Session) -> None:
    write(page, "rooting 10 min ago fed")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert len(moments(robin)) == 1
    assert page._state.saved is not None
    assert page._state.saved.title == "Rooting, 8:50pm"
    assert [tried.name for tried in page._state.saved.tried if tried.number] == ["Fed"]
    assert page._phrase.line.text() == ""
    assert chips(page) == []
    assert focused() is page._phrase.line


def test_the_time_chip_counts_and_returns_to_now(page: LogPage, robin: Session) -> None:
    page.presenter.choose_time(15)
    write(page, "rooting")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    (saved,) = moments(robin)
    assert saved.at.wall.strftime("%H:%M") == "20:45"
    assert page._state.back_minutes == 0


def test_care_cards_come_with_it(page: LogPage, robin: Session) -> None:
    cue = next(cue for cue in robin.catalog.cues.values() if cue.signs)
    write(page, cue.name)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert page._state.care == robin.guides.care_for(cue.key)
    assert len(moments(robin)) == 1


def test_pasted_lines_are_moments(page: LogPage, robin: Session) -> None:
    QApplication.clipboard().setText("rooting fed\n yawn\r\nsmile\n")
    page._phrase.line.setFocus()
    page._phrase.line.paste()
    settle()
    assert page._phrase.line.text() == "rooting fed; yawn; smile"
    assert "3 moments ready. Enter saves all." in words(page)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert len(moments(robin)) == 3
    page.presenter.undo()
    assert moments(robin) == ()


def test_without_a_cue_it_says_what_is_missing(page: LogPage, robin: Session) -> None:
    write(page, "fed")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert "Not saved yet. Add what you noticed, such as rooting or crying." in words(page)
    assert page._phrase.line.text() == "fed"
    assert moments(robin) == ()


def test_where_it_cant_be_saved_the_text_stays(page: LogPage, robin: Session) -> None:
    write(page, "rooting poor thing")
    with unwritable(robin.diary):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        settle()
        assert "This moment isn’t saved yet." in words(page)
        assert page._phrase.line.text() == "rooting poor thing"
        assert "poor thing" not in page.unsaved()
        assert page.unsaved().startswith("This moment isn’t saved yet.")
    again = next(each for each in page._phrase.below.findChildren(QPushButton) if each.text() == "Try again")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    settle()
    assert len(moments(robin)) == 1
    assert page._phrase.line.text() == ""
    assert focused() is page._phrase.line


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # which the offscreen platform can't
class TestChips:
    def test_words_can_be_kept_plain_and_read_again(self, page: LogPage, robin: Session) -> None:
        write(page, "rooting fed")
        choose(page, "Fed", "Keep as plain words")
        assert page.focusWidget() is page._phrase.line
        QTest.keyClicks(page._phrase.line, " rocked")
        settle()
        assert [chip.text() for chip in chips(page)] == ["Rooting", "Rocked", "“fed”"]
        assert "fed (as plain words)" in words(page)
        choose(page, "“fed”", "Read it again")
        assert [chip.text() for chip in chips(page)] == ["Rooting", "Fed", "Rocked"]

    def test_another_meaning_can_be_chosen(self, page: LogPage) -> None:
        write(page, "gr fed")
        choose(page, "“gr”", "Smiling")
        assert [chip.text() for chip in chips(page)] == ["Smiling", "Fed"]
        assert page._phrase.line.text() == "Smiling fed"

    def test_tab_walks_from_the_line_over_them(self, page: LogPage) -> None:
        write(page, "rooting fed")
        assert [tab(), tab()] == chips(page)
        assert tab().property("kind") == "small"
        assert page._times.isAncestorOf(tab())

    def test_a_mouse_alone_saves(self, page: LogPage, robin: Session) -> None:
        write(page, "rooting")
        save = next(each for each in page._phrase.below.findChildren(QPushButton) if each.text() == "Save")
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
        settle()
        assert len(moments(robin)) == 1
        assert focused() is page._phrase.line

    def test_a_mark_of_menus_in_a_word_is_shown(self, page: LogPage) -> None:
        write(page, "rooting & fed")
        assert [chip.text() for chip in chips(page)] == ["Rooting", "Fed"]


class TestKeys:
    def test_a_letter_on_the_board_starts_the_phrase(self, page: LogPage) -> None:
        assert isinstance(focused(), CueTile)
        QTest.keyClicks(focused(), "Y")
        settle()
        assert focused() is page._phrase.line
        QTest.keyClicks(focused(), "awn")
        assert [chip.text() for chip in chips(page)] == ["Yawning"]

    def test_it_goes_on_from_what_stands_there(self, page: LogPage) -> None:
        write(page, "rooting f")
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        QTest.keyClicks(focused(), "e")
        QTest.keyClicks(focused(), "d")
        assert page._phrase.line.text() == "rooting fed"

    @pytest.mark.parametrize(
        "modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier]
    )
    def test_not_with_other_keys_held(self, page: LogPage, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(focused(), Qt.Key.Key_Y, modifier)
        settle()
        assert isinstance(focused(), CueTile)

    def test_digits_are_the_board_s(self, page: LogPage, robin: Session) -> None:
        QTest.keyClicks(focused(), "1")
        settle()
        assert page._phrase.line.text() == ""
        assert len(moments(robin)) == 1

    @pytest.mark.parametrize("text", ["", "rooting fed"])
    def test_esc_gives_the_keyboard_back_and_clears_nothing(self, page: LogPage, text: str) -> None:
        page._board._likely[2].setFocus()
        write(page, text) if text else page._phrase.start()
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert isinstance(focused(), CueTile)
        assert page._phrase.line.text() == text

    def test_new_moment_goes_to_the_line_from_anywhere(
        self, qtbot: QtBot, robin: Session, window: MainWindow
    ) -> None:
        window.show()
        qtbot.waitExposed(window)
        window.go(Place.TIPS)
        window.commands.new_moment()
        settle()
        log = window.page(Place.LOG)
        assert isinstance(log, LogPage)
        assert window.place is Place.LOG
        assert focused() is log._phrase.line


class TestHalfTyped:
    def test_is_kept_soon_after_the_last_key(
        self, qtbot: QtBot, page: LogPage, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(page, "rooting and then")
        assert page._phrase._pause.interval() == entry.PAUSE == 500
        qtbot.waitUntil(lambda: robin.diary.draft("phrase") == "rooting and then")

    def test_is_kept_when_the_page_is_left(self, page: LogPage, robin: Session) -> None:
        write(page, "rooting")
        page.hide()
        assert robin.diary.draft("phrase") == "rooting"

    def test_is_kept_when_the_window_closes(self, page: LogPage, robin: Session) -> None:
        write(page, "rooting")
        assert page.unsaved() == ""
        assert robin.diary.draft("phrase") == "rooting"

    def test_comes_back(self, qtbot: QtBot, robin: Session, theme: Theme) -> None:
        robin.diary.keep_draft("phrase", "rooting fed")
        made = LogPage(robin, theme)
        qtbot.addWidget(made)
        made.resize(1280, 720)
        made.show()
        settle()
        assert made._phrase.line.text() == "rooting fed"
        assert [chip.text() for chip in chips(made)] == ["Rooting", "Fed"]


def test_a_diary_that_opens_takes_no_keyboard_from_who_types(page: LogPage) -> None:
    write(page, "rooting")
    page.enter()
    assert focused() is page._phrase.line


def test_the_line_is_light_until_it_is_used(page: LogPage) -> None:
    assert page._phrase._presenter is None
    assert page._phrase._shown is None


@pytest.mark.parametrize(
    ("width", "size"), [(Width.WIDE, (1280, 720)), (Width.MEDIUM, (1024, 560)), (Width.NARROW, (360, 640))]
)
@pytest.mark.parametrize("text", [100, 200])
def test_nothing_below_it_is_cut_off(
    page: LogPage, robin: Session, theme: Theme, width: Width, size: tuple[int, int], text: int
) -> None:
    theme.wear()
    robin.change_settings(text_size=text)
    page.set_width(width)
    page.resize(*size)
    write(page, "rotoing 10 min ago fed, settled in 5 poor thing gr; yawn; yesterday")
    for _ in range(8):
        QApplication.processEvents()
    shown: list[QWidget] = [
        each
        for each in page._phrase.below.findChildren(QWidget)
        if each.isVisible() and each.hasHeightForWidth()
    ]
    assert len(shown) > 6
    assert [type(each).__name__ for each in shown if each.height() < each.heightForWidth(each.width())] == []
    port = page._middle._scroll.viewport()
    for chip in chips(page):
        left = chip.mapTo(port, chip.rect().topLeft()).x()
        assert left >= 0
        assert left + chip.width() <= port.width()


def test_a_key_costs_little(page: LogPage) -> None:
    """200 letters stand there, with slips of the keys: another is read and shown in a blink."""
    write(page, LONG)
    times: list[float] = []
    for letter in "abcdefgh" * 3:
        start = time.thread_time()
        QTest.keyClicks(page._phrase.line, letter)
        times.append(time.thread_time() - start)
    assert sorted(times)[len(times) // 2] < 0.05 * times_slower()


def test_now_is_when_enter_is_pressed(page: LogPage, robin: Session) -> None:
    write(page, "rooting 10 min ago")
    robin.clock = lambda: NOW.shifted(timedelta(minutes=5))
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    (saved,) = moments(robin)
    assert saved.at.wall.strftime("%H:%M") == "20:55"


def test_each_moment_begins_a_line(page: LogPage) -> None:
    write(page, "rooting 10 min ago, fed; yawning; cooing")
    numbers = [each for each in page._phrase.below.findChildren(QLabel) if each.text() in ("1.", "2.", "3.")]
    assert len(numbers) == 3
    assert len({each.x() for each in numbers}) == 1
    assert numbers[0].y() < numbers[1].y() < numbers[2].y()
