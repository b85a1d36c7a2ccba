"""The page, its pictures and its files, by those who make them: loaded on the worker, when a page is first asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from bonddiary.analysis.names import Names
from bonddiary.domain.when import When
from bonddiary.report.document import Grid, Items, Picture, ReportDocument, Words
from bonddiary.report.records import ReportRecords
from bonddiary.report.request import ReportRequest
from bonddiary.ui.pages.report.state import Act

SCREEN_DPI = 150.0
"""Fine enough for a page as wide as the window, and for a screen with small dots."""
ONE_WEEK = 7
Cancelled = Callable[[], bool]
"""Asked between two steps of a drawing: then nobody waits for it any more."""


def _build(
    request: ReportRequest, records: ReportRecords, names: Names, now: When, version: str
) -> ReportDocument:
    from bonddiary.report.build import build_report

    return build_report(request, records, names, now, version)


def _sheets(language: str, large: bool, now: When, version: str) -> ReportDocument:
    from bonddiary.report.sheets import blank_sheets

    return blank_sheets(None, ONE_WEEK, 1, language, large, now=now, version=version)


def _pictures(document: ReportDocument, dpi: float, cancelled: Cancelled) -> list[bytes]:
    from bonddiary.report.typesetting import Typesetting

    return Typesetting(document, cancelled).pictures(dpi)


def _pdf(document: ReportDocument) -> bytes:
    from bonddiary.report.pdf import pdf

    return pdf(document)


def _web(document: ReportDocument) -> bytes:
    from bonddiary.report.html import web_page

    return web_page(document)


def _table(document: ReportDocument) -> bytes:
    from bonddiary.report.table import table_file

    return table_file(document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Makers:
    """Who makes what. Tests put others in their places."""

    build: Callable[[ReportRequest, ReportRecords, Names, When, str], ReportDocument] = _build
    sheets: Callable[[str, bool, When, str], ReportDocument] = _sheets
    pictures: Callable[[ReportDocument, float, Cancelled], list[bytes]] = _pictures
    pdf: Callable[[ReportDocument], bytes] = _pdf
    web: Callable[[ReportDocument], bytes] = _web
    table: Callable[[ReportDocument], bytes] = _table

    def file(self, act: Act, document: ReportDocument) -> bytes:
        """What is written for a way to save."""
        return {Act.PDF: self.pdf, Act.WEB: self.web, Act.TABLE: self.table}[act](document)


def words_of(document: ReportDocument) -> str:
    """The whole page as plain words, in reading order."""
    parts = [document.title, *document.under_title]
    parts += ["", document.logged_heading, *document.logged]
    for block in document.blocks:
        parts += ["", block.heading, *_inside(block)]
    parts += ["", *document.foot, document.made]
    lines = [part for place, part in enumerate(parts) if part or (place and parts[place - 1])]
    return "\n".join(lines)


def _inside(block: Words | Items | Grid | Picture) -> list[str]:
    if isinstance(block, Words):
        return list(block.paragraphs)
    if isinstance(block, Items):
        marks = [f"{place}. " if block.numbered else "• " for place in range(1, len(block.items) + 1)]
        lead = [block.lead] if block.lead else []
        return [*lead, *(mark + item for mark, item in zip(marks, block.items, strict=True))]
    if isinstance(block, Picture):
        return [*block.insight.words, *block.small]
    heads = block.table.headers
    rows = [_row(heads, row) for row in block.table.rows]
    return [*([block.lead] if block.lead else []), *rows, *block.small]


def _row(heads: tuple[str, ...], row: tuple[str, ...]) -> str:
    said = [f"{head}: {value}" for head, value in zip(heads[1:], row[1:], strict=True) if value]
    return f"{row[0]}. {', '.join(said)}" if said else row[0]
