"""The page as one HTML file that needs nothing else."""

from bonddiary.report.document import ReportDocument


def web_page(document: ReportDocument) -> bytes:
    """UTF-8 HTML: real headings and tables, drawings inside, no script, no link outwards."""
    raise NotImplementedError
