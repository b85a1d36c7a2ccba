"""Labels that are headings to screen readers, which jump from one to the next."""

from typing import TypeVar

from PySide6.QtWidgets import QLabel

L = TypeVar("L", bound=QLabel)
MARK = "heading"


def as_heading(words: L) -> L:
    """Makes a label a heading; it looks as before. To be called before it has words: with them a reader asks what it is, and keeps the answer."""
    from bonddiary.ui.widgets.heading_access import install  # knows this module

    install()
    words.setProperty(MARK, True)
    return words
