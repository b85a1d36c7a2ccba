"""The page as PDF, and as pictures of it for the preview and the printer."""

from bonddiary.report.document import ReportDocument
from bonddiary.report.typesetting import Typesetting


def pdf(document: ReportDocument) -> bytes:
    """A tagged PDF (PDF/UA-1 and PDF/A-2a), A4. The same document gives the same bytes."""
    return Typesetting(document).pdf()


def page_pictures(document: ReportDocument, dpi: float = 110) -> list[bytes]:
    """Each page of that PDF as a PNG, in order."""
    return Typesetting(document).pictures(dpi)
