"""What a test looks at on the Report page."""

from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from bonddiary.ui.pages.report.page import ReportPage
from bonddiary.ui.pages.report.paper import PaperView
from bonddiary.ui.widgets.breaks import BREAK
from tests.ui.report.made import Queue


def settle(queue: Queue) -> None:
    for _ in range(4):
        queue.drain()
        QApplication.processEvents()


def said(page: ReportPage) -> str:
    shown = " ".join(each.text() for each in page._bar.findChildren(QLabel) if each.isVisible())
    return shown.replace(BREAK, "")


def deeds(page: ReportPage) -> list[str]:
    return [each.text() for each in page._bar.findChildren(QPushButton) if each.isVisible()]


def papers(page: ReportPage) -> list[PaperView]:
    return [each for each in page.preview.findChildren(PaperView) if each.isVisible()]
