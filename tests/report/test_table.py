"""The rows as a file that a spreadsheet opens, and runs nothing of."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.insight import Table
from bonddiary.report.table import harmless, table_file
from tests.report.made import everything, page


def read(content: bytes) -> list[list[str]]:
    """As any reader of CSV does."""
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_holds_exactly_the_rows() -> None:
    shown = page(**everything())
    assert shown.rows is not None
    assert read(table_file(shown)) == [[*row] for row in (shown.rows.headers, *shown.rows.rows)]


def test_a_spreadsheet_knows_its_letters_and_lines() -> None:
    content = table_file(page())
    assert content.startswith(b"\xef\xbb\xbfDay,Time,")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert "Didn’t notice".encode() in content


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n@x", "\0=1", "=cmd|' /C x'!A0"]
)
def test_what_would_run_as_a_formula_is_made_harmless(cell: str) -> None:
    assert harmless(cell) == "'" + cell.replace("\0", "")


@pytest.mark.parametrize("cell", ["", "Rooting", "2026-11-03", "07:10", "a=b", "5 - 4", "’=1"])
def test_other_words_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1, max_size=5))
def test_any_words_come_back_and_none_run(rows: list[list[str]]) -> None:
    table = Table("", ("a", "b"), tuple((one, two) for one, two in rows))
    found = read(table_file(replace(page(), rows=table)))
    assert found[1:] == [[harmless(cell).encode("utf-8", "replace").decode() for cell in row] for row in rows]
    assert not [cell for row in found for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_a_sheet_has_no_rows_to_save() -> None:
    with pytest.raises(ValueError, match="no rows"):
        table_file(replace(page(), rows=None))
