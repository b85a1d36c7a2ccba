"""Paints a row of the list of all cues; the first of a family has the family's name above it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import font_of

HEADING_ROLE = Qt.ItemDataRole.UserRole + 1
"""The family's name, on its first row; blank on the others."""
ROW, HEADING = 44, 34


class CueRowDelegate(QStyledItemDelegate):
    """The heading is drawn with a row, so that every row of the list is a cue to choose."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._theme.look
        if heading := index.data(HEADING_ROLE):
            painter.save()
            above = option.rect.adjusted(look.px(8), 0, -look.px(8), 0)
            above.setHeight(look.px(HEADING))
            painter.setFont(font_of(look, 15, QFont.Weight.DemiBold))
            painter.setPen(QColor(look.tokens.text_2))
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
            painter.drawText(above.adjusted(0, 0, 0, -look.px(5)), flags, heading)
            painter.setPen(QPen(QColor(look.tokens.hairline), 1))
            painter.drawLine(above.bottomLeft(), above.bottomRight())
            painter.restore()
            option.rect.setTop(above.bottom() + 1)
        super().paint(painter, option, index)
