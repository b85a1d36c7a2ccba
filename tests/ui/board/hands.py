"""What the tests of the board do again and again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from bonddiary.domain.board import OwnWord
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.log.arranging import Deed
from bonddiary.ui.pages.log.own_word import NameForm
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.widgets.press import CueTile
from tests.ui.test_log_board import tile
from tests.ui.test_log_presenter import Desk

COOING, GRUNT, ROOTING, HICCUPS = map(CueKey, ("cooing", "straining-red", "rooting", "hiccups"))


def row(desk: Desk, family: Family = Family.NOISES) -> list[str]:
    return [tile.key for tile in dict(desk.state.board)[family]]


def names(desk: Desk, family: Family = Family.NOISES) -> list[str]:
    return [tile.name for tile in dict(desk.state.board)[family]]


def likely(desk: Desk) -> list[str]:
    return [tile.key for tile in desk.state.likely]


def do(desk: Desk, deed: Deed, key: str) -> None:
    desk.presenter.arranging.do(deed, CueKey(key))


def add(desk: Desk, name: str = "Fish face", family: Family = Family.NOISES, on_board: bool = True) -> str:
    assert desk.presenter.arranging.add_cue(name, family, "smile", on_board=on_board) == ""
    words = [word for word in desk.session.diary.all(OwnWord) if word.name == name]
    return words[-1].id


def keys(page: LogPage, family: Family = Family.NOISES) -> list[str]:
    return [each.key for each in page._board._rows[family]]


def choose(over: QWidget, words: str) -> None:
    """Chooses from the menu that is open over a tile or list."""
    menu = [each for each in over.findChildren(QMenu) if each.actions()][-1]
    action = next(each for each in menu.actions() if each.text() == words)
    assert action.isEnabled()
    action.trigger()
    menu.close()
    over.window().activateWindow()  # on a screen the window has the keyboard again by itself
    QApplication.processEvents()


def by_menu(page: LogPage, key: str, words: str) -> CueTile:
    over = tile(page, key)
    over.setFocus()
    over.customContextMenuRequested.emit(over.rect().center())
    choose(over, words)
    return over


def form(page: LogPage) -> NameForm:
    found = page._search.hand.form
    assert found is not None
    assert found.isVisible()
    return found


def press(within: QWidget, words: str) -> None:
    found = next(
        each for each in within.findChildren(QAbstractButton) if each.text() == words and each.isVisible()
    )
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
