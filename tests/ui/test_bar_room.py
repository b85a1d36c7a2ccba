"""The bar above the pages in the smallest window with the largest words: nothing in it is cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.catalog import Family
from bonddiary.system.settings import ThemeChoice
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import button
from bonddiary.ui.widgets.press import CueTile
from bonddiary.ui.widgets.tall_words import TallWords

LONG = "“breakfast.csv” isn’t a file that Bond Diary can read. " * 6


def settle() -> None:
    for _ in range(10):
        QApplication.processEvents()


@pytest.fixture
def small(window: MainWindow, session: Session, theme: Theme) -> MainWindow:
    session.change_settings(text_size=200)
    theme.wear()
    window.resize(360, 640)
    window.show()
    settle()
    return window


def acts(*names: str) -> tuple[tuple[str, Callable[[], object]], ...]:
    return tuple((name, lambda: None) for name in names)


def whole(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


def test_three_lines_and_three_buttons_are_whole(small: MainWindow) -> None:
    small.bar.say(
        "‘diary.jsonl’ holds 1,418 new entries. 2 more files wait.", *acts("Bring in", "Look", "Not now")
    )
    settle()
    shown = [each for each in small.bar.findChildren(QPushButton) if each.isVisible()]
    assert len(shown) == 3
    assert all(map(whole, shown))
    assert whole(small.bar._words)


def test_words_with_no_room_scroll_above_their_buttons(small: MainWindow) -> None:
    small.bar.say(LONG, *acts("Close"))
    settle()
    words = small.bar.findChild(TallWords)
    assert isinstance(words, TallWords)
    assert words.verticalScrollBar().maximum() > 0
    assert words.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    assert all(whole(each) for each in small.bar.findChildren(QPushButton) if each.isVisible())
    small.bar.say("Done.", *acts("Close"))
    settle()
    assert words.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert whole(small.bar._words)


@pytest.mark.parametrize("kind", ["", "small"])
@pytest.mark.parametrize("look", list(ThemeChoice))
@pytest.mark.parametrize("size", [100, 150, 200])
def test_a_button_stays_as_large_with_the_keyboard(
    qtbot: QtBot, session: Session, theme: Theme, kind: str, look: ThemeChoice, size: int
) -> None:
    session.change_settings(theme=look, text_size=size)
    theme.wear()
    made = button("Look", kind)
    qtbot.addWidget(made)
    made.show()
    settle()
    before = made.sizeHint()
    made.setFocus()
    settle()
    assert made.hasFocus()
    assert made.sizeHint() == before


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("size", [100, 200])
def test_a_tile_with_two_lines_leaves_its_drawing_room(
    qtbot: QtBot, session: Session, theme: Theme, size: int, short: bool
) -> None:
    session.change_settings(text_size=size)
    tile = CueTile(theme, "hands-to-mouth", "Hands to mouth", Family.MOVEMENT, "family-movement", tall=True)
    qtbot.addWidget(tile)
    tile.arrange(tall=True, short=short)
    for _ in range(2):
        tile.resize(theme.look.px(118), tile.sizeHint().height())
        tile.show()
        settle()
    drawing, words = tile._place_above(tile.rect().adjusted(5, 5, -5, -5))
    assert drawing.height() >= theme.look.px(20)
    assert drawing.bottom() < words.top()
