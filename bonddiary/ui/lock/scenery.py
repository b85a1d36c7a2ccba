"""The quiet picture behind the lock screen: a low light over hills, in the theme's own colours. It says nothing of a baby."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from bonddiary.ui.theme.look import Look

HILLS = ((0.80, 0.07, 0.15), (0.87, 0.05, 0.62), (0.93, 0.045, 0.33))
"""Of each hill, back to front: where its line lies, how high it swings, where it begins to rise, in parts of the window."""
STRENGTHS = (0.35, 0.6, 1.0)


def paint_scenery(painter: QPainter, room: QRectF, look: Look) -> None:
    """Paints sky and hills. In high contrast there is the page alone."""
    tokens = look.tokens
    page, tint = QColor(tokens.page), QColor(tokens.primary_tint)
    painter.fillRect(room, page)
    if look.high_contrast:
        return
    sky = QLinearGradient(room.topLeft(), QPointF(room.left(), room.top() + room.height() * 0.9))
    sky.setColorAt(0.0, page)
    sky.setColorAt(1.0, _between(page, tint, 0.45))
    painter.fillRect(room, sky)
    painter.setPen(QColor(0, 0, 0, 0))
    for (line, swing, turn), strength in zip(HILLS, STRENGTHS, strict=True):
        painter.setBrush(_between(page, tint, strength))
        painter.drawPath(_hill(room, line, swing, turn))


def _hill(room: QRectF, line: float, swing: float, turn: float) -> QPainterPath:
    wide, high = room.width(), room.height()
    at = room.top() + high * line
    hill = QPainterPath(QPointF(room.left(), at + high * swing * (0.5 - turn)))
    middle = room.left() + wide * turn
    hill.cubicTo(
        QPointF(room.left() + wide * turn * 0.5, at - high * swing),
        QPointF(middle, at - high * swing),
        QPointF(middle + wide * 0.18, at),
    )
    hill.cubicTo(
        QPointF(middle + wide * 0.34, at + high * swing),
        QPointF(room.right() - wide * 0.12, at + high * swing * 0.2),
        QPointF(room.right(), at - high * swing * (turn - 0.2)),
    )
    hill.lineTo(room.right(), room.bottom())
    hill.lineTo(room.left(), room.bottom())
    hill.closeSubpath()
    return hill


def _between(one: QColor, other: QColor, part: float) -> QColor:
    def mix(a: int, b: int) -> int:
        return round(a + (b - a) * part)

    return QColor(mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue()))
