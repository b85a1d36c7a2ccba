"""What becomes of a page's Markdown, and what a search finds in it. Nothing is drawn."""

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.content.guide import load_guide
from bonddiary.ui.models.guide_text import Grid, Items, Paragraph, Picture, Span, Typed, plain, read_page
from bonddiary.ui.pages.guide.searching import LONGEST, GuideSearch, matching_sentence
from tests.ui.guide.conftest import FIRST, SECOND


@pytest.fixture
def search(qtbot: QtBot) -> GuideSearch:
    pages = (("first", "The first page", FIRST), ("second", "The second page", SECOND))
    return GuideSearch((key, title, read_page(text)) for key, title, text in pages)


class TestReading:
    def test_parts_by_their_headings_without_the_title(self, qtbot: QtBot) -> None:
        assert [part.heading for part in read_page(FIRST)] == ["", "A list of steps", "A table"]

    def test_paragraphs_keep_bold_words_and_links(self, qtbot: QtBot) -> None:
        paragraph, picture = read_page(FIRST)[0].blocks
        assert paragraph == Paragraph(
            (
                Span("It says "),
                Span("what", bold=True),
                Span(" it is for. See "),
                Span("the second page", link="second.md"),
                Span("."),
            )
        )
        assert picture == Picture("../pictures/board-day.png", "The board by day")

    def test_a_numbered_list_and_words_to_type_in_it(self, qtbot: QtBot) -> None:
        (items,) = read_page(FIRST)[1].blocks
        assert isinstance(items, Items)
        assert items.numbered
        assert [plain(line) for line in items.lines] == ["Press a tile.", "Press Ctrl+Z. See more."]
        assert items.lines[1][1] == Span("Ctrl+Z", code=True)

    def test_a_table(self, qtbot: QtBot) -> None:
        assert read_page(FIRST)[2].blocks == (
            Grid(("Keys", "What they do"), (("F1", "The guide"), ("Ctrl+6", "Get help"))),
        )

    def test_lines_to_type_are_one_text(self, qtbot: QtBot) -> None:
        items, typed = read_page(SECOND)[1].blocks
        assert isinstance(items, Items)
        assert not items.numbered
        assert typed == Typed("bonddiary privacy\nbonddiary --help")

    def test_html_is_never_read_as_such(self, qtbot: QtBot) -> None:
        (paragraph,) = read_page(SECOND)[0].blocks
        assert isinstance(paragraph, Paragraph)
        assert plain(paragraph.line).startswith("Words about <b>backups</b> & more.")
        assert not any(span.bold for span in paragraph.line)

    def test_links_and_words_of_a_part(self, qtbot: QtBot) -> None:
        first, steps, table = read_page(FIRST)
        assert (first.links, steps.links, table.links) == (("second.md",), ("second.md#part",), ())
        assert table.words == "F1: The guide. Ctrl+6: Get help."

    def test_nothing_of_the_shipped_pages_is_lost(self, qtbot: QtBot) -> None:
        """Every letter of each page is in its parts: a block that isn't known would be missed here."""
        for page in load_guide().pages:
            sections = read_page(page.markdown)
            shown = "".join(f"{part.heading}{part.words}" for part in sections)
            letters = [letter for letter in shown if letter.isalpha()]
            lines = [line for line in page.markdown.splitlines()[1:] if not line.startswith(("![", "```"))]
            wanted = sum(letter.isalpha() for line in lines for letter in line)
            links = sum(letter.isalpha() for part in sections for link in part.links for letter in link)
            headers = [block.headers for part in sections for block in part.blocks if isinstance(block, Grid)]
            named = sum(letter.isalpha() for each in headers for name in each for letter in name)
            pictures = [block for part in sections for block in part.blocks if isinstance(block, Picture)]
            described = sum(letter.isalpha() for each in pictures for letter in each.shows)
            assert len(letters) - described + links + named == wanted, page.key


class TestSearching:
    def test_titles_come_first_then_parts(self, search: GuideSearch) -> None:
        found, close = search.find("page")
        assert [(row.page, row.title, row.part) for row in found][:2] == [
            ("first", "The first page", ""),
            ("second", "The second page", ""),
        ]
        assert not close

    def test_a_part_is_found_by_its_words_with_the_sentence_that_holds_them(
        self, search: GuideSearch
    ) -> None:
        found, _ = search.find("stick")
        assert [(row.title, row.about, row.part) for row in found] == [
            ("The second page: Where copies are", "On a stick, if you like.", "Where copies are")
        ]

    def test_words_may_be_begun_and_misspelt(self, search: GuideSearch) -> None:
        begun, close = search.find("backu")
        assert [row.page for row in begun] == ["second"]
        assert not close
        misspelt, close = search.find("bakcups")
        assert [row.page for row in misspelt] == ["second"]
        assert close
        assert misspelt[0].spoken.startswith("The second page. ")

    @pytest.mark.parametrize("typed", ["bakcup", "backpu", "baclup", "bcakup", "bacjups"])
    def test_a_slip_in_a_word_that_the_pages_hold_as_a_longer_one(
        self, search: GuideSearch, typed: str
    ) -> None:
        """They speak of “backups” alone."""
        found, close = search.find(typed)
        assert [row.page for row in found] == ["second"]
        assert close

    @pytest.mark.parametrize(
        ("typed", "page"),
        [
            ("bakcup", "Backups"),
            ("tiemlin", "Timeline"),
            ("shortuct", "Keyboard shortcuts"),
            ("patern", "Patterns"),
        ],
    )
    def test_slips_are_forgiven_in_the_shipped_pages(self, qtbot: QtBot, typed: str, page: str) -> None:
        guide = GuideSearch((each.key, each.title, read_page(each.markdown)) for each in load_guide().pages)
        found, close = guide.find(typed)
        assert found[0].title == page
        assert close

    @pytest.mark.parametrize("typed", ["zebra", "?", "  ", "bka", "bakc", "bcakx"])
    def test_nothing_is_found_where_nothing_is(self, search: GuideSearch, typed: str) -> None:
        assert search.find(typed) == ((), False)

    def test_a_long_sentence_is_cut_between_words(self) -> None:
        said = matching_sentence("Short. " + "word " * 60 + "end.", "end")
        assert len(said) <= LONGEST + 2
        assert said.endswith("word …")
