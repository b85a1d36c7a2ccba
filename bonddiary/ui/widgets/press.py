"""Things to press that paint themselves: cue tiles and chips. Real Qt buttons, so keyboard and screen readers know them."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from bonddiary.domain.catalog import Family
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.look import BODY
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.chip_face import ChipFace
from bonddiary.ui.widgets.keyed import KeyedButton, no_shortcut
from bonddiary.ui.widgets.letters import Letters, letters
from bonddiary.ui.widgets.lines import halves, halves_width
from bonddiary.ui.widgets.plate import GAP, RING, TARGET, font_of, paint_plate

__all__ = [
    "GAP",
    "RING",
    "TARGET",
    "CheckChip",
    "CueTile",
    "KeyedButton",
    "PushChip",
    "RadioChip",
    "font_of",
    "paint_plate",
]

HEIGHTS = {(True, False): 66, (True, True): 56, (False, False): 44, (False, True): 39}
"""A tile's height by (tall, short), without its ring."""
SECOND = 8
"""So much higher is a tall one for the second line of a name."""
TILE_TYPE, TIGHT_TYPES = 15, (14, 13, 12)
"""Type sizes on a tile: the usual one, and those for a window that is too small for it."""

MOST_WIDE = 150
"""What a name may ask for, in units of the text size: wider than any of content's."""


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
        self._short = self._tight = self._two = False
        """`_two`: its name stands in two lines under the drawing, which it would leave no room."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme.changed.connect(self.updateGeometry)

    def show_cue(self, key: str, name: str, family: Family, drawing: str) -> None:
        """Makes it the tile of another cue (Likely now, and where the parent arranged the board)."""
        if (key, name, family, drawing) != (self.key, self.text(), self._family, self._drawing):
            self.key, self._family, self._drawing = key, family, drawing
            self.setText(name)
            self._look_for_two()
            self.updateGeometry()
            self.update()

    def arrange(self, *, tall: bool, short: bool, tight: bool = False) -> None:
        """The drawing above the name or beside it; less high; in smaller type where the window is very narrow."""
        if (tall, short, tight) != (self._tall, self._short, self._tight):
            self._tall, self._short, self._tight = tall, short, tight
            self._look_for_two()
            self.updateGeometry()

    def least_width(self, *, tall: bool, tight: bool = False) -> int:
        """The width at which two lines hold the name. A parent's very long word takes no room from other tiles."""
        look = self._theme.look
        around = look.px(8) if tall else look.px(7 + 24 + 6 + 6)
        size = TIGHT_TYPES[-1] if tight else BODY if tall else TILE_TYPE
        words = min(halves_width(self.text(), self._sized(size)), look.px(MOST_WIDE))
        return words + around + 2 * (RING + GAP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_for_two()

    def _look_for_two(self) -> None:
        words = self.width() - 2 * (RING + GAP) - 2 * self._theme.look.px(4)
        two = self._tall and len(_two_lines(self.text(), self._letters(), words)) > 1
        if two is not self._two:
            self._two = two
            self.updateGeometry()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its second click is the habit of a hand, not a second cue."""
        event.accept()

    @override
    def sizeHint(self) -> QSize:
        look = self._theme.look
        height = look.px(HEIGHTS[self._tall, self._short and not self._two] + SECOND * self._two) + 2 * (
            RING + GAP
        )
        return QSize(look.px(118 if self._tall else 104), max(height, TARGET + 2 * GAP))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.least_width(tall=self._tall, tight=self._tight), self.sizeHint().height())

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
        painter.setFont(self._letters().font)
        painter.setPen(QColor(tokens.text))
        if self._tall:
            self._paint_above(painter, inside)
        else:
            self._paint_beside(painter, inside)

    def _paint_above(self, painter: QPainter, inside: QRect) -> None:
        drawing, words = self._place_above(inside)
        self._paint_drawing(painter, drawing.topLeft(), drawing.width())
        self._draw_tight(painter, words, Qt.AlignmentFlag.AlignHCenter)

    def _place_above(self, inside: QRect) -> tuple[QRect, QRect]:
        """Where the drawing and the words under it stand; two lines of large type leave a smaller drawing its room."""
        look, drawn = self._theme.look, self._letters()
        words = inside.adjusted(look.px(4), 0, -look.px(4), 0)
        lines, gap = len(_two_lines(self.text(), drawn, words.width())), look.px(2)
        height = drawn.height + (lines - 1) * _step(drawn)
        size = max(4 * gap, min(look.px(26 if lines == 1 else 24), inside.height() - height - 3 * gap))
        top = inside.y() + (inside.height() - size - gap - height) // 2
        words.setRect(words.x(), top + size + gap, words.width(), height)
        return QRect(inside.center().x() - size // 2, top, size, size), words

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
        drawn = self._letters()
        metrics = drawn.metrics
        lines = _two_lines(self.text(), drawn, words.width())
        step = _step(drawn)
        top = words.center().y() + 1 - (step * (len(lines) - 1) + metrics.height()) // 2
        for place, line in enumerate(lines):
            at = QRect(words.x(), top + place * step, words.width(), metrics.height())
            painter.drawText(
                at, across | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, line
            )

    def _paint_drawing(self, painter: QPainter, at: QPoint, size: int) -> None:
        colour = self._theme.look.tokens.family[self._family]
        painter.drawPixmap(at, pixmap(self._drawing, colour, size, self.devicePixelRatioF()))

    def _letters(self) -> Letters:
        usual = BODY if self._tall else TILE_TYPE
        look = self._theme.look
        around = look.px(8) if self._tall else look.px(7 + 24 + 6 + 6)
        room = self.width() - around - 2 * (RING + GAP)
        for size in (usual, *TIGHT_TYPES) if self._tight else ():
            sized = self._sized(size)
            if halves_width(self.text(), sized) <= room:
                return sized
        return self._sized(TIGHT_TYPES[-1] if self._tight else usual)

    def _sized(self, size: int) -> Letters:
        return letters(self._theme.look, size, QFont.Weight.DemiBold)


def _step(drawn: Letters) -> int:
    """From a line of a name to the next."""
    return round(drawn.metrics.ascent() + drawn.metrics.descent() * 0.6)


def _two_lines(text: str, drawn: Letters, width: int) -> list[str]:
    """The text in one line or two; what even two can't hold is shortened."""
    lines = halves(text, drawn, width)
    return [
        line
        if drawn.advance(line) <= width
        else drawn.metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
        for line in lines
    ]


class CheckChip(QCheckBox, ChipFace):
    """One of several that may be on; `number` shows in which order they were chosen."""

    def __init__(self, theme: Theme, text: str, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._init_face(self, theme, drawing)
        no_shortcut(self)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        no_shortcut(self)

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
        return self._least(self)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._high(self, width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._enter(self, event):
            super().keyPressEvent(event)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self)


class RadioChip(QRadioButton, ChipFace):
    """One of several of which at most one is on."""

    def __init__(self, theme: Theme, text: str, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._init_face(self, theme, drawing)
        no_shortcut(self)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        no_shortcut(self)

    def show_checked(self, checked: bool) -> None:
        """Shows whether it is on. Among chips of one parent at most one is; unlike Qt's own, none may be."""
        self.setAutoExclusive(False)
        self.setChecked(checked)
        self.setAutoExclusive(True)  # screen readers then call it a radio button
        if checked:
            self._take_stop()

    def _take_stop(self) -> None:
        """Tab comes to the chip that is on; Qt would leave the stop where the keyboard was last."""
        parent = self.parentWidget()
        beside = parent.children() if parent is not None else [self]
        for chip in beside:
            if isinstance(chip, RadioChip):
                policy = Qt.FocusPolicy.StrongFocus if chip is self else Qt.FocusPolicy.ClickFocus
                chip.setFocusPolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return self._size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._least(self)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._high(self, width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._enter(self, event):
            super().keyPressEvent(event)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self)


class PushChip(KeyedButton, ChipFace):
    """A chip that does something once: More…, a menu, an action."""

    def __init__(self, theme: Theme, text: str, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._init_face(self, theme, drawing)

    @override
    def sizeHint(self) -> QSize:
        return self._size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._least(self)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._high(self, width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(self)
