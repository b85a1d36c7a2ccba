"""Charts for a page, drawn by the chart modules on white paper."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from bonddiary.charts.style import ChartStyle, in_grey
from bonddiary.charts.vector import drawing
from bonddiary.report.document import Picture, ReportDocument
from bonddiary.report.request import Section
from bonddiary.system.themes import ThemeKey, tokens

LARGE = 1.3
"""Large print: how much bigger the words in a picture are."""
CORNER, LOW = 400, 0.56
"""A typical day drawn less wide than this stands beside other sections: it is so much lower there."""
_DPI = 96
"""A logical pixel is a CSS pixel: 642 of them are 170 mm."""
_SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(picture: Picture, document: ReportDocument, width: int) -> bytes:
    """The chart as an SVG file, `width` logical pixels wide, in the page's colours or greys.

    Its words are those of the insight, kept as text; title and description are inside. The same input gives the same
    bytes, and all ids begin with the chart's key.
    """
    corner = picture.section is Section.TYPICAL_DAY and width < CORNER
    text = inline(picture, document, width, f"{picture.insight.key}-", LOW if corner else 1.0)
    text = text.replace("<svg ", f"<svg {_SPACES} ", 1).replace(' href="#', ' xlink:href="#')
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def inline(picture: Picture, document: ReportDocument, width: int, prefix: str, share: float = 1.0) -> str:
    """The same as an element for an HTML page: `prefix` sets its ids apart from those of other pictures there.

    `share` is how much of its usual height it has.
    """
    style = paper(document)
    root = drawing(picture.insight, style, width, prefix, title=picture.heading, alt=picture.alt, share=share)
    return ET.tostring(root, encoding="unicode").strip()


def paper(document: ReportDocument) -> ChartStyle:
    """White paper and dark ink, whatever theme the window has."""
    day = tokens(ThemeKey.DAY)
    inks = replace(day, page="#FFFFFF", card="#FFFFFF", text="#16191D", text_2="#454B52", hairline="#C9C2B6")
    return ChartStyle(
        tokens=in_grey(inks) if document.grey else inks,
        scale=LARGE if document.large else 1.0,
        dpi=_DPI,
        rtl=document.right_to_left,
    )
