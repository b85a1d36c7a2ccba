"""Where long words may be broken: the room for them in a small window at a large text size is little."""

import re

from PySide6.QtGui import QFont, QFontMetrics

BREAK = "\u200b"
"""A place where a line may end; nobody sees or hears it."""
_AFTER = re.compile(r"(?<=[@./_-])(?=[^\s@./_-])")

BAR = 32
"""More than a scroll bar takes."""


class Room:
    """The width that words were fitted into.

    A scroll bar that goes because the words got lower would come again for the words it gave more room: a little
    more than the width they were broken for changes nothing.
    """

    def __init__(self) -> None:
        self._tight = 0

    def of(self, width: int) -> int:
        """The width to fit words into, where there is so much."""
        return self._tight if self._tight < width <= self._tight + BAR else width

    def note(self, width: int, tight: bool) -> None:
        """Whether words had to be made to fit."""
        self._tight = width if tight else 0


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
