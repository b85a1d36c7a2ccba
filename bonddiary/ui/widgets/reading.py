"""Things to read and walk through: text to select, buttons that wrap, a page that the keyboard scrolls."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QWidget,
)

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.keyed import no_shortcut
from bonddiary.ui.widgets.press import font_of
from bonddiary.ui.widgets.words import SELECTABLE

RING, EDGE = 3, 5


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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.setWidgetResizable(True)

    def show_part(self, part: QWidget, within: QWidget | None = None) -> None:
        """Gives a part the keyboard and puts it, or what it stands within, at the top."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        top = within or part
        self._scroll_to(top)
        QTimer.singleShot(0, top, lambda: self._scroll_to(top))  # again once words have found their height

    def lay_out(self) -> None:
        """Gives everything in it its height at once: on a busy computer it would be painted squeezed into the view first."""
        for holder in (*reversed(self._inside.findChildren(QWidget)), self._inside):
            if (layout := holder.layout()) is not None:
                layout.activate()  # from the inside outwards
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))  # else it comes after the first paint

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
        no_shortcut(self)
        self._theme = theme
        self._kind = kind
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        no_shortcut(self)

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
