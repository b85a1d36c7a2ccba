"""Where the keyboard goes."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from bonddiary.ui.widgets.layout import parts_of

MARGIN = 24
"""What is kept free above and below a part that is scrolled to, in pixels."""


def focus_first(region: QWidget) -> bool:
    """Gives the keyboard to the region itself, or to the first thing in it that takes it: a checked button first.

    Says whether there was such a thing.
    """
    takers = [
        child
        for child in (region, *region.findChildren(QWidget))
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    if takers:
        within = takers[0] is not region
        chosen = next((taker for taker in takers if within and taker.property("checked") is True), takers[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(chosen)
    return bool(takers)


def bring_into_view(part: QWidget) -> None:
    """Scrolls what it stands in until it is seen. Qt does so for Tab alone."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, 0, MARGIN)
            inside = around.widget()
            if inside is not None and part.height() < around.maximumViewportSize().height():
                foot = part.mapTo(inside, part.rect().bottomLeft())
                around.ensureVisible(foot.x(), foot.y(), 0, MARGIN)  # of a line Qt asks for its caret alone
        around = around.parentWidget()


def step_regions(regions: list[QWidget], by: int) -> None:
    """Moves the keyboard to the next of the regions that is shown and takes it."""
    shown = [region for region in regions if region.isVisible()]
    focused = QApplication.focusWidget()
    here = next(
        (
            n
            for n, region in enumerate(shown)
            if focused is not None and (region is focused or region.isAncestorOf(focused))
        ),
        0,
    )
    others = (shown[(here + by * n) % len(shown)] for n in range(1, len(shown) + 1))
    any(focus_first(region) for region in others)


def order_stops(*parts: QWidget) -> None:
    """Makes Tab walk the parts in this order, and each in the order in which its layout shows it."""
    stops = [stop for part in parts for stop in _stops(part)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def read_in_order(part: QWidget) -> None:
    """Screen readers go by the order of children: here it follows the layout, also where parts came or moved later."""
    layout = part.layout()
    for widget in _widgets_in(layout) if layout is not None else ():
        widget.raise_()


def _widgets_in(layout: QLayout) -> Iterator[QWidget]:
    for part in parts_of(layout):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _widgets_in(part)


def _stops(part: QWidget) -> Iterator[QWidget]:
    if part.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        yield part
    elif (layout := part.layout()) is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for widget in _widgets_in(layout):
        yield from _stops(widget)
