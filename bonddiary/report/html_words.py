"""A family's own words inside HTML: never markup, never able to reach beyond their own element."""

import unicodedata
from html import escape


def plain(text: str) -> str:
    """The text as the content of an element, on one line: escaped, without what no page shows."""
    return escape(" ".join("".join(map(_shown, unicodedata.normalize("NFC", text))).split()), quote=False)


def attribute(text: str) -> str:
    """The text between double quotes."""
    return plain(text).replace('"', "&quot;").replace("'", "&#39;")


def lines(text: str) -> list[str]:
    """The text line by line, without blank ones."""
    return [shown for line in text.splitlines() if (shown := plain(line))]


def _shown(letter: str) -> str:
    """Ends of lines become spaces. Left out: control letters, halves of letters, what overrides letters' direction."""
    kind = unicodedata.category(letter)
    if letter.isspace():
        return " "
    if kind in ("Cc", "Cs", "Cn", "Co") or unicodedata.bidirectional(letter) in _OVERRIDES:
        return ""
    return letter


_OVERRIDES = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF"})
