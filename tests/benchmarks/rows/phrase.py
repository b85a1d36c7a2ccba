"""A long phrase, read anew at every letter."""

import re

from bonddiary.analysis.phrase.parser import read_phrases
from bonddiary.analysis.phrase.words import WordIndex
from bonddiary.content.phrases import load_phrase_words
from bonddiary.domain.catalog import Catalog
from tests.benchmarks.diaries import NOW
from tests.benchmarks.harness import Line, alternate, timed
from tests.benchmarks.surroundings import Surroundings

LETTERS = 200
PHRASE = (
    "rooting hnads to mouth 10 min ago fed cuddled windded settled in 5, mum was tired and the cat jumpd on the sofa, "
    "then he went to slep with a lovely smlie, whimprr yawnning, looking for mlik, extra clngy all evening"
)[:LETTERS]
TIMES, LONGEST = 20, 5
"""Readings that one measurement is made of; words of the longest names."""


def measure(here: Surroundings) -> list[Line]:
    """Stems, slips and times, beside whole names that are looked up and nothing else."""
    index, names = WordIndex(here.catalog, load_phrase_words()), _names(here.catalog)
    found = alternate(
        timed("floor", lambda: [_look_up(PHRASE, names) for _ in range(TIMES)]),
        timed("read", lambda: [read_phrases(PHRASE, index, NOW) for _ in range(TIMES)]),
        seconds=2,
    )
    made = alternate(timed("made", lambda: WordIndex(here.catalog, load_phrase_words())), seconds=2)
    return [
        Line(
            work=f"{TIMES} × phrase of {LETTERS} letters read",
            floor="its whole names looked up",
            works=found["read"],
            floors=found["floor"],
        ),
        Line(work=f"{TIMES} × phrase of {LETTERS} letters read", works=found["read"], limit=TIMES * 5),
        Line(work="words of phrases read and indexed", works=made["made"]),
    ]


def _names(catalog: Catalog) -> frozenset[str]:
    things = (*catalog.cues.values(), *catalog.responses.values(), *catalog.outcomes.values())
    return frozenset(thing.name.casefold() for thing in things)


def _look_up(text: str, names: frozenset[str]) -> list[str]:
    words = re.findall(r"\w+", text.casefold())
    runs = (
        " ".join(words[place : place + count]) for place in range(len(words)) for count in range(1, LONGEST)
    )
    return [run for run in runs if run in names]
