"""Paints an entry: drawing, name and time, and beneath them what was tried and what happened next."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import cue_drawing, has_drawing, pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_badge import DOT, paint_dot
from bonddiary.ui.widgets.letters import letters
from bonddiary.ui.widgets.lines import wrapped
from bonddiary.ui.widgets.press import font_of

Index = QModelIndex | QPersistentModelIndex
SMALL = 14


class EntryDelegate(QStyledItemDelegate):
    """Two lines for a narrow list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(lambda: self.sizeHintChanged.emit(QModelIndex()))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.look.px(52))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, EntryRow):
            painter.save()
            self.paint_back(painter, option)
            self.paint_entry(painter, option.rect, row, option.direction)
            painter.restore()

    def paint_back(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The selected or pointed-at row's ground, and the ring of the row that has the keyboard."""
        tokens, state = self._theme.look.tokens, option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary_tint))
            painter.drawRoundedRect(body, 8, 8)
        self.paint_ring(painter, option)

    def paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The ring of the row that has the keyboard."""
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.look.tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 8, 8)

    def paint_entry(
        self, painter: QPainter, rect: QRect, row: EntryRow, direction: Qt.LayoutDirection
    ) -> None:
        """The name in the first line; time, what was tried and what came next in the second."""
        look = self._theme.look
        inside = self._with_drawing(
            painter, rect.adjusted(look.px(8), look.px(4), -look.px(8), -look.px(4)), row, direction
        )
        half = inside.height() // 2
        first = QRect(inside.x(), inside.y(), inside.width(), half)
        second = QRect(inside.x(), inside.y() + half, inside.width(), half)
        self._text(painter, first, row.title, look.tokens.text, 16, direction, bold=row.family is not None)
        before = " · ".join(part for part in (row.time, row.tried) if part)
        after = row.outcome or row.note
        used = self._text(
            painter, second, f"{before} · " if after else before, look.tokens.text_2, SMALL, direction
        )
        rest = (
            second.adjusted(used, 0, 0, 0)
            if direction is Qt.LayoutDirection.LeftToRight
            else second.adjusted(0, 0, -used, 0)
        )
        if after:
            self._with_mark(painter, rest, row, after, direction)

    def _with_drawing(
        self, painter: QPainter, inside: QRect, row: EntryRow, direction: Qt.LayoutDirection
    ) -> QRect:
        look = self._theme.look
        size = look.px(24)
        colour = look.tokens.text_2 if row.family is None else look.tokens.family[row.family]
        name = (
            row.drawing
            if has_drawing(row.drawing)
            else cue_drawing("", row.family.value if row.family else None)
        )
        left = inside.x() if direction is Qt.LayoutDirection.LeftToRight else inside.right() - size
        ratio = painter.device().devicePixelRatioF()
        away, top = size + look.px(10), inside.center().y() - size // 2 + 1
        if row.baby is not None:  # under the drawing where there is room, so that words have the line
            dot, ltr = look.px(DOT), direction is Qt.LayoutDirection.LeftToRight
            at = QRect(left + away if ltr else left - look.px(10) - dot, top + (size - dot) // 2, dot, dot)
            if inside.height() >= size + dot:
                top -= dot // 2
                at.moveTo(left + (size - dot) // 2, top + size)
            else:
                away += dot + look.px(6)
            paint_dot(painter, at, row.baby, look)
        painter.drawPixmap(QPoint(left, top), pixmap(name, colour, size, ratio))
        return (
            inside.adjusted(away, 0, 0, 0)
            if direction is Qt.LayoutDirection.LeftToRight
            else inside.adjusted(0, 0, -away, 0)
        )

    def _with_mark(
        self, painter: QPainter, rect: QRect, row: EntryRow, words: str, direction: Qt.LayoutDirection
    ) -> None:
        look = self._theme.look
        if row.mark is not None:
            size = look.px(14)
            left = rect.x() if direction is Qt.LayoutDirection.LeftToRight else rect.right() - size
            picture = pixmap(
                f"mark-{row.mark.value}", look.tokens.text_2, size, painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(QPoint(left, rect.center().y() - size // 2 + 1), picture)
            away = size + look.px(5)
            rect = (
                rect.adjusted(away, 0, 0, 0)
                if direction is Qt.LayoutDirection.LeftToRight
                else rect.adjusted(0, 0, -away, 0)
            )
        self._words(painter, rect, words, look.tokens.text_2, SMALL, direction)

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        colour: str,
        size: int,
        direction: Qt.LayoutDirection,
        *,
        bold: bool = False,
    ) -> None:
        """Draws words in one line, or where that is too short in one or two of smaller type, if the height allows two."""
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        one, two = (letters(self._theme.look, each, weight) for each in (size, min(size - 1, SMALL)))
        if one.advance(words) > rect.width() and 2 * two.height <= rect.height():
            lines = wrapped(words, two, rect.width())
            if len(lines) <= 2 and all(two.advance(line) <= rect.width() for line in lines):
                top = rect.y() + (rect.height() - len(lines) * two.height) // 2
                for place, line in enumerate(lines):
                    at = QRect(rect.x(), top + place * two.height, rect.width(), two.height)
                    self._text(painter, at, line, colour, min(size - 1, SMALL), direction, bold=bold)
                return
        self._text(painter, rect, words, colour, size, direction, bold=bold)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        colour: str,
        size: int,
        direction: Qt.LayoutDirection,
        *,
        bold: bool = False,
    ) -> int:
        """Draws one line of words, shortened where they don't fit, and returns their width."""
        font = font_of(self._theme.look, size, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        right = direction is Qt.LayoutDirection.RightToLeft
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect, across | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)
        return metrics.horizontalAdvance(shown)
