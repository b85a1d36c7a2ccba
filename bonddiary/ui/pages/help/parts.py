"""Parts of the Get help page that are made of rows: services and keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPlainTextEdit, QSizePolicy, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.help.state import ContactRow, KeyGroup, KeyRow, ServiceRow
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import UNBOUND, column, frame
from bonddiary.ui.widgets.words import Heading, Words

KEYS = 190
LINES = 110


class ServiceCard(QFrame):
    """Who it is, whom it is for, and how to reach them in words that can be copied."""

    def __init__(self, service: ServiceRow) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        name = Heading(service.name, "strong")
        parts: list[QWidget] = [name, Words(service.for_whom, "quiet"), Words("", "", service.route)]
        if service.hours:
            parts.append(Words(service.hours))
        parts.append(Words(service.checked, "caption"))
        self.setLayout(column(*parts, gap=4, margins=(16, 12, 16, 12)))
        self.setAccessibleName(service.name)


class ContactCard(QFrame):
    """When somebody usually comes, what is talked about, and what the diary can bring."""

    def __init__(self, contact: ContactRow, bring: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        parts = (Heading(contact.name, "strong"), Words(contact.about), Words(contact.bring, "quiet", bring))
        self.setLayout(column(*parts, gap=4, margins=(16, 12, 16, 12)))
        self.setAccessibleName(contact.name)


class OwnNumbers(QFrame):
    """Lines for the family's own numbers, kept when they are left."""

    written = Signal(str)

    def __init__(self, theme: Theme, heading: str, about: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._theme = theme
        self._lines = NumberLines(heading, self.finish)
        self.setLayout(
            column(
                Heading(heading, "strong"),
                Words(about, "quiet"),
                self._lines,
                gap=6,
                margins=(16, 12, 16, 14),
            )
        )
        theme.changed.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows what is kept; what is being typed stays."""
        if not self._lines.hasFocus() and self._lines.toPlainText() != text:
            self._lines.setPlainText(text)

    def keep_as_it_is(self) -> None:
        """They can be read and copied, not changed: the window is locked."""
        self._lines.setReadOnly(True)

    def finish(self) -> None:
        """Sends what is being typed: a window that closes, or stands behind others, takes no focus away."""
        self._say()

    def _say(self) -> None:
        self.written.emit(self._lines.toPlainText())

    def _fit(self) -> None:
        self._lines.setFixedHeight(self._theme.look.px(LINES))


class PlainLines(QPlainTextEdit):
    """Plain lines; Tab goes on to the next control."""

    def __init__(self, name: str, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # a menu to paste from: they aren't left
            self._left()


class NumberLines(PlainLines):
    """Where the family's own numbers stand."""


class KeyTable(QFrame):
    """Keys on one side, what they do on the other; under each other where there is no room."""

    def __init__(self, theme: Theme, group: KeyGroup) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self._rows: list[tuple[QBoxLayout, QLabel]] = []
        body = column(Heading(group.name, "strong"), gap=6, margins=(16, 12, 16, 14))
        for each in group.rows:
            body.addLayout(self._row(each))
        self.setLayout(body)
        theme.changed.connect(self._fit)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Puts the words under the keys, or beside them."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row, keys in self._rows:
            row.setDirection(direction)
            row.setSpacing(0 if narrow else 12)
            keys.setMaximumWidth(UNBOUND if narrow else self._theme.look.px(KEYS))
            keys.setMinimumWidth(0 if narrow else self._theme.look.px(KEYS))
        self._narrow = narrow

    def _row(self, each: KeyRow) -> QBoxLayout:
        keys, does = Words("", "", keys_words(each)), Words(each.does)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(keys, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(does, 1)
        keys.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._rows.append((row, keys))
        return row

    _narrow = False

    def _fit(self) -> None:
        self.set_narrow(self._narrow)


def keys_words(row: KeyRow) -> str:
    """The keys as this computer writes them: "Ctrl+Shift+Z or Ctrl+Y"."""
    native = [QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in row.keys]
    return " or ".join(native) or row.plain


def words_card(lines: tuple[tuple[str, str], ...], kind: str = "") -> QFrame:
    """Paragraphs in a card."""
    return frame(
        "card", column(*(Words(text, kind, lead) for lead, text in lines), gap=8, margins=(18, 14, 18, 16))
    )
