"""The recovery key on paper: a page with nothing of the diary on it, by the system's own print dialog."""

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

TITLE, BODY, KEY = 22.0, 12.0, 20.0
LINES = (
    "This key opens your diary if the passphrase is forgotten.",
    "Press “Use the recovery key” when Bond Diary asks for the passphrase. Then type all 7 groups.",
    "Anyone who has this sheet and your computer can open the diary. Keep the two apart.",
    "A new recovery key makes this one useless.",
)


def ask_to_print(parent: QWidget, groups: tuple[str, ...]) -> QPrintDialog:
    """Opens the system's print dialog; the sheet is printed when the parent says so."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Bond Diary")
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda *_: sheet(groups).print_(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
    return dialog


def sheet(groups: tuple[str, ...]) -> QTextDocument:
    """What is printed."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    _write(cursor, "Bond Diary: recovery key", TITLE)
    _write(cursor, "\N{EN SPACE}".join(groups), KEY, fixed=True)
    for line in LINES:
        _write(cursor, line, BODY)
    return document


def _write(cursor: QTextCursor, words: str, size: float, *, fixed: bool = False) -> None:
    letters, block = QTextCharFormat(), QTextBlockFormat()
    letters.setFontPointSize(size)
    if fixed:
        letters.setFontFamilies(["monospace"])
        letters.setFontStyleHint(QFont.StyleHint.Monospace)
    block.setBottomMargin(size)
    cursor.setBlockFormat(block)
    cursor.insertText(words, letters)
    cursor.insertBlock()
