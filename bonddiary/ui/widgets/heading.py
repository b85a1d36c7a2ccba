"""Labels that are headings to screen readers, which jump from one to the next."""

from typing import TypeVar

from PySide6.QtWidgets import QLabel

L = TypeVar("L", bound=QLabel)
MARK = "heading"


def as_heading(words: L) -> L:
    """Marks a label as a heading; it looks as before. Readers are told once `say_headings` was called."""
    words.setProperty(MARK, True)
    return words


def say_headings() -> None:
    """From now on screen readers are told which labels are headings. Takes too long for the first paint."""
    from bonddiary.ui.widgets.heading_access import install

    install()
