"""A page of the guide as parts that widgets can show. Qt reads the Markdown; nothing in it is taken for HTML."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
    QTextTable,
)

DIALECT = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
NUMBERED = QTextListFormat.Style.ListDecimal


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one kind within a line."""

    text: str
    bold: bool = False
    code: bool = False
    link: str = ""
    """Where it leads, as it is written."""


Line = tuple[Span, ...]


def plain(line: Line) -> str:
    """The words alone."""
    return "".join(span.text for span in line)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand together."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list, with dots or with numbers."""

    lines: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A file beside the page, and what it shows in words."""

    file: str
    shows: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its first column names the rows."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """Lines to be typed as they stand."""

    text: str


Block = Paragraph | Items | Picture | Grid | Typed


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading; before the first one the heading is blank."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        """All that can be read in it, without its heading."""
        return " ".join(words for block in self.blocks for words in _words(block) if words)

    @property
    def links(self) -> tuple[str, ...]:
        """Where its words lead."""
        lines = [line for block in self.blocks for line in _lines(block)]
        return tuple(span.link for line in lines for span in line if span.link)


def read_page(markdown: str) -> tuple[Section, ...]:
    """The sections of a page; its title isn't among them."""
    document = QTextDocument()
    document.setMarkdown(markdown, DIALECT)
    sections: list[Section] = []
    heading, blocks = "", list[Block]()
    for level, found in _blocks(document):
        if level == 1:
            continue
        if isinstance(found, str):
            sections.append(Section(heading, _joined(blocks)))
            heading, blocks = found, []
        else:
            blocks.append(found)
    sections.append(Section(heading, _joined(blocks)))
    return tuple(section for section in sections if section.heading or section.blocks)


def _blocks(document: QTextDocument) -> Iterator[tuple[int, str | Block]]:
    """Headings as words with their level, everything else with level 0."""
    table: QTextTable | None = None
    block = document.begin()
    while block.isValid():
        level, here = block.blockFormat().headingLevel(), _table(block)
        if here is not None:
            if here != table:
                yield 0, _grid(here)
        elif level:
            yield level, block.text()
        else:
            yield from ((0, each) for each in _of_block(block))
        table, block = here, block.next()


def _table(block: QTextBlock) -> QTextTable | None:
    """The table that a block stands in; Qt's own types say that there always is one."""
    return QTextCursor(block).currentTable()


def _of_block(block: QTextBlock) -> Iterator[Block]:
    line, pictures = _line(block)
    listed: QTextList | None = block.textList()
    if block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence):
        yield Typed(block.text())
    elif plain(line).strip():
        yield (Items((line,), listed.format().style() is NUMBERED) if listed is not None else Paragraph(line))
    yield from pictures


def _line(block: QTextBlock) -> tuple[Line, list[Picture]]:
    spans, pictures = list[Span](), list[Picture]()
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        form = fragment.charFormat()
        if form.isImageFormat():
            shows = str(form.property(QTextFormat.Property.ImageAltText) or "")
            pictures.append(Picture(form.toImageFormat().name(), shows))
        else:
            bold = form.fontWeight() >= QFont.Weight.DemiBold.value
            link = form.anchorHref() if form.isAnchor() else ""
            spans.append(Span(fragment.text(), bold, form.fontFixedPitch(), link))
        place += 1
    return tuple(spans), pictures


def _grid(table: QTextTable) -> Grid:
    rows = [
        tuple(_cell(table, row, column) for column in range(table.columns())) for row in range(table.rows())
    ]
    return Grid(rows[0], tuple(rows[1:]))


def _cell(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    first, last = cell.firstCursorPosition(), cell.lastCursorPosition().position()
    first.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    return first.selectedText().strip()


def _joined(blocks: list[Block]) -> tuple[Block, ...]:
    """Neighbouring items are one list, neighbouring lines to type one text."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if isinstance(block, Items) and isinstance(before, Items) and block.numbered is before.numbered:
            joined[-1] = Items(before.lines + block.lines, block.numbered)
        elif isinstance(block, Typed) and isinstance(before, Typed):
            joined[-1] = Typed(f"{before.text}\n{block.text}")
        else:
            joined.append(block)
    return tuple(joined)


def _lines(block: Block) -> tuple[Line, ...]:
    if isinstance(block, Paragraph):
        return (block.line,)
    return block.lines if isinstance(block, Items) else ()


def _words(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        for row in block.rows:
            yield f"{': '.join(row)}."
    elif isinstance(block, Picture | Typed):
        yield getattr(block, "shows", "") or getattr(block, "text", "")
    else:
        yield from map(plain, _lines(block))
