"""A picture of one chart that the keyboard can walk through and a screen reader can read."""

from textwrap import fill

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QScrollArea, QToolTip

from bonddiary.charts.alt_text import alt_text
from bonddiary.charts.spec import ChartModel, Hit, HitKind
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.chart_role import announce_as_chart
from bonddiary.ui.widgets.drawn_chart import DrawnChart
from bonddiary.ui.widgets.hit_cursor import HitCursor
from bonddiary.ui.widgets.plain import plain_tip

RING, HALO = 3.0, 1.0
"""The cursor's ring, and the bare strip on either side that sets it off from any mark."""
NEAR = 7.0
"""A pointer this near to a mark, in pixels, means that mark."""
AROUND = QSize(40, 64)
"""What a tip takes around its words, with the strip that Qt leaves between it and its place."""


class ChartCanvas(DrawnChart):
    """Arrow keys step through the marks; Enter and a click open what they stand for."""

    moment_opened = Signal(str)
    """The id of the moment whose mark was chosen."""
    table_asked = Signal()
    """Enter without a mark chosen."""
    menu_asked = Signal(QPoint)
    """At a place on the screen."""

    def __init__(self, theme: Theme, jobs: Jobs | None = None) -> None:
        super().__init__(theme, jobs)
        announce_as_chart(ChartCanvas.__name__)
        self.cursor_in_hits = HitCursor()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def rect_of(self, hit: Hit) -> QRectF:
        """Where a hit is in the widget."""
        width, height = self._size()
        return QRectF(
            hit.x0 * width, (1 - hit.y1) * height, (hit.x1 - hit.x0) * width, (hit.y1 - hit.y0) * height
        )

    def hit_at(self, at: QPointF) -> Hit | None:
        """What a point of the widget means: a mark near it, or else what lies under it."""
        near = [(_apart(self.rect_of(hit), at), hit) for hit in self.hits if hit.kind is HitKind.MARK]
        apart, mark = min(near, key=lambda each: each[0], default=(NEAR + 1, None))
        if mark is not None and apart <= NEAR:
            return mark
        width, height = self._size()
        return self._hits.at(at.x() / width, 1 - at.y() / height) if width and height else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_cursor(painter)

    def _paint_cursor(self, painter: QPainter) -> None:
        hit, tokens = self.cursor_in_hits.hit, self._theme.look.tokens
        inside = QRectF(self.rect()).adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
        around = (
            inside
            if hit is None
            else self.rect_of(hit).adjusted(-RING, -RING, RING, RING).intersected(inside)
        )
        for colour, width in ((tokens.card, RING + 2 * HALO), (tokens.focus, RING)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRoundedRect(around, 6, 6)

    @override
    def _tell_model(self, model: ChartModel) -> None:
        self.setAccessibleName(model.title)
        self._describe()

    @override
    def _on_hits(self) -> None:
        self.cursor_in_hits.show(self.hits)
        self._describe()

    # Keyboard and pointer

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor, key = self.cursor_in_hits, event.key()
        onward = -1 if self.isRightToLeft() else 1
        steps = {
            Qt.Key.Key_Right: lambda: cursor.step(onward),
            Qt.Key.Key_Left: lambda: cursor.step(-onward),
            Qt.Key.Key_Down: lambda: cursor.step_line(1),
            Qt.Key.Key_Up: lambda: cursor.step_line(-1),
            Qt.Key.Key_Home: lambda: cursor.step_to_end(False),
            Qt.Key.Key_End: lambda: cursor.step_to_end(True),
        }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in steps and steps[Qt.Key(key)]():
            self._tell()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape and cursor.leave():
            QToolTip.hideText()
            self._describe()
            self.update()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self.hit_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or hit is None:
            super().mousePressEvent(event)
            return
        self.cursor_in_hits.stand_on(hit)
        self._tell()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self.hit_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and hit is not None and hit is self.cursor_in_hits.hit:
            self._open(hit)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        hit = self.cursor_in_hits.hit
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        part = self.rect_of(hit).center().toPoint() if hit and by_key else event.pos()
        self.menu_asked.emit(self.mapToGlobal(part))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self.hit_at(event.position())
        opens = hit is not None and hit.target is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self.hit_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._lines(hit.words) if hit else "", self)
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _enter(self) -> None:
        hit = self.cursor_in_hits.hit
        if hit is None:
            self.table_asked.emit()
        else:
            self._open(hit)

    def _open(self, hit: Hit) -> None:
        if hit.target is not None:
            self.moment_opened.emit(hit.target)

    def _tell(self) -> None:
        """Shows where the cursor is and says what is there."""
        hit = self.cursor_in_hits.hit
        assert hit is not None
        self.update()
        self._describe()
        announce(self, hit.words)
        part = self.rect_of(hit).toAlignedRect()
        self._scroll_to(part)
        self._show_tip(part, self._lines(hit.words))  # for those who see

    def _show_tip(self, part: QRect, words: str) -> None:
        """Under a part, or over it where the pointer rests below: Qt takes away a tip that comes under the pointer."""
        needed = self.fontMetrics().boundingRect(QRect(0, 0, 10_000, 10_000), 0, words).size()
        under = QRect(part.bottomLeft(), needed + AROUND)
        if under.contains(self.mapFromGlobal(QCursor.pos())):
            under.moveBottomLeft(part.topLeft() - QPoint(0, AROUND.height() // 2))
        QToolTip.showText(self.mapToGlobal(under.topLeft()), words, self)

    def _lines(self, words: str) -> str:
        """A tip's words in lines that the window is wide enough for; Qt would leave them in one."""
        letters = self.window().width() * 9 // 10 // self.fontMetrics().averageCharWidth()
        return plain_tip(fill(words, max(letters, 20)))

    def _describe(self) -> None:
        hit = self.cursor_in_hits.hit
        self.setAccessibleDescription(hit.words if hit else alt_text(self._model) if self._model else "")

    def _scroll_to(self, part: QRect) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None:
            at = self.mapTo(inside, part.center())
            around.ensureVisible(at.x(), at.y(), 0, part.height() // 2 + 24)


def _apart(box: QRectF, at: QPointF) -> float:
    across = max(box.left() - at.x(), 0.0, at.x() - box.right())
    down = max(box.top() - at.y(), 0.0, at.y() - box.bottom())
    return max(across, down)
