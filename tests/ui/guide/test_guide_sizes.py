"""The guide in small windows and with large words: nothing is cut, nothing scrolls sideways, the title is seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.guide.page import GuidePage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.words import Words
from tests.ui.guide.conftest import settle
from tests.ui.guide.test_guide_page import field, focused, headings, rows


class TestSizes:
    @pytest.mark.parametrize("width", [360, 700, 1200])
    @pytest.mark.parametrize("text", [100, 200])
    @pytest.mark.parametrize("key", ["first", "second"])
    def test_nothing_is_cut_or_scrolls_sideways(
        self,
        page: GuidePage,
        session: Session,
        cut_off: Callable[[QWidget], list[str]],
        width: int,
        text: int,
        key: str,
    ) -> None:
        page.set_width(Width.of(width, text / 100))
        session.change_settings(text_size=text)
        page.resize(width, 640)
        page.show_section(key)
        settle()
        assert page.width() == width
        assert page.minimumSizeHint().width() <= max(360, width)
        assert cut_off(page._article) == []
        assert page._article.horizontalScrollBar().maximum() == 0
        inside = page._article._inside
        assert inside.width() <= page._article.viewport().width()

    def test_a_narrow_window_has_a_choice_of_pages_above(self, page: GuidePage) -> None:
        page.resize(360, 640)
        page.set_width(Width.NARROW)
        settle()
        assert rows(page) == []
        assert page._choice.isVisible()
        assert page._choice.currentText() == "The first page"
        page._choice.setCurrentIndex(1)
        page._choice.activated.emit(1)
        settle()
        assert headings(page)[0] == "The second page"

    def test_in_a_narrow_window_the_search_stands_in_the_page_s_place(self, page: GuidePage) -> None:
        page.resize(360, 640)
        page.set_width(Width.NARROW)
        page.start_finding()
        QTest.keyClicks(field(page), "stick")
        settle()
        assert headings(page) == []
        assert rows(page) == ["The second page: Where copies are"]
        QTest.keyClick(field(page), Qt.Key.Key_Return)
        settle()
        assert rows(page) == []
        assert focused() == "Where copies are"

    def test_in_a_low_window_the_line_scrolls_and_the_button_stays(
        self, page: GuidePage, session: Session
    ) -> None:
        session.change_settings(text_size=200)
        page.resize(360, 380)
        page.set_width(Width.NARROW)
        settle()
        assert not page._call._words.isVisible()
        assert page._call._way.isVisible()
        assert page._line.isVisible()
        assert page._line.plain == page._call._words.plain
        page.show_section("second")
        settle()
        seen = page._article.title.visibleRegion()
        assert not seen.isEmpty()
        page.resize(1200, 700)
        session.change_settings(text_size=100)
        page.set_width(Width.WIDE)
        settle()
        assert page._call._words.isVisible()

    def test_everything_has_a_name(self, page: GuidePage, unnamed: Callable[[QWidget], list[str]]) -> None:
        assert unnamed(page) == []


def test_a_page_has_its_height_before_it_is_painted(page: GuidePage) -> None:
    page.show_section("second")  # and nothing else has run since
    parts = [each for each in page._article.findChildren(Words) if each.isVisible()]
    assert parts
    for part in parts:
        assert part.height() >= part.heightForWidth(part.width()), part.plain
