"""The page as one HTML file that needs nothing else: no script, no link, no face or picture from anywhere."""

from collections.abc import Iterator, Sequence

from bonddiary.report.document import Block, Items, PageKind, ReportDocument, Words
from bonddiary.report.html_look import POLICY, style_sheet
from bonddiary.report.html_parts import Part, marked, paragraphs
from bonddiary.report.html_words import attribute, plain
from bonddiary.report.request import Section

SHORT = 420
"""Letters: sections with fewer stand side by side where there is room, as on the printed page."""


def web_page(document: ReportDocument) -> bytes:
    """UTF-8 HTML: real headings and tables, drawings inside, no script, no link outwards."""
    return ("\n".join(_page(document)) + "\n").encode()


def _page(document: ReportDocument) -> Iterator[str]:
    way = "rtl" if document.right_to_left else "ltr"
    yield "<!doctype html>"
    yield f'<html lang="{attribute(document.language)}" dir="{way}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{plain(document.title)}</title>"
    yield f"<style>\n{style_sheet(document)}</style>"
    yield "</head>"
    yield f'<body class="{_classes(document)}">'
    yield "<main>"
    yield "<header>"
    yield f"<h1>{marked(document.title, document.right_to_left)}</h1>"
    if document.under_title:
        said = " ".join(marked(each, document.right_to_left) for each in document.under_title)
        yield f'<p class="under">{said}</p>'
    yield "</header>"
    yield from _opening(document)
    yield from _sections(document)
    yield "</main>"
    yield from _foot(document)
    yield "</body>"
    yield "</html>"


def _classes(document: ReportDocument) -> str:
    return " ".join([document.kind.value, *["large"] * document.large, *["grey"] * document.grey])


def _opening(document: ReportDocument) -> Iterator[str]:
    """How much was logged, beside what the parent would like to talk about."""
    asked = [block for block in document.blocks if block.section is Section.QUESTIONS]
    logged = [*paragraphs(document.logged, document)]
    if document.logged_heading:
        logged.insert(0, f"<h2>{marked(document.logged_heading, document.right_to_left)}</h2>")
    if logged or asked:
        yield '<div class="opening">'
        if logged:
            yield from ('<section class="logged">', *logged, "</section>")
        for place, block in enumerate(asked):
            yield from Part(block, document, f"q{place}").section("asked")
        yield "</div>"


def _sections(document: ReportDocument) -> Iterator[str]:
    rest = [block for block in document.blocks if block.section is not Section.QUESTIONS]
    for place, (block, beside) in enumerate(_paired(rest, document)):
        yield from Part(block, document, f"s{place}").section("half" if beside else "whole")


def _paired(blocks: Sequence[Block], document: ReportDocument) -> Iterator[tuple[Block, bool]]:
    """Each section, and whether it shares its row with a neighbour."""
    single = document.large or document.kind is not PageKind.PROFILE
    place = 0
    while place < len(blocks):
        two = blocks[place : place + 2]
        together = not single and len(two) == 2 and all(map(_is_short, two))
        yield two[0], together
        if together:
            yield two[1], True
        place += 1 + together


def _is_short(block: Block) -> bool:
    if isinstance(block, Words):
        return sum(map(len, block.paragraphs)) < SHORT
    return isinstance(block, Items) and sum(map(len, block.items)) < SHORT


def _foot(document: ReportDocument) -> Iterator[str]:
    yield "<footer>"
    yield from paragraphs((*document.foot, document.made), document)
    yield "</footer>"
