"""The system's font at one size and weight, with words measured once: asking Qt anew whenever a window is laid out is slow."""

from functools import lru_cache
from math import ceil

from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

from bonddiary.ui.theme.look import BODY, Look

KNOWN = 2000
"""How many words' widths are kept; what is shown at once is a few hundred."""


class Letters:
    """One font. Nobody changes it: it is shared."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.height = self.metrics.height()
        self.line_spacing = self.metrics.lineSpacing()
        self._widths: dict[str, int] = {}

    def advance(self, words: str) -> int:
        """How far the pen moves for these words in one line, in pixels."""
        width = self._widths.get(words)
        if width is None:
            if len(self._widths) >= KNOWN:
                self._widths.clear()
            width = self._widths[words] = self.metrics.horizontalAdvance(words)
        return width

    def width(self, words: str) -> int:
        """The whole pixels that words take in one line. One is added: Qt rounds a width down and then cuts the words."""
        return ceil(self.advance(words)) + 1


def letters(look: Look, size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> Letters:
    """The letters of one of the type sizes."""
    return _letters(QGuiApplication.font().key(), look.type(size), weight)


@lru_cache(maxsize=64)
def _letters(system: str, pixels: int, weight: QFont.Weight) -> Letters:
    """`system` names the font that Qt was given: when that changes, everything is measured anew."""
    font = QFont()
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return Letters(font)


def forget_words() -> None:
    """Every word that was measured: some are a family's own."""
    _letters.cache_clear()
