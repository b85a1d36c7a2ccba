"""Typst at work: one page in the making, on whichever thread asks for it."""

import calendar
import json
from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Literal

import typst

from bonddiary.report.as_data import Data
from bonddiary.report.document import Picture, ReportDocument
from bonddiary.report.pictures import svg
from bonddiary.system.resources import resource

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
WIDTH = 716
"""Logical pixels (100 to the inch) of a drawing as wide as A4 without its edges: letters in it come out at their size."""
WIDE = 1058
"""The same of A4 lying."""
"""Typst keeps one world per compiler: two compilations never share it at the same time."""
_ONE_AT_A_TIME = Lock()


class Stopped(Exception):
    """Nobody wants this page any more."""


class Typesetting:
    """One document. Charts are drawn once, by the first that asks; PDF and pictures are set from the same data.

    `cancelled` is asked between drawings and before Typst starts: then Stopped is raised.
    """

    def __init__(self, document: ReportDocument, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._document = document
        self._cancelled = cancelled
        self._drawn: str | None = None
        self._drawing = Lock()

    def pdf(self) -> bytes:
        """A tagged PDF; the same document gives the same bytes."""
        day = self._document.made_on
        midnight = calendar.timegm((day.year, day.month, day.day, 0, 0, 0))
        data = self._data()
        with _ONE_AT_A_TIME:
            self._go_on()
            made = _compiler().compile(
                format="pdf", sys_inputs={"data": data}, pdf_standards=STANDARDS, timestamp=midnight
            )
        assert isinstance(made, bytes)
        return made

    def pictures(self, dpi: float) -> list[bytes]:
        """Each page as a PNG, in order."""
        data = self._data()
        with _ONE_AT_A_TIME:
            self._go_on()
            made = _compiler().compile(format="png", ppi=dpi, sys_inputs={"data": data})
        return made if isinstance(made, list) else [made or b""]

    def _data(self) -> str:
        with self._drawing:
            if self._drawn is None:
                self._drawn = json.dumps(Data(self._document).of(self._drawings()))
            return self._drawn

    def _drawings(self) -> list[bytes]:
        width = WIDE if self._document.kind is self._document.kind.SHEET else WIDTH
        drawings = []
        for block in self._document.blocks:
            if isinstance(block, Picture):
                self._go_on()
                drawings.append(svg(block, self._document, width))
        return drawings

    def _go_on(self) -> None:
        if self._cancelled():
            raise Stopped


@cache
def _compiler() -> typst.Compiler:
    """Reads templates and faces once: later pages take a tenth of the time. Fonts of the computer are never used."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))]
    )
    folder = resource("report")
    return typst.Compiler(input=str(folder / "page.typ"), root=str(folder), font_paths=fonts)
