"""The web page: a whole document, real headings, lists and tables, nothing from outside, and no text that becomes markup."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.behaviours import blank_days
from bonddiary.domain.period import Period
from bonddiary.report.document import Block, Grid, Items, PageKind, Picture, ReportDocument, Words
from bonddiary.report.html import web_page
from bonddiary.report.html_look import POLICY
from bonddiary.report.html_words import cleaned
from bonddiary.report.request import Section
from tests.analysis.made import FIRST, diary, insights
from tests.analysis.profiles import all_six, profile
from tests.report.html_tree import Element, parsed
from tests.report.pages import page, with_words

HOSTILE = (
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' style='x",
    "&lt;b&gt; & <b>",
    "</style><style>*{display:none}",
    "<!-- open",
    "]]>",
    "\u202eevil\u202c",
    "a\x00b\x07",
    "half \ud800 letter",
)


def read(document: ReportDocument) -> Element:
    return parsed(web_page(document).decode("utf-8"))


def drawn(**more: Any) -> ReportDocument:
    """The usual page, with charts that can be drawn."""
    insight = {
        "days": profile(*all_six(), period=Period(FIRST, FIRST + timedelta(days=6))),
        "typical-day": insights(*diary()).charts["typical-day"],
    }
    blocks: tuple[Block, ...] = tuple(
        replace(block, insight=insight[block.insight.key]) if isinstance(block, Picture) else block
        for block in page().blocks
    )
    return page(**{"blocks": blocks, **more})


@pytest.fixture(scope="module")
def usual() -> ReportDocument:
    return drawn()


@pytest.fixture(scope="module")
def tree(usual: ReportDocument) -> Element:
    return read(usual)


def test_it_is_a_whole_page_in_its_language(tree: Element) -> None:
    (html,) = tree.all("html")
    assert html.attributes == {"lang": "en-GB", "dir": "ltr"}
    (title,) = (each for each in tree.all("head")[0].all("title"))
    assert title.text == "Robin’s diary, 3 to 16 November 2026"
    assert {each.attributes.get("charset") for each in tree.all("meta")} >= {"utf-8"}
    assert len(tree.all("main")) == len(tree.all("header")) == len(tree.all("footer")) == 1
    assert web_page(page(blocks=())).startswith(b"<!doctype html>")


def test_other_languages_and_directions() -> None:
    (html,) = read(drawn(language="ur", right_to_left=True)).all("html")
    assert html.attributes == {"lang": "ur", "dir": "rtl"}
    folded = read(drawn(language="cy")).all("details")
    assert {each.attributes.get("lang") for each in folded} == {"en-GB"}, (
        "the charts' words are in English as yet"
    )


def test_one_h1_and_under_it_a_heading_for_each_section(tree: Element, usual: ReportDocument) -> None:
    headings = tree.all("h1", "h2", "h3", "h4")
    assert [each.tag for each in headings] == ["h1", *["h2"] * (len(usual.blocks) + 1)]
    asked = [block for block in usual.blocks if block.section is Section.QUESTIONS]
    rest = [block for block in usual.blocks if block.section is not Section.QUESTIONS]
    assert [each.text for each in headings] == [
        usual.title,
        usual.logged_heading,
        *(block.heading for block in [*asked, *rest]),
    ]
    for section in tree.all("section")[1:]:
        (heading,) = section.all("h2")
        assert section.attributes["aria-labelledby"] == heading.attributes["id"]


def test_every_word_of_the_document_is_there_in_its_order(tree: Element, usual: ReportDocument) -> None:
    said = [*usual.under_title, *usual.logged]
    for block in usual.blocks:
        said.append(block.heading)
        match block:
            case Words():
                said += block.paragraphs
            case Items():
                said += [block.lead, *block.items, *block.small]
            case Grid():
                rows = [cell for row in block.table.rows for cell in row]
                said += [block.lead, block.table.caption, *block.table.headers, *rows, *block.small]
            case Picture():
                said += [block.alt, *block.small]
    said += [*usual.foot, usual.made]
    text, at = tree.all("body")[0].text, 0
    for words in filter(None, said):
        at = text.index(" ".join(words.split()), at)


def test_what_is_said_to_the_parent_alone_is_not_in_it(usual: ReportDocument) -> None:
    assert usual.inside
    assert usual.inside not in web_page(usual).decode()


def test_tables_have_a_caption_and_headers_with_scope(tree: Element) -> None:
    tables = tree.all("table")
    assert len(tables) == 3, "one on the page, one folded under each picture"
    for table in tables:
        (caption,) = table.all("caption")
        assert caption.text
        head, body = table.all("thead")[0], table.all("tbody")[0]
        columns = head.all("th")
        assert {each.attributes["scope"] for each in columns} == {"col"}
        for row in body.all("tr"):
            first, *others = row.all("th", "td")
            assert (first.tag, first.attributes["scope"]) == ("th", "row")
            assert [each.tag for each in others] == ["td"] * (len(columns) - 1)
            assert [each.attributes["data-label"] for each in others] == [each.text for each in columns[1:]]


def test_lists_are_lists(tree: Element, usual: ReportDocument) -> None:
    lists = [block for block in usual.blocks if isinstance(block, Items) and block.items]
    found = tree.all("ol", "ul")
    assert [each.tag for each in found] == ["ol" if block.numbered else "ul" for block in lists]
    assert [[item.text for item in each.all("li")] for each in found] == [
        list(block.items) for block in lists
    ]


def test_lines_to_write_on() -> None:
    blocks = (
        Items(section=Section.PLAN, heading="Plan", items=(), lines=3),
        Items(section=Section.PLAN, heading="Answers", items=("One", "Two"), lines=2),
    )
    found = read(page(blocks=blocks))
    assert len(found.of("line")) == 3 + 2 * 2


def test_drawings_have_a_title_and_a_description_for_desk_and_phone(
    tree: Element, usual: ReportDocument
) -> None:
    pictures = [block for block in usual.blocks if isinstance(block, Picture)]
    drawings = tree.all("svg")
    assert len(drawings) == 2 * len(pictures)
    for place, drawing in enumerate(drawings):
        title, desc = drawing.inside[:2] if isinstance(drawing.inside[0], Element) else drawing.all()[:2]
        assert isinstance(title, Element)
        assert isinstance(desc, Element)
        assert (title.tag, title.text) == ("title", pictures[place // 2].heading)
        assert (desc.tag, desc.text) == ("desc", " ".join(pictures[place // 2].alt.split()))
        assert drawing.attributes["role"] == "img"
    for look in ("wide", "slim"):
        assert len(tree.of(look)) == len(pictures)


def test_all_ids_are_different_and_what_they_are_named_by_is_there(tree: Element) -> None:
    ids = [each.attributes["id"] for each in tree.all() if "id" in each.attributes]
    assert len(set(ids)) == len(ids)
    for each in tree.all():
        for named in (each.attributes.get("aria-labelledby") or "").split():
            assert named in ids
        if (link := each.attributes.get("href")) is not None:
            assert link.startswith("#")
            assert link[1:] in ids


def test_nothing_comes_from_outside(usual: ReportDocument, tree: Element) -> None:
    policy = [each for each in tree.all("meta") if each.attributes.get("http-equiv")]
    assert [each.attributes["content"] for each in policy] == [POLICY]
    text = web_page(usual).decode()
    assert "http:" not in text
    assert "https:" not in text
    assert "@import" not in text
    assert "@font-face" not in text
    assert set(re.findall(r"url\(([^)#]*)", text)) <= {""}
    assert not tree.all("script", "link", "iframe", "object", "embed", "base", "form", "a", "img", "metadata")
    for each in tree.all():
        assert not [name for name in each.attributes if name.startswith("on") or name == "src"]


def test_the_style_sheet_is_one_and_touches_no_drawing(tree: Element) -> None:
    assert len(tree.all("style")) == 1
    sheet = tree.all("style")[0].text
    assert "prefers-color-scheme:dark" in sheet
    assert "size:A4 portrait" in sheet
    assert "@media print" in sheet
    assert sheet.count("{") == sheet.count("}")


def test_the_same_document_gives_the_same_bytes(usual: ReportDocument) -> None:
    assert web_page(usual) == web_page(usual)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    found = read(with_words(text))
    shape = [each.tag for each in read(with_words("plain")).all()]
    assert [each.tag for each in found.all() if each.tag not in ("span", "wbr")] == shape
    assert cleaned(text) in found.all("h1")[0].text
    assert cleaned(text) in {each.text for each in found.all("li")}
    assert cleaned(text) in {each.text for each in found.all("td")}
    for each in found.all():
        assert not [name for name in each.attributes if name.startswith("on")]
    labels = [each.attributes["data-label"] for each in found.all("td")]
    assert cleaned(text) in labels
    body = found.all("body")[0].text
    assert not any(letter in body for letter in "\u202e\u202c\x00\x07\ud800")


@given(st.text(max_size=80))
def test_any_words_make_a_page_that_closes(text: str) -> None:
    found = read(with_words(text))
    assert len(found.all("h1")) == 1
    assert len(found.all("table")) == 1
    assert cleaned(text) in found.all("h1")[0].text


def test_words_in_another_direction_are_set_apart_and_stay_on_the_page_s_side() -> None:
    found = read(with_words("كيف حال طفلي؟"))
    turned = [each for each in found.all("span") if each.attributes.get("dir") == "rtl"]
    assert {each.text for each in turned} >= {"كيف حال طفلي؟"}
    assert not [each for each in found.all("li", "td", "p", "h1", "h2") if "dir" in each.attributes]
    other = read(with_words("كيف حال طفلي؟", right_to_left=True))
    assert not [each for each in other.all("li")[0].all("span") if "dir" in each.attributes]


def test_a_very_long_word_may_break_and_stays_one_word() -> None:
    word = "x" * 27 + "&" + "y" * 40
    text = web_page(with_words(word)).decode()
    assert max(len(part) for part in re.split(r"[\s<>]", text.split("<h1>")[1].split("</h1>")[0])) < 30
    assert word in read(with_words(word)).all("h1")[0].text


def test_lines_of_a_note_are_paragraphs() -> None:
    note = Words(section=Section.NOTES, heading="Notes", paragraphs=("One\n\nTwo\r\nThree",))
    found = read(page(blocks=(note,))).of("notes")[0]
    assert [each.text for each in found.all("p")] == ["One", "Two", "Three"]


def test_a_name_that_stands_in_several_rows_is_said_in_each_and_seen_once(usual: ReportDocument) -> None:
    grid = next(block for block in usual.blocks if isinstance(block, Grid))
    table = replace(
        grid.table, rows=(("Rooting", *grid.table.rows[0][1:]), ("Rooting", *grid.table.rows[1][1:]))
    )
    found = read(page(blocks=(replace(grid, table=table),)))
    assert [each.text for each in found.all("tbody")[0].all("th")] == ["Rooting", "Rooting"]
    assert len(found.of("again")) == 1


def test_short_sections_stand_side_by_side_unless_print_is_large() -> None:
    blocks = tuple(Words(section=Section.CHANGES, heading=f"{n}", paragraphs=("Short.",)) for n in range(3))
    assert len(read(page(blocks=blocks)).of("half")) == 2
    assert len(read(page(blocks=blocks)).of("whole")) == 1
    assert not read(page(blocks=blocks, large=True)).of("half")
    assert not read(page(blocks=blocks, kind=PageKind.HAND_OVER)).of("half")


def test_a_sheet_lies_on_its_side_and_has_no_numbers_to_fold() -> None:
    sheet = Picture(section=Section.DAYS, heading="A week", insight=blank_days(None), alt="Empty rulers.")
    found = read(page(kind=PageKind.SHEET, blocks=(sheet,), logged=(), logged_heading="", grey=True))
    assert "size:A4 landscape" in found.all("style")[0].text
    assert not found.all("details")
    assert not found.of("logged")
    assert found.all("body")[0].attributes["class"] == "sheet grey"


def test_a_grey_page_has_no_colour() -> None:
    text = web_page(drawn(grey=True)).decode()
    for colour in set(re.findall(r"#[0-9A-Fa-f]{6}\b", text)):
        parts = {colour[at : at + 2].lower() for at in (1, 3, 5)}
        assert len(parts) == 1, colour
