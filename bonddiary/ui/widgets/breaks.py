"""Where long words may be broken: the room for them in a small window at a large text size is little."""

import re

from PySide6.QtGui import QFont, QFontMetrics

BREAK = "\u200b"
"""A place where a line may end; nobody sees or hears it."""
_AFTER = re.compile(r"(?<=[@./_-])(?=[^\s@./_-])")


def lacks_room(text: str, font: QFont, room: int) -> bool:
    """Whether some word is wider than the room; no room at all says nothing yet."""
    words = text.split(" ")
    if (
        room <= 0 or max(map(len, words)) * QFontMetrics(font).height() <= room
    ):  # no letter is wider than a line is high
        return False
    measure = QFontMetrics(font).horizontalAdvance
    return any(measure(word) > room for word in words)


def broken(text: str, font: QFont, room: int) -> str:
    """The text with breaks in words that are wider than the room: after a sign, or else between letters."""
    if not lacks_room(text, font, room):
        return text
    return " ".join(
        _broken_word(word, font, room) if lacks_room(word, font, room) else word for word in text.split(" ")
    )


def _broken_word(word: str, font: QFont, room: int) -> str:
    parts = _AFTER.split(word)
    return BREAK.join(BREAK.join(part) if lacks_room(part, font, room) else part for part in parts)
