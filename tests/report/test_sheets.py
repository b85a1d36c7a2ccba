"""Blank sheets: rulers, a key, room to write, and nobody's name."""

from datetime import date

from bonddiary.analysis.behaviours import ProfileDays
from bonddiary.content.readability import too_hard, too_long
from bonddiary.content.wording import banned_words, parents_alone, typed_marks
from bonddiary.report.document import Items, PageKind, Picture, ReportDocument
from bonddiary.report.sheets import HOW, MOST_PAGES, blank_sheets
from tests.builders import NOW


def sheet(first: date | None = date(2026, 11, 16), pages: int = 1) -> ReportDocument:
    return blank_sheets(first, 7, pages, now=NOW, version="0.1.0")


def rulers(document: ReportDocument) -> list[Picture]:
    return [block for block in document.blocks if isinstance(block, Picture)]


def test_seven_days_a_page_that_go_on_in_the_next() -> None:
    page = sheet(pages=2)
    assert page.kind is PageKind.SHEET
    assert [each.heading for each in rulers(page)] == ["16 to 22 November 2026", "23 to 29 November 2026"]
    days = [
        day.day
        for each in rulers(page)
        if isinstance(each.insight.data, ProfileDays)
        for day in each.insight.data.days
    ]
    assert len(days) == len(set(days)) == 14


def test_without_a_date_there_is_room_for_one() -> None:
    (ruler,) = rulers(sheet(None))
    assert isinstance(ruler.insight.data, ProfileDays)
    assert [day.day for day in ruler.insight.data.days] == [None] * 7


def test_every_page_says_how_and_has_room_for_cues_and_notes() -> None:
    page = sheet(pages=3)
    assert sum(isinstance(block, Items) and block.lines > 0 for block in page.blocks) == 3
    assert all(" ".join(each.small) == " ".join(HOW) for each in rulers(page))


def test_large_print_has_fewer_days_on_a_page() -> None:
    page = blank_sheets(date(2026, 11, 16), large=True, now=NOW, version="0.1.0")
    headings = [each.heading for each in rulers(page)]
    assert headings == ["16 to 19 November 2026", "20 to 22 November 2026"]
    assert [block.items for block in page.blocks if isinstance(block, Items) and block.items] == [HOW, HOW]


def test_pages_have_an_end() -> None:
    assert len(rulers(sheet(pages=500))) == MOST_PAGES
    assert len(rulers(sheet(pages=0))) == 1


def test_words_are_short_and_kind_and_nothing_of_the_family_is_in_them() -> None:
    page = sheet()
    items = [text for block in page.blocks if isinstance(block, Items) for text in (block.lead, *block.items)]
    for text in (*items, *page.under_title, *page.foot, page.inside, *rulers(page)[0].small):
        assert list(banned_words(text)) == []
        assert list(typed_marks(text)) == []
        assert not parents_alone(text)
        assert too_long(text) is None
    assert too_hard(" ".join(HOW)) is None
    assert page.rows is None
    assert page.file_stem == "blank-diary-sheet"
