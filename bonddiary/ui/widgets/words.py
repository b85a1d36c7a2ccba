"""Words to read: headings to jump between, paragraphs to select, lists. They fit any window at any text size."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.breaks import BREAK, Room, broken, lacks_room
from bonddiary.ui.widgets.heading import as_heading
from bonddiary.ui.widgets.layout import restyle
from bonddiary.ui.widgets.press import font_of

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
RANKS = ("title", "section", "strong")
LEAST = 120
"""Words ask for no more width than this: longer words are broken where there is less room."""


def _narrower(hint: QSize) -> QSize:
    return QSize(min(hint.width(), LEAST), hint.height())


class Heading(QLabel):
    """A heading of one of three ranks: title, section, strong. It takes the focus when a link jumps to it.

    Where a word of it has no room it is written smaller, by ranks; then the word is broken.
    """

    def __init__(self, text: str = "", kind: str = "section") -> None:
        super().__init__(text)
        as_heading(self)
        self._said = text
        self._rank = kind
        self._room = Room()
        self._looking = self._asked = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(True)

    def set_rank(self, kind: str) -> None:
        """Makes it a heading of another rank."""
        self._rank = kind
        self._find_room()

    @override
    def setText(self, text: str) -> None:
        self._said = text
        super().setText(text)
        self._find_room()

    @override
    def text(self) -> str:
        return self._said

    @override
    def minimumSizeHint(self) -> QSize:
        return _narrower(super().minimumSizeHint())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._find_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and not (self._asked or self._looking):
            self._asked = True  # a new look tells every widget its font once for each thing around it
            QTimer.singleShot(0, self, self._find_room)

    def _find_room(self) -> None:
        self._asked = False
        if self._looking:  # another rank is another font: to ask for that again would never come to rest
            return
        self._looking = True
        room = self._room.of(self.contentsRect().width())
        for kind in RANKS[RANKS.index(self._rank) :]:
            if self.property("kind") != kind:
                restyle(self, kind)
            if not lacks_room(self._said, self.font(), room):
                break
        shown = broken(self._said, self.font(), room)
        self._room.note(room, shown != self._said or self.property("kind") != self._rank)
        if shown != super().text():
            super().setText(shown)
        self._looking = False


class Words(QLabel):
    """A paragraph with room between its lines. What it is given is escaped: never read as markup."""

    def __init__(self, text: str = "", kind: str = "", lead: str = "") -> None:
        super().__init__()
        self._asked = False
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(SELECTABLE)
        self.setWordWrap(True)
        self.setProperty("kind", kind)
        self._said = (text, lead)
        self._room = Room()
        self._ink = ""
        self.say(text, lead)

    def say(self, text: str, lead: str = "") -> None:
        """Shows the text, after its bold first words."""
        self._said = (text, lead)
        self._write()

    @property
    def plain(self) -> str:
        """What it says, without its first words."""
        return self._said[0]

    def _write(self) -> None:
        self._asked = False
        room = self._room.of(self.contentsRect().width())
        inside, tight = self._markup(room)
        self._room.note(room, tight)
        style = f"line-height:135%; margin:0; font-weight:400{f'; color:{self._ink}' if self._ink else ''}"
        shown = f'<p style="{style}">{inside}</p>' if inside else ""
        if shown != self.text():
            self.setText(shown)

    def _markup(self, room: int) -> tuple[str, bool]:
        """What it says, escaped, for this room; and whether a word had to be broken."""
        bold = self._bold()
        text, lead = broken(self._said[0], self.font(), room), broken(self._said[1], bold, room)
        first = f"<b>{escape(lead)}</b> " if lead else ""
        return f"{first}{escape(text)}", (text, lead) != self._said

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.Bold)
        return bold

    def show_ink(self, colour: str) -> None:
        """Gives the words another colour than the theme's: a palette doesn't reach words to select."""
        self._ink = colour
        self._write()

    @override
    def minimumSizeHint(self) -> QSize:
        return _narrower(super().minimumSizeHint())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._write)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy"), self._copy).setEnabled(self.hasSelectedText())
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        """What is copied has no breaks in it: an address stays an address."""
        QGuiApplication.clipboard().setText(self.selectedText().replace(BREAK, ""))


class Bullets(QWidget):
    """A list, with dots or numbers before its items. Keeps its labels: showing other words is quick."""

    def __init__(self, theme: Theme, *, numbered: bool = False, kind: str = "", gap: int = 6) -> None:
        super().__init__()
        self._theme = theme
        self._numbered = numbered
        self._kind = kind
        self._items: list[Words] = []
        self._ink = ""
        self._column = QVBoxLayout(self)
        self._column.setSpacing(gap)
        theme.changed.connect(self._fit)
        self._fit()

    def show_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Shows (bold first words or "", text) for each item."""
        while len(self._items) < len(items):
            item = Words(kind=self._kind)
            item.show_ink(self._ink)
            self._items.append(item)
            self._column.addWidget(item)
        for place, (item, (lead, text)) in enumerate(zip(self._items, items, strict=False), 1):
            item.say(text, lead)
            item.setAccessibleName(f"{place}. {text}" if self._numbered else "")
        for place, item in enumerate(self._items):
            item.setVisible(place < len(items))
        self.update()

    def show_ink(self, colour: str) -> None:
        """Gives dots and words another colour than the theme's text."""
        self._ink = colour
        for item in self._items:
            item.show_ink(colour)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._theme.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, item in enumerate(self._items, 1):
            if not item.isVisible():
                continue
            middle = QPointF(self._gutter() / 2, item.y() + QFontMetrics(item.font()).lineSpacing() * 0.58)
            if self.isRightToLeft():
                middle.setX(self.width() - middle.x())
            if self._numbered:
                self._paint_number(painter, middle, place)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._ink or look.tokens.text_2))
                painter.drawEllipse(middle, look.px(2.5), look.px(2.5))

    def _paint_number(self, painter: QPainter, middle: QPointF, number: int) -> None:
        look = self._theme.look
        half = self._gutter() * 0.34
        circle = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.setPen(QPen(QColor(look.tokens.edge), 2 if look.high_contrast else 1))
        painter.setBrush(QColor(look.tokens.primary_tint))
        painter.drawEllipse(circle)
        painter.setFont(font_of(look, 16))
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))

    def _gutter(self) -> int:
        return self._theme.look.px(44 if self._numbered else 20)

    def _fit(self) -> None:
        margins = (0, 0, self._gutter(), 0) if self.isRightToLeft() else (self._gutter(), 0, 0, 0)
        self._column.setContentsMargins(*margins)
        self.update()
