"""The guide in the window: pages, links, pictures, the search, the way back; by keyboard and to screen readers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bonddiary.domain.errors import ContentError
from bonddiary.domain.guidance import CALL_ANYWAY
from bonddiary.domain.guide import Guide
from bonddiary.system.settings import ThemeChoice
from bonddiary.ui.pages.guide.page import GuidePage
from bonddiary.ui.pages.guide.picture import Picture
from bonddiary.ui.pages.guide.rows import RowButton
from bonddiary.ui.pages.guide.table import GridView
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.spans import SpanWords
from bonddiary.ui.widgets.words import Heading, Words
from tests.ui.guide.conftest import settle


def field(page: GuidePage) -> QLineEdit:
    return page._field


def rows(page: GuidePage) -> list[str]:
    return [each.text() for each in page.findChildren(RowButton) if each.isVisible()]


def headings(page: GuidePage) -> list[str]:
    return [each.text() for each in page._article.findChildren(Heading) if each.isVisible()]


def words(page: GuidePage) -> list[Words]:
    return [each for each in page._article.findChildren(Words) if each.isVisible()]


def focused() -> str:
    at = QApplication.focusWidget()
    return str(at.property("text")) if at is not None else ""


class TestReading:
    def test_headings_are_real_ones(self, page: GuidePage) -> None:
        assert headings(page) == ["The first page", "A list of steps", "A table", "Read on"]
        made = page._article.findChildren(Heading)[0]
        assert QAccessible.queryAccessibleInterface(made).role() is QAccessible.Role.Heading

    def test_the_title_has_the_keyboard(self, page: GuidePage) -> None:
        assert focused() == "The first page"

    def test_numbers_are_read_with_their_steps(self, page: GuidePage) -> None:
        named = [each.accessibleName() for each in words(page) if each.accessibleName()]
        assert named == ["1. Press a tile.", "2. Press Ctrl+Z. See more."]

    def test_html_of_a_page_stays_words(self, page: GuidePage) -> None:
        page.show_section("second")
        settle()
        said = next(each for each in words(page) if "backups" in each.plain)
        assert "&lt;b&gt;backups" in said.text()

    def test_a_picture_says_what_it_shows_and_keeps_its_shape(self, page: GuidePage) -> None:
        picture = page.findChild(Picture)
        assert picture is not None
        access = QAccessible.queryAccessibleInterface(picture)
        assert access.role() is QAccessible.Role.Graphic
        assert access.text(QAccessible.Text.Name) == "The board by day"
        assert abs(picture.width() / picture.height() - 2) < 0.02
        assert picture.width() <= page._article.viewport().width()

    @pytest.mark.parametrize(
        ("theme_choice", "name"),
        [(ThemeChoice.DAY, "day"), (ThemeChoice.DUSK, "night"), (ThemeChoice.NIGHT, "night")],
    )
    def test_the_picture_is_as_dark_as_the_window(
        self, page: GuidePage, session: Session, theme_choice: ThemeChoice, name: str
    ) -> None:
        session.change_settings(theme=theme_choice)
        settle()
        picture = page.findChild(Picture)
        assert picture is not None
        assert picture.shown_file.name == f"board-{name}.png"
        middle = picture.grab().toImage().pixelColor(picture.width() // 2, picture.height() // 2)
        assert middle.lightness() == (255 if name == "day" else 0)

    def test_without_a_picture_its_words_stand_there(self, page: GuidePage, guide: Guide) -> None:
        for file in (guide.pages[0].file.parent.parent / "pictures").iterdir():
            Path(file).unlink()
        page.show_section("second")
        page.show_section("first")
        settle()
        assert page.findChildren(Picture) == [] or not any(
            each.isVisible() for each in page.findChildren(Picture)
        )
        assert "The board by day" in [each.plain for each in words(page)]

    def test_a_table_is_one_to_screen_readers_and_is_never_cut(self, page: GuidePage) -> None:
        grid = page.findChild(GridView)
        assert grid is not None
        table = grid._table
        assert table.isVisible()
        access = QAccessible.queryAccessibleInterface(table)
        assert access.role() is QAccessible.Role.Table
        assert access.text(QAccessible.Text.Name) == "A table"
        assert table.horizontalScrollBar().maximum() == table.verticalScrollBar().maximum() == 0


class TestWays:
    def test_the_list_goes_to_a_page_and_marks_it(self, page: GuidePage) -> None:
        assert rows(page) == ["The first page", "The second page"]
        page.findChildren(RowButton)[1].click()
        settle()
        assert headings(page)[0] == focused() == "The second page"
        now = [each.text() for each in page.findChildren(RowButton) if each.shown_now]
        assert now == ["The second page"]

    def test_arrows_walk_the_list_and_tab_stops_once(self, page: GuidePage) -> None:
        first, second = page.findChildren(RowButton)
        stops = [each.focusPolicy() is Qt.FocusPolicy.StrongFocus for each in (first, second)]
        assert stops == [True, False]
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Down)
        assert QApplication.focusWidget() is second
        QTest.keyClick(second, Qt.Key.Key_Down)
        assert QApplication.focusWidget() is second
        QTest.keyClick(second, Qt.Key.Key_Home)
        QTest.keyClick(first, Qt.Key.Key_Up)
        assert QApplication.focusWidget() is field(page)

    def test_tab_goes_from_the_title_to_links_and_comes_round_by_the_list(self, page: GuidePage) -> None:
        walked: list[str] = []
        for _ in range(8):
            at = QApplication.focusWidget()
            assert at is not None
            assert at.isVisible()
            walked.append(type(at).__name__)
            QTest.keyClick(at, Qt.Key.Key_Tab)
        assert walked == [
            "Heading", "SpanWords", "SpanWords", "WordTable", "WordButton", "WordButton", "QLineEdit", "RowButton",
        ]  # fmt: skip

    def test_a_link_is_followed_by_keyboard_and_back_comes_to_its_place(self, page: GuidePage) -> None:
        page.resize(1000, 300)
        settle()
        bar = page._article.verticalScrollBar()
        bar.setValue(40)
        link = next(each for each in page.findChildren(SpanWords) if "second.md" in each.text())
        link.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(link, Qt.Key.Key_Return)
        settle()
        assert headings(page)[0] == "The second page"
        assert page.step_back()
        settle()
        assert headings(page)[0] == focused() == "The first page"
        assert bar.value() == 40
        assert not page.step_back()

    def test_read_on_names_the_linked_and_the_next_page(self, page: GuidePage) -> None:
        ways = [each for each in page._article.findChildren(WordButton) if each.isVisible()]
        assert [each.text() for each in ways] == ["The second page"]
        ways[0].click()
        settle()
        assert headings(page)[0] == "The second page"

    def test_opened_from_elsewhere_nothing_is_behind(self, page: GuidePage) -> None:
        page.findChildren(RowButton)[1].click()
        page.show_section("timeline")
        assert not page.step_back()

    def test_a_link_to_nowhere_stays_where_it_is(self, page: GuidePage) -> None:
        page._follow("https://example.org/")
        assert headings(page)[0] == "The first page"


class TestSearch:
    def test_as_one_types_titles_then_parts_with_their_sentence(self, page: GuidePage) -> None:
        page.start_finding()
        QTest.keyClicks(field(page), "page")
        assert rows(page)[:2] == ["The first page", "The second page"]
        field(page).clear()
        QTest.keyClicks(field(page), "stick")
        assert rows(page) == ["The second page: Where copies are"]
        settle()
        found = page.findChildren(RowButton)[0]
        gap = found.mapTo(page, found.rect().topLeft()) - field(page).mapTo(
            page, field(page).rect().bottomLeft()
        )
        assert 0 < gap.y() < 30
        assert found.accessibleName() == "The second page: Where copies are. On a stick, if you like"

    def test_enter_opens_the_part_and_the_search_stays_until_esc(self, page: GuidePage) -> None:
        page.start_finding()
        QTest.keyClicks(field(page), "stick")
        QTest.keyClick(field(page), Qt.Key.Key_Return)
        settle()
        assert focused() == "Where copies are"
        assert rows(page) == ["The second page: Where copies are"]
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClick(at, Qt.Key.Key_Escape)
        assert field(page).text() == ""
        assert QApplication.focusWidget() is field(page)
        assert rows(page) == ["The first page", "The second page"]

    def test_down_goes_to_what_was_found(self, page: GuidePage) -> None:
        page.start_finding()
        QTest.keyClicks(field(page), "stick")
        QTest.keyClick(field(page), Qt.Key.Key_Down)
        at = QApplication.focusWidget()
        assert isinstance(at, RowButton)
        QTest.keyClick(at, Qt.Key.Key_Return)
        settle()
        assert focused() == "Where copies are"

    def test_nothing_found_says_so_and_leads_back(self, page: GuidePage) -> None:
        page.start_finding()
        QTest.keyClicks(field(page), "zebra")
        assert rows(page) == []
        assert page._said.plain == "Nothing found for ‘zebra’. Try another word, or see all pages."
        page._all.click()
        assert (field(page).text(), rows(page)) == ("", ["The first page", "The second page"])

    def test_near_spellings_are_named_as_such(self, page: GuidePage) -> None:
        page.start_finding()
        QTest.keyClicks(field(page), "bakcups")
        assert rows(page) == ["The second page"]
        assert page._said.plain == "Close to what you typed"
        assert page._said.isVisible()


class TestCalling:
    def test_whom_to_call_is_in_view_and_follows_the_country(self, page: GuidePage, session: Session) -> None:
        said = page._call._words
        assert said.plain == "If you are worried about your baby, call 111. In an emergency, call 999."
        page._article.verticalScrollBar().setValue(10_000)
        assert said.isVisible()
        session.change_settings(country="usa")
        page.enter()
        assert said.plain.endswith("In an emergency, call 911.")

    def test_the_button_leads_to_get_help(self, qtbot: QtBot, page: GuidePage) -> None:
        with qtbot.waitSignal(page.help_asked):
            page._call._way.click()

    def test_it_is_there_where_the_guide_or_the_signs_cannot_be_read(
        self, page: GuidePage, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def unread() -> Guide:
            raise ContentError("guide.toml: the guide can’t be read.")

        monkeypatch.setattr(session.guides, "how_to", unread)
        page.enter()
        assert page._bar.isVisible()
        monkeypatch.setattr(session.guides, "safety", unread)
        page.enter()
        assert page._call._words.plain == CALL_ANYWAY
        assert page._call.isVisible()
