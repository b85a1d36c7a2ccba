"""The ways out of the Report page: file dialog, print dialog, sheets."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from bonddiary.report.document import PageKind
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.report import printing
from bonddiary.ui.pages.report.page import ReportPage
from bonddiary.ui.pages.report.saving import file_name
from bonddiary.ui.pages.report.state import Act, Paper, Preview
from bonddiary.ui.session import Session
from tests.ui.report.hands import deeds, said, settle
from tests.ui.report.made import Asked, Queue, document, picture


class TestSaving:
    def test_asks_with_a_neutral_name_and_says_where_it_is(
        self, page: ReportPage, tmp_path: Path, queue: Queue, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        offered: list[str] = []

        def answer(_parent: QWidget, _title: str, path: str, _kinds: str) -> tuple[str, str]:
            offered.append(Path(path).name)
            return str(tmp_path / "mine"), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        page.actions_bar.buttons[Act.PDF].click()
        settle(queue)
        assert offered == ["diary-page-2026-11-03-to-2026-11-16.pdf"]
        assert (tmp_path / "mine.pdf").exists()
        assert said(page).startswith(f"Saved “mine.pdf” in {tmp_path}.")
        assert deeds(page) == ["Open folder", "Close"]

    def test_a_long_path_makes_no_window_wider(
        self, page: ReportPage, tmp_path: Path, queue: Queue, monkeypatch: pytest.MonkeyPatch, logged: Session
    ) -> None:
        folder = tmp_path / ("a" * 90)
        folder.mkdir()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "mine.pdf"), ""))
        logged.change_settings(text_size=200)
        page.set_width(Width.NARROW)
        page.setMinimumSize(360, 560)  # as the window has it
        settle(queue)
        page.resize(360, 560)
        page.presenter.leaving.ask(Act.PDF)
        settle(queue)
        assert str(folder) in said(page)
        assert page.width() == 360
        assert page._bar.width() <= 360

    @pytest.mark.parametrize("width", [Width.NARROW, Width.WIDE])
    def test_says_in_any_window_that_it_is_being_saved(
        self, page: ReportPage, tmp_path: Path, queue: Queue, monkeypatch: pytest.MonkeyPatch, width: Width
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.pdf"), ""))
        page.set_width(width)
        settle(queue)
        page.presenter.leaving.ask(Act.PDF)
        assert page.actions_bar._inside.isVisible()
        assert page.actions_bar._inside.text() == "Saving…"
        settle(queue)
        assert page.actions_bar._inside.isVisible() is (width is Width.WIDE)

    def test_no_name_is_in_the_name_of_any_file(self, page: ReportPage) -> None:
        preview = page.presenter.state.preview
        assert preview is not None
        names = [file_name(act, preview) for act in (Act.PDF, Act.WEB, Act.TABLE)]
        assert [Path(name).suffix for name in names] == [".pdf", ".html", ".csv"]
        assert not any("robin" in name.lower() for name in names)

    def test_letting_the_dialog_go_does_nothing(
        self, page: ReportPage, asked: Asked, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        page.actions_bar.buttons[Act.TABLE].click()
        assert asked.written == []


class TestPrinting:
    def test_without_a_printer_a_pdf_is_offered(
        self, page: ReportPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(printing, "has_printer", lambda: False)
        page.actions_bar.buttons[Act.PRINT].click()
        assert said(page).startswith("No printer is set up on this computer.")
        assert deeds(page) == ["Save PDF…", "Close"]

    def test_the_dialog_prints_the_very_pages(
        self, page: ReportPage, queue: Queue, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made: list[QPrinter] = []
        plain = printing.make_printer

        def to_file(preview: object) -> QPrinter:
            printer = plain(preview)  # type: ignore[arg-type]
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(tmp_path / "printed.pdf"))
            made.append(printer)
            return printer

        monkeypatch.setattr(printing, "has_printer", lambda: True)
        monkeypatch.setattr(printing, "make_printer", to_file)
        page.start_printing()
        dialog = page.findChild(QPrintDialog)
        assert dialog is not None
        assert made[0].docName() == "diary-page"
        dialog.accepted.emit(made[0])
        settle(queue)
        assert page.presenter.state.preview is not None
        drawn, dpi = asked.drawn[-1]
        assert drawn is page.presenter.state.preview.document
        assert dpi == min(300, made[0].resolution())
        assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
        assert said(page) == "The page has gone to the printer."
        dialog.close()

    def test_a_sheet_lies_on_its_side(self, page: ReportPage, queue: Queue) -> None:
        state = page.presenter.state
        assert state.preview is not None
        wide = Preview(state.preview.asked, document(), (picture(297, 210),), "")
        assert printing.make_printer(wide).pageLayout().orientation() is QPageLayout.Orientation.Landscape

    @pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
    def test_a_file_that_cant_be_printed_to_is_said(self, tmp_path: Path, qapp: QApplication) -> None:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
        assert not printing.draw([picture()], printer)


class TestTooLittle:
    @pytest.mark.parametrize("width", Width)
    def test_print_leads_to_why_there_is_no_page(
        self, page: ReportPage, queue: Queue, asked: Asked, width: Width
    ) -> None:
        page.set_width(width)
        for day in (13, 14):
            page.presenter.keep_day(date(2026, 11, day), False)
        settle(queue)
        page.start_printing()
        assert page.preview._empty_words.isVisible()
        assert page.preview._sheets.hasFocus()
        page.presenter.keep_day(date(2026, 11, 13), True)
        settle(queue)
        assert page.preview._empty.isHidden()
        assert page.findChild(QPrintDialog) is None

    def test_blank_sheets_go_on_to_the_printer(
        self, page: ReportPage, queue: Queue, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(printing, "has_printer", lambda: False)
        for day in (13, 14):
            page.presenter.keep_day(date(2026, 11, day), False)
        settle(queue)
        page.preview._sheets.click()
        settle(queue)
        assert page.presenter.state.paper is Paper.SHEETS
        assert said(page).startswith("No printer is set up")


class TestSheets:
    def test_blank_days_and_back(self, page: ReportPage, queue: Queue) -> None:
        page.choices.sheets_asked.emit()
        settle(queue)
        assert page._title.text() == "Blank day sheets"
        assert page.presenter.state.paper is Paper.SHEETS
        QTest.keyClick(page, Qt.Key.Key_Escape)
        settle(queue)
        assert page._title.text() == "Report"

    def test_a_given_sheet(self, page: ReportPage, queue: Queue) -> None:
        sheet = document("Hand-over", kind=PageKind.HAND_OVER)
        page.show_sheet(sheet)
        settle(queue)
        assert page._title.text() == "Hand-over"
        assert page.presenter.state.preview is not None
        assert page.presenter.state.preview.document is sheet
        assert page.step_back()
        settle(queue)
        assert not page.step_back()

    def test_back_from_a_given_sheet_leads_to_the_place_that_made_it(
        self, page: ReportPage, queue: Queue
    ) -> None:
        left: list[str] = []
        page.back_asked.connect(lambda: left.append("back"))
        page.show_sheet(document("Hand-over", kind=PageKind.HAND_OVER))
        assert page._title.text() == "Hand-over"
        settle(queue)
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert left == ["back"]
        page.choices.sheets_asked.emit()
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert left == ["back"]

    def test_a_given_sheet_is_gone_when_the_parent_comes_again(self, page: ReportPage, queue: Queue) -> None:
        page.show_sheet(document("Hand-over", kind=PageKind.HAND_OVER))
        settle(queue)
        page.hide()
        page.show()
        settle(queue)
        assert page._title.text() == "Report"
