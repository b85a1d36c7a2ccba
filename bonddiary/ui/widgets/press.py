"""Things to press that paint themselves: cue tiles and chips. Real Qt buttons, so keyboard and screen readers know them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QRadioButton, QSizePolicy, QWidget

from bonddiary.domain.catalog import Family
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.look import BODY, Look
from bonddiary.ui.theme.theme import Theme

RING, GAP = 3, 2
"""The focus ring and the bare strip inside it that sets it off from any fill, in pixels."""
TARGET = 44
HEIGHTS = {(True, False): 66, (True, True): 56, (False, False): 44, (False, True): 39}
"""A tile's height by (tall, short), without its ring."""
TILE_TYPE = 15


def font_of(look: Look, size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's font at one of the type sizes."""
    font = QFont()
    font.setPixelSize(look.type(size))
    font.setWeight(weight)
    return font


def paint_plate(
    painter: QPainter, button: QAbstractButton, look: Look, fill: str, edge: str, radius: float
) -> None:
    """The rounded body of a button with its edge and, when focused, its ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = 2.0 if look.high_contrast else 1.0
    body = QRectF(button.rect()).adjusted(RING + GAP, RING + GAP, -RING - GAP, -RING - GAP)
    painter.setPen(QPen(QColor(edge), line))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(body.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)
    if button.hasFocus():
        ring = QRectF(button.rect()).adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
        painter.setPen(QPen(QColor(look.tokens.focus), RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, radius + GAP + RING / 2, radius + GAP + RING / 2)


class KeyedButton(QPushButton):
    """A button whose keys may mean more than pressing it."""

    on_key: Callable[[QWidget, QKeyEvent], bool] | None = None
    """Asked first; says whether it has dealt with the key."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.on_key is None or not self.on_key(self, event):
            super().keyPressEvent(event)


class CueTile(KeyedButton):
    """A cue on the board: drawing and name on the family's tint. A press notes it."""

    def __init__(
        self, theme: Theme, key: str, name: str, family: Family, drawing: str, *, tall: bool = False
    ) -> None:
        super().__init__(name)
        self.key = key
        self._theme = theme
        self._family = family
        self._drawing = drawing
        self._tall = tall
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme.changed.connect(self.updateGeometry)

    def show_cue(self, key: str, name: str, family: Family, drawing: str) -> None:
        """Makes it the tile of another cue (the Likely now row only)."""
        self.key, self._family, self._drawing = key, family, drawing
        self.setText(name)
        self.update()

    def set_short(self, short: bool) -> None:
        """A little less high, where the window is."""
        if short != self._short:
            self._short = short
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        look = self._theme.look
        height = look.px(HEIGHTS[self._tall, self._short]) + 2 * (RING + GAP)
        return QSize(look.px(118 if self._tall else 104), max(height, TARGET + 2 * GAP))

    @override
    def minimumSizeHint(self) -> QSize:
        look = self._theme.look
        longest = max((self._metrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        beside = 0 if self._tall else look.px(24 + 6)
        return QSize(longest + beside + look.px(13) + 2 * (RING + GAP), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = self._theme.look, self._theme.look.tokens
        painter = QPainter(self)
        fill = tokens.primary_tint if self.isDown() else tokens.tint[self._family]
        lit = self.underMouse() or self.isDown()
        paint_plate(
            painter,
            self,
            look,
            fill,
            tokens.edge if lit or look.high_contrast else tokens.hairline,
            look.px(12),
        )
        inside = self.rect().adjusted(RING + GAP, RING + GAP, -RING - GAP, -RING - GAP)
        painter.setFont(self._font())
        painter.setPen(QColor(tokens.text))
        if self._tall:
            self._paint_above(painter, inside)
        else:
            self._paint_beside(painter, inside)

    def _paint_above(self, painter: QPainter, inside: QRect) -> None:
        look = self._theme.look
        words = inside.adjusted(look.px(4), 0, -look.px(4), 0)
        lines = len(_two_lines(self.text(), self._metrics(), words.width()))
        size, gap = look.px(26 if lines == 1 else 20), look.px(2)
        height = lines * self._metrics().height()
        top = inside.y() + max(look.px(2), (inside.height() - size - gap - height) // 2)
        self._paint_drawing(painter, QPoint(inside.center().x() - size // 2, top), size)
        words.setRect(words.x(), top + size + gap, words.width(), height)
        self._draw_tight(painter, words, Qt.AlignmentFlag.AlignHCenter)

    def _paint_beside(self, painter: QPainter, inside: QRect) -> None:
        look = self._theme.look
        size, side, gap = look.px(24), look.px(7), look.px(6)
        top = inside.center().y() - size // 2 + 1
        rtl = self.isRightToLeft()
        self._paint_drawing(
            painter, QPoint(inside.right() - side - size if rtl else inside.x() + side, top), size
        )
        start, end = side + size + gap, look.px(6)
        words = inside.adjusted(end, 0, -start, 0) if rtl else inside.adjusted(start, 0, -end, 0)
        across = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self._draw_tight(painter, words, across)

    def _draw_tight(self, painter: QPainter, words: QRect, across: Qt.AlignmentFlag) -> None:
        """One line in the middle, or two set a little closer than Qt would."""
        metrics = self._metrics()
        lines = _two_lines(self.text(), metrics, words.width())
        step = round(metrics.ascent() + metrics.descent() * 0.6)
        top = words.center().y() + 1 - (step * (len(lines) - 1) + metrics.height()) // 2
        for place, line in enumerate(lines):
            at = QRect(words.x(), top + place * step, words.width(), metrics.height())
            painter.drawText(
                at, across | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, line
            )

    def _paint_drawing(self, painter: QPainter, at: QPoint, size: int) -> None:
        colour = self._theme.look.tokens.family[self._family]
        painter.drawPixmap(at, pixmap(self._drawing, colour, size, self.devicePixelRatioF()))

    def _font(self) -> QFont:
        return font_of(self._theme.look, BODY if self._tall else TILE_TYPE, QFont.Weight.DemiBold)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The text in one line where it fits, else in two, the second shortened if it must be."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split()
    fits = [n for n in range(1, len(words)) if metrics.horizontalAdvance(" ".join(words[:n])) <= width]
    cut = max(fits, default=1)
    first, second = " ".join(words[:cut]), " ".join(words[cut:])
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in (first, second) if line]


class _ChipFace:
    """How a chip looks, whatever kind of button it is."""

    _theme: Theme
    _drawing: str
    _number: int

    def _init_face(self, button: QAbstractButton, theme: Theme, drawing: str) -> None:
        self._theme, self._drawing, self._number = theme, drawing, 0
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(button.updateGeometry)

    def _size(self, button: QAbstractButton) -> QSize:
        look = self._theme.look
        metrics = QFontMetrics(font_of(look, weight=QFont.Weight.DemiBold))
        drawing = look.px(20 + 6) if self._drawing else 0
        width = metrics.horizontalAdvance(self._words(button)) + drawing + 2 * look.px(13) + 2 * (RING + GAP)
        return QSize(width, max(look.px(34) + 2 * (RING + GAP), TARGET))

    def _words(self, button: QAbstractButton) -> str:
        return f"{self._number} {button.text()}" if self._number else button.text()

    def _paint(self, button: QAbstractButton) -> None:
        look, tokens = self._theme.look, self._theme.look.tokens
        painter = QPainter(button)
        on = button.isChecked() or button.isDown()
        fill = tokens.primary if on else tokens.primary_tint if button.underMouse() else tokens.card
        height = button.height() - 2 * (RING + GAP)
        paint_plate(painter, button, look, fill, tokens.primary if on else tokens.edge, height / 2)
        ink = tokens.on_primary if on else tokens.text
        font = font_of(look, weight=QFont.Weight.DemiBold if on else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        inside = button.rect().adjusted(RING + GAP + look.px(13), 0, -RING - GAP - look.px(13), 0)
        size = look.px(20) if self._drawing else 0
        width = QFontMetrics(font).horizontalAdvance(self._words(button)) + (size + look.px(6) if size else 0)
        left = inside.x() + max(0, (inside.width() - width) // 2)
        if size:
            rtl = button.isRightToLeft()
            x = inside.right() - (left - inside.x()) - size if rtl else left
            picture = pixmap(self._drawing, ink, size, button.devicePixelRatioF())
            painter.drawPixmap(QPoint(x, button.rect().center().y() - size // 2 + 1), picture)
            inside = (
                inside.adjusted(0, 0, -(size + look.px(6)), 0)
                if rtl
                else inside.adjusted(size + look.px(6), 0, 0, 0)
            )
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self._words(button))


class CheckChip(QCheckBox, _ChipFace):
    """One of several that may be on; `number` shows in which order they were chosen."""

    def __init__(self, theme: Theme, text: str, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._init_face(self, theme, drawing)

    def show_number(self, number: int) -> None:
        """The place in the order chosen, from 1; 0 shows none."""
        self._number = number
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._size(self)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self)


class RadioChip(QRadioButton, _ChipFace):
    """One of several of which at most one is on."""

    def __init__(self, theme: Theme, text: str, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._init_face(self, theme, drawing)

    def show_checked(self, checked: bool) -> None:
        """Shows whether it is on. Among chips of one parent at most one is; unlike Qt's own, none may be."""
        self.setAutoExclusive(False)
        self.setChecked(checked)
        self.setAutoExclusive(True)  # screen readers then call it a radio button

    @override
    def sizeHint(self) -> QSize:
        return self._size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._size(self)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self)


class PushChip(KeyedButton, _ChipFace):
    """A chip that does something once: More…, a menu, an action."""

    def __init__(self, theme: Theme, text: str, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._init_face(self, theme, drawing)

    @override
    def sizeHint(self) -> QSize:
        return self._size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._size(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self)
