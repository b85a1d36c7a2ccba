"""Where the keyboard goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first(region: QWidget) -> None:
    """Gives the keyboard to the first thing in a region that takes it; a checked button comes first."""
    takers = [
        child
        for child in (region, *region.findChildren(QWidget))
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    if takers:
        chosen = next((taker for taker in takers if taker.property("checked") is True), takers[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
