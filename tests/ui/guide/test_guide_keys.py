"""F1 opens the guide where one is, once more Get help; Ctrl+6 opens Get help from everywhere, also while locked."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.content.guide import load_guide
from bonddiary.ui.actions import ROWS
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.guide.page import GuidePage
from bonddiary.ui.pages.page import Place
from bonddiary.ui.quick.window import QuickWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.reading import WordButton

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot: QtBot, robin: Session, window: MainWindow) -> Iterator[MainWindow]:
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    QApplication.processEvents()
    yield window
    window.hide()


def guide(window: MainWindow) -> GuidePage:
    page = window.page(Place.GUIDE)
    assert isinstance(page, GuidePage)
    return page


def title(window: MainWindow) -> str:
    assert window.place is Place.GUIDE
    return guide(window)._article.title.text()


def f1(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    QApplication.processEvents()


class TestF1:
    @pytest.mark.parametrize(
        ("place", "key"),
        [
            (Place.LOG, "log"),
            (Place.TIMELINE, "timeline"),
            (Place.PATTERNS, "patterns"),
            (Place.TIPS, "tips"),
            (Place.REPORT, "report"),
            (Place.HELP, "help-and-about"),
            (Place.SETTINGS, "settings"),
            (Place.ABOUT, "help-and-about"),
            (Place.CATCH_UP, "catching-up"),
            (Place.VISITS, "visit"),
            (Place.PHRASEBOOK, "phrasebook"),
        ],
    )
    def test_opens_the_page_about_where_one_is(self, shown: MainWindow, place: Place, key: str) -> None:
        shown.go(place)
        f1(shown)
        wanted = load_guide().page(key)
        assert wanted is not None
        assert title(shown) == wanted.title
        shown.commands.back()
        assert shown.place is place

    def test_no_place_is_without_a_page(self) -> None:
        named = {place for page in load_guide().pages for place in page.places}
        assert named == {place.value for place in Place if place is not Place.GUIDE}

    @pytest.mark.parametrize(
        ("part", "key"),
        [
            ("_carers", "two-carers"),
            ("_backups", "backups"),
            ("_passphrase", "passphrase"),
            ("_privacy", "privacy"),
            ("_erase", "erasing"),
            ("_themes", "settings"),
        ],
    )
    def test_in_settings_it_is_about_the_part(self, shown: MainWindow, part: str, key: str) -> None:
        shown.go(Place.SETTINGS)
        inside = getattr(shown.page(Place.SETTINGS), part)
        takers = [
            each
            for each in inside.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        takers[0].setFocus()
        f1(shown)
        wanted = load_guide().page(key)
        assert wanted is not None
        assert title(shown) == wanted.title

    def test_in_settings_it_is_about_what_is_scrolled_to(self, shown: MainWindow) -> None:
        shown.go(Place.SETTINGS)
        page = shown.page(Place.SETTINGS)
        QApplication.processEvents()
        bar, part = page._reading.verticalScrollBar(), page._backups
        bar.setValue(part.mapTo(page._reading.widget(), part.rect().center()).y() - bar.pageStep() // 2)
        f1(shown)
        assert title(shown) == "Backups"

    @pytest.mark.parametrize("place", list(Place))
    def test_twice_is_get_help(self, shown: MainWindow, place: Place) -> None:
        shown.go(place)
        f1(shown)
        if place is not Place.GUIDE:
            assert shown.place is Place.GUIDE
            f1(shown)
        assert shown.place is Place.HELP

    def test_typing_somewhere_does_not_stop_it(self, shown: MainWindow) -> None:
        shown.commands.new_moment()
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        f1(shown)
        assert shown.place is Place.GUIDE


class TestGetHelp:
    @pytest.mark.parametrize("place", list(Place))
    def test_is_one_key_away_from_every_page(self, shown: MainWindow, place: Place) -> None:
        shown.go(place)
        QTest.keyClick(shown, Qt.Key.Key_6, CTRL)
        assert shown.place is Place.HELP

    def test_is_one_press_away_in_the_guide(self, shown: MainWindow) -> None:
        f1(shown)
        guide(shown)._call._way.click()
        assert shown.place is Place.HELP

    @pytest.mark.parametrize("keys", [(Qt.Key.Key_F1,), (Qt.Key.Key_6, CTRL)])
    def test_from_the_small_window(
        self, qtbot: QtBot, robin: Session, theme: Theme, keys: tuple[Qt.Key, ...]
    ) -> None:
        quick = QuickWindow(robin, theme)
        qtbot.addWidget(quick)
        quick.open()
        qtbot.waitExposed(quick)
        quick.activateWindow()
        for _ in range(3):
            QApplication.processEvents()
        with qtbot.waitSignal(quick.help_asked):
            QTest.keyClick(quick, *keys)


class TestWays:
    def test_the_help_page_and_about_lead_to_the_guide(self, shown: MainWindow) -> None:
        first = load_guide().pages[0].title
        for place, words in ((Place.HELP, "Open the guide"), (Place.ABOUT, "How to use Bond Diary")):
            shown.go(place)
            buttons = shown.page(place).findChildren(WordButton)
            next(each for each in buttons if each.text() == words).click()
            assert title(shown) == first

    def test_shortcuts_and_news_have_their_pages(self, shown: MainWindow) -> None:
        QTest.keyClick(shown, Qt.Key.Key_Slash, CTRL)
        assert title(shown) == "Keyboard shortcuts"
        shown.commands.show_news()
        assert title(shown) == "What’s new"

    def test_the_guide_names_every_key_of_the_menus(self) -> None:
        page = load_guide().page("shortcuts")
        assert page is not None
        keys = [key for row in ROWS for key in row.keys]
        assert len(keys) > 25
        assert [key for key in keys if key not in page.markdown] == []

    def test_find_looks_in_the_guide(self, shown: MainWindow) -> None:
        f1(shown)
        shown.commands.find()
        assert shown.place is Place.GUIDE
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "Find in the guide"

    def test_every_shipped_page_can_be_drawn(self, shown: MainWindow) -> None:
        f1(shown)
        for page in load_guide().pages:
            guide(shown).show_section(page.key)
            QApplication.processEvents()
            assert title(shown) == page.title


def test_a_start_loads_nothing_of_the_guide() -> None:
    code = "import sys, bonddiary.ui.app, bonddiary.ui.menus; print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = run.stdout.split()
    assert "bonddiary.ui.app" in loaded
    assert [name for name in loaded if "guide" in name.rpartition(".")[2]] == ["bonddiary.ui.guides"]
    assert "bonddiary.ui.pages.help.page" not in loaded
