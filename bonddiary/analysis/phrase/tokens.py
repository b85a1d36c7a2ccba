"""Cuts what was typed into words, numbers and marks, each with its place in the text."""

import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

_APOSTROPHES = "'’"
_BREAKS = ",.:!?…،、。"
_GAPS = "+&"
_DIGITS = 4
"""More make no number that a phrase knows."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or run of other signs."""

    start: int
    end: int
    word: str
    """In small letters, without accents and apostrophes."""
    number: int | None = None
    after_break: bool = False
    """Whether a comma or the like stands before it."""


def fold(text: str) -> str:
    """A word as it is compared: small letters, no accents, no apostrophes."""
    plain = text.casefold()
    for mark in _APOSTROPHES:
        plain = plain.replace(mark, "")
    if plain.isascii():
        return plain
    return "".join(one for one in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(one))


class _Sign(Enum):
    LETTER = auto()
    DIGIT = auto()
    OTHER = auto()
    GAP = auto()


def tokens(text: str, first: int = 0, last: int | None = None) -> list[Token]:
    """The tokens between two places of the text. What lies between them is blanks and punctuation."""
    last = len(text) if last is None else last
    found: list[Token] = []
    ended = first
    for sign, run in groupby(range(first, last), lambda place: _sign(text, place)):
        if sign is _Sign.GAP:
            continue
        places = list(run)
        start, end = places[0], places[-1] + 1
        typed = text[start:end]
        number = int(typed) if sign is _Sign.DIGIT and len(typed) <= _DIGITS else None
        after_break = bool(found) and any(one in _BREAKS for one in text[ended:start])
        found.append(Token(start, end, fold(typed), number, after_break))
        ended = end
    return found


def _sign(text: str, place: int) -> _Sign:
    one = text[place]
    if one.isalpha():
        return _Sign.LETTER
    if one.isdecimal():
        return _Sign.DIGIT
    if one in _APOSTROPHES:
        inside = 0 < place < len(text) - 1 and text[place - 1].isalpha() and text[place + 1].isalpha()
        return _Sign.LETTER if inside else _Sign.GAP
    kind = unicodedata.category(one)
    if kind[0] == "M":
        return _Sign.LETTER
    return _Sign.GAP if one.isspace() or kind[0] == "P" or one in _GAPS else _Sign.OTHER
