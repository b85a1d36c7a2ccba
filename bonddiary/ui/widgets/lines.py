"""Where words on tiles and chips go on in the next line."""

import re

from bonddiary.ui.widgets.letters import Letters

_PIECES = re.compile(r"\S+?(?:-(?=\S)|\s+|$)")


def halves(text: str, letters: Letters, width: int) -> tuple[str, ...]:
    """The text in one line where it fits, else in two, of which the first is as full as the second allows."""
    if letters.advance(text) <= width:
        return (text,)
    cuts = _cuts(text)
    fits = [cut for cut in cuts if all(letters.advance(line) <= width for line in cut)]
    if fits:
        return fits[-1]
    return min(cuts, key=lambda cut: _widest(cut, letters), default=(text,))


def halves_width(text: str, letters: Letters) -> int:
    """The least width at which two lines hold the text."""
    return min((_widest(cut, letters) for cut in _cuts(text)), default=letters.width(text))


def wrapped(text: str, letters: Letters, width: int, most: int = 0) -> list[str]:
    """The text in as many lines as it takes, or in `most` at most: the last then holds all the rest."""
    lines: list[str] = []
    for piece in _PIECES.findall(text):
        full = bool(lines) and len(lines) == most
        if full or (lines and letters.advance((lines[-1] + piece).rstrip()) <= width):
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.rstrip() for line in lines]


def longest_piece(text: str, letters: Letters) -> int:
    """The width of the widest part that can't be broken."""
    return max((letters.width(piece.rstrip()) for piece in _PIECES.findall(text)), default=0)


def _cuts(text: str) -> list[tuple[str, str]]:
    pieces = _PIECES.findall(text)
    return [("".join(pieces[:n]).rstrip(), "".join(pieces[n:])) for n in range(1, len(pieces))]


def _widest(lines: tuple[str, ...], letters: Letters) -> int:
    return max(letters.width(line) for line in lines)
