"""Phrases read with the shipped catalogue, on the evening of the tests."""

from functools import cache

from bonddiary.analysis.phrase.parser import read_phrases
from bonddiary.analysis.phrase.reading import Reading
from bonddiary.analysis.phrase.words import WordIndex
from bonddiary.content.loader import load_catalog
from bonddiary.content.phrases import load_phrase_words
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.ids import WordId
from bonddiary.domain.when import When
from tests.builders import NOW

OWN = (
    OwnWord(id=WordId("own-1"), kind=WordKind.CUE, name="Zebra dance"),
    OwnWord(id=WordId("own-2"), kind=WordKind.RESPONSE, name="Sang; 10 kisses, twice"),
    OwnWord(id=WordId("own-3"), kind=WordKind.CUE, name="Old word", archived=True),
    OwnWord(id=WordId("own-4"), kind=WordKind.CUE, name="12"),
    OwnWord(id=WordId("own-5"), kind=WordKind.CUE, name="…"),
)


@cache
def index() -> WordIndex:
    """The shipped words and a few of a family's own."""
    return WordIndex(load_catalog(), load_phrase_words(), OWN)


def read(text: str, now: When = NOW) -> tuple[Reading, ...]:
    """Every moment of the text."""
    return read_phrases(text, index(), now)


def one(text: str, now: When = NOW) -> Reading:
    """Its one moment."""
    (reading,) = read(text, now)
    return reading
