"""What everything to press is painted on: a rounded body, its edge, its focus ring; and its type."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from bonddiary.ui.theme.look import BODY, Look

RING, GAP = 3, 2
"""The focus ring and the bare strip inside it that sets it off from any fill, in pixels."""
TARGET = 44


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
