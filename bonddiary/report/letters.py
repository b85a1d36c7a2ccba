"""What of a text can be printed, and which way it runs. The faces in resources/fonts hold no more letters than these."""

import re
import unicodedata
from functools import cache

from bonddiary.domain.direction import END, ISOLATES
from bonddiary.system.resources import resource

UNKNOWN = "□"
"""Stands for a letter that none of our faces has. A PDF that keeps the standards may hold no empty boxes."""
LONGEST = 28
"""Letters in a row before a line may break in the middle of a word, and then every so many: a letter."""
PIECE = 10
BREAK = "\u200b"

_KEPT = frozenset(ISOLATES + END + "\u200e\u200f\u061c")
"""Marks of direction that can't reach beyond their paragraph; what overrides letters' own direction is left out."""
_UNUSUAL = re.compile(r"[^ -~\n]")
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")
_SHAPED = re.compile("[\u0900-\u0dff\u200c\u200d]+")
_JOINERS = frozenset("\u200c\u200d")


@cache
def known() -> frozenset[str]:
    """Every letter of our faces, from the list that is made with them."""
    found: set[str] = set()
    for line in resource("fonts", "letters.txt").read_text(encoding="ascii").split():
        first, last = (int(end, 16) for end in line.split("-"))
        found.update(map(chr, range(first, last + 1)))
    return frozenset(found)


def printable(text: str) -> str:
    """The text with what a page can't show left out or as UNKNOWN; ends of lines stay."""
    return _UNUSUAL.sub(_shown, unicodedata.normalize("NFC", text))


def in_a_drawing(text: str) -> str:
    """Printable text without what Typst can't shape inside an SVG: marks that sit on letters, and the scripts of India."""
    return _SHAPED.sub(UNKNOWN, _MARKS.sub("", text))


def paragraphs(text: str) -> list[str]:
    """The printable text, line by line, without blank ones; long words may break."""
    return [line for line in map(one_line, printable(text).splitlines()) if line]


def one_line(text: str) -> str:
    """The printable text in one line; long words may break."""
    return " ".join(map(_breakable, printable(text).split()))


def runs_right_to_left(text: str, usual: bool) -> bool:
    """By the first letter that has a direction and isn't isolated; `usual` where there is none."""
    depth = 0
    for letter in text:
        if letter in ISOLATES:
            depth += 1
        elif letter == END:
            depth = max(0, depth - 1)
        elif depth == 0 and (way := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            return way != "L"
    return usual


def _shown(found: re.Match[str]) -> str:
    letter, text, place = found[0], found.string, found.start()
    if letter in _KEPT:
        return letter
    if letter in _JOINERS:
        return (
            letter if _joins(text[max(0, place - 1) : place]) and _joins(text[place + 1 : place + 2]) else ""
        )
    kind = unicodedata.category(letter)
    if kind in ("Zl", "Zp") or letter in "\r\v\f\x85":
        return "\n"
    if kind == "Zs" or letter == "\t":
        return letter if letter in known() else " "
    if kind in ("Cc", "Cf") or "\ufe00" <= letter <= "\ufe0f" or "\U0001f3fb" <= letter <= "\U0001f3ff":
        return ""
    if letter in known():
        return letter
    return "" if kind in ("Mn", "Me") else UNKNOWN


def _joins(letter: str) -> bool:
    """Whether a joiner beside it changes how it is written; in chains of pictures it would only be seen."""
    return "\u0600" <= letter < "\u2000" and letter in known()


def _breakable(word: str) -> str:
    if len(word) <= LONGEST:
        return word
    return BREAK.join(word[start : start + PIECE] for start in range(0, len(word), PIECE))
