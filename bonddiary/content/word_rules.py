"""Rules of the content check that every language is held to: lengths, kindness, typography, one owner a word."""

from collections.abc import Iterator

from bonddiary.content.problems import Problem
from bonddiary.content.readability import HARDEST, LONGEST, too_hard, too_long
from bonddiary.content.reading import Content, texts
from bonddiary.content.report_texts import REPORT_TEXTS
from bonddiary.content.schema import PLACED, PLACES, TIP_WORDS, Field, Table
from bonddiary.content.wording import banned_words, denied, gaze_alone, places, typed_marks

_PUBLICATION = ("source", "name")
"""Titles belong to their authors and keep their own words."""
_LABELS = ("name", "title", "label", "synonyms", "months", "weekdays")
"""Too short to be read as sentences."""
_DENIALS = ("about", "limits")
"""Where the words of a medical device may stand: what the program does not do."""
_LISTS = ("source", "sign", "service")
_READ_AS = {"tip": "text", "cue": "description", "response": "description", "page": "intro"}
"""The field to look at first when an entry is too hard."""
_STOPS = ".!?…"


def words_of(content: Content) -> Iterator[Problem]:
    """What every language is held to: lengths are seen by the schema, kindness and typography here."""
    for table, key, row in content.every():
        said = []
        for field in table.fields:
            if field.words and field.name in row and (table.name, field.name) != _PUBLICATION:
                for text in texts(row[field.name]):
                    yield from _wording(content, table, key, field, text)
                if field.name not in _LABELS:
                    said += texts(row[field.name])
        yield from _reading_age(content, table, key, said)
    yield from _sign_lists(content)
    yield from _tip_texts(content)
    yield from _unique_words(content)


def _wording(content: Content, table: Table, key: str, field: Field, text: str) -> Iterator[Problem]:
    if field.name != "synonyms":  # these are what people type, not what the program says
        denying = (table.name, field.name) == _DENIALS
        for word in (one for one in banned_words(text) if not (denying and denied(text, one))):
            yield content.problem(
                table.name, key, field.name, f"other words than “{word}” (it judges, or claims too much)"
            )
    known = REPORT_TEXTS.get(key, ()) if table.name == "report" else PLACES if table.name in PLACED else ()
    for place in places(text):
        if place not in known:
            wanted = f"one of the places {', '.join(known)}" if known else "no place to fill"
            yield content.problem(table.name, key, field.name, f"{wanted}, but found “{place}”")
    for mark in typed_marks(text):
        yield content.problem(table.name, key, field.name, f"typographic marks (’ “ ” … –) instead of {mark}")
    if field.name not in _LABELS and (sentence := too_long(text)):
        found = f"“{' '.join(sentence[:4])} …” has {len(sentence)}"
        yield content.problem(
            table.name, key, field.name, f"sentences of at most {LONGEST} words, but {found}"
        )


def _reading_age(content: Content, table: Table, key: str, said: list[str]) -> Iterator[Problem]:
    """An entry is read as a whole; a safety sign is too short for the index, and its list is read as one."""
    if table.name in _LISTS:
        return
    index = too_hard(" ".join(text if text[-1:] in _STOPS else f"{text}." for text in said))
    if index is not None:
        expected = f"easier words: a readability index (ARI) of at most {HARDEST:g}, but found {index:.1f}"
        yield content.problem(table.name, key, _READ_AS.get(table.name, ""), expected)


def _sign_lists(content: Content) -> Iterator[Problem]:
    for urgency in dict.fromkeys(str(row.get("urgency")) for row in content.of("sign").values()):
        said = [
            text
            for row in content.of("sign").values()
            if row.get("urgency") == urgency
            for text in texts(row.get("text"))
        ]
        index = too_hard(" ".join(f"{text}." for text in said))
        if index is not None:
            expected = f"easier words in this list: a readability index (ARI) of at most {HARDEST:g}, but found {index:.1f}"
            yield content.problem("sign", urgency, "text", expected)


def _tip_texts(content: Content) -> Iterator[Problem]:
    for key, row in content.of("tip").items():
        text = " ".join(texts(row.get("text")))
        count = len(text.split())
        if count > TIP_WORDS:
            yield content.problem("tip", key, "text", f"at most {TIP_WORDS} words, but found {count}")
        if gaze_alone(text):
            yield content.problem(
                "tip", key, "text", "a touch or voice way beside the one that rests on looking"
            )


def _unique_words(content: Content) -> Iterator[Problem]:
    """Two entries that answer to one word would make search and typed entries a guess."""
    for name in ("cue", "response", "outcome", "bin"):
        owners: dict[str, str] = {}
        for key, row in content.of(name).items():
            for field in ("name", "synonyms"):
                for word in texts(row.get(field)):
                    owner = owners.setdefault(word.casefold(), key)
                    if owner != key:
                        expected = f"words of its own, but “{word}” belongs to {owner} too"
                        yield content.problem(name, key, field, expected)
