"""No row of a CSV file is lost silently, whatever its quotes."""

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.domain.errors import ImportProblem
from bonddiary.exchange.reading import CUT
from bonddiary.exchange.rows import LONGEST_LINE, MOST_LINES, Header, Row, find_header, rows
from bonddiary.exchange.spec import Skipped

ABC = Header(1, ",", ("a", "b", "c"))


def split(text: str, needed: int = 2) -> list[Row | Skipped]:
    return list(rows(f"a,b,c\n{text}", ABC, needed))


def cells(text: str) -> list[list[str] | str]:
    return [row.cells if isinstance(row, Row) else row.reason for row in split(text)]


def test_an_unclosed_quote_costs_its_own_line_only() -> None:
    found = cells('1,2,3\n4,"5,6\n7,8,9\n10,"11,\n,12\n13,14,15\n')
    assert found[0] == ["1", "2", "3"]
    assert "never closed" in found[1]
    assert ["7", "8", "9"] in found
    assert found[-1] == ["13", "14", "15"]


def test_a_quoted_line_break_is_part_of_its_cell() -> None:
    found = split('1,"two\nlines",3\n4,5,6\n')
    assert [(row.line, row.cells) for row in found if isinstance(row, Row)] == [
        (2, ["1", "two\nlines", "3"]),
        (4, ["4", "5", "6"]),
    ]


def test_quotes_inside_a_cell_are_forgiven_in_pairs() -> None:
    assert cells('1,say "hi" now,3\n"4" x,5,6\n') == [["1", 'say "hi" now', "3"], ["4 x", "5", "6"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends(end: str) -> None:
    assert cells(f"1,2,3{end}{end}4,5,6{end}") == [["1", "2", "3"], ["4", "5", "6"]]


def test_a_cut_last_row_is_named_as_cut() -> None:
    assert cells("1,2,3\n4,5") == [["1", "2", "3"], "The file ends in the middle of this row."]
    assert cells(f"1,2,3\n4,5,6{CUT}")[1] == "The file ends in the middle of this row."
    assert cells("1,2,3\n4,5,6")[1] == ["4", "5", "6"]
    assert "never closed" in cells('1,2,3\n4,5,"6')[1]


def test_a_row_may_lack_only_what_is_not_needed() -> None:
    assert cells("1,2\n1\n1,2,3\n") == [
        ["1", "2", ""],
        "This row has fewer columns than the first line of the file.",
        ["1", "2", "3"],
    ]


def test_limits() -> None:
    with pytest.raises(ImportProblem, match="lines"):
        split("\n" * (MOST_LINES + 1))
    with pytest.raises(ImportProblem, match=r"million characters.* Export it again"):
        split("x" * (LONGEST_LINE + 1))
    assert "can’t be split" in cells(f"1,{'x' * 200_000},3\n")[0]


def test_a_header_is_found_below_blank_lines_and_not_in_others() -> None:
    found = find_header('\n  \nB, A ,"c"\n1,2,3\n', {"a", "b"})
    assert found == Header(3, ",", ("b", "a", "c"))
    assert found.place("x", "a") == 1
    assert find_header("", {"a"}) is None
    assert find_header('"a', {"b"}) is None


def test_hostile_quotes_take_no_longer_than_their_length() -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        for text in ('"a\n' * count, ',"\n' * count, '"' + "x\n" * count, '"","\n' * count):
            split(text)
        return time.process_time() - start

    seconds(100)
    assert seconds(40_000) < 100 * seconds(2_000)  # twenty times the work; four hundred if it were squared


@given(st.lists(st.lists(st.text(max_size=8), min_size=3, max_size=3), max_size=6))
def test_whatever_a_csv_writer_writes_is_read_back(table: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["a", "b", "c"], *table])
    wanted = [line for line in table if any(cell.strip() for cell in line)]
    found = list(rows(file.getvalue(), ABC, 3))
    assert [
        row.cells for row in found if isinstance(row, Row) and any(c.strip() for c in row.cells)
    ] == wanted


@given(st.text(alphabet='a,"\n\r;\t ', max_size=60))
def test_any_text_is_rows_and_reasons_that_cover_every_line_once(text: str) -> None:
    found = split(text)
    lines = [row.line for row in found]
    assert lines == sorted(set(lines))
    written = sum(len(row.text if isinstance(row, Row) else row.row) for row in found)
    blank = sum(line.isspace() or not line for line in io.StringIO(text, newline=""))
    assert written <= len(text)
    assert blank or text.count("\n") + text.count("\r") >= len(text) - written - 1 or found
