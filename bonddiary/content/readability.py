"""How hard words are to read: the Automated Readability Index and the length of sentences.

Why this index: it counts letters, words and sentences alone. So it needs no word list or guess at syllables, gives the same
answer everywhere, and an overlay in another alphabetic language can be held to its sentence length by the same lines.
Source of the index: Smith and Senter, Automated Readability Index, AMRL-TR-66-220 (1967).
"""

import re
from collections.abc import Iterator

HARDEST = 5.0
"""The highest index allowed: 5 is read with ease at 10 to 11, the upper end of the reading age of 9 to 11."""
LONGEST = 20
"""Words in a sentence, at most."""
ENOUGH = 12
"""With fewer words than this the index says more about one long word than about the text."""

_WORD = re.compile(r"\w+(?:[’'.:-]\w+)*")
_END = re.compile(r"[.!?…]+[”’)]*(?=\s|$)")


def sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence. A number or an abbreviation with a stop inside ends none."""
    for sentence in _END.split(text):
        if words := _WORD.findall(sentence):
            yield words


def readability_index(text: str) -> float:
    """The Automated Readability Index: about the school year (US grade) that reads the text with ease.

    Zero for a text without words.
    """
    split = list(sentences(text))
    words = [word for sentence in split for word in sentence]
    if not words:
        return 0.0
    letters = sum(letter.isalnum() for word in words for letter in word)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(split) - 21.43


def too_hard(text: str) -> float | None:
    """The index of a text that is harder than allowed, else None."""
    index = readability_index(text)
    enough = sum(map(len, sentences(text))) >= ENOUGH
    return index if enough and index > HARDEST else None


def too_long(text: str) -> list[str] | None:
    """The first sentence with too many words, else None."""
    return next((sentence for sentence in sentences(text) if len(sentence) > LONGEST), None)
