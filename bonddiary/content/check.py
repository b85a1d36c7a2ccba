"""The content check: what would be wrong, unkind or unsafe in resources/content, found before it ships."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bonddiary.content.problems import Problem
from bonddiary.content.reading import Content, Values, languages, read_content, with_language
from bonddiary.content.schema import (
    GENERAL,
    MEANINGS,
    SYNONYMS,
    TABLES,
    TILES,
    TIP_WORDS,
    UNPROMPTED,
    Field,
    Table,
)
from bonddiary.content.wording import banned_words, gaze_alone, typed_marks
from bonddiary.domain.catalog import Family

ALL = tuple(TABLES)

_PUBLICATION = ("source", "name")
"""Titles belong to their authors and keep their own words."""


def check_content(root: Path) -> list[Problem]:
    """Every mistake in the content folder `root`, its language overlays included, in file order.

    An empty list means that the content may ship.
    """
    content = read_content(root, ALL)
    if any(not problem.key for problem in content.problems):
        return content.problems  # a whole file is unread: what refers into it would all seem wrong
    problems = [*content.problems, *_rules(content)]
    for language in languages(root)[1:]:
        overlaid = with_language(content, root, language)
        new = [one for one in _words_of(overlaid) if one not in problems]
        problems += overlaid.problems
        problems += [replace(one, file=f"lang/{language}/{one.file}") for one in new]
    problems += _stray_overlays(root)
    return sorted(dict.fromkeys(problems), key=lambda one: (one.file.startswith("lang/"), one.file))


def _rules(content: Content) -> Iterator[Problem]:
    for rule in RULES:
        yield from rule(content)


def _stray_overlays(root: Path) -> Iterator[Problem]:
    known = {table.file for table in TABLES.values()}
    for language in languages(root)[1:]:
        for path in sorted((root / "lang" / language).iterdir()):
            if path.name not in known:
                expected = f"one of the files {', '.join(sorted(known))}"
                yield Problem(f"lang/{language}/{path.name}", "", "", expected)


# ------------------------------------------------------------------------------------------------ words


def _words_of(content: Content) -> Iterator[Problem]:
    """What every language is held to: lengths are seen by the schema, kindness and typography here."""
    for table, key, row in _every(content):
        for field in table.fields:
            if field.words and field.name in row and (table.name, field.name) != _PUBLICATION:
                for text in _texts(row[field.name]):
                    yield from _wording(table, key, field, text)
    yield from _tip_texts(content)
    yield from _unique_words(content)


def _wording(table: Table, key: str, field: Field, text: str) -> Iterator[Problem]:
    if field.name != "synonyms":  # these are what people type, not what the program says
        for word in banned_words(text):
            yield Problem(
                table.file, key, field.name, f"other words than “{word}” (it judges, or claims too much)"
            )
    for mark in typed_marks(text):
        yield Problem(table.file, key, field.name, f"typographic marks (’ “ ” … –) instead of {mark}")


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    found = value if isinstance(value, list) else [value]
    return [text for text in found if isinstance(text, str)]


def _tip_texts(content: Content) -> Iterator[Problem]:
    for key, row in content.of("tip").items():
        text = " ".join(_texts(row.get("text")))
        count = len(text.split())
        if count > TIP_WORDS:
            yield Problem("tips.toml", key, "text", f"at most {TIP_WORDS} words, but found {count}")
        if gaze_alone(text):
            yield Problem(
                "tips.toml", key, "text", "a touch or voice way beside the one that rests on looking"
            )


def _unique_words(content: Content) -> Iterator[Problem]:
    """Two entries that answer to one word would make search and typed entries a guess."""
    for name in ("cue", "response", "outcome"):
        owners: dict[str, str] = {}
        for key, row in content.of(name).items():
            for field in ("name", "synonyms"):
                for word in _texts(row.get(field)):
                    owner = owners.setdefault(word.casefold(), key)
                    if owner != key:
                        expected = f"words of its own, but “{word}” belongs to {owner} too"
                        yield Problem(TABLES[name].file, key, field, expected)


# ------------------------------------------------------------------------------------------------ provenance


def _provenance(content: Content) -> Iterator[Problem]:
    for table, key, row in _every(content):
        sources = row.get("sources")
        if not isinstance(sources, list):
            continue
        if not sources:
            yield Problem(table.file, key, "sources", "at least one source")
        elif row.get("verified") is True and sources == [GENERAL]:
            yield Problem(table.file, key, "verified", f"false, as its one source is {GENERAL}")
    for key, row in content.of("source").items():
        if key != GENERAL and not row.get("address"):
            yield Problem("sources.toml", key, "address", "where the publication can be read")


# ------------------------------------------------------------------------------------------------ cues


def _cue_meanings(content: Content) -> Iterator[Problem]:
    for key, row in _cues(content):
        meanings = row.get("meanings")
        groups = list(meanings) if isinstance(meanings, dict) else []
        early = _texts(row.get("born_early"))
        if len([group for group in groups if group not in early]) < MEANINGS:
            expected = f"at least {MEANINGS} groups of meaning for every baby, but found {len(groups)}"
            yield Problem("cues.toml", key, "meanings", expected)
        for group in early:
            if group not in groups:
                yield Problem(
                    "cues.toml", key, "born_early", f"groups among its meanings, but found “{group}”"
                )


def _cue_synonyms(content: Content) -> Iterator[Problem]:
    for key, row in _cues(content):
        if len(_texts(row.get("synonyms"))) < SYNONYMS:
            yield Problem("cues.toml", key, "synonyms", f"at least {SYNONYMS} other words for it")


def _board(content: Content) -> Iterator[Problem]:
    for family in Family:
        row = {key: cue for key, cue in _cues(content) if cue.get("family") == family.value}
        yield from _contiguous(row, "board", f"the {family.value} row")
        if not 0 < len([cue for cue in row.values() if "board" in cue]) <= TILES:
            yield Problem("cues.toml", family.value, "board", f"1 to {TILES} tiles in this family’s row")
    yield from _contiguous(dict(_cues(content)), "likely", "the first suggestions")


def _contiguous(cues: Mapping[str, Values], field: str, row: str) -> Iterator[Problem]:
    placed = [(cue[field], key) for key, cue in cues.items() if isinstance(cue.get(field), int)]
    for expected, (place, key) in enumerate(sorted(placed)):
        if place != expected:
            yield Problem(
                "cues.toml", key, field, f"places 0, 1, 2 … in {row}: {expected} here, but found {place}"
            )
            return


def _reached(content: Content) -> Iterator[Problem]:
    cues = {key for row in content.of("tip").values() for key in _texts(row.get("cues"))}
    groups = {key for row in content.of("tip").values() for key in _texts(row.get("groups"))}
    for key, row in _cues(content):
        if key not in cues and not groups.intersection(row.get("meanings", ())):
            yield Problem("tips.toml", key, "cues", "a tip that names this cue or one of its groups")


# ------------------------------------------------------------------------------------------------ the rest


def _outcomes(content: Content) -> Iterator[Problem]:
    quick = [key for key, row in content.of("outcome").items() if row.get("quick")]
    if len(quick) != 3:
        yield Problem(
            "outcomes.toml", ", ".join(quick), "quick", f"3 outcomes offered first, but found {len(quick)}"
        )


def _tips(content: Content) -> Iterator[Problem]:
    for key, row in content.of("tip").items():
        prompted = any(row.get(field) for field in ("cues", "groups", "subjects"))
        if not prompted and row.get("topic") not in UNPROMPTED:
            yield Problem(
                "tips.toml", key, "cues", "a cue, a group or a chart subject, so that it can be found"
            )


_ROUTE = re.compile(r"\d{3}|[a-z0-9-]+\.[a-z]{2,}|health visitor", re.IGNORECASE)


def _services(content: Content) -> Iterator[Problem]:
    for key, row in content.of("service").items():
        if not _ROUTE.search(str(row.get("route", ""))):
            yield Problem("services.toml", key, "route", "a number, a web address or a person to ask")
        if row.get("verified") is not True:
            yield Problem(
                "services.toml", key, "verified", "true: a number that nobody has verified is never shown"
            )


def _page(content: Content) -> Iterator[Problem]:
    if "page" not in content.of("page"):
        yield Problem("safety.toml", "page", "", "one [page] with the opening words and headings")


RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    _provenance,
    _cue_meanings,
    _cue_synonyms,
    _board,
    _reached,
    _outcomes,
    _tips,
    _services,
    _page,
    _words_of,
)
"""Every rule beyond the schema. A new one is a function here, and a mutation in the tests that it catches."""


def _every(content: Content) -> Iterator[tuple[Table, str, Values]]:
    for name, entries in content.entries.items():
        for key, row in entries.items():
            yield TABLES[name], key, row


def _cues(content: Content) -> Iterator[tuple[str, Values]]:
    """Cues in use. Retired ones keep old diaries readable and are asked for nothing more."""
    return ((key, row) for key, row in content.of("cue").items() if not row.get("retired"))
