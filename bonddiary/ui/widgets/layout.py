"""Small shapes of layout and words that every page uses."""

from typing import TypeVar

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.keyed import KeyedButton

UNBOUND = 16_777_215
"""Qt's own greatest size, QWIDGETSIZE_MAX, which the bindings lack: no bound."""
B = TypeVar("B", QVBoxLayout, QHBoxLayout)


def column(
    *items: QWidget | QLayout | int, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Things under each other; a number is a stretch."""
    return _filled(QVBoxLayout(), items, gap, margins)


def row(
    *items: QWidget | QLayout | int, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Things beside each other in reading direction; a number is a stretch."""
    return _filled(QHBoxLayout(), items, gap, margins)


class Bounded(QLabel):
    """Wrapped words that are never wider than their maximum: layouts ask how high they are at their own width."""

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.maximumWidth()))


def label(text: str = "", kind: str = "", *, wrap: bool = False, bounded: bool = False) -> QLabel:
    """Words of a kind that the stylesheet knows. Plain text always: what a parent typed is never markup.

    `bounded`: they wrap at a maximum width.
    """
    made = Bounded(text) if bounded else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    return made


def frame(kind: str, layout: QLayout | None = None) -> QFrame:
    """A box of a kind that the stylesheet knows."""
    made = QFrame()
    made.setProperty("kind", kind)
    if layout is not None:
        made.setLayout(layout)
    return made


def button(text: str, kind: str = "", *, tip: str = "") -> QPushButton:
    """A button of a kind that the stylesheet knows: primary, small, link."""
    made = KeyedButton(text)
    made.setProperty("kind", kind)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setToolTip(tip)
    return made


def scrolling(inside: QWidget) -> QScrollArea:
    """Scrolls its content up and down, never sideways."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def hide_in_place(widget: QWidget) -> None:
    """Keeps the room of what has nothing to say: shown, a screen reader would stop at it."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    widget.hide()


def parts_of(layout: QLayout) -> list[QWidget | QLayout]:
    """What a layout holds, in order.

    The items between are let go of at once: Python would keep each for as long as the layout lasts, also when Qt has deleted
    it, and take whatever Qt puts at its address for it.
    """
    found: list[QWidget | QLayout] = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        part = None if item is None else item.widget() or item.layout()
        if part is not None:
            found.append(part)
        if isinstance(item, QWidgetItem | QSpacerItem) and isinstance(layout, QBoxLayout | QGridLayout):
            shiboken6.invalidate(item)  # a layout of our own keeps its items itself
    return found


def restyle(widget: QWidget, kind: str) -> None:
    """Makes a shown widget another kind."""
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _filled(
    layout: B, items: tuple[QWidget | QLayout | int, ...], gap: int, margins: tuple[int, int, int, int]
) -> B:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addStretch(item)
    return layout
