"""An article whole: its passport, its drawings, on paper, and the ways to it and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.content.guidance import load_library, load_safety
from bonddiary.domain import wording
from bonddiary.domain.catalog import Catalog
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.models.tip_rows import RowKind
from bonddiary.ui.pages.page import Place
from bonddiary.ui.pages.tips.article_parts import MOST_WAYS
from bonddiary.ui.pages.tips.articles import as_plain_text, cue_article, tip_article
from bonddiary.ui.pages.tips.page import TipsPage
from bonddiary.ui.pages.tips.printing import ask_to_print, document_of, make_printer, print_article
from bonddiary.ui.pages.tips.state import Article
from bonddiary.ui.session import Session
from bonddiary.ui.theme.icons import has_drawing
from bonddiary.ui.theme.theme import Theme
from tests.builders import cue_keys, moment_draft

LIBRARY = load_library()
TIP = next(tip for tip in LIBRARY.tips if tip.key == "tip-early-feeding-signs")


@pytest.fixture
def cry(catalog: Catalog) -> Article:
    guide = load_safety(country="england")
    return cue_article(catalog.cue("cry-inconsolable"), catalog, LIBRARY, guide, None, early=False)


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TipsPage:
    made = TipsPage(robin, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.enter()
    return made


class TestPassport:
    def test_every_field_of_every_tip_is_visible(self, catalog: Catalog) -> None:
        for tip in LIBRARY.tips:
            article = tip_article(tip, catalog, LIBRARY)
            said = as_plain_text(article)
            assert article.why == tip.why
            for words in (tip.key, tip.title, tip.text, tip.why, tip.review, LIBRARY.topics[tip.topic]):
                assert words in said, tip.key
            assert LIBRARY.source_kinds[tip.source_kind] in said
            assert wording.day(tip.provenance.checked) in said
            assert {way.key for way in article.ways} == set(tip.cues)
            for group in tip.groups:
                assert f"{catalog.groups[group].name}." in [sense.lead for sense in article.meanings]
            for source in tip.provenance.sources:
                assert catalog.sources[source].name in said
                assert catalog.sources[source].address in said

    def test_each_kind_of_meaning_has_a_drawing(self, catalog: Catalog) -> None:
        for cue in catalog.cues.values():
            article = cue_article(cue, catalog, LIBRARY, None, None, early=True)
            assert all(has_drawing(sense.drawing) for sense in article.meanings[:-1]), cue.key

    def test_the_page_draws_them(self, page: TipsPage, catalog: Catalog) -> None:
        page.show_cue("yawning")
        rows = page._article._meanings._rows
        many = len(catalog.cue("yawning").meanings)
        shown = [(holder.isVisible(), picture.pixmap().isNull()) for holder, picture, _ in rows]
        assert shown[: many + 1] == [(True, False)] * many + [(True, True)]
        assert page._article._picture.width() == 96

    def test_a_tip_tells_why(self, page: TipsPage) -> None:
        page.show_tip(TIP.key)
        assert page._article._why.isVisible()
        assert page._article._why.words.plain == TIP.why
        page.show_cue("rooting")
        assert not page._article._why.isVisible()


def headings(document: QTextDocument) -> list[tuple[int, str]]:
    found = []
    block = document.begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            found.append((level, block.text()))
        block = block.next()
    return found


class TestPaper:
    def test_has_real_headings(self, cry: Article) -> None:
        found = headings(document_of(cry))
        assert found[0] == (1, cry.title)
        assert {level for level, _ in found[1:]} == {2}
        words = [text for _, text in found]
        for heading in (
            "What you may see",
            "What it may mean",
            "Things families have tried",
            "Where this comes from",
        ):
            assert heading in words
        assert cry.cards[0].heading in words

    def test_holds_all_that_is_copied(self, cry: Article, catalog: Catalog) -> None:
        for article in (cry, tip_article(TIP, catalog, LIBRARY)):
            text = document_of(article).toPlainText()
            for line in as_plain_text(article).splitlines():
                kept = line.removeprefix("- ").removeprefix("Belongs beside: ").rstrip(".")
                if kept and not line.startswith("Belongs"):
                    assert kept in text or all(part in text for part in kept.split(". ")), kept

    def test_lists_are_lists(self, cry: Article) -> None:
        document = document_of(cry)
        block, listed = document.begin(), 0
        while block.isValid():
            listed += block.textList() is not None
            block = block.next()
        assert listed == len(cry.meanings) + len(cry.tries) + len(cry.ways) + sum(
            len(card.signs) for card in cry.cards
        )

    def test_what_a_parent_typed_is_never_markup(self) -> None:
        article = Article(RowKind.CUE, "own", "<b>Bold</b> & <img src='x'>", "", None, "", "<i>text</i>")
        assert "<b>Bold</b> & <img src='x'>" in document_of(article).toPlainText()

    def test_goes_to_a_pdf(self, cry: Article, tmp_path: Path, qapp: QApplication) -> None:
        printer = make_printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "article.pdf"))
        print_article(cry, printer)
        made = (tmp_path / "article.pdf").read_bytes()
        assert made.startswith(b"%PDF")
        assert len(made) > 5000

    def test_the_picture_is_in_it(self, cry: Article) -> None:
        document = document_of(cry)
        char = document.begin().begin().fragment().charFormat().toImageFormat()
        assert isinstance(document.resource(2, char.name()), QImage)

    def test_ctrl_p_and_the_button_open_the_systems_dialog(
        self, page: TipsPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr(
            "PySide6.QtWidgets.QDialog.open", lambda dialog: opened.append(dialog.windowTitle())
        )
        page.show_cue("rooting")
        assert page.can_print
        page.start_printing()
        page._article.print_asked.emit()
        assert opened == ["Print “Rooting”"] * 2

    def test_is_printed_when_the_dialog_says_so(
        self, page: TipsPage, cry: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("PySide6.QtWidgets.QDialog.open", lambda dialog: None)
        dialog = ask_to_print(page, cry)
        assert isinstance(dialog, QPrintDialog)
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "asked.pdf"))
        dialog.accepted.emit(dialog.printer())
        assert (tmp_path / "asked.pdf").read_bytes().startswith(b"%PDF")


class TestWays:
    def test_the_keyboard_walks_an_article_in_reading_order(self, page: TipsPage) -> None:
        page.show_tip(TIP.key)
        walked: list[str] = []
        for _ in range(len(TIP.cues) + 5):
            QTest.keyClick(held(), Qt.Key.Key_Tab)
            walked.append(str(held().property("text") or held().accessibleName()))
        names = [way.title for way in page.presenter.state.article.ways]  # type: ignore[union-attr]  # shown above
        assert len(names) > 2
        first = ["Save", "Not for us: hide", *names, "Sources"]
        assert walked == [*first, "Copy this article", "Print this article…"]

    def test_links_made_with_the_page_are_enough(self) -> None:
        assert max(len(tip.cues) for tip in LIBRARY.tips) <= MOST_WAYS

    def test_back_from_a_link_returns_to_its_article_then_to_the_list(self, page: TipsPage) -> None:
        page.presenter.choose_shelf("movement")
        page._open("cue", "rooting")
        page._follow("tip", TIP.key)
        assert shown(page) == TIP.key
        assert page.step_back()
        assert shown(page) == "rooting"
        assert page._article.hasFocus()
        assert page.step_back()
        assert page._list._list.hasFocus()
        assert shown(page) == "rooting"
        assert page.presenter.state.shelf == "movement"

    def test_back_keeps_where_list_and_article_were_read(self, page: TipsPage, qtbot: QtBot) -> None:
        bar = page._list._list.verticalScrollBar()
        bar.setValue(640)
        page._open("cue", "rooting")
        QTest.qWait(20)
        reading = page._article.verticalScrollBar()
        reading.setValue(120)
        page._follow("tip", TIP.key)
        assert page.step_back()
        qtbot.waitUntil(lambda: reading.value() == 120)
        assert page.step_back()
        assert bar.value() == 640


@pytest.fixture
def shown_window(qtbot: QtBot, robin: Session, window: MainWindow) -> MainWindow:
    robin.diary.log(moment_draft(cues=cue_keys("yawning")))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: "back" in window._actions and QApplication.activeWindow() is window)
    return window


class TestFromElsewhere:
    @pytest.mark.parametrize(
        ("place", "ask", "key"),
        [
            (Place.LOG, lambda page: page.meaning_asked.emit("yawning"), "yawning"),
            (Place.TIMELINE, lambda page: page.meaning_asked.emit("yawning"), "yawning"),
            (Place.PATTERNS, lambda page: page.tip_opened.emit(TIP.key), TIP.key),
        ],
    )
    def test_opens_the_article_and_back_returns(
        self, shown_window: MainWindow, place: Place, ask: Callable[[QWidget], None], key: str
    ) -> None:
        tips = shown_window.page(Place.TIPS)
        assert isinstance(tips, TipsPage)
        shown_window.go(Place.TIPS)
        tips.presenter.search("e")
        tips.presenter.choose_shelf("face")
        bar = tips._list._list.verticalScrollBar()
        bar.setValue(200)
        shown_window.go(place)
        ask(shown_window.page(place))
        assert shown_window.place is Place.TIPS
        assert shown(tips) == key
        assert tips._article.hasFocus()
        QTest.keyClick(tips._article, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert shown_window.place is place
        shown_window.go(Place.TIPS)
        assert (tips.presenter.state.query, tips.presenter.state.shelf, bar.value()) == ("e", "face", 200)

    def test_a_link_there_goes_back_by_one(self, shown_window: MainWindow) -> None:
        shown_window.page(Place.LOG).meaning_asked.emit("yawning")  # type: ignore[attr-defined]  # of the log page
        tips = shown_window.page(Place.TIPS)
        assert isinstance(tips, TipsPage)
        tips._follow("tip", TIP.key)
        QTest.keyClick(tips._article, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert (shown_window.place, shown(tips)) == (Place.TIPS, "yawning")
        QTest.keyClick(tips._article, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert shown_window.place is Place.LOG

    def test_back_works_from_a_button_in_the_article(self, shown_window: MainWindow) -> None:
        shown_window.page(Place.LOG).meaning_asked.emit("yawning")  # type: ignore[attr-defined]  # of the log page
        tips = shown_window.page(Place.TIPS)
        assert isinstance(tips, TipsPage)
        tips._follow("tip", TIP.key)
        QTest.keyClick(held(), Qt.Key.Key_Tab)
        assert held().property("text") == "Save"
        QTest.keyClick(held(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert (shown_window.place, shown(tips)) == (Place.TIPS, "yawning")
        QTest.keyClick(held(), Qt.Key.Key_Tab)
        assert held() is not tips._article
        QTest.keyClick(held(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert shown_window.place is Place.LOG

    def test_an_article_asked_for_again_starts_at_its_top(self, shown_window: MainWindow) -> None:
        log, tips = shown_window.page(Place.LOG), shown_window.page(Place.TIPS)
        assert isinstance(tips, TipsPage)
        log.meaning_asked.emit("yawning")  # type: ignore[attr-defined]  # of the log page
        bar = tips._article.verticalScrollBar()
        bar.setMaximum(500)
        bar.setValue(100)
        shown_window.go(Place.LOG)
        log.meaning_asked.emit("yawning")  # type: ignore[attr-defined]  # of the log page
        assert bar.value() == 0

    def test_ctrl_p_where_there_is_nothing_to_print_says_so(self, shown_window: MainWindow) -> None:
        shown_window.go(Place.LOG)
        shown_window.commands.print_shown()
        assert shown_window._done.text().startswith("There is nothing to print here.")


def held() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown(page: TipsPage) -> str:
    article = page.presenter.state.article
    assert article is not None
    return article.key
