"""Finds things by the words in them, and forgives typing errors. Pure: the same for the same arguments."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache

_WORD = re.compile(r"\w+")
_VOWELS, _DOUBLED = re.compile("[aeiouy]"), re.compile(r"(.)\1+")
_MARKS = str.maketrans("", "", "'’")
LEAST_TYPED = 3
"""Letters of a word that may be misspelt: shorter ones are near too many others."""
ALIKE, ALIKE_OTHERWISE = 0.7, 0.8
"""How alike words are by difflib: equally long ones with the same first letter, which hands seldom miss; others."""
LEAST_BEGUN = 6
"""Letters of a word that may be misspelt and not yet whole, as “bakcup” on the way to “backups”."""
MOST_NEAR = 12
"""Near spellings shown."""


class Part(IntEnum):
    """Where in a thing a word stands: the number is added to how it was met, so that names come first."""

    NAME = 0
    OTHER_NAME = 1
    KIND = 2
    TEXT = 6


class Met(IntEnum):
    """How a word was met by what was typed."""

    WHOLE = 0
    BEGUN = 1
    WITHIN = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What holds every word typed, and what holds words spelt nearly so; the closest first."""

    exact: tuple[tuple[str, int], ...] = ()
    """Keys with their distance: the smaller, the closer."""
    near: tuple[str, ...] = ()


def words_in(text: str) -> list[str]:
    """Its words in small letters, without accents and apostrophes."""
    plain = text.casefold().translate(_MARKS)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return _WORD.findall(plain)


class WordIndex:
    """The words of many things, by word: a keystroke looks through words, never through texts."""

    def __init__(self, things: Iterable[tuple[str, Iterable[tuple[Part, str]]]]) -> None:
        self._at: dict[str, dict[str, Part]] = {}
        self._places: dict[str, int] = {}
        for key, parts in things:
            self._places[key] = len(self._places)
            for part, text in parts:
                for word in words_in(text):
                    there = self._at.setdefault(word, {})
                    there[key] = min(part, there.get(key, part))
        self._labels = {word for word, there in self._at.items() if min(there.values()) < Part.TEXT}
        self._letters = {word: _letters(word) for word in self._at}

    def find(self, query: str) -> Found:
        """Things that hold every typed word, whole, begun or (in names) within; then near spellings.

        A word that no name holds is also taken for a typing error.
        """
        typed = words_in(query)
        if not typed:
            return Found()
        exact = [self._met(word) for word in typed]
        near = [self._near(word, there) for word, there in zip(typed, exact, strict=True)]
        found = _holding_all(exact)
        either = (
            _holding_all([there | more for there, more in zip(near, exact, strict=True)]) if any(near) else {}
        )
        close = {key: distance for key, distance in either.items() if key not in found}
        return Found(
            tuple((key, found[key]) for key in self._sorted(found)), tuple(self._sorted(close)[:MOST_NEAR])
        )

    def _sorted(self, found: Mapping[str, int]) -> list[str]:
        return sorted(found, key=lambda key: (found[key], self._places[key]))

    def _met(self, typed: str) -> dict[str, int]:
        """The distance of each thing that holds this word."""
        best: dict[str, int] = {}
        for word, there in self._at.items():
            at = word.find(typed)
            if at < 0 or (at and len(typed) == 1):
                continue
            how = Met.WHOLE if len(word) == len(typed) else Met.BEGUN if at == 0 else Met.WITHIN
            for key, part in there.items():
                if how is Met.WITHIN and part is Part.TEXT:
                    continue  # “ear” isn't looked for in “learn”
                distance = part + how
                if distance < best.get(key, 99):
                    best[key] = distance
        return best

    def _near(self, typed: str, exact: Mapping[str, int]) -> dict[str, int]:
        """The distance of each thing with a word spelt nearly so; none where a name holds the word itself."""
        if len(typed) < LEAST_TYPED or any(distance < Part.TEXT for distance in exact.values()):
            return {}
        words = list(self._alike(typed, self._labels)) or list(self._alike(typed, self._at))
        best: dict[str, int] = {}
        for word, distance in words:
            for key, part in self._at[word].items():
                best[key] = min(distance + part, best.get(key, 999))
        return best

    def _alike(self, typed: str, words: Iterable[str]) -> Iterator[tuple[str, int]]:
        letters, longest, consonants = _letters(typed), 1 + len(typed) // 4, _consonants(typed)
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(typed)
        for word in words:
            if abs(len(word) - len(typed)) > longest or (letters ^ self._letters[word]).bit_count() > 4:
                continue
            first = word[0] == typed[0]
            least = ALIKE if first and len(word) == len(typed) > LEAST_TYPED else ALIKE_OTHERWISE
            ratio = _ratio(matcher, word, least)
            if not ratio and first and len(word) > len(typed) >= LEAST_BEGUN:
                ratio = _ratio(matcher, word[: len(typed)], ALIKE_OTHERWISE)
            if ratio:
                sounds = 0 if first and _consonants(word) == consonants else 15
                yield word, 20 + round(100 * (1 - ratio)) + (0 if first else 15) + sounds


def _ratio(matcher: SequenceMatcher[str], word: str, least: float) -> float:
    """How alike a word is to what the matcher looks for; 0 where that is less than it takes."""
    matcher.set_seq1(word)
    return ratio if matcher.quick_ratio() >= least and (ratio := matcher.ratio()) >= least else 0.0


def _holding_all(met: list[dict[str, int]]) -> dict[str, int]:
    """What every typed word was met in, with the sum of its distances."""
    first, *rest = met
    return {
        key: distance + sum(there[key] for there in rest)
        for key, distance in first.items()
        if all(key in there for there in rest)
    }


def _consonants(word: str) -> str:
    """Its consonants, doubled ones once: vowels and doubling are what is misspelt most."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))


@lru_cache(maxsize=8192)
def _letters(word: str) -> int:
    """Which letters it holds, as bits: words that share few of them aren't compared."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 61)
    return bits
