"""The page's rows as CSV."""

import csv
from io import StringIO

from bonddiary.report.document import ReportDocument

MARK = "\ufeff"
"""A byte order mark: without it, the most used spreadsheet takes UTF-8 for an older code and spoils every accent and ’."""
_RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet runs as a formula, in full width too."""


def table_file(document: ReportDocument) -> bytes:
    """UTF-8 CSV (RFC 4180) of exactly the entries that the page was counted from."""
    if document.rows is None:
        raise ValueError("this document has no rows")
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (document.rows.headers, *document.rows.rows):
        writer.writerow([harmless(cell) for cell in row])
    return (MARK + text.getvalue()).encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """A parent's words that look like a formula get an apostrophe before them, as spreadsheets write text."""
    cell = cell.replace("\0", "")
    runs = cell.lstrip().startswith(_RUNS) or cell.startswith(("\t", "\r", "\n"))
    return f"'{cell}" if runs else cell
