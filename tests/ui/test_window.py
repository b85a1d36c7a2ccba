"""The window: places, widths, menus, regions."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QProcess, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.ids import CueKey
from bonddiary.ui.actions import ROWS
from bonddiary.ui.commands import WindowCommands
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.navigation import BAR, RAIL, SIDEBAR, NavButton
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed: a style sheet must not be put on half-dead widgets."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shown(qtbot: QtBot, robin: Session, window: MainWindow) -> MainWindow:
    with qtbot.waitSignal(window.painted):
        window.show()
    QApplication.processEvents()
    return window


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def log(window: MainWindow) -> LogPage:
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    return page


def menus(window: MainWindow) -> list[QMenu]:
    return [menu for each in window.menuBar().actions() if isinstance(menu := each.menu(), QMenu)]


def actions(window: MainWindow) -> list[QAction]:
    return [action for menu in menus(window) for action in menu.actions()]


def bar_button(window: MainWindow, words: str) -> QPushButton:
    return next(
        each for each in window.bar.findChildren(QPushButton) if each.isVisible() and each.text() == words
    )


class TestPlaces:
    def test_pages_are_made_when_first_shown(self, shown: MainWindow) -> None:
        assert list(shown._pages) == [Place.LOG]
        shown.go(Place.TIMELINE)
        assert list(shown._pages) == [Place.LOG, Place.TIMELINE]
        page = shown.page(Place.TIMELINE)
        shown.go(Place.LOG)
        shown.go(Place.TIMELINE)
        assert shown.page(Place.TIMELINE) is page

    def test_the_title_names_the_place_and_nobody(self, shown: MainWindow) -> None:
        titles = []
        for place in Place:
            shown.go(place)
            titles.append(shown.windowTitle())
        names = ["Log", "Timeline", "Patterns", "Tips", "Report", "Get help", "Settings", "About", "Catch up"]
        names += ["Visits and questions", "Phrasebook", "How to use Bond Diary"]
        assert titles == [f"{name} — Bond Diary" for name in names]

    def test_back_goes_where_one_was(self, shown: MainWindow) -> None:
        for place in (Place.TIMELINE, Place.TIPS):
            shown.go(place)
        places = []
        for _ in range(3):
            shown.commands.back()
            places.append(shown.place)
        assert places == [Place.TIMELINE, Place.LOG, Place.LOG]

    def test_find_goes_to_what_can_be_found(self, shown: MainWindow) -> None:
        shown.commands.find()
        assert shown.place is Place.TIMELINE
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "Find in the Timeline"


class TestWidths:
    @pytest.mark.parametrize(
        ("width", "text", "expected"),
        [
            (1200, 100, Width.WIDE),
            (1199, 100, Width.MEDIUM),
            (700, 100, Width.MEDIUM),
            (699, 100, Width.NARROW),
            (360, 80, Width.NARROW),
            (1280, 200, Width.NARROW),
            (1400, 200, Width.MEDIUM),
            (960, 80, Width.WIDE),
        ],
    )
    def test_go_by_the_room_there_is_for_words(self, width: int, text: int, expected: Width) -> None:
        assert Width.of(width, text / 100) is expected

    @pytest.mark.parametrize(
        ("place", "here"),
        [(Place.REPORT, "Report is shown"), (Place.VISITS, "Report is shown"), (Place.LOG, "")],
    )
    def test_more_is_marked_where_a_place_behind_it_is_shown(
        self, shown: MainWindow, place: Place, here: str
    ) -> None:
        shown.resize(500, 640)
        shown.go(place)
        settle()
        marked = [each for each in shown._navigation.findChildren(NavButton) if each.isVisible() and each.on]
        assert [each.text() for each in marked] == ["More" if here else "Log"]
        assert shown._navigation.first() is marked[0]
        assert shown._navigation._more.accessibleDescription() == here

    def test_sidebar_rail_and_bar(self, shown: MainWindow) -> None:
        navigation = shown._navigation
        for width, size in ((1280, SIDEBAR), (1024, RAIL)):
            shown.resize(width, 640)
            settle()
            assert navigation.width() == size
            assert navigation.height() > 400
        shown.resize(500, 640)
        settle()
        assert navigation.height() == BAR
        assert navigation.y() > 400
        buttons = [each.text() for each in navigation.findChildren(NavButton) if each.isVisible()]
        assert buttons == ["Log", "Timeline", "Patterns", "Tips", "More"]
        shown.resize(1280, 640)
        settle()
        buttons = [each.text() for each in navigation.findChildren(NavButton) if each.isVisible()]
        assert buttons == ["Log", "Timeline", "Patterns", "Tips", "Report", "Get help", "Settings", "Lock"]

    @pytest.mark.parametrize(("width", "text"), [(1280, 100), (1024, 100), (1440, 200)])
    def test_lock_is_at_the_foot_of_the_places(self, shown: MainWindow, width: int, text: int) -> None:
        asked: list[int] = []
        shown.lock_asked.connect(lambda: asked.append(1))
        shown.session.change_settings(text_size=text)
        shown.resize(width, 820)
        settle()
        assert shown.height() == 820, "all of them have room in a low window"
        buttons = [each for each in shown._navigation.findChildren(NavButton) if each.isVisible()]
        assert buttons[-1].text() == "Lock"
        assert buttons[-1].accessibleDescription()
        assert buttons[-1].y() == max(each.y() for each in buttons)
        buttons[0].setFocus()
        QTest.keyClick(buttons[0], Qt.Key.Key_Up)
        assert buttons[-1].hasFocus(), "arrows walk to it"
        QTest.keyClick(buttons[-1], Qt.Key.Key_Return)
        buttons[-1].click()
        assert asked == [1, 1]
        assert not buttons[-1].isChecked()
        assert shown.place is Place.LOG

    @pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
    def test_more_leads_to_help_and_settings(self, shown: MainWindow) -> None:
        shown.resize(500, 640)
        settle()
        shown._navigation._open_more()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        words = [action.text() for action in menu.actions()]
        assert words == ["Report", "Get help", "Settings", "", "Lock"]
        menu.actions()[2].trigger()
        menu.close()
        assert shown.place is Place.SETTINGS

    @pytest.mark.parametrize("text", [100, 200])
    def test_no_place_is_wider_than_a_small_window(self, shown: MainWindow, theme: Theme, text: int) -> None:
        """Log and the Timeline's editor have tests of their own."""
        theme.wear()
        shown.session.change_settings(text_size=text)
        shown.resize(360, 640)
        needs = {}
        places = (Place.TIMELINE, Place.PATTERNS, Place.TIPS, Place.HELP, Place.SETTINGS, Place.GUIDE)
        for place in places:
            shown.go(place)
            settle()
            least = shown.page(place).minimumSizeHint().width()
            if least > 360:
                needs[place.value] = least
        assert shown.width() == 360
        assert needs == {}


class TestMenus:
    def test_every_row_has_words_a_tip_and_something_to_do(self) -> None:
        assert len(ROWS) > 15
        for row in ROWS:
            assert row.text.strip("&…")
            assert row.tip
            assert row.menu
            assert callable(getattr(WindowCommands, row.does))

    def test_shortcuts_are_unique(self) -> None:
        keys = Counter(key for row in ROWS for key in row.keys)
        assert [key for key, count in keys.items() if count > 1] == []
        assert not any("Meta" in key for key in keys)

    def test_letters_after_the_ampersand_are_unique_in_their_menu(self) -> None:
        letters = Counter((row.menu, row.text.split("&")[1][0].lower()) for row in ROWS if "&" in row.text)
        assert [letter for letter, count in letters.items() if count > 1] == []

    def test_all_rows_are_in_the_menu_bar_with_their_keys(self, shown: MainWindow) -> None:
        made = actions(shown)
        assert [action.text() for action in made] == [row.text for row in ROWS]
        assert [tuple(key.toString() for key in action.shortcuts()) for action in made] == [
            row.keys for row in ROWS
        ]
        assert all(action.statusTip() and action.isEnabled() for action in made)

    def test_edit_names_what_undo_takes_back(self, shown: MainWindow) -> None:
        log(shown).presenter.log(CueKey("rooting"))
        menu = next(each for each in menus(shown) if each.title() == "&Edit")
        menu.aboutToShow.emit()
        undo, redo = menu.actions()[:2]
        assert (undo.text(), redo.text()) == ("&Undo: log rooting", "&Redo")
        undo.trigger()
        menu.aboutToShow.emit()
        assert redo.text() == "&Redo: log rooting"

    def test_every_command_works_in_an_empty_diary(
        self, shown: MainWindow, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        started: list[tuple[object, ...]] = []  # a second program would go on after the tests
        monkeypatch.setattr(
            QProcess, "startDetached", lambda *given: started.append(given) is None and (True, 1)
        )
        names = [row.does for row in ROWS if row.does not in {"quit", "bring_in", "save_archive"}]
        for name in names:
            getattr(shown.commands, name)()
            settle()
            assert not shown.bar.isVisible(), name
        assert [given[1][-1] for given in started] == ["look-around"]  # type: ignore[index]  # program, arguments, folder


class TestRegions:
    @pytest.mark.parametrize("saved", [False, True])
    def test_f6_goes_round_all_of_them(self, shown: MainWindow, saved: bool) -> None:
        if saved:
            log(shown).presenter.log(CueKey("rooting"))
        for width in (1280, 1024, 500):
            shown.resize(width, 720)
            settle()
            self.go_round(shown, saved)

    def go_round(self, shown: MainWindow, saved: bool) -> None:
        page, seen = log(shown), []
        page._board.first_tile().setFocus()  # type: ignore[union-attr]  # there are tiles
        for _ in range(8):
            seen.append(self.region(shown))
            shown.commands.next_region()
        wanted = {"navigation", "times", "board"} | ({"strip"} if saved else set())
        assert wanted <= set(seen)
        assert all(one != other for one, other in pairwise(seen))

    def test_shift_f6_goes_the_other_way(self, shown: MainWindow) -> None:
        start = log(shown)._board.first_tile()
        assert start is not None
        start.setFocus()
        shown.commands.previous_region()
        assert self.region(shown) == "times"
        shown.commands.next_region()
        assert self.region(shown) == "board"

    @staticmethod
    def region(window: MainWindow) -> str:
        focused, page = QApplication.focusWidget(), log(window)
        regions: dict[str, QWidget | None] = {
            "navigation": window._navigation,
            "times": page._times,
            "board": page._board,
            "strip": page._strip,
            "panel": page._panel,
        }
        assert focused is not None
        assert focused.isVisible()
        return next(
            (name for name, each in regions.items() if each is not None and each.isAncestorOf(focused)), ""
        )
