"""Charts for a page, drawn by the chart modules."""

from bonddiary.report.document import Picture, ReportDocument


def svg(picture: Picture, document: ReportDocument, width: int) -> bytes:
    """The chart as SVG, `width` logical pixels wide, in the page's colours or greys. Its words are those of the insight."""
    raise NotImplementedError
