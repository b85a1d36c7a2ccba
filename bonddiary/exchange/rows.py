"""Rows of a CSV file as somebody left it: any line ends, stray quotes, a cut end. No row is lost silently."""

import csv
import io
from collections.abc import Collection, Generator, Iterator
from typing import NamedTuple

from bonddiary.domain.errors import ImportProblem
from bonddiary.exchange.reading import CUT
from bonddiary.exchange.spec import Skipped

LONGEST_LINE = 1_000_000
MOST_LINES = 500_000
_DELIMITERS = (",", ";", "\t")  # spreadsheets save a comma file again in the way of their country


class Header(NamedTuple):
    """Where a file's columns are."""

    line: int
    """Of the header itself, counted from 1."""
    delimiter: str
    columns: tuple[str, ...]
    """Lower case, trimmed."""

    def place(self, *names: str) -> int:
        """The index of the first of these columns that there is, or -1."""
        return next((self.columns.index(name) for name in names if name in self.columns), -1)


class Row(NamedTuple):
    """One row that was split into cells."""

    line: int
    cells: list[str]
    """As many as the header has columns, or more."""
    text: str
    """As it stands in the file, without its line end."""


def find_header(text: str, wanted: Collection[str]) -> Header | None:
    """The header in the first line that isn't blank, if it has all wanted columns (lower case), else None."""
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if line.strip():
            return _header(line, number, wanted) if len(line) <= LONGEST_LINE else None
    return None


def _header(line: str, number: int, wanted: Collection[str]) -> Header | None:
    for delimiter in _DELIMITERS:
        try:
            cells = next(csv.reader([line], delimiter=delimiter))
        except csv.Error:
            continue
        columns = tuple(cell.strip().lower() for cell in cells)
        if set(wanted) <= set(columns):
            return Header(number, delimiter, columns)
    return None


def rows(text: str, header: Header, needed: int) -> Iterator[Row | Skipped]:
    """Every row after the header; blank lines are no rows. A row with fewer than `needed` cells is skipped.

    A quote that is never closed costs its own line only: reading goes on at the next one. Raises
    ImportProblem for a file with more than 500,000 lines or a line of more than a million characters.
    """
    lines = list(io.StringIO(text, newline=""))
    if len(lines) > MOST_LINES:
        raise ImportProblem(
            f"The file has more than {MOST_LINES:,} lines. Export a shorter period and try again."
        )
    if max(map(len, lines), default=0) > LONGEST_LINE:
        raise ImportProblem(
            "The file has a line of more than a million characters: it is damaged or no export. "
            "Export it again and try again."
        )
    start = header.line
    while start < len(lines):
        start = yield from _until_stray_quote(lines, start, header, needed)


def _until_stray_quote(
    lines: list[str], start: int, header: Header, needed: int
) -> Generator[Row | Skipped, None, int]:
    """Rows from line index `start` on; returns the index where reading must begin anew."""
    width, before = len(header.columns), start
    reader = csv.reader((lines[i] for i in range(start, len(lines))), delimiter=header.delimiter, strict=True)
    try:
        for cells in reader:
            after = start + reader.line_num
            if after - before > 1 and len(cells) != width:
                break
            if len(cells) >= width and after < len(lines):
                text = lines[before] if after - before == 1 else "".join(lines[before:after])
                yield Row(before + 1, cells, text.rstrip("\r\n"))
            else:
                yield from _checked(before, after, lines, cells, width, needed)
            before = after
        else:
            return len(lines)
    except csv.Error:
        pass
    yield from _alone(lines, before, header, needed)
    return before + 1


def _checked(
    before: int, after: int, lines: list[str], cells: list[str], width: int, needed: int
) -> Iterator[Row | Skipped]:
    text = "".join(lines[before:after]).rstrip("\r\n")
    unfinished = after == len(lines) and not lines[-1].endswith(("\n", "\r"))
    cut = unfinished and (len(cells) < width or text.endswith(CUT))
    if not text.strip():
        return
    if cut:
        yield Skipped.of(before + 1, "The file ends in the middle of this row.", text)
    elif len(cells) < needed:
        yield Skipped.of(before + 1, "This row has fewer columns than the first line of the file.", text)
    else:
        yield Row(before + 1, cells + [""] * (width - len(cells)), text)


def _alone(lines: list[str], at: int, header: Header, needed: int) -> Iterator[Row | Skipped]:
    """One line by itself, forgiving quotes inside a cell as long as they come in pairs."""
    line = lines[at]
    if line.count('"') % 2:
        yield Skipped.of(at + 1, "A quotation mark in this row is never closed.", line)
        return
    try:
        cells = next(csv.reader([line], delimiter=header.delimiter))
    except (csv.Error, StopIteration):
        yield Skipped.of(at + 1, "This row can’t be split into columns.", line)
        return
    yield from _checked(at, at + 1, lines, cells, len(header.columns), needed)
