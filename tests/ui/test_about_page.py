"""The About page: what the program is, what it rests on, and what still waits; the same whatever is in the diary."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary import __version__
from bonddiary.content.evidence import load_about, load_evidence
from bonddiary.content.wording import banned_words
from bonddiary.domain.errors import ContentError
from bonddiary.system.libraries import LIBRARIES
from bonddiary.ui.guides import Guides
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.navigation import NavButton
from bonddiary.ui.pages.about.page import AboutPage, Sources
from bonddiary.ui.pages.about.presenter import KINDS, LICENCES, AboutPresenter, built_with
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.reading import Reading
from bonddiary.ui.widgets.words import Heading
from tests.builders import ROBIN, moment_draft

ABOUT, EVIDENCE = load_about(), load_evidence()


@pytest.fixture
def presenter(session: Session) -> AboutPresenter:
    """A presenter whose state goes nowhere."""
    made = AboutPresenter(session, lambda _state: None)
    made.load()
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session, theme: Theme) -> AboutPage:
    """The page, shown."""
    made = AboutPage(session, theme)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.enter()
    QApplication.processEvents()
    return made


@pytest.fixture
def shown(qtbot: QtBot, robin: Session, window: MainWindow) -> MainWindow:
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(window._actions))
    QTest.qWait(30)
    return window


def broken(_session: Session) -> None:
    raise ContentError("about.toml can’t be read.")


def pressed(page: QWidget, words: str) -> None:
    """Presses a button by its words."""
    next(each for each in page.findChildren(QPushButton) if each.text() == words).click()


class TestPresenter:
    def test_says_what_the_program_is_and_isnt(self, presenter: AboutPresenter) -> None:
        state = presenter.state
        about = " ".join((state.purpose, *state.limits, *state.authors))
        for words in (
            "private notebook",
            "does not diagnose, monitor, predict or treat",
            "not a medical device",
            "not made by the NHS",
            "CC BY 4.0",
            "Apache License 2.0",
        ):
            assert words in about
        assert state.version == f"Version {__version__}"
        assert state.open_checks == ABOUT.open_checks

    def test_every_publication_is_listed_by_name_with_its_count(self, presenter: AboutPresenter) -> None:
        rows = presenter.state.sources
        assert [row.name for row in rows] == [source.name for source in EVIDENCE.sources]
        assert len(rows) > 80
        for row, source in zip(rows, EVIDENCE.sources, strict=True):
            assert row.address == source.address
            assert row.used.startswith(f"{source.entries} entr")
        assert "1 entry rests on it." in {row.used for row in rows}

    def test_says_how_much_waits_in_plain_counts(self, presenter: AboutPresenter) -> None:
        assert list(KINDS) == list(EVIDENCE.checks)
        for (_name, said), checks in zip(presenter.state.waiting, EVIDENCE.checks.values(), strict=True):
            assert said.startswith(f"{checks.waiting} of {checks.entries} wait" if checks.waiting else "none")
            assert "%" not in said

    def test_without_content_it_still_says_what_it_can(
        self, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Guides, "about", broken)
        presenter = AboutPresenter(session, lambda _state: None)
        presenter.load()
        assert presenter.state.problem == "about.toml can’t be read."
        assert presenter.state.version == f"Version {__version__}"
        assert presenter.state.authors == LICENCES

    def test_its_own_words_are_kind(self, presenter: AboutPresenter) -> None:
        said = (*LICENCES, *KINDS.values(), *(words for _name, words in presenter.state.waiting))
        assert not [word for text in said for word in banned_words(text)]

    def test_nothing_depends_on_what_is_in_the_diary(self, robin: Session) -> None:
        before = AboutPresenter(robin, lambda _state: None)
        before.load()
        robin.diary.log(moment_draft(baby=ROBIN.id))
        after = AboutPresenter(robin, lambda _state: None)
        after.load()
        assert before.state == after.state


class TestPage:
    def test_headings_are_headings_to_a_screen_reader(self, page: AboutPage) -> None:
        headings = page.findChildren(Heading)
        assert [heading.text() for heading in headings if heading.isVisibleTo(page)] == [
            "About Bond Diary",
            "Who wrote it",
            "What still needs a clinician’s check",
            "How much waits for a check",
            "Where the words come from",
            "What it is built with",
        ]
        for heading in headings:
            found = QAccessible.queryAccessibleInterface(heading)
            assert found is not None
            assert found.role() is QAccessible.Role.Heading

    def test_every_control_has_a_name(self, page: AboutPage, unnamed: Callable[[QWidget], list[str]]) -> None:
        assert unnamed(page) == []
        assert page.findChildren(Sources)[0].accessibleName() == "Where the words come from"

    def test_an_address_is_copied_by_keyboard(self, page: AboutPage) -> None:
        sources = page.findChildren(Sources)[0]
        sources.setFocus()
        for key, held in (
            (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier),
            (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
        ):
            QTest.keyClick(sources, key, held)
        assert QGuiApplication.clipboard().text() == EVIDENCE.sources[0].address

    def test_the_page_follows_the_cursor(self, page: AboutPage) -> None:
        sources, reading = page.findChildren(Sources)[0], page.findChildren(Reading)[0]
        sources.setFocus()
        sources.moveCursor(QTextCursor.MoveOperation.End)
        QApplication.processEvents()
        at = sources.viewport().mapTo(reading, sources.cursorRect().center()).y()
        assert 0 < at < reading.height()
        assert reading.verticalScrollBar().value() > 1000

    def test_nothing_opens_anything(self, page: AboutPage) -> None:
        assert not any(each.openExternalLinks() for each in page.findChildren(QLabel))
        sources = page.findChildren(Sources)[0]
        assert not sources.openLinks()
        assert not sources.openExternalLinks()
        assert "<a " not in sources.toHtml()

    def test_without_content_no_empty_part_is_shown(
        self, qtbot: QtBot, session: Session, theme: Theme, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Guides, "evidence", broken)
        page = AboutPage(session, theme)
        qtbot.addWidget(page)
        page.show()
        headings = [each.text() for each in page.findChildren(Heading) if each.isVisibleTo(page)]
        assert headings == ["About Bond Diary", "Who wrote it", "What it is built with"]

    @pytest.mark.parametrize("size", [100, 200])
    @pytest.mark.parametrize(
        ("width", "pixels"), [(Width.WIDE, 1080), (Width.MEDIUM, 930), (Width.NARROW, 360)]
    )
    def test_no_words_are_cut_off(
        self,
        page: AboutPage,
        session: Session,
        cut_off: Callable[[QWidget], list[str]],
        width: Width,
        pixels: int,
        size: int,
    ) -> None:
        session.change_settings(text_size=size)
        page.set_width(width)
        page.resize(pixels, 620)
        assert cut_off(page) == []
        sources = page.findChildren(Sources)[0]
        assert sources.height() >= sources.document().size().height()
        assert page.minimumSizeHint().width() <= 360


class TestWays:
    def test_the_menu_leads_there_and_back_returns(self, shown: MainWindow) -> None:
        shown.go(Place.TIMELINE)
        shown._build_menus()
        shown._actions["show_about"].trigger()
        assert shown.place is Place.ABOUT
        assert shown.windowTitle() == "About — Bond Diary"
        pressed(shown.page(Place.ABOUT), "‹ Back")
        assert shown.place is Place.TIMELINE

    def test_get_help_leads_there_and_its_place_leads_back(self, shown: MainWindow) -> None:
        shown.go(Place.HELP)
        pressed(shown.page(Place.HELP), "More about Bond Diary")
        assert shown.place is Place.ABOUT
        assert Place.ABOUT not in shown._navigation._buttons
        help_button = shown._navigation._buttons[Place.HELP]
        assert [each for each in shown.findChildren(NavButton) if each.isChecked()] == [help_button]
        help_button.click()
        assert shown.place is Place.HELP

    def test_the_keyboard_starts_at_the_title_and_goes_on(self, shown: MainWindow) -> None:
        shown.commands.show_about()
        page = shown.page(Place.ABOUT)
        title = QApplication.focusWidget()
        assert isinstance(title, Heading)
        assert title.text() == "About Bond Diary"
        QTest.keyClick(title, Qt.Key.Key_Tab)
        guide = QApplication.focusWidget()
        assert isinstance(guide, QPushButton)
        assert guide.text() == "How to use Bond Diary"
        QTest.keyClick(guide, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is page.findChildren(Sources)[0]
        QTest.keyClick(page.findChildren(Sources)[0], Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton | Reading)


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        ({"": "3.11.2", "numpy": "2.4.6"}, ["Python 3.11.2:", "NumPy 2.4.6:"]),
        ({"": "3.11.2"}, ["Python 3.11.2:", *[f"{each.name}:" for each in LIBRARIES[1:]]]),
    ],
)
def test_libraries_are_named_with_their_versions(
    monkeypatch: pytest.MonkeyPatch, found: dict[str, str], lines: list[str]
) -> None:
    monkeypatch.setattr("bonddiary.ui.pages.about.presenter.versions", lambda: found)
    assert [name for name, _licence in built_with()] == lines
