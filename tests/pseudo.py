"""A made-up language: every word of content is marked and accented, so that a word that isn't from content shows."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bonddiary.content.parts import PARTS
from bonddiary.content.reading import read_content, texts
from bonddiary.content.schema import TABLES, Field, Kind

LANGUAGE = "xx"
FIRST, LAST = "⟦", "⟧"
MARKED = re.compile(f"{FIRST}[^{LAST}]*{LAST}")
_ACCENTS = str.maketrans("aeiouyAEIOUY", "åéïøüýÅÉÏØÜÝ")
_PLACES = re.compile(r"(\{[^}]*\})")


def pseudo(text: str, longest: int | None = None) -> str:
    """⟦Røøtïng⟧: its places kept, cut where a field holds no more."""
    parts = _PLACES.split(text)
    said = "".join(part if part.startswith("{") else part.translate(_ACCENTS) for part in parts)
    return f"{FIRST}{said if longest is None else said[: longest - 2]}{LAST}"


def lay_pseudo_language(folder: Path) -> int:
    """Writes an overlay for every field of words of every table into a content folder; how many texts it holds."""
    content = read_content(folder, tuple(TABLES))
    assert not content.problems
    files: dict[str, list[str]] = defaultdict(list)
    count = 0
    for table, key, row in content.every():
        fields = [field for field in table.fields if field.words and field.name in row]
        if not fields:
            continue
        place = table.name if table.single else f"{table.name}.{json.dumps(key)}"
        lines = [f"[{place}]"]
        for field in fields:
            lines.append(f"{field.name} = {_toml(_marked(field, row[field.name]))}")
            count += len(texts(row[field.name]))
        files[content.file(table.name, key)] += lines
    for file, lines in files.items():
        path = folder / "lang" / LANGUAGE / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return count


NOT_SHOWN = (*PARTS["phrases"], *PARTS["report"])
"""Ordinary words such as "and" that people type in phrases or that stand on a printed page: any sentence may hold one."""


def content_words(folder: Path) -> Iterator[str]:
    """Every text for people in the English content."""
    for table, _, row in read_content(
        folder, tuple(name for name in TABLES if name not in NOT_SHOWN)
    ).every():
        for field in table.fields:
            if field.words and field.name in row:
                yield from texts(row[field.name])


def _marked(field: Field, value: Any) -> Any:
    if field.kind is Kind.KEYED_TEXTS:
        return {key: pseudo(text) for key, text in value.items()}
    return [pseudo(text) for text in value] if isinstance(value, list) else pseudo(value, field.longest)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(text)}" for key, text in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)
