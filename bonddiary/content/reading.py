"""From TOML files to checked entries: reads, compares with the schema, lays a language over it.

Nothing here raises for a mistake in content: mistakes are collected, and the caller decides.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any

from bonddiary.content.ages import EXPECTED as AGES_EXPECTED
from bonddiary.content.ages import age_window
from bonddiary.content.problems import Problem
from bonddiary.content.schema import TABLES, Field, Kind, Table, files
from bonddiary.content.wording import places

Values = dict[str, Any]
"""One entry's fields as TOML gives them."""


@dataclass(slots=True)
class Content:
    """Entries by table and key, in file order, and every mistake found on the way."""

    entries: dict[str, dict[str, Values]]
    problems: list[Problem] = field(default_factory=list)
    files: dict[tuple[str, str], str] = field(default_factory=dict)
    """The file of each entry, by table and key."""

    def of(self, table: str) -> Mapping[str, Values]:
        """The table's entries by key; empty when it wasn't read."""
        return self.entries.get(table, {})

    def file(self, table: str, key: str) -> str:
        """Where the entry is; for one that isn't there, the table's first file."""
        return self.files.get((table, key), TABLES[table].files[0])

    def problem(self, table: str, key: str, field: str, expected: str) -> Problem:
        """A mistake in one entry."""
        return Problem(self.file(table, key), key, field, expected)

    def every(self) -> Iterator[tuple[Table, str, Values]]:
        """Every entry, table by table."""
        for name, entries in self.entries.items():
            for key, row in entries.items():
                yield TABLES[name], key, row

    def cues(self) -> Iterator[tuple[str, Values]]:
        """Cues in use. Retired ones keep old diaries readable and are asked for nothing more."""
        return ((key, row) for key, row in self.of("cue").items() if not row.get("retired"))


def texts(value: object) -> list[str]:
    """The texts that a field holds, whatever its kind."""
    if isinstance(value, dict):
        value = list(value.values())
    found = value if isinstance(value, list) else [value]
    return [text for text in found if isinstance(text, str)]


def read_content(folder: Path, tables: tuple[str, ...], language: str = "en") -> Content:
    """The named tables of this content folder, in a language. Only the files that hold them are opened."""
    content = Content({name: {} for name in tables})
    for file in files(tables):
        raw = _parse(folder, file, content.problems)
        if raw is not None:
            _take_file(content, file, raw)
    if language != "en":
        content.problems.extend(_lay_over(content, folder, language))
    content.problems.extend(_dead_references(content))
    return content


def with_language(content: Content, folder: Path, language: str) -> Content:
    """A copy of content read in English, with a language laid over it, and that language's problems."""
    copy = Content(deepcopy(content.entries), files=content.files)
    copy.problems.extend(_lay_over(copy, folder, language))
    return copy


def _parse(folder: Path, file: str, problems: list[Problem]) -> Values | None:
    try:
        return tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.append(Problem(file, "", "", "this file in the content folder, but it isn’t there"))
    except UnicodeDecodeError:
        problems.append(Problem(file, "", "", "text in UTF-8"))
    except OSError as error:
        problems.append(Problem(file, "", "", f"a file that can be opened ({error.strerror})"))
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(file, "", "", f"well-formed TOML: {error}"))
    return None


# ------------------------------------------------------------------------------------------------ one file


def _take_file(content: Content, file: str, raw: Values) -> None:
    """Tables nobody asked for are passed over; tables that the schema doesn't know are mistakes."""
    known = _tables_in(file)
    for name, value in raw.items():
        table = known.get(name)
        if table is None:
            expected = f"one of the tables {', '.join(known)}"
            content.problems.append(Problem(file, name, "", expected))
        elif name in content.entries:
            _take_table(content, table, file, value)


def _tables_in(file: str) -> Mapping[str, Table]:
    return {table.name: table for table in TABLES.values() if file in table.files}


def _take_table(content: Content, table: Table, file: str, value: Any) -> None:
    rows = [value] if table.single else value
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        shape = f"[{table.name}]" if table.single else f"[[{table.name}]]"
        content.problems.append(Problem(file, table.name, "", f"entries that start with {shape}"))
        return
    for number, row in enumerate(rows, 1):
        key = table.name if table.single else row.pop("key", None)
        if not isinstance(key, str) or not key:
            content.problems.append(Problem(file, f"{table.name} number {number}", "key", "a key"))
        elif key in content.entries[table.name]:
            content.problems.append(Problem(file, key, "key", f"a key that no other {table.name} has"))
        elif table.keys and key not in table.keys:
            content.problems.append(Problem(file, key, "key", f"one of the keys {', '.join(table.keys)}"))
        else:
            content.problems.extend(compare(table, file, key, row))
            content.entries[table.name][key] = row
            content.files[table.name, key] = file


def compare(table: Table, file: str, key: str, row: Values) -> Iterator[Problem]:
    """How an entry differs from its table: fields unknown, missing, or of the wrong kind."""
    fields = _fields(table)
    for name, value in row.items():
        known = fields.get(name)
        if known is None:
            yield Problem(file, key, name, f"one of the fields {', '.join(fields)}")
        elif expected := wrong(known, value):
            yield Problem(file, key, name, expected)
    if (
        table.shelved
        and row.get(table.shelved) in fields[table.shelved].choices
        and row[table.shelved] != PurePath(file).stem
    ):
        yield Problem(file, key, table.shelved, f"“{PurePath(file).stem}”, as the file’s name says")
    for known in table.fields:
        if known.required and known.name not in row:
            yield Problem(file, key, known.name, f"this field to be there ({_LOOKS[known.kind]})")


_FIELDS: dict[str, dict[str, Field]] = {}


def _fields(table: Table) -> dict[str, Field]:
    if table.name not in _FIELDS:
        _FIELDS[table.name] = {field.name: field for field in table.fields}
    return _FIELDS[table.name]


# ------------------------------------------------------------------------------------------------ one value

_LOOKS = {
    Kind.TEXT: "text",
    Kind.TEXTS: "a list of texts",
    Kind.KEY: "a key",
    Kind.KEYS: "a list of keys, each once",
    Kind.FLAG: "true or false",
    Kind.PLACE: "a whole number from 0",
    Kind.NUMBER: "a whole number",
    Kind.DATE: "a date such as 2026-11-01",
    Kind.AGES: AGES_EXPECTED,
    Kind.KEYED_TEXTS: "texts by key",
}


def wrong(known: Field, value: Any) -> str:
    """What was expected instead of this value; empty when it fits."""
    if not _FITS[known.kind](value):
        return _LOOKS[known.kind]
    if known.choices:
        values = list(value.values()) if known.kind is Kind.KEYED_TEXTS else texts(value)
        if unknown := [one for one in values if one not in known.choices]:
            return f"one of {', '.join(known.choices)}, but found “{unknown[0]}”"
    if known.longest is not None and len(value) > known.longest:
        return f"at most {known.longest} characters, but found {len(value)}"
    return ""


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value) and value == value.strip()


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_keys(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value)) and len(set(value)) == len(value)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_place(value: Any) -> bool:
    return _is_number(value) and bool(value >= 0)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_date(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_ages(value: Any) -> bool:
    return isinstance(value, str) and age_window(value) is not None


def _is_keyed_texts(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_is_text, value.values()))


_FITS: dict[Kind, Callable[[Any], bool]] = {
    Kind.TEXT: _is_text,
    Kind.TEXTS: _is_texts,
    Kind.KEY: _is_text,
    Kind.KEYS: _is_keys,
    Kind.FLAG: _is_flag,
    Kind.PLACE: _is_place,
    Kind.NUMBER: _is_number,
    Kind.DATE: _is_date,
    Kind.AGES: _is_ages,
    Kind.KEYED_TEXTS: _is_keyed_texts,
}


# ------------------------------------------------------------------------------------------------ references


def _dead_references(content: Content) -> Iterator[Problem]:
    """Keys that no entry has. Tables that weren't read are taken on trust: the content check reads all."""
    for name, entries in content.entries.items():
        table = TABLES[name]
        links = [known for known in table.fields if known.refers in content.entries]
        for key, row in entries.items():
            for known in links:
                there = content.entries[known.refers]
                named = row.get(known.name, ())
                if isinstance(named, (list, dict)):
                    for other in named:
                        if isinstance(other, str) and other not in there:
                            expected = f"a {known.refers} that exists, but there is no “{other}”"
                            yield Problem(content.file(name, key), key, known.name, expected)


# ------------------------------------------------------------------------------------------------ languages


def languages(folder: Path) -> tuple[str, ...]:
    """The languages that this content folder holds, English first."""
    overlays = folder / "lang"
    found = sorted(path.name for path in overlays.iterdir() if path.is_dir()) if overlays.is_dir() else []
    return ("en", *found)


def _lay_over(content: Content, folder: Path, language: str) -> list[Problem]:
    if language not in languages(folder):
        expected = f"one of the languages {', '.join(languages(folder))}, but “{language}” was asked for"
        return [Problem(f"lang/{language}", "", "", expected)]
    problems: list[Problem] = []
    for file in files(tuple(content.entries)):
        shown = f"lang/{language}/{file}"
        if (folder / shown).exists():
            raw = _parse(folder, shown, problems)
            if raw is not None:
                problems.extend(_lay_file(content, file, shown, raw))
    return problems


def _lay_file(content: Content, file: str, shown: str, raw: Values) -> Iterator[Problem]:
    known = _tables_in(file)
    for name, entries in raw.items():
        if name not in known:
            yield Problem(shown, name, "", f"one of the tables {', '.join(known)}")
        elif name in content.entries:
            table = TABLES[name]
            by_key = {name: entries} if table.single else entries
            if not isinstance(by_key, dict) or not all(isinstance(one, dict) for one in by_key.values()):
                yield Problem(shown, name, "", f"entries such as [{name}.key]")
                continue
            for key, words in by_key.items():
                yield from _lay_entry(content, table, shown, key, words)


def _other_places(english: Any, value: Any) -> str:
    """What was expected when a language fills other places than the English words do; empty when they agree."""
    ours, theirs = ({place for text in texts(words) for place in places(text)} for words in (english, value))
    return "" if ours == theirs else f"the places of the English words: {', '.join(sorted(ours)) or 'none'}"


def _lay_entry(content: Content, table: Table, shown: str, key: str, words: Values) -> Iterator[Problem]:
    row = content.entries[table.name].get(key)
    if row is None or not shown.endswith(f"/{content.file(table.name, key)}"):
        yield Problem(shown, key, "", f"the key of a {table.name} of the file that has this name")
        return
    for name, value in words.items():
        known = table.field(name)
        if known is None or not known.words:
            allowed = ", ".join(field.name for field in table.fields if field.words)
            yield Problem(shown, key, name, f"one of the words an overlay may replace: {allowed}")
        elif expected := wrong(known, value) or _other_places(row.get(name), value):
            yield Problem(shown, key, name, expected)
        elif known.kind is Kind.KEYED_TEXTS:
            base = english if isinstance(english := row.get(name), dict) else {}
            for unknown in [one for one in value if one not in base]:
                yield Problem(shown, key, f"{name}.{unknown}", f"one of {', '.join(base)}")
            row[name] = base | {one: text for one, text in value.items() if one in base}
        else:
            row[name] = value
