"""Typst at work: one page in the making, on whichever thread asks for it."""

from __future__ import annotations

import calendar
import json
from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import typst

from bonddiary.report.as_data import Data, in_our_face, side_by_side
from bonddiary.report.document import PageKind, Picture, ReportDocument
from bonddiary.report.pictures import svg
from bonddiary.system.resources import resource

if TYPE_CHECKING:
    from typst import PDFStandard  # a name that stands in its types alone

STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]
WIDTH = 688
"""Logical pixels (96 to the inch) of a drawing as wide as A4 without its edges: letters in it come out at their size."""
HALF_WIDTH = 329
"""The same of a column."""
WIDE = 1016
"""The same of A4 lying."""
_ONE_AT_A_TIME = Lock()
"""Typst keeps one world per compiler: two compilations never share it at the same time."""


class Stopped(Exception):
    """Nobody wants this page any more."""


class Typesetting:
    """One document. Charts are drawn once, by the first that asks; PDF and pictures are set from the same data.

    `cancelled` is asked between drawings and before Typst starts: then Stopped is raised.
    """

    def __init__(self, document: ReportDocument, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._document = document
        self._cancelled = cancelled
        self._inputs: dict[str, str] = {}
        self._drawing = Lock()

    def pdf(self) -> bytes:
        """A tagged PDF; the same document gives the same bytes."""
        day = self._document.made_on
        midnight = calendar.timegm((day.year, day.month, day.day, 0, 0, 0))
        inputs = self._asked()
        with _ONE_AT_A_TIME:
            self._go_on()
            made = _compiler().compile(
                format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=midnight
            )
        assert isinstance(made, bytes)
        return made

    def pictures(self, dpi: float) -> list[bytes]:
        """Each page as a PNG, in order."""
        inputs = self._asked()
        with _ONE_AT_A_TIME:
            self._go_on()
            made = _compiler().compile(format="png", ppi=dpi, sys_inputs=inputs)
        return made if isinstance(made, list) else [made or b""]

    def _asked(self) -> dict[str, str]:
        with self._drawing:
            if not self._inputs:
                named = {f"drawing-{n}": in_our_face(one) for n, one in enumerate(self._drawings())}
                self._inputs = {"data": json.dumps(Data(self._document).all()), **named}
            return self._inputs

    def _drawings(self) -> list[bytes]:
        whole = WIDE if self._document.kind is PageKind.SHEET else WIDTH
        drawings = []
        for block, run in zip(self._document.blocks, side_by_side(self._document), strict=True):
            if isinstance(block, Picture):
                self._go_on()
                drawings.append(svg(block, self._document, whole if run is None else HALF_WIDTH))
        return drawings

    def _go_on(self) -> None:
        if self._cancelled():
            raise Stopped


@cache
def _compiler() -> typst.Compiler:
    """Reads the templates once: later pages take a tenth of the time."""
    folder = resource("report")
    return typst.Compiler(input=str(folder / "page.typ"), root=str(folder), font_paths=fonts())


def fonts() -> typst.Fonts:
    """Our own; fonts of the computer are never used."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))]
    )
