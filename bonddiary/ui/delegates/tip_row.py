"""Paints a row of the Tips list: drawing, name, and a line of what it may mean."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.tip_rows import RowKind, TipRow
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import cue_drawing, has_drawing, pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import font_of

Index = QModelIndex | QPersistentModelIndex
SMALL, SHELF = 14, 15
ROW, SHELF_ROW = 52, 38
DOT = " · "


class TipDelegate(QStyledItemDelegate):
    """Two lines for a cue or tip, one for a shelf's heading."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(lambda: self.sizeHintChanged.emit(QModelIndex()))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._theme.look
        row = index.data(ROW_ROLE)
        if isinstance(row, TipRow) and row.kind is RowKind.SHELF:
            return QSize(0, look.px(SHELF_ROW))
        lines = _metrics(self._theme, 16).height() + _metrics(self._theme, SMALL).height()
        return QSize(0, max(look.px(ROW), lines + look.px(10)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, TipRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.SHELF:
            self._paint_shelf(painter, option, row)
        else:
            self._paint_ground(painter, option)
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_shelf(self, painter: QPainter, option: QStyleOptionViewItem, row: TipRow) -> None:
        look = self._theme.look
        inside = option.rect.adjusted(look.px(8), 0, -look.px(8), -look.px(5))
        self._words(painter, inside, row.title, look.tokens.text_2, SHELF, option, bold=True, low=True)
        painter.setPen(QPen(QColor(look.tokens.hairline), 1))
        painter.drawLine(inside.x(), option.rect.bottom(), inside.right(), option.rect.bottom())

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens, state = self._theme.look.tokens, option.state
        body = QRectF(option.rect).adjusted(2, 2, -2, -2)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            edged = chosen and self._theme.look.high_contrast
            painter.setPen(QPen(QColor(tokens.edge), 2) if edged else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary_tint))
            painter.drawRoundedRect(body, 8, 8)
        if chosen:
            self._paint_tab(painter, body, option)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, 8, 8)

    def _paint_tab(self, painter: QPainter, body: QRectF, option: QStyleOptionViewItem) -> None:
        """The bar beside what is shown: not told by colour alone."""
        left = body.right() - 4 if option.direction is Qt.LayoutDirection.RightToLeft else body.x()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.look.tokens.primary))
        painter.drawRoundedRect(QRectF(left, body.y() + 8, 4, body.height() - 16), 2, 2)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: TipRow) -> None:
        look = self._theme.look
        inside = option.rect.adjusted(look.px(12), look.px(5), -look.px(10), -look.px(5))
        backwards = option.direction is Qt.LayoutDirection.RightToLeft
        size, gap = look.px(26), look.px(12)
        colour = look.tokens.text_2 if row.family is None else look.tokens.family[row.family]
        name = (
            row.drawing
            if has_drawing(row.drawing)
            else cue_drawing("", row.family.value if row.family else None)
        )
        picture = pixmap(name, colour, size, painter.device().devicePixelRatioF())
        left = inside.right() - size if backwards else inside.x()
        painter.drawPixmap(QPoint(left, inside.center().y() - size // 2 + 1), picture)
        words = inside.adjusted(0, 0, -(size + gap), 0) if backwards else inside.adjusted(size + gap, 0, 0, 0)
        half = words.height() * 53 // 100
        first, second = QRect(words), QRect(words)
        first.setHeight(half)
        second.setTop(words.y() + half)
        self._words(painter, first, row.title, look.tokens.text, 16, option, bold=True)
        metrics = _metrics(self._theme, SMALL)
        about = whole_parts(row.about, second.width(), metrics)
        self._words(painter, second, about, look.tokens.text_2, SMALL, option)

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        colour: str,
        size: int,
        option: QStyleOptionViewItem,
        *,
        bold: bool = False,
        low: bool = False,
    ) -> None:
        """One line, shortened where it doesn't fit."""
        font = font_of(self._theme.look, size, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        backwards = option.direction is Qt.LayoutDirection.RightToLeft
        across = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
        down = Qt.AlignmentFlag.AlignBottom if low else Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect, across | down | Qt.AlignmentFlag.AlignAbsolute, shown)


def whole_parts(words: str, width: int, metrics: QFontMetrics) -> str:
    """As many of the parts between dots as fit: one cut in the middle reads like a word of its own."""
    parts = words.split(DOT)
    for many in range(len(parts), 0, -1):
        shown = DOT.join(parts[:many]) + ("" if many == len(parts) else " …")
        if metrics.horizontalAdvance(shown) <= width:
            return shown
    return words


def _metrics(theme: Theme, size: int) -> QFontMetrics:
    return QFontMetrics(font_of(theme.look, size))
