"""Parts of the Get help page that are made of rows: services and keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QWidget

from bonddiary.ui.pages.help.state import Country, KeyGroup, KeyRow, ServiceRow
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import UNBOUND, column, frame
from bonddiary.ui.widgets.words import Heading, Words

KEYS = 190


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


def country_part(country: Country) -> QWidget:
    """A country's heading over its services."""
    holder = QWidget()
    cards = (ServiceCard(service) for service in country.services)
    holder.setLayout(column(Heading(country.name, "strong"), *cards, gap=8))
    return holder


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
