"""The program's own drawings, recoloured from the theme and cached."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bonddiary.system.resources import resource


@lru_cache(maxsize=256)
def drawing(name: str, colour: str) -> QSvgRenderer:
    """The drawing of this name in one colour (#RRGGBB). Raises FileNotFoundError."""
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing as a square of `size` device-independent pixels, sharp at the screen's pixel ratio."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing(name, colour).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, size: int = 24) -> QIcon:
    """The drawing for buttons and menus, at once and twice the size."""
    made = QIcon(pixmap(name, colour, size))
    made.addPixmap(pixmap(name, colour, size, 2.0))
    return made


@lru_cache(maxsize=256)
def has_drawing(name: str) -> bool:
    """Whether there is a drawing of this name."""
    return resource("icons", f"{name}.svg").is_file()


def cue_drawing(key: str, family: str | None) -> str:
    """The name of a cue's drawing: its own, else its family's."""
    own = f"cue-{key}"
    return own if has_drawing(own) else f"family-{family or 'movement'}"
