"""The system's own print dialog. What is printed are pictures of the very pages of the preview, as fine as the printer."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from bonddiary.ui.pages.report.leaving import Draw
from bonddiary.ui.pages.report.state import Preview

FINEST = 300.0
"""Dots per inch: finer is slower and looks the same on paper."""


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_to_print(
    parent: QWidget, preview: Preview, go_on: Callable[[Preview, float, Draw], None]
) -> QPrintDialog:
    """Opens the dialog; `go_on` is called when the parent says so."""
    printer = make_printer(preview)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_tr("Print"))
    dialog.setMinMax(1, len(preview.pages))
    dialog.accepted.connect(lambda *_: go_on(preview, dots(printer), lambda pages: draw(pages, printer)))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # the print dialog's own wants somebody to tell
    return dialog


def make_printer(preview: Preview) -> QPrinter:
    """The usual printer, set to the paper of the preview: A4, its margins are the page's own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    first = QImage.fromData(preview.pages[0])
    landscape = first.width() > first.height()
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(way)
    printer.setFullPage(True)
    printer.setDocName(preview.document.file_stem)  # the list of what is to be printed may be seen by others
    return printer


def dots(printer: QPrinter) -> float:
    """How fine the pictures are to be."""
    return min(FINEST, float(printer.resolution()))


def draw(pages: list[bytes], printer: QPrinter) -> bool:
    """Puts the pages that were asked for on paper; says whether that went well."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    for place, page in enumerate(pages[first - 1 : last]):
        if place and not printer.newPage():
            painter.end()
            return False
        image = QImage.fromData(page)
        size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(sheet.topLeft(), size), image)
    return painter.end() and printer.printerState() is not QPrinter.PrinterState.Error


def _tr(words: str) -> str:
    return QCoreApplication.translate("PrintPage", words)
