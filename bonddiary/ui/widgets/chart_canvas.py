"""A picture of one chart that the keyboard can walk through and a screen reader can read."""

import logging
from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from bonddiary.charts.alt_text import alt_text
from bonddiary.charts.registry import CHARTS
from bonddiary.charts.render import LOCK
from bonddiary.charts.spec import ChartModel, Drawn, Hit, HitKind
from bonddiary.charts.style import ChartStyle
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.look import Look
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.chart_role import announce_as_chart
from bonddiary.ui.widgets.hit_cursor import HitCursor

DPI = 100
"""Logical pixels to the inch of a figure; the screen's pixel ratio multiplies it."""
RING, HALO = 3.0, 1.0
"""The cursor's ring, and the bare strip on either side that sets it off from any mark."""
NEAR = 7.0
"""A pointer this near to a mark, in pixels, means that mark."""
LEAST = 240


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a picture depends on besides its model: when it is the same, nothing is drawn anew."""

    width: int
    height: int
    ratio: float
    look: Look
    rtl: bool


class ChartCanvas(QWidget):
    """Draws a chart's figure into an image and shows it. Arrow keys step through the marks."""

    moment_opened = Signal(str)
    """The id of the moment whose mark was chosen."""
    table_asked = Signal()
    """Enter without a mark chosen."""
    drawn = Signal()
    drawing_failed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        announce_as_chart(ChartCanvas.__name__)
        self._theme = theme
        self._model: ChartModel | None = None
        self._figure = Figure(dpi=DPI)
        self._canvas = FigureCanvasAgg(self._figure)
        self._image = QImage()
        self._hits = Drawn(())
        self._shown: tuple[ChartModel, _Wanted] | None = None
        self._height: tuple[tuple[ChartModel, int, float], int] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # fires once the layout has settled
        self._soon.timeout.connect(self._redraw)
        self.cursor_in_hits = HitCursor()
        self.redraws = 0  # what benchmarks and tests count
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self._on_theme)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The parts of the picture that can be stepped to, in reading order."""
        return self._hits.hits

    def show_chart(self, model: ChartModel) -> None:
        """Shows a chart, drawn in the next turn of the event loop."""
        self._model = model
        self._height = None
        self.setAccessibleName(model.title)
        self._describe()
        self.updateGeometry()
        self._ask()

    def draw_again(self) -> None:
        """Tries once more after a failure."""
        self._shown = None
        self._ask()

    def rect_of(self, hit: Hit) -> QRectF:
        """Where a hit is in the widget."""
        width, height = self._size()
        return QRectF(
            hit.x0 * width, (1 - hit.y1) * height, (hit.x1 - hit.x0) * width, (hit.y1 - hit.y0) * height
        )

    def hit_at(self, at: QPointF) -> Hit | None:
        """What a point of the widget means: a mark near it, or else what lies under it."""
        near = [(self._apart(hit, at), hit) for hit in self.hits if hit.kind is HitKind.MARK]
        apart, mark = min(near, key=lambda each: each[0], default=(NEAR + 1, None))
        if mark is not None and apart <= NEAR:
            return mark
        width, height = self._size()
        return self._hits.at(at.x() / width, 1 - at.y() / height) if width and height else None

    # Size

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if self._model is None:
            return 0
        scale = self._scale(width)
        asked = (self._model, width, scale)
        if self._height is None or self._height[0][1:] != asked[1:] or self._height[0][0] is not self._model:
            self._height = asked, CHARTS[self._model.key].height(self._model, max(width, LEAST), scale)
        return self._height[1]

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), LEAST)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._ask()

    # Drawing

    def _ask(self) -> None:
        """However often it is asked for, a picture is drawn once in a turn of the event loop."""
        self._soon.start()

    def _redraw(self) -> None:
        model, wanted = self._model, self._wanted()
        if model is None or not self.isVisible() or wanted.width < 1 or wanted.height < 1:
            return
        if self._shown is not None and self._shown[0] is model and self._shown[1] == wanted:
            return
        self._shown = model, wanted
        try:
            self._draw(model, wanted)
        except Exception:  # whatever goes wrong in a picture, its words and table stay
            logging.getLogger(__name__).exception("a picture could not be drawn: %s", model.key)
            self._image, self._hits = QImage(), Drawn(())
            self.cursor_in_hits.show(())
            self.drawing_failed.emit()
            return
        self.cursor_in_hits.show(self.hits)
        self._describe()
        self.update()
        self.drawn.emit()

    def _draw(self, model: ChartModel, wanted: _Wanted) -> None:
        look = wanted.look
        style = ChartStyle(look.tokens, scale=self._scale(wanted.width), dpi=DPI, rtl=wanted.rtl)
        with LOCK:
            self._figure.set_dpi(DPI * wanted.ratio)
            self._figure.set_size_inches(wanted.width / DPI, wanted.height / DPI)
            self._hits = CHARTS[model.key].draw(self._figure, model, style)
            self._canvas.draw()
            pixels = self._canvas.buffer_rgba()
        height, width = pixels.shape[:2]
        # The image looks at the canvas's own pixels: no copy. The canvas outlives it.
        self._image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBX8888)
        self._image.setDevicePixelRatio(wanted.ratio)
        self.redraws += 1

    def _wanted(self) -> _Wanted:
        return _Wanted(*self._size(), self.devicePixelRatioF(), self._theme.look, self.isRightToLeft())

    def _scale(self, width: int) -> float:
        """The text scale, as far as a picture this narrow has room for it; words and table have all of it."""
        look = self._theme.look.scale
        return min(look, max(1.0, width / LEAST))

    def _size(self) -> tuple[int, int]:
        return self.width(), self.height()

    def _on_theme(self) -> None:
        self._height = None
        self.updateGeometry()
        self._ask()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._image.isNull():
            painter.drawImage(0, 0, self._image)
        if self._shown is not None and self._shown[1].ratio != self.devicePixelRatioF():
            self._ask()
        if self.hasFocus():
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
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self.hit_at(event.position())
        opens = hit is not None and hit.target is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self.hit_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), hit.words if hit else "", self)
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
        QToolTip.showText(self.mapToGlobal(part.bottomLeft()), hit.words, self)  # for those who see

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

    def _apart(self, hit: Hit, at: QPointF) -> float:
        box = self.rect_of(hit)
        across = max(box.left() - at.x(), 0.0, at.x() - box.right())
        down = max(box.top() - at.y(), 0.0, at.y() - box.bottom())
        return max(across, down)
