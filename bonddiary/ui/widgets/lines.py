"""Where words on tiles and chips go on in the next line."""

import re
from math import ceil

from PySide6.QtGui import QFontMetrics

_PIECES = re.compile(r"\S+?(?:-(?=\S)|\s+|$)")


def width_of(words: str, metrics: QFontMetrics) -> int:
    """The whole pixels that words take in one line. One is added: Qt rounds a width down and then cuts the words."""
    return ceil(metrics.horizontalAdvance(words)) + 1


def halves(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """The text in one line where it fits, else in two, of which the first is as full as the second allows."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    cuts = _cuts(text)
    fits = [cut for cut in cuts if all(metrics.horizontalAdvance(line) <= width for line in cut)]
    if fits:
        return fits[-1]
    return min(cuts, key=lambda cut: _widest(cut, metrics), default=(text,))


def halves_width(text: str, metrics: QFontMetrics) -> int:
    """The least width at which two lines hold the text."""
    return min((_widest(cut, metrics) for cut in _cuts(text)), default=width_of(text, metrics))


def wrapped(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The text in as many lines as it takes."""
    lines: list[str] = []
    for piece in _PIECES.findall(text):
        if lines and metrics.horizontalAdvance((lines[-1] + piece).rstrip()) <= width:
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.rstrip() for line in lines]


def longest_piece(text: str, metrics: QFontMetrics) -> int:
    """The width of the widest part that can't be broken."""
    return max((width_of(piece.rstrip(), metrics) for piece in _PIECES.findall(text)), default=0)


def _cuts(text: str) -> list[tuple[str, str]]:
    pieces = _PIECES.findall(text)
    return [("".join(pieces[:n]).rstrip(), "".join(pieces[n:])) for n in range(1, len(pieces))]


def _widest(lines: tuple[str, ...], metrics: QFontMetrics) -> int:
    return max(width_of(line, metrics) for line in lines)
