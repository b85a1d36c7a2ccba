"""Words that are wider than their place: smaller headings, broken words, chips in lines; nothing lost on the way."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.ui.delegates.tip_row import whole_parts
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.breaks import BAR, BREAK, Room, broken, lacks_room
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.press import CheckChip, PushChip, RadioChip
from bonddiary.ui.widgets.words import RANKS, Heading, Words

ADDRESS = "somebody@a-rather-long-name.example.org"


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def show_at(qtbot: QtBot, widget: QWidget, width: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, 200)
    widget.show()
    settle()


class TestBreaks:
    def test_words_that_fit_are_left_alone(self, qapp: QApplication) -> None:
        assert broken("Call 111 today", qapp.font(), 400) == "Call 111 today"
        assert not lacks_room("Call 111 today", qapp.font(), 400)
        assert broken(ADDRESS, qapp.font(), 0) == ADDRESS

    def test_an_address_is_broken_after_its_signs_first(self, qapp: QApplication) -> None:
        shown = broken(ADDRESS, qapp.font(), 200)
        assert shown.replace(BREAK, "") == ADDRESS
        parts = shown.split(BREAK)
        assert parts[0] == "somebody@"
        assert all(QFontMetrics(qapp.font()).horizontalAdvance(part) <= 200 for part in parts)

    def test_a_word_without_signs_is_broken_between_letters(self, qapp: QApplication) -> None:
        assert broken("x Donaudampfschiff", qapp.font(), 40).split(" ")[1].count(BREAK) == 15

    def test_a_scroll_bar_that_goes_changes_nothing(self) -> None:
        room = Room()
        room.note(300, tight=True)
        assert room.of(300 + BAR) == 300
        assert room.of(301 + BAR) == 301 + BAR
        room.note(400, tight=False)
        assert room.of(410) == 410


class TestHeading:
    def test_is_written_smaller_where_a_word_has_no_room(
        self, qtbot: QtBot, theme: Theme, robin: Session
    ) -> None:
        theme.wear()
        heading = Heading("Appointments", "title")
        show_at(qtbot, heading, 600)
        assert heading.property("kind") == "title"
        longest = QFontMetrics(heading.font()).horizontalAdvance("Appointments")
        heading.resize(longest - 4, 200)
        settle()
        assert heading.property("kind") in RANKS[1:]
        assert heading.text() == "Appointments"
        heading.resize(600, 200)
        settle()
        assert heading.property("kind") == "title"

    def test_a_name_without_spaces_is_broken_and_still_known(self, qtbot: QtBot, theme: Theme) -> None:
        theme.wear()
        heading = Heading("Wolfeschlegelsteinhausenberger", "strong")
        show_at(qtbot, heading, 130)
        assert BREAK in QLabel.text(heading)
        assert heading.text() == "Wolfeschlegelsteinhausenberger"
        assert heading.minimumSizeHint().width() <= 130


def test_what_is_copied_has_no_breaks(qtbot: QtBot, theme: Theme) -> None:
    theme.wear()
    words = Words(ADDRESS)
    show_at(qtbot, words, 140)
    assert BREAK in QLabel.text(words)
    words.setSelection(0, len(broken(ADDRESS, words.font(), words.contentsRect().width())))
    words._copy()
    assert QGuiApplication.clipboard().text() == ADDRESS


@pytest.mark.parametrize("kind", [PushChip, CheckChip, RadioChip])
def test_a_chip_goes_on_in_another_line(
    qtbot: QtBot, theme: Theme, kind: Callable[[Theme, str], QWidget]
) -> None:
    chip = kind(theme, "Usual at 10 weeks first")
    holder = QWidget()
    flow = FlowLayout(holder)
    flow.addWidget(chip)
    show_at(qtbot, holder, 600)
    one_line = chip.height()
    assert chip.width() == chip.sizeHint().width()
    holder.resize(chip.sizeHint().width() - 20, 300)
    settle()
    assert chip.width() <= holder.width()
    assert chip.height() > one_line
    assert not holder.grab().isNull()
    holder.resize(600, 300)
    settle()
    assert chip.height() == one_line


def test_a_row_of_tips_names_whole_meanings(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    words = "hungry · tired or sleepy · wants closeness"
    assert whole_parts(words, 10_000, metrics) == words
    two = metrics.horizontalAdvance("hungry · tired or sleepy …")
    assert whole_parts(words, two, metrics) == "hungry · tired or sleepy …"
    assert whole_parts(words, two - 1, metrics) == "hungry …"
    assert whole_parts(words, 5, metrics) == words  # a part too long is shortened where it is painted


@pytest.mark.parametrize("text", [150, 200])
@pytest.mark.parametrize("look", ["day", "night"])
@pytest.mark.parametrize("size", [(360, 640), (1024, 600)])
def test_no_page_scrolls_sideways(
    qtbot: QtBot,
    robin: Session,
    theme: Theme,
    window: MainWindow,
    size: tuple[int, int],
    look: str,
    text: int,
) -> None:
    theme.wear()
    robin.change_settings(theme=type(robin.settings.theme)(look), text_size=text)
    window.resize(*size)
    window.show()
    for place in (Place.PATTERNS, Place.TIPS, Place.HELP, Place.SETTINGS):
        window.go(place)
        QTest.qWait(50)
        assert window.page(place).minimumSizeHint().width() <= window.page(place).width(), place
    assert window.width() == size[0]


class TestNavigation:
    @pytest.mark.parametrize("text", [100, 150, 200])
    @pytest.mark.parametrize("look", ["day", "night"])
    @pytest.mark.parametrize("width", [360, 1024, 1440])
    def test_no_name_is_cut_off(
        self, robin: Session, theme: Theme, window: MainWindow, width: int, look: str, text: int
    ) -> None:
        theme.wear()
        robin.change_settings(theme=type(robin.settings.theme)(look), text_size=text)
        window.resize(width, 700)
        window.show()
        settle()
        navigation = window._navigation
        shown = [button for button in (*navigation._buttons.values(), navigation._more) if button.isVisible()]
        assert len(shown) >= 5
        for button in shown:
            assert button.name_width() <= button.width() - 2, button.text()
        if navigation._width is Width.NARROW:
            assert len({button.name_font().pixelSize() for button in shown}) == 1

    def test_a_screen_readers_toggle_goes_there(self, window: MainWindow) -> None:
        window.show()
        window._navigation._buttons[Place.HELP].toggle()
        assert window.place is Place.HELP

    def test_a_click_after_a_screen_readers_toggle_goes_there_too(self, window: MainWindow) -> None:
        asked: list[str] = []
        window._navigation.asked.connect(asked.append)
        button = window._navigation._buttons[Place.HELP]
        button.toggle()
        settle()
        window.go(Place.LOG)
        button.click()
        assert asked == ["help", "help"]

    def test_a_click_enters_a_page_once(self, window: MainWindow) -> None:
        window.show()
        asked: list[str] = []
        window._navigation.asked.connect(asked.append)
        window._navigation._buttons[Place.SETTINGS].click()
        assert asked == ["settings"]
        window._navigation._buttons[Place.SETTINGS].click()
        assert asked == ["settings", "settings"]
