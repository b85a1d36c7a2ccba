"""The page's rows as CSV."""

from bonddiary.report.document import ReportDocument


def table_file(document: ReportDocument) -> bytes:
    """UTF-8 CSV (RFC 4180) of exactly the entries that the page was counted from."""
    raise NotImplementedError
