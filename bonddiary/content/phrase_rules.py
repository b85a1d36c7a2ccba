"""Rules of the content check for the small words of typed phrases: each is there, and means one thing."""

from collections.abc import Iterator

from bonddiary.content.problems import Problem
from bonddiary.content.reading import Content, texts
from bonddiary.domain.phrases import PhraseWord

SHORT = 3
"""Letters of an abbreviation: longer ones are words, and stand with their entry."""
_NAMED = ("cue", "response", "outcome")


def _every_kind(content: Content) -> Iterator[Problem]:
    for kind in PhraseWord:
        if kind not in content.of("phrase"):
            yield content.problem("phrase", kind, "", "an entry with the words for this")


def _short_for_something(content: Content) -> Iterator[Problem]:
    """Those of a retired one stand by, like its other words."""
    for key in content.of("short"):
        if not any(key in content.of(table) for table in _NAMED):
            yield content.problem("short", key, "key", "the key of a cue, response or outcome")


def phrase_words_of(content: Content) -> Iterator[Problem]:
    """What every language is held to: abbreviations are short, and no small word means two things."""
    for key, row in content.of("short").items():
        for word in texts(row.get("synonyms")):
            if len(word) > SHORT or not word.isalpha():
                expected = f"abbreviations of 1 to {SHORT} letters, but found “{word}”"
                yield content.problem("short", key, "synonyms", expected)
    owners = {
        word.casefold(): key
        for table in _NAMED
        for key, row in content.of(table).items()
        for field in ("name", "synonyms")
        for word in texts(row.get(field))
    }
    for table in ("phrase", "short"):
        for key, row in content.of(table).items():
            for word in texts(row.get("synonyms")):
                owner = owners.setdefault(word.casefold(), key)
                if owner != key:
                    expected = f"words of its own, but “{word}” belongs to {owner} too"
                    yield content.problem(table, key, "synonyms", expected)


PHRASE_RULES = (_every_kind, _short_for_something)
