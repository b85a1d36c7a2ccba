"""Names that run the other way than the sentence around them."""

import unicodedata

ISOLATES = "\u2066\u2067\u2068"
END = "\u2069"
_UNMARKED = dict.fromkeys(map(ord, ISOLATES + END))


def apart(text: str, right_to_left: bool) -> str:
    """A name to be put into a sentence: isolated where it has letters of the other direction, so that it doesn't turn the
    sentence round.
    """
    if text.isascii() and not right_to_left:
        return text
    others = ("L",) if right_to_left else ("R", "AL")
    turns = any(unicodedata.bidirectional(letter) in others for letter in text if letter.isalpha())
    return f"{ISOLATES[-1]}{text}{END}" if turns else text


def unmarked(text: str) -> str:
    """The text without those marks: for files that other programs read."""
    return text if text.isascii() else text.translate(_UNMARKED)
