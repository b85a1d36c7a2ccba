"""The parts of the page as HTML: a heading, and under it paragraphs, a list, a table or a drawing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bonddiary.analysis.insight import Table
from bonddiary.report.as_data import are_numbers
from bonddiary.report.document import Block, Grid, Items, PageKind, Picture, ReportDocument, Words
from bonddiary.report.html_words import attribute, breakable, cleaned, lines, plain
from bonddiary.report.letters import runs_right_to_left
from bonddiary.report.pictures import inline

WIDE, ACROSS, NARROW = 716, 1058, 344
"""A drawing for a desk and for paper, there on its side for sheets, and one for a phone: letters keep their size."""
_MANY = 4
"""Tables with more columns are set row by row on a phone."""


def marked(text: str, right_to_left: bool) -> str:
    """The text as content, set apart where its direction isn't the page's: the element itself stays on the page's side."""
    return _turned(cleaned(text), right_to_left)


def paragraphs(texts: Sequence[str], document: ReportDocument, look: str = "") -> Iterator[str]:
    """Each text as a paragraph, and each line of it as one of its own."""
    start = f'<p class="{look}">' if look else "<p>"
    for text in texts:
        yield from (f"{start}{_turned(line, document.right_to_left)}</p>" for line in lines(text))


def _turned(words: str, right_to_left: bool) -> str:
    found, shown = runs_right_to_left(words, right_to_left), breakable(words)
    return shown if found == right_to_left else f'<span dir="{"rtl" if found else "ltr"}">{shown}</span>'


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a page; `name` sets its ids apart."""

    block: Block
    document: ReportDocument
    name: str

    def section(self, look: str) -> Iterator[str]:
        """The whole section."""
        block = self.block
        yield f'<section class="{look} {block.section.value}" aria-labelledby="{self.name}">'
        yield f'<h2 id="{self.name}">{self._said(block.heading)}</h2>'
        match block:
            case Words():
                yield from paragraphs(block.paragraphs, self.document)
            case Items():
                yield from paragraphs([block.lead] if block.lead else [], self.document)
                yield from self._items(block)
            case Grid():
                yield from paragraphs([block.lead] if block.lead else [], self.document)
                yield from self._table(block.table, seen=block.table.caption != block.heading)
            case Picture():
                yield from self._picture(block)
        if not isinstance(block, Words | Picture):
            yield from paragraphs(block.small, self.document, "small")
        yield "</section>"

    def _said(self, text: str) -> str:
        return marked(text, self.document.right_to_left)

    def _items(self, block: Items) -> Iterator[str]:
        if not block.items:
            yield from _to_write(block.lines)
            return
        tag = "ol" if block.numbered else "ul"
        yield f"<{tag}>"
        for item in block.items:
            yield f"<li>{self._said(item)}{''.join(_to_write(block.lines))}</li>"
        yield f"</{tag}>"

    def _picture(self, block: Picture) -> Iterator[str]:
        yield "<figure>"
        wide = ACROSS if self.document.kind is PageKind.SHEET else WIDE
        for look, width in (("wide", wide), ("slim", NARROW)):
            yield f'<div class="{look}">{inline(block, self.document, width, f"{self.name}-{look}-")}</div>'
        if block.small:
            yield "<figcaption>"
            yield from paragraphs(block.small, self.document, "small")
            yield "</figcaption>"
        yield "</figure>"
        table = block.insight.table
        if table.rows and self.document.kind is not PageKind.SHEET:
            lang = "" if self.document.language.startswith("en") else ' lang="en-GB" dir="ltr"'
            yield f"<details{lang}><summary>{plain(table.caption)}</summary>"
            yield from self._table(table, seen=False)
            yield "</details>"

    def _table(self, table: Table, *, seen: bool) -> Iterator[str]:
        """Headers with scope, the first column naming the row. Roles say again what it is where a phone sets it as blocks."""
        columns = zip(*table.rows, strict=True) if table.rows else [()] * len(table.headers)
        numbers = [place > 0 and are_numbers(cells) for place, cells in enumerate(columns)]
        look = "many" if len(table.headers) > _MANY else "few"
        yield f'<table class="{look}" role="table">'
        hidden = "" if seen else ' class="unseen"'
        yield f"<caption{hidden}>{self._said(table.caption)}</caption>"
        yield '<thead role="rowgroup"><tr role="row">'
        for header, number in zip(table.headers, numbers, strict=True):
            cell = '<th scope="col" role="columnheader"'
            yield f"{cell}{_number(number)}>{self._said(header)}</th>"
        yield '</tr></thead><tbody role="rowgroup">'
        before = ""
        for row in table.rows:
            again = ' class="again"' if row[0] == before else ""
            before = row[0]
            cells = [f'<tr role="row"><th scope="row" role="rowheader"{again}>{self._said(row[0])}</th>']
            for header, number, words in zip(table.headers[1:], numbers[1:], row[1:], strict=True):
                label = f' data-label="{attribute(header)}"'
                cells.append(f'<td role="cell"{label}{_number(number)}>{self._said(words)}</td>')
            yield "".join(cells) + "</tr>"
        yield "</tbody></table>"


def _number(number: bool) -> str:
    return ' class="number"' if number else ""


def _to_write(count: int) -> list[str]:
    """Empty lines, for the printed page."""
    return ['<div class="line"></div>'] * count
