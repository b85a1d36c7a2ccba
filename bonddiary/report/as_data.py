"""A document as the data that the templates under resources/report read. Words stay words: none of them is ever markup."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, count, groupby
from operator import itemgetter
from typing import Any

from bonddiary.analysis.insight import Table
from bonddiary.report.document import Block, Grid, Items, PageKind, Picture, ReportDocument, Words
from bonddiary.report.letters import BREAK, in_a_drawing, one_line, paragraphs, printable, runs_right_to_left
from bonddiary.report.request import Section
from bonddiary.system.resources import resource
from bonddiary.system.themes import ThemeKey, Tokens, tokens

SIZES = {
    PageKind.PROFILE: (10.0, 9.75, 9.5, 9.25, 9.0, 8.75, 8.5),
    PageKind.SHEET: (10.0,),
    PageKind.HAND_OVER: (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0),
}
"""Letter sizes in points, the most readable first: the first with which it fits is taken."""
LARGE = (16.0,)
LINE = 60
"""About so many letters a line."""
LINES, LARGE_LINES = 24, 9
"""About so many lines a section may have that is never cut in two by the end of a page."""
HALF = frozenset({"typical-day"})
"""Charts that are as clear at half of the width."""
SHORT_TITLE = 80
NARROW = 420
"""Letters: sections with fewer stand side by side."""

_THEIR_FACE = re.compile("DejaVu Sans")
_NUMBER = re.compile(r"[\d\s.,:/–−+-]*\d[\d\s.,:/–−+-]*|\d+\s\w+\s\d+|[–—-]?")
"""Also "14 of 14", in any language."""


@cache
def faces() -> tuple[str, ...]:
    """Names of our faces, the usual one first: a letter comes from the first that has it."""
    return tuple(resource("fonts", "faces.txt").read_text(encoding="utf-8").splitlines())


class Data:
    """Turns one document's texts into what templates show."""

    def __init__(self, document: ReportDocument) -> None:
        self._document = document

    def all(self) -> dict[str, Any]:
        """The whole page. Its pictures are named "drawing-0", "drawing-1" …, in order."""
        page = self._document
        language, _, region = page.language.partition("-")
        title = one_line(page.title).replace(BREAK, "")
        drawn = count()
        return {
            "kind": page.kind.value,
            "lang": language.lower() if re.fullmatch(r"[A-Za-z]{2,3}", language) else "en",
            "region": region.upper() if re.fullmatch(r"[A-Za-z]{2}", region) else None,
            "rtl": page.right_to_left,
            "tall": page.right_to_left,
            "large": page.large,
            "sizes": LARGE if page.large else SIZES[page.kind],
            "faces": faces(),
            "colours": colours(page.grey),
            "title": self._said(page.title),
            "title_short": self._said(title if len(title) <= SHORT_TITLE else f"{title[:SHORT_TITLE]}…"),
            "title_text": title,
            "date": [page.made_on.year, page.made_on.month, page.made_on.day],
            "under": self._all(page.under_title),
            "logged_heading": self._said(page.logged_heading),
            "logged": self._all(page.logged),
            "blocks": [
                self._block(block, run, drawn)
                for block, run in zip(page.blocks, side_by_side(page), strict=True)
            ],
            "foot": self._all(page.foot),
            "made": self._said(page.made),
        }

    def _block(self, block: Block, run: int | None, drawn: Iterator[int]) -> dict[str, Any]:
        found: dict[str, Any] = {
            "heading": self._said(block.heading),
            "asked": block.section is Section.QUESTIONS,
            "days": block.section is Section.DAYS,
            "run": run,
            "half": isinstance(block, Picture) and run is not None,
            "long": _is_long(block, self._document.large),
        }
        match block:
            case Words():
                found |= {"type": "words", "paragraphs": self._lines(block.paragraphs)}
            case Items():
                found |= {
                    "type": "items",
                    "items": self._all(block.items),
                    "numbered": block.numbered,
                    "lead": self._said(block.lead),
                    "lines": block.lines,
                    "small": self._all(block.small),
                }
            case Grid():
                found |= {"type": "grid", "lead": self._said(block.lead), "small": self._all(block.small)}
                found |= self._table(block.table)
            case Picture():
                found |= {
                    "type": "picture",
                    "drawing": f"drawing-{next(drawn)}",
                    "alt": " ".join(printable(block.alt).split()) or one_line(block.heading),
                    "small": self._all(block.small),
                }
        return found

    def _table(self, table: Table) -> dict[str, Any]:
        columns = list(zip(*table.rows, strict=True)) or [() for _ in table.headers]
        numeric = [are_numbers(cells) for cells in columns]
        return {
            "headers": [self._said(header) for header in table.headers],
            "same": _same([row[0] for row in table.rows]),
            "rows": [[self._said(cell) for cell in row] for row in table.rows],
            "numeric": [number and place > 0 for place, number in enumerate(numeric)],
        }

    def _lines(self, texts: Sequence[str]) -> list[Any]:
        return [self._said(line) for text in texts for line in paragraphs(text)]

    def _all(self, texts: Sequence[str]) -> list[Any]:
        return [self._said(text) for text in texts]

    def _said(self, text: str) -> Any:
        """The text, with its direction where that isn't the page's."""
        usual, shown = self._document.right_to_left, one_line(text)
        if (found := runs_right_to_left(shown, usual)) == usual:
            return shown
        return {"text": shown, "dir": "rtl" if found else "ltr"}


def colours(grey: bool) -> dict[str, str]:
    """The Day theme on white paper; as greys of equal lightness for a printer without colours."""
    day: Tokens = tokens(ThemeKey.DAY)
    if grey:
        from bonddiary.charts.style import in_grey

        day = in_grey(day)
    return {
        "text": day.text,
        "quiet": day.text_2,
        "lead": day.text if grey else day.primary,
        "line": day.hairline,
        "edge": day.edge,
    }


def in_our_face(drawing: bytes) -> str:
    """The SVG with its words in the page's faces, and without letters that they don't have."""
    return _THEIR_FACE.sub(faces()[0], in_a_drawing(printable(drawing.decode("utf-8"))))


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether a column's cells stand below each other as numbers do."""
    return any(cells) and all(_NUMBER.fullmatch(cell) for cell in cells)


def _same(names: Sequence[str]) -> list[int]:
    """For each row how many from it on have the same name, to be said once; 0: it stands above."""
    found = [0] * len(names)
    for name, group in groupby(enumerate(names), key=itemgetter(1)):
        places = [place for place, _ in group]
        for first, many in [(places[0], len(places))] if name else [(place, 1) for place in places]:
            found[first] = many
    return found


def _is_long(block: Block, large: bool) -> bool:
    """Whether it may go on over the page: what always fits on one side stays together."""
    lines = LARGE_LINES if large else LINES
    match block:
        case Words():
            return sum(map(len, block.paragraphs)) > lines * LINE
        case Items():
            return (
                sum(max(LINE // 2, len(item)) for item in block.items) + block.lines * 2 * LINE > lines * LINE
            )
        case Grid():
            return len(block.table.rows) + sum(map(len, chain(*block.table.rows))) // LINE > lines
    return False


def side_by_side(page: ReportDocument) -> list[int | None]:
    """For each block the number of the run of short ones that it belongs to; None: it takes the whole width."""
    narrow = _is_narrow if page.kind is PageKind.PROFILE else _is_words
    found: list[int | None] = []
    runs = groupby(page.blocks, key=lambda block: not page.large and narrow(block))
    for run, (fits, group) in enumerate(runs):
        many = len(list(group))
        found += [run if fits and many > 1 else None] * many
    return found


def _is_words(block: Block) -> bool:
    return isinstance(block, Words | Items)


def _is_narrow(block: Block) -> bool:
    if block.section in (Section.QUESTIONS, Section.DAYS):
        return False
    match block:
        case Words():
            return sum(map(len, block.paragraphs)) < NARROW
        case Items():
            return sum(map(len, block.items)) < NARROW
        case Grid():
            return len(block.table.headers) <= 3
        case Picture():
            return block.insight.key in HALF
