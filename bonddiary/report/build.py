"""The Baby Day Profile out of a family's records."""

from bonddiary.analysis.names import Names
from bonddiary.domain.when import When
from bonddiary.report.document import ReportDocument
from bonddiary.report.records import ReportRecords
from bonddiary.report.request import ReportRequest

FEWEST_DAYS = 3
"""Below this a page would say nothing: a blank sheet to fill in by hand is more use."""


def build_report(
    request: ReportRequest, records: ReportRecords, names: Names, now: When, version: str
) -> ReportDocument:
    """The page, all words and numbers of it. Raises TooLittleLogged. Pure: the same input gives the same page."""
    raise NotImplementedError
