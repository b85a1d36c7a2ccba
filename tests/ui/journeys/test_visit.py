"""Journey 9 of the design: a page for the 6 to 8 week review is printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bonddiary.ui.navigation import NavButton
from bonddiary.ui.pages.report import printing
from bonddiary.ui.pages.report.page import ReportPage
from bonddiary.ui.pages.report.state import Preview
from bonddiary.ui.session import Session
from tests.ui.chart_samples import fortnight
from tests.ui.journeys.hands import CONTROL, Hands, Screen, Start

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What stands for a printer: the file that its pages come out in."""
    out = tmp_path / "printed.pdf"
    plain = printing.make_printer

    def to_file(preview: Preview) -> QPrinter:
        made = plain(preview)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(out))
        return made

    monkeypatch.setattr(printing, "has_printer", lambda: True)
    monkeypatch.setattr(printing, "make_printer", to_file)
    return out


@pytest.fixture
def family(robin: Session) -> Session:
    """Two weeks of entries."""
    robin.diary.bring_in(fortnight(), "test")
    return robin


class TestPrintThePage:
    """9: Report, Print, and the system’s dialog."""

    def test_by_mouse(
        self, family: Session, start: Start, printer: Path, screen: Screen, qtbot: QtBot
    ) -> None:
        hands = start()
        if screen.large:
            hands.click("More", NavButton, anywhere=True)
            hands.choose("Report")
        else:
            hands.click("Report", NavButton, anywhere=True)
        hands.click("Print…")
        self.print_in_dialog(hands, qtbot)
        assert hands.presses == (4 if screen.large else 3)
        self.check(hands, printer, qtbot)

    def test_by_keyboard(self, family: Session, start: Start, printer: Path, qtbot: QtBot) -> None:
        hands = start()
        hands.key(Qt.Key.Key_5, CONTROL)
        hands.key(Qt.Key.Key_P, CONTROL)
        self.print_in_dialog(hands, qtbot)
        assert hands.presses == 3
        self.check(hands, printer, qtbot)

    @staticmethod
    def print_in_dialog(hands: Hands, qtbot: QtBot) -> None:
        """The preview is made first, however quick the hand was."""
        page = hands.window.page(hands.window.place)
        assert isinstance(page, ReportPage)
        qtbot.waitUntil(lambda: page.findChild(QPrintDialog) is not None)
        dialog = page.findChild(QPrintDialog)
        assert dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        hands.presses += 1

    @staticmethod
    def check(hands: Hands, printer: Path, qtbot: QtBot) -> None:
        page = hands.window.page(hands.window.place)
        assert isinstance(page, ReportPage)
        qtbot.waitUntil(printer.exists)
        qtbot.waitUntil(lambda: not page.presenter.state.busy)
        state = page.presenter.state
        assert state.trouble is None
        assert state.preview is not None
        assert "No notes." in state.preview.document.inside
        assert printer.read_bytes().startswith(b"%PDF")
