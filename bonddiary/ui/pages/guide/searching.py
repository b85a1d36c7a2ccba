"""Finds pages and parts of the guide by what is typed. Pure: the same for the same arguments."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bonddiary.analysis.word_search import Part, WordIndex, words_in
from bonddiary.ui.models.guide_text import Section
from bonddiary.ui.pages.guide.state import GuideRow

MOST = 15
"""Finds shown: more of them tell less."""
LONGEST = 140
"""Letters of a sentence shown."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class _Thing:
    row: GuideRow
    text: str


class GuideSearch:
    """Made once, of all pages with their titles."""

    def __init__(self, pages: Iterable[tuple[str, str, tuple[Section, ...]]]) -> None:
        """Each page with its key, its title and its sections."""
        self._things: dict[str, _Thing] = {}
        named: list[tuple[str, list[tuple[Part, str]]]] = []
        for key, title, sections in pages:
            first = " ".join(section.words for section in sections if not section.heading)
            self._things[key] = _Thing(GuideRow(key, title), first)
            named.append((key, [(Part.NAME, title), (Part.TEXT, first)]))
            for section in sections:
                if section.heading:
                    name = f"{key}#{section.heading}"
                    self._things[name] = _Thing(
                        GuideRow(key, f"{title}: {section.heading}", part=section.heading), section.words
                    )
                    named.append((name, [(Part.OTHER_NAME, section.heading), (Part.TEXT, section.words)]))
        self._index = WordIndex(named)

    def find(self, query: str) -> tuple[tuple[GuideRow, ...], bool]:
        """The closest first, and whether they hold words that are only near to those typed."""
        found = self._index.find(query)
        keys = [key for key, _ in found.exact] or list(found.near)
        rows = tuple(_row(self._things[key], query) for key in keys[:MOST])
        return rows, bool(rows) and not found.exact


def _row(thing: _Thing, query: str) -> GuideRow:
    row = thing.row
    return GuideRow(row.page, row.title, matching_sentence(thing.text, query), row.part)


def matching_sentence(text: str, query: str) -> str:
    """The sentence that holds most of the typed words, else the first one; shortened where it is long."""
    typed = words_in(query)

    def held(sentence: str) -> int:
        words = words_in(sentence)
        return sum(any(word.startswith(each) for word in words) for each in typed)

    sentence = max(_SENTENCE.split(text.strip()), key=held, default="")
    if len(sentence) <= LONGEST:
        return sentence
    return f"{sentence[:LONGEST].rpartition(' ')[0].rstrip(',;:')} …"
