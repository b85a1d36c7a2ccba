"""An article on paper: a document with real headings, and the system's own print dialog."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from bonddiary.ui.models.tip_rows import RowKind
from bonddiary.ui.pages.tips.articles import (
    BELONGS,
    CUES_HERE,
    MEANINGS,
    SEE,
    SOURCES,
    TIPS_HERE,
    TRIES,
    WHY,
)
from bonddiary.ui.pages.tips.state import Article, Line
from bonddiary.ui.theme.icons import cue_drawing, has_drawing, pixmap

INK = "#000000"
PICTURE = 72
"""Points, as the letters are."""
BODY, SECTION, TITLE = 11.0, 14.0, 22.0
DOTS = QTextListFormat.Style.ListDisc
MARGIN = 18.0
"""Millimetres."""


def ask_to_print(parent: QWidget, article: Article) -> QPrintDialog:
    """Opens the system's print dialog; the article is printed when the parent says so."""
    printer = make_printer()
    printer.setDocName(article.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_tr("Print “{0}”").format(article.title))
    dialog.accepted.connect(lambda *_: print_article(article, printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # the print dialog's own wants somebody to tell
    return dialog


def make_printer() -> QPrinter:
    """The usual printer of this computer, with margins that leave a page easy to hold."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    layout = printer.pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    layout.setMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN))
    printer.setPageLayout(layout)
    return printer


def print_article(article: Article, printer: QPrinter) -> None:
    """Prints it."""
    document_of(article).print_(printer)


def document_of(article: Article) -> QTextDocument:
    """The whole article: what is said, and where it comes from. Nothing of the diary is in it."""
    return _Paper(article).document


def _tr(text: str) -> str:
    return QCoreApplication.translate("Print", text)


class _Paper:
    """Writes an article into a document. Words are put in as text: never read as markup."""

    def __init__(self, article: Article) -> None:
        self.document = QTextDocument()
        self.document.setDefaultFont(_letters(BODY))
        self.document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, article.title)
        self._cursor = QTextCursor(self.document)
        self._write(article)

    def _write(self, article: Article) -> None:
        is_cue = article.kind is RowKind.CUE
        self._picture(article)
        self._heading(article.title, 1)
        self._paragraph(article.line)
        for card in article.cards:
            self._heading(card.heading, 2)
            self._list([("", sign) for sign in card.signs])
        self._section(SEE if is_cue else "", lambda: self._paragraph(article.text), shown=bool(article.text))
        self._section("", lambda: self._paragraph(article.caution), shown=bool(article.caution))
        senses: list[Line] = [(each.lead, each.text) for each in article.meanings]
        self._section(MEANINGS if is_cue else BELONGS, lambda: self._list(senses), shown=bool(senses))
        self._section(TRIES, lambda: self._list(list(article.tries)), shown=bool(article.tries))
        self._section(WHY, lambda: self._paragraph(article.why), shown=bool(article.why))
        ways: list[Line] = [
            (f"{way.title}." if way.text else "", way.text or way.title) for way in article.ways
        ]
        self._section(TIPS_HERE if is_cue else CUES_HERE, lambda: self._list(ways), shown=bool(ways))
        self._section(SOURCES, lambda: self._foot(article), shown=bool(article.sources))

    def _section(self, heading: str, write: Callable[[], None], *, shown: bool) -> None:
        if shown:
            if heading:
                self._heading(_tr(heading), 2)
            write()

    def _foot(self, article: Article) -> None:
        for source in article.sources.split("\n\n"):
            self._paragraph(source.replace("\n", "\N{LINE SEPARATOR}"))
        self._paragraph(" ".join(article.standing))
        self._paragraph(
            _tr("General education from Bond Diary. If you are worried about your baby, get help.")
        )

    def _picture(self, article: Article) -> None:
        name = article.drawing if has_drawing(article.drawing) else cue_drawing("", article.family)
        self._cursor.insertImage(pixmap(name, INK, PICTURE, 4.0).toImage())

    def _heading(self, words: str, level: int) -> None:
        block = QTextBlockFormat()
        block.setHeadingLevel(level)
        block.setTopMargin(10 if level > 1 else 4)
        block.setBottomMargin(3)
        block.setNonBreakableLines(True)
        self._block(block, words, _bold(TITLE if level == 1 else SECTION))

    def _paragraph(self, words: str) -> None:
        block = QTextBlockFormat()
        block.setBottomMargin(5)
        block.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        self._block(block, words, _plain())

    def _list(self, lines: list[Line]) -> None:
        first = None
        for lead, text in lines:
            self._paragraph("")
            if lead:
                self._cursor.insertText(f"{lead} ", _bold(BODY))
            self._cursor.insertText(text, _plain())
            if first is None:
                first = self._cursor.createList(DOTS)
            else:
                first.add(self._cursor.block())

    def _block(self, block: QTextBlockFormat, words: str, letters: QTextCharFormat) -> None:
        self._cursor.insertBlock(block, letters)
        self._cursor.insertText(words, letters)


def _letters(size: float) -> QFont:
    font = QFont()
    font.setPointSizeF(size)
    return font


def _plain() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontPointSize(BODY)
    return form


def _bold(size: float) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontPointSize(size)
    form.setFontWeight(QFont.Weight.DemiBold)
    return form
