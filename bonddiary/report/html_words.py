"""A family's own words inside HTML: never markup, never able to reach beyond their own element."""

import unicodedata
from html import escape

from bonddiary.report.letters import LONGEST, PIECE


def cleaned(text: str) -> str:
    """The text on one line, without what no page shows; still to be escaped."""
    return " ".join("".join(map(_shown, unicodedata.normalize("NFC", text))).split())


def plain(text: str) -> str:
    """The text as the content of an element, on one line."""
    return escape(cleaned(text), quote=False)


def breakable(text: str) -> str:
    """The same, where a very long word may go on in the next line."""
    return " ".join(map(_pieces, cleaned(text).split()))


def attribute(text: str) -> str:
    """The text between double quotes."""
    return plain(text).replace('"', "&quot;").replace("'", "&#39;")


def lines(text: str) -> list[str]:
    """The cleaned text line by line, without blank ones; still to be escaped."""
    return [shown for line in text.splitlines() if (shown := cleaned(line))]


def _pieces(word: str) -> str:
    if len(word) <= LONGEST:
        return escape(word, quote=False)
    parts = (word[start : start + PIECE] for start in range(0, len(word), PIECE))
    return "<wbr>".join(escape(part, quote=False) for part in parts)


def _shown(letter: str) -> str:
    """Ends of lines become spaces. Left out: control letters, halves of letters, what overrides letters' direction."""
    kind = unicodedata.category(letter)
    if letter.isspace():
        return " "
    if kind in ("Cc", "Cs", "Cn", "Co") or unicodedata.bidirectional(letter) in _OVERRIDES:
        return ""
    return letter


_OVERRIDES = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF"})
