"""A button of two texts that wrap: a tip's title, and under it why it is shown."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.look import BODY, CAPTION
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.keyed import no_shortcut
from bonddiary.ui.widgets.press import GAP, RING, TARGET, font_of, paint_plate

SIDE, SPACE = 12, 9
_WRAP = Qt.TextFlag.TextWordWrap


class TipButton(QPushButton):
    """Opens a tip."""

    def __init__(self, theme: Theme, title: str, reason: str) -> None:
        super().__init__(title)
        no_shortcut(self)
        self._theme = theme
        self._reason = reason
        self._known: dict[tuple[int, float], int] = {}
        """Heights by width and text size: layouts ask again and again."""
        self.setAccessibleDescription(reason)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        look = self._theme.look
        asked = width, look.scale
        if asked not in self._known:
            title, reason = self._heights(QRect(0, 0, width, 10_000))
            self._known[asked] = max(title + reason + 2 * look.px(SPACE) + 2 * (RING + GAP), TARGET)
        return self._known[asked]

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.look.px(420)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, TARGET)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = self._theme.look, self._theme.look.tokens
        painter = QPainter(self)
        lit = self.underMouse() or self.isDown()
        fill = tokens.primary_tint if lit else tokens.card
        paint_plate(
            painter,
            self,
            look,
            fill,
            tokens.edge if look.high_contrast or lit else tokens.hairline,
            look.px(10),
        )
        title, reason = self._heights(self.rect())
        words, under = self._beside_arrow(self.rect()), self._inside(self.rect())
        top = self.rect().center().y() - (title + reason) // 2
        start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(tokens.primary))
        painter.setFont(self._title_font())
        painter.drawText(QRect(words.x(), top, words.width(), title), start | _WRAP, self.text())
        painter.setPen(QColor(tokens.text_2))
        painter.setFont(font_of(look, CAPTION))
        painter.drawText(QRect(under.x(), top + title, under.width(), reason), start | _WRAP, self._reason)
        size = look.px(18)
        edge = look.px(SIDE) + RING + GAP
        left = edge if self.isRightToLeft() else self.width() - edge - size
        drawing = "back" if self.isRightToLeft() else "forward"
        picture = pixmap(drawing, tokens.text_2, size, self.devicePixelRatioF())
        painter.drawPixmap(left, top + (title - size) // 2 + 1, picture)

    def _inside(self, around: QRect) -> QRect:
        """Where the reason may stand, under the title and the arrow."""
        side = self._theme.look.px(SIDE) + RING + GAP
        return around.adjusted(side, 0, -side, 0)

    def _beside_arrow(self, around: QRect) -> QRect:
        """Where the title may stand."""
        arrow, inside = self._theme.look.px(18 + 10), self._inside(around)
        return inside.adjusted(*((arrow, 0, 0, 0) if self.isRightToLeft() else (0, 0, -arrow, 0)))

    def _heights(self, around: QRect) -> tuple[int, int]:
        """Of title and reason."""
        titled = QFontMetrics(self._title_font()).boundingRect(self._beside_arrow(around), _WRAP, self.text())
        letters = QFontMetrics(font_of(self._theme.look, CAPTION))
        return titled.height(), letters.boundingRect(self._inside(around), _WRAP, self._reason).height()

    def _title_font(self) -> QFont:
        return font_of(self._theme.look, BODY, QFont.Weight.DemiBold)
