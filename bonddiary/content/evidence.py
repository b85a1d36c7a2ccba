"""What the About page says, and what all content rests on, counted from the content itself."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bonddiary.content.loader import Values, content_folder, read_part, texts
from bonddiary.content.schema import GENERAL
from bonddiary.domain.about import About, Checks, Evidence, Source
from bonddiary.domain.errors import ContentError

SOURCED = ("cue", "response", "tip", "sign", "country", "contact", "prompt", "service", "reference")
"""Kinds of entry that name sources, in the order of the page."""

Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Rows by table and key."""


def load_about(language: str = "en", folder: Path | None = None) -> About:
    """The words of the page. Raises ContentError."""
    row = read_part("about", language, folder or content_folder())["about"].get("about")
    if row is None:
        raise ContentError("about.toml: about: expected one [about] with what the program is for.")
    return About(
        purpose=row["purpose"],
        limits=texts(row, "limits"),
        privacy=row["privacy"],
        authors=texts(row, "authors"),
        open_checks=texts(row, "open_checks"),
        checked=row["checked"],
    )


def load_evidence(language: str = "en", folder: Path | None = None) -> Evidence:
    """Every publication that an entry names, and how much waits for a check. Raises ContentError."""
    return evidence_of(read_part("evidence", language, folder or content_folder()))


def evidence_of(entries: Tables) -> Evidence:
    """The same, from entries that were read already."""
    named = uses(entries)
    sources = (
        Source(row["name"], row.get("address", ""), named[key])
        for key, row in entries["source"].items()
        if named[key] and key != GENERAL
    )
    return Evidence(
        tuple(sorted(sources, key=lambda source: source.name.casefold())),
        {kind: _checks(entries[kind]) for kind in SOURCED},
    )


def uses(entries: Tables) -> Counter[str]:
    """How many entries name each source."""
    rows = (row for kind in SOURCED for row in entries.get(kind, {}).values())
    named = (row.get("sources") for row in rows)
    return Counter(
        source for many in named if isinstance(many, list) for source in many if isinstance(source, str)
    )


def _checks(rows: Mapping[str, Values]) -> Checks:
    return Checks(len(rows), sum(row["verified"] is not True for row in rows.values()))
