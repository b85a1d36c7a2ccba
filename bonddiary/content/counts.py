"""How much content there is, by kind, family and topic, and how much of it waits for a check."""

from collections import Counter
from collections.abc import Iterator

from bonddiary.content.evidence import evidence_of
from bonddiary.content.reading import Content
from bonddiary.domain import wording

KINDS = ("cue", "response", "outcome", "tip", "group", "country", "service", "source")
"""Kinds of entry whose totals are said every time."""
_MANY = {"country": "countries"}


def totals(content: Content) -> str:
    """ "136 cues, 59 responses, …"."""
    return wording.listed([_counted(kind, len(content.of(kind))) for kind in KINDS])


def details(content: Content) -> Iterator[str]:
    """A line for each kind of entry that names sources, then cues by family and tips by topic."""
    for kind, checks in evidence_of(content.entries).checks.items():
        verified = checks.entries - checks.waiting
        yield f"{_counted(kind, checks.entries)}: {verified} verified, {checks.waiting} waiting for a named person’s check"
    for kind, shelf in (("cue", "family"), ("tip", "topic")):
        for name, count in Counter(row[shelf] for row in content.of(kind).values()).items():
            yield f"{_counted(kind, count)} of the {shelf} {name}"


def _counted(kind: str, count: int) -> str:
    return wording.counted(count, kind, _MANY.get(kind, ""))
