"""Rules of the content check for names and titles: sentence case, and every kind of parent or carer."""

from collections.abc import Iterator

from bonddiary.content.problems import Problem
from bonddiary.content.reading import Content, texts
from bonddiary.content.schema import Field, Table
from bonddiary.content.wording import default_parent, inner_capitals, parents_alone

_LABELS = ("name", "title", "label")
"""What stands on a tile, a chip, a button or as a heading."""
_NAMED_BY_OTHERS = ("source", "country", "service")
"""Publications, countries and services keep the names they have."""
_PROPER: tuple[str, ...] = ()
"""Names that keep their capital inside a label."""


def labels_of(content: Content) -> Iterator[Problem]:
    """What is wrong with a name or title, and where a mum or a dad stands for everyone who cares."""
    for table, key, row in content.every():
        for field in table.fields:
            if not field.words or field.name == "synonyms" or table.name in _NAMED_BY_OTHERS:
                continue
            for text in texts(row.get(field.name)):
                yield from _problems(content, table, key, field, text)


def _problems(content: Content, table: Table, key: str, field: Field, text: str) -> Iterator[Problem]:
    if word := default_parent(text):
        yield content.problem(
            table.name, key, field.name, f"every kind of parent or carer, but found “{word}” alone"
        )
    if field.name not in _LABELS:
        return
    for word in inner_capitals(text, _PROPER):
        yield content.problem(table.name, key, field.name, f"sentence case, but found “{word}” inside it")
    if word := parents_alone(text):
        yield content.problem(table.name, key, field.name, f"“parent or carer”, but found “{word}” alone")
