"""Words to read: headings to jump between, paragraphs to select, lists, buttons that wrap, a scroll."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import font_of

RING, EDGE = 3, 5
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_KEPT: list[QAccessibleInterface] = []
"""Qt holds these without owning them: a collected one would leave it a dead pointer."""


class Heading(QLabel):
    """A heading of one of three ranks: title, section, strong. It takes the focus when a link jumps to it."""

    def __init__(self, text: str = "", kind: str = "section") -> None:
        super().__init__(text)
        _install_headings()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(True)


class _HeadingAccess(QAccessibleWidget):
    def __init__(self, heading: Heading) -> None:
        super().__init__(heading, QAccessible.Role.Heading)

    @override
    def text(self, kind: QAccessible.Text) -> str:
        widget = self.widget()
        if kind is not QAccessible.Text.Name or not isinstance(widget, Heading):
            return ""
        return widget.accessibleName() or widget.text()


def _access(_class: str, made: QObject) -> QAccessibleInterface | None:
    if not isinstance(made, Heading):
        return None
    access = _HeadingAccess(made)
    _KEPT.append(access)
    return access


_installed: list[bool] = []


def _install_headings() -> None:
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_access)


class Words(QLabel):
    """A paragraph with room between its lines. What it is given is escaped: never read as markup."""

    def __init__(self, text: str = "", kind: str = "", lead: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(SELECTABLE)
        self.setWordWrap(True)
        self.setProperty("kind", kind)
        self._said = (text, lead)
        self._ink = ""
        self.say(text, lead)

    def say(self, text: str, lead: str = "") -> None:
        """Shows the text, after its bold first words."""
        self._said = (text, lead)
        first = f"<b>{escape(lead)}</b> " if lead else ""
        style = f"line-height:135%; margin:0; font-weight:400{f'; color:{self._ink}' if self._ink else ''}"
        self.setText(f'<p style="{style}">{first}{escape(text)}</p>' if text or lead else "")

    def show_ink(self, colour: str) -> None:
        """Gives the words another colour than the theme's: a palette doesn't reach words to select."""
        self._ink = colour
        self.say(*self._said)


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


class Selectable(QTextBrowser):
    """Lines as one text that the keyboard can walk and select. Long addresses break; nothing opens."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "inside")
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(SELECTABLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def say(self, text: str) -> None:
        """Shows plain text."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 2 * self.frameWidth() + 4)


class Reading(QScrollArea):
    """A page to read: the keyboard scrolls it, and it shows when it has the keyboard."""

    def __init__(self, theme: Theme, inside: QWidget, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._inside = inside
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(RING, RING, RING, RING)
        self.setWidget(inside)
        self.setWidgetResizable(True)

    def show_part(self, part: QWidget, within: QWidget | None = None) -> None:
        """Gives a part the keyboard and puts it, or what it stands within, at the top."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        top = within or part
        self._scroll_to(top)
        QTimer.singleShot(0, top, lambda: self._scroll_to(top))  # again once words have found their height

    def to_top(self) -> None:
        """Scrolls back to the start."""
        self.verticalScrollBar().setValue(0)

    def _scroll_to(self, part: QWidget) -> None:
        inside = self._inside
        if (layout := inside.layout()) is not None:
            layout.activate()
        self.verticalScrollBar().setValue(part.mapTo(inside, part.rect().topLeft()).y() - 8)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.Paint and self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._theme.look.tokens.focus), RING - 1))
            painter.drawRect(QRectF(self.viewport().geometry()).adjusted(-2, -2, 1, 1))
        return done


class WordButton(QPushButton):
    """A button whose words wrap like any others, so that it fits a small window at any text size.

    Kinds: link (underlined), plain (an outline), primary (filled).
    """

    def __init__(self, theme: Theme, text: str = "", kind: str = "link") -> None:
        super().__init__(text)
        self._theme = theme
        self._kind = kind
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        inside = QRect(0, 0, max(1, width - 2 * self._side()), 10_000)
        high = QFontMetrics(self._font()).boundingRect(inside, Qt.TextFlag.TextWordWrap, self.text()).height()
        return max(self._theme.look.px(44 if self._kind == "primary" else 34), high + 2 * EDGE)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + 2 * self._side() + 2
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest + 2 * self._side() + 2, self._theme.look.px(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        fill = tokens.primary if self._kind == "primary" else tokens.primary_tint if lit else "transparent"
        edge = (
            "transparent"
            if self._kind == "link"
            else tokens.primary
            if self._kind == "primary"
            else tokens.edge
        )
        radius = EDGE + 1 if self._kind == "link" else min(self.height(), self._theme.look.px(44)) / 2 - 3
        painter.setPen(QPen(QColor(edge), 2 if self._theme.look.high_contrast else 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius + 3, radius + 3)
        painter.setFont(self._font())
        ink = {"primary": tokens.on_primary, "plain": tokens.text}.get(self._kind, tokens.primary)
        painter.setPen(QColor(ink))
        painter.drawText(self.rect().adjusted(self._side(), 0, -self._side(), 0), self._flags(), self.text())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(
            self.heightForWidth(self.width())
        )  # for layouts that don't ask for it, such as a flow

    def _flags(self) -> int:
        across = Qt.AlignmentFlag.AlignHCenter
        if self._kind == "link":
            across = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        return int(flags.value) | int(Qt.TextFlag.TextWordWrap.value)

    def _side(self) -> int:
        return EDGE if self._kind == "link" else self._theme.look.px(16)

    def _font(self) -> QFont:
        weight = QFont.Weight.Normal if self._kind == "plain" else QFont.Weight.DemiBold
        font = font_of(self._theme.look, weight=weight)
        font.setUnderline(self._kind == "link")
        return font
