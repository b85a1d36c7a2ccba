"""In which order Tab goes from one thing to the next."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def in_order(*widgets: QWidget) -> None:
    """One after another, as they are read: what was made late would come last of all."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
