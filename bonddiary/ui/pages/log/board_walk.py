"""Where an arrow leads from a tile: to the nearest one in its direction."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def nearest(start: QWidget, others: Iterable[QWidget], key: Qt.Key, within: QWidget) -> QWidget | None:
    """The nearest of the others that an arrow points to; None where there is none."""
    across, down = STEPS[key]
    here = start.mapTo(within, start.rect().center())
    best: tuple[float, QWidget] | None = None
    for other in others:
        there = other.mapTo(within, other.rect().center()) - here
        ahead, aside = there.x() * across + there.y() * down, there.x() * down + there.y() * across
        if other is not start and ahead > 4:
            score = ahead + 3 * abs(aside)
            if best is None or score < best[0]:
                best = (score, other)
    return best[1] if best is not None else None
